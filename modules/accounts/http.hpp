#pragma once

#include "platform/http/routes.hpp"

namespace ryadom::accounts {

void add_session_routes(http::Routes& routes, bool secure);
void add_account_routes(http::Routes& routes);

}  // namespace ryadom::accounts
