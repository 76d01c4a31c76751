// The log as the screen shows it.
#pragma once

#include "modules/accounts/model.hpp"
#include "platform/db/transaction.hpp"

namespace ryadom::accounts::store {

/// The position of the first record of that moment or later; they stand in the order of their moments.
std::int64_t audit_position(db::Tx& tx, Instant from);
/// Newest first, from `first` on and before a position.
std::vector<AuditEntry> audit_entries(db::Tx& tx, const AuditFilter& filter, std::int64_t first, std::int64_t before, int limit);

}  // namespace ryadom::accounts::store
