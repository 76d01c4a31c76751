#pragma once

#include "platform/http/routes.hpp"

namespace ryadom::payment {

void add_routes(http::Routes& routes);
void add_norm_routes(http::Routes& routes);

}  // namespace ryadom::payment
