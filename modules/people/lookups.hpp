// How often somebody may learn what stands at other centres.
#pragma once

#include "modules/people/store.hpp"

namespace ryadom::people {

/// Refuses whoever has asked across centres too often within the hour. Also for the name behind a fact, and for the
/// entering of a number: whoever tries out facts or cards is no better than whoever tries out numbers.
Checked<void> ask_seldom(db::Tx& tx);
/// Counts one more question of the caller.
Id<store::Lookup> note_lookup(db::Tx& tx, std::optional<Number<Person>> person);

}  // namespace ryadom::people
