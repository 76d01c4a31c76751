#include "modules/ledger/merges.hpp"

#include "modules/ledger/store.hpp"

namespace ryadom::ledger {

void note_merge(db::Tx& tx, const people::Merged& merge, Date recorded_on) { store::insert_merge(tx, merge.person.value, merge.survivor.value, recorded_on); }

void note_undone(db::Tx& tx, const people::Merged& merge, Date recorded_on) { store::insert_merge(tx, merge.person.value, 0, recorded_on); }

}  // namespace ryadom::ledger
