#pragma once

#include "platform/http/routes.hpp"

namespace ryadom::catalogue {

void add_routes(http::Routes& routes);

}  // namespace ryadom::catalogue
