// What the ledger hears of persons who are one human.
#pragma once

#include "modules/people/merges.hpp"

namespace ryadom::ledger {

/// From the next fact on both count as one in every figure. `recorded_on`: the day on which it was found out.
void note_merge(db::Tx& tx, const people::Merged& merge, Date recorded_on);
/// From here on they count as two again.
void note_undone(db::Tx& tx, const people::Merged& merge, Date recorded_on);

}  // namespace ryadom::ledger
