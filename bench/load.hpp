// Load of many keep-alive connections from one thread: each sends its next request when the answer to its last one has
// arrived, until all requests are answered.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ryadom::bench {

/// Seconds from the first request to the last answer. Throws at an answer with another status.
double seconds_of_load(std::uint16_t port, int connections, const std::vector<std::string>& requests, int wanted_status);

}  // namespace ryadom::bench
