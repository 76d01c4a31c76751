#pragma once

#include "modules/ledger/import.hpp"
#include "modules/ledger/ledger.hpp"
#include "platform/http/module.hpp"

namespace ryadom::ledger {

/// What runs beside the routes. The database opens after the modules are listed, so the application hands in where to
/// find them.
struct Running {
    AdoptedBy adopted_by;
    std::function<const Feed&()> feed;
    std::function<Importer&()> importer;
};

Module module(Running running);

}  // namespace ryadom::ledger
