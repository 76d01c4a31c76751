// An order as the paper that is signed: number, day, text, and what is expected of whom by when.
#pragma once

#include "modules/rollout/export.hpp"
#include "platform/documents/paper.hpp"

namespace ryadom::rollout {

/// Of a long order the first `documents::longest_print` rows, and a sentence that says so.
documents::Paper order_paper(const Tongue& tongue, const Campaign& campaign, const std::vector<NamedAssignment>& items);

}  // namespace ryadom::rollout
