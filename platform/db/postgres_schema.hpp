// Seen by platform/db/postgres*.cpp only.
#pragma once

#include "platform/db/engine.hpp"

namespace ryadom::db {

/// Creates or renews policies, triggers, scoped views and order tables. Runs at each start.
void declare_postgres(Connection& connection, const std::vector<Schema>& schemas);

/// Gives positions to the committed rows of the ordered tables. The caller holds the numbering lock. True if any moved.
bool number_committed(Connection& connection, const std::vector<Schema>& schemas);

}  // namespace ryadom::db
