// A practice as a card on paper: what a director reads before deciding, on a sheet or two.
#pragma once

#include "modules/practices/model.hpp"
#include "platform/documents/paper.hpp"

namespace ryadom::practices {

documents::Paper practice_card(const Passport& passport, const i18n::Voice& voice);

/// The text of a package on paper: headings, lists and paragraphs; marks within a line are left out.
std::vector<documents::Block> blocks_of(std::string_view markdown);

/// "12 500 ₽", with kopecks where there are any.
std::string roubles(std::int64_t kopecks);

}  // namespace ryadom::practices
