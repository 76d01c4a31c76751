#pragma once

#include "modules/ledger/module.hpp"

namespace ryadom::ledger {

/// How long a list waits for what was just recorded.
constexpr std::chrono::milliseconds patience{300};

void add_fact_routes(http::Routes& routes, const Running& running);
void add_list_routes(http::Routes& routes, const Running& running);
void add_export_routes(http::Routes& routes, const Running& running);
void add_reveal_routes(http::Routes& routes);
void add_import_routes(http::Routes& routes, const Running& running);
void add_figure_routes(http::Routes& routes, const Running& running);

}  // namespace ryadom::ledger
