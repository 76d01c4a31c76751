#pragma once

#include "modules/travel/polling.hpp"
#include "platform/http/module.hpp"

namespace ryadom::travel {

using SharedOutgoing = std::shared_ptr<Outgoing>;

/// For other servers, without a session.
void add_public_routes(http::Routes& routes);
/// For the administrator of the publisher.
void add_publish_routes(http::Routes& routes);
/// For whoever reads feeds.
void add_feed_routes(http::Routes& routes, const SharedOutgoing& outgoing);

}  // namespace ryadom::travel
