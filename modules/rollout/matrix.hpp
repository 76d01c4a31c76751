// The matrix and the lists that are cut out of it, from a computed board.
#pragma once

#include "modules/rollout/say.hpp"

namespace ryadom::rollout {

/// Organisations that deliver services, as the rows of the matrix.
bool delivers(network::OrganisationKind kind);

MatrixView matrix(const Reader& reader, const Board& board, const MatrixQuery& query, Date today);

/// The newest first.
std::vector<AttentionView> attention_list(const Reader& reader, const Board& board);
/// The cursor names the last trouble of the page before, so that whatever comes or goes between two pages moves nothing else.
http::Page<AttentionView> attention_page(const Reader& reader, const Board& board, const http::Paging& paging);

}  // namespace ryadom::rollout
