// An order as the paper that is signed: number, day, text, and what is expected of whom by when.
#pragma once

#include "modules/rollout/export.hpp"
#include "platform/documents/paper.hpp"

namespace ryadom::rollout {

documents::Paper order_paper(const Tongue& tongue, const Campaign& campaign, const std::vector<NamedAssignment>& items);

}  // namespace ryadom::rollout
