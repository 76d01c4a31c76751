// The log as the screen shows it.
#pragma once

#include "modules/accounts/model.hpp"
#include "platform/db/transaction.hpp"

namespace ryadom::accounts::store {

/// Newest first, before a position.
std::vector<AuditEntry> audit_entries(db::Tx& tx, const AuditFilter& filter, std::int64_t before, int limit);

}  // namespace ryadom::accounts::store
