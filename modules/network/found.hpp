// What the register tells of itself to the search.
#pragma once

#include "modules/network/network.hpp"

namespace ryadom::network {

/// After every change of an organisation: its rooms are found by its name too.
void tell_search(db::Tx& tx, const Id<Organisation>& organisation);
void tell_search(db::Tx& tx, const Id<Room>& room);

}  // namespace ryadom::network
