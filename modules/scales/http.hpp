#pragma once

#include "platform/http/routes.hpp"

namespace ryadom::scales {

/// The library: what scales there are and how they are described.
void add_library_routes(http::Routes& routes);
/// Filled ones.
void add_filled_routes(http::Routes& routes);
/// What was concluded from them.
void add_assessment_routes(http::Routes& routes);

}  // namespace ryadom::scales
