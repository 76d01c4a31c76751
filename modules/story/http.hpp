#pragma once

#include "platform/http/routes.hpp"

namespace ryadom::story {

void add_routes(http::Routes& routes);

}  // namespace ryadom::story
