#pragma once

#include "platform/http/routes.hpp"

namespace ryadom::people {

void add_routes(http::Routes& routes);
void add_file_routes(http::Routes& routes);
/// Consents of a person, their texts, and the region's lists.
void add_consent_routes(http::Routes& routes);
void add_list_routes(http::Routes& routes);
/// Who is alike, while somebody is entered.
void add_same_routes(http::Routes& routes);
/// What reaches over the edge of the scope: lookup, attachment, a name with a reason, the log of a card.
void add_routes_across_centres(http::Routes& routes);

}  // namespace ryadom::people
