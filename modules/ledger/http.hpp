#pragma once

#include "modules/ledger/module.hpp"

namespace ryadom::ledger {

void add_fact_routes(http::Routes& routes, const Running& running);
void add_list_routes(http::Routes& routes, const Running& running);
void add_import_routes(http::Routes& routes, const Running& running);
void add_figure_routes(http::Routes& routes, const Running& running);

}  // namespace ryadom::ledger
