#pragma once

#include "platform/http/routes.hpp"

namespace ryadom::duplicates {

/// The queue of pairs and the runs that fill it.
void add_queue_routes(http::Routes& routes);
/// Two persons side by side, merged and set apart again.
void add_merge_routes(http::Routes& routes);

}  // namespace ryadom::duplicates
