#pragma once

#include "modules/network/module.hpp"
#include "modules/network/network.hpp"

namespace ryadom::network {

void add_routes(http::Routes& routes, const RegisterChanged& changed);
void add_map_routes(http::Routes& routes);
void add_import_routes(http::Routes& routes, const RegisterChanged& changed);
void add_export_routes(http::Routes& routes);

}  // namespace ryadom::network
