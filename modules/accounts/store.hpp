// The log as the screen shows it.
#pragma once

#include "modules/accounts/model.hpp"
#include "platform/db/transaction.hpp"

namespace ryadom::accounts::store {

/// The number of the first record of that moment or later; they stand in the order of their moments.
std::int64_t first_record_since(db::Tx& tx, Instant from);

struct LogLine {
    std::int64_t number;
    AuditEntry entry;
};
/// Newest first, from the number `first` on and before another.
std::vector<LogLine> audit_entries(db::Tx& tx, const AuditFilter& filter, std::int64_t first, std::int64_t before, int limit);

}  // namespace ryadom::accounts::store
