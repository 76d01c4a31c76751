// How often somebody may learn what stands at other centres.
#pragma once

#include "platform/core/refusal.hpp"
#include "platform/db/transaction.hpp"

namespace ryadom::people {

/// Refuses whoever has asked across centres too often within the hour. Also for the name behind a fact, and for the
/// entering of a number: whoever tries out facts or cards is no better than whoever tries out numbers.
Checked<void> ask_seldom(db::Tx& tx);

}  // namespace ryadom::people
