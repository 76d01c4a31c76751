// Somebody who is signed in to the server under measurement, and facts as a desk enters them.
#pragma once

#include "bench/process.hpp"
#include "platform/json/value.hpp"

#include <string>
#include <vector>

namespace ryadom::bench {

/// Requests with everything that a browser sends. Several threads may make requests at once, one may send them.
class Desk {
  public:
    Desk(const std::string& login, const std::string& password);

    /// With an idempotency key of its own.
    std::string post(const std::string& path, const std::string& body) const;
    std::string get_request(const std::string& path) const;
    json::Value get(const std::string& path);
    Reply send(const std::string& request) { return connection_.ask(request); }

  private:
    std::string head(const char* method, const std::string& path) const;

    Connection connection_;
    std::string cookie_ = "none=";
};

json::Value must_parse(const std::string& text);

/// Facts that this desk may record.
struct Examples {
    std::vector<std::string> bodies;  ///< requests for one fact each
    std::vector<std::string> ids;     ///< of the facts that they made
    std::string answer;               ///< the longest answer to one
};

/// Records facts of the last weeks again, until there are enough; a fact that the desk may not record is left out. Throws
/// if there is none.
Examples try_out(Desk& desk, std::size_t wanted);

/// The body of a request for so many facts; `next` goes on through the examples, round and round.
std::string array_of(const Examples& examples, int size, std::size_t& next);

}  // namespace ryadom::bench
