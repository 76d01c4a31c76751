// The front end out of the binary: hashed assets for ever, the page itself never cached, everything under a strict policy.
#pragma once

#include "platform/http/message.hpp"

#include <optional>

namespace ryadom::app {

/// Nothing for a method other than GET and HEAD, or for a missing asset; any other path is a page of the app.
std::optional<http::Response> static_page(const http::Request& request);

}  // namespace ryadom::app
