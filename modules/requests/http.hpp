#pragma once

#include "modules/requests/module.hpp"

namespace ryadom::requests {

void add_routes(http::Routes& routes, const Answered& answered);

}  // namespace ryadom::requests
