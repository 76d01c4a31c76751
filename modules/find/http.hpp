#pragma once

#include "platform/http/routes.hpp"
#include "platform/search/shelf.hpp"

namespace ryadom::find {

void add_routes(http::Routes& routes, std::shared_ptr<search::Shelf> shelf);

}  // namespace ryadom::find
