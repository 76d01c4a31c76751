// Seen by platform/db/postgres*.cpp only.
#pragma once

#include "platform/db/engine.hpp"

namespace ryadom::db {

/// Creates policies, triggers, scoped views and order tables, or renews them when the declarations have changed.
void declare_postgres(Connection& connection, const std::vector<Schema>& schemas);

/// Takes views and policies away, inside the caller's transaction: PostgreSQL alters no column that one of them names, and
/// shows a migration no row of a secured table.
void undeclare_postgres(Connection& connection);

/// Gives positions to the committed rows of the ordered tables. The caller holds the numbering lock. True if any moved.
bool number_committed(Connection& connection, const std::vector<Schema>& schemas);

}  // namespace ryadom::db
