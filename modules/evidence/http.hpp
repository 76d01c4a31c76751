#pragma once

#include "modules/evidence/store.hpp"
#include "platform/http/module.hpp"

#include <functional>
#include <memory>

namespace ryadom::evidence {

using SharedBoards = std::shared_ptr<rollout::Boards>;
using ImageSource = std::function<const ledger::image::Image&()>;

void add_review_routes(http::Routes& routes, const SharedBoards& boards, const ImageSource& image);
void add_axis_routes(http::Routes& routes, const SharedBoards& boards);
void add_figure_routes(http::Routes& routes, const SharedBoards& boards, const ImageSource& image);

/// The practice that the path names.
inline practices::PracticeRow practice_of(db::Tx& tx, const http::Call& call) { return must(practices::find_practice(tx, call.id<practices::Practice>("practice"))); }

}  // namespace ryadom::evidence
