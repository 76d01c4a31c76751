// What others may ask of the rollout.
#pragma once

#include "modules/ledger/ledger.hpp"

#include <vector>

namespace ryadom::rollout {

/// What the organisation runs, itself or as a part of one above it: which version of a practice its facts may belong to,
/// and on which days. A practice of the own adoption hides that of one above.
std::vector<ledger::Adopted> adopted_by(db::Tx& tx, Number<network::Organisation> organisation);

/// Brings the plans of the organisation and of all above it in line with what the register holds now.
void register_changed(db::Tx& tx, Number<network::Organisation> organisation, Date today);

}  // namespace ryadom::rollout
