#pragma once

#include "platform/http/routes.hpp"

namespace ryadom::programmes {

void add_norm_routes(http::Routes& routes);
void add_application_routes(http::Routes& routes);
void add_programme_routes(http::Routes& routes);
void add_contract_routes(http::Routes& routes);

}  // namespace ryadom::programmes
