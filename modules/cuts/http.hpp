#pragma once

#include "modules/cuts/module.hpp"

namespace ryadom::cuts {

void add_routes(http::Routes& routes, const FeedSource& feed);

}  // namespace ryadom::cuts
