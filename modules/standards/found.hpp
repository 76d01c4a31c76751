// What the standards tell of themselves to the search: on each day one version of each, the one that binds.
#pragma once

#include "modules/standards/standards.hpp"

namespace ryadom::db {
class Database;
}

namespace ryadom::standards {

/// After every change of what all staff may read of the standard.
void tell_search(db::Tx& tx, Number<Standard> standard);
/// Tells the search of every standard, in a database from before it.
void tell_search(db::Database& database);

}  // namespace ryadom::standards
