// What this server asks of others over the network. Addresses come from people, so nothing private can be reached by them:
// HTTPS only, no redirects, no proxy, and every address is looked at when the socket is opened, after the name was resolved.
#pragma once

#include <chrono>
#include <cstddef>
#include <expected>
#include <functional>
#include <optional>
#include <string>

namespace ryadom::fetch {

struct Ask {
    std::string url;
    std::string known_tag{};             ///< If-None-Match; empty: none
    std::optional<std::string> body{};   ///< JSON to POST; absent: GET
    std::size_t most_bytes = 4U << 20;
    std::chrono::milliseconds time{20'000};
};

struct Answer {
    int status = 0;
    std::string body;
    std::string tag;  ///< ETag
};

enum class Failure {
    address,      ///< no URL that may be asked
    forbidden,    ///< the name leads to a private address
    unreachable,  ///< no such name, nobody listens, broken off
    certificate,  ///< TLS did not come about
    slow,
    large
};

/// Whether a server on this very machine may be asked, then also without TLS: for trying out and for tests.
enum class Loopback { refused, allowed };

using Result = std::expected<Answer, Failure>;
using Fetch = std::function<Result(const Ask&)>;

Result ask(const Ask& question, Loopback loopback);

/// Whether the address, "10.1.2.3" or "fe80::1", is one of the public network.
bool is_public(const std::string& address);
bool is_loopback(const std::string& address);

}  // namespace ryadom::fetch
