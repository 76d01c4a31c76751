#pragma once

#include "platform/http/routes.hpp"

namespace ryadom::forms {

void add_routes(http::Routes& routes);

}  // namespace ryadom::forms
