#pragma once

#include "modules/journal/module.hpp"

namespace ryadom::journal {

void add_grid_routes(http::Routes& routes, const Running& running);
void add_absence_routes(http::Routes& routes);

}  // namespace ryadom::journal
