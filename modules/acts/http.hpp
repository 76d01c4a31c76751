#pragma once

#include "modules/acts/module.hpp"
#include "modules/acts/store.hpp"

namespace ryadom::acts {

void add_month_routes(http::Routes& routes, const Running& running);
void add_act_routes(http::Routes& routes);
void add_print_routes(http::Routes& routes);

/// Months of a centre up to today, the newest first: those that were closed, and those that are still to be.
std::vector<Month> months(const std::vector<store::ClosingRow>& closings, Date today);

/// A closing within the caller's scope.
store::ClosingRow closing_of(http::Call& call);

}  // namespace ryadom::acts
