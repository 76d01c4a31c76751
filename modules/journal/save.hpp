// Changed cells become reversals and facts of the ledger.
#pragma once

#include "modules/journal/plans.hpp"

namespace ryadom::journal {

/// All or none, in the caller's name. A refusal has the errors of every cell below `/cells/<place>`: what the ledger says of the
/// fact, and `journal.changed_meanwhile` with what the cell holds in truth. What is warned of is recorded all the same, and kept.
Saved save(db::Tx& tx, const Changes& changes, const ledger::AdoptedBy& adopted_by, const PlansOf& plans_of);

}  // namespace ryadom::journal
