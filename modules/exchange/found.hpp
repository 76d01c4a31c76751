// What the exchange tells of its events to the search.
#pragma once

#include "modules/exchange/model.hpp"

namespace ryadom::db {
class Database;
}

namespace ryadom::exchange {

/// After every change of the event, its programme, protocol and decisions. One that was cancelled is not found.
void tell_search(db::Tx& tx, Number<Event> event);
/// Tells the search of every event, in a database from before it.
void tell_search(db::Database& database);

}  // namespace ryadom::exchange
