// Slows guessing down without locking the victim out: the delay grows with the failures of one network against one
// login, so that the owner, who comes from another network, still gets in. A browser that the owner signed in with
// before is a network of its own (OWASP, "device cookies"), so that a neighbour's guessing does not slow it either.
#pragma once

#include "platform/core/ports.hpp"

#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace ryadom::auth {

class Throttle {
  public:
    /// `peer` is an address, or a word for a known browser, without dots and colons.
    /// Seconds to wait before this network may try this login again; nothing when it may try now.
    std::optional<int> wait(const std::string& login, const std::string& peer, Instant now);
    /// Counts the try before it is judged, so that parallel tries cannot slip through; a success forgives it.
    void count(const std::string& login, const std::string& peer, Instant now);
    void forgive(const std::string& login, const std::string& peer);

  private:
    struct Tries {
        int failures = 0;
        Instant allowed;  ///< when the next try may come
        Instant last;
    };
    static std::string network(const std::string& peer);
    void forget_old(Instant now);

    std::mutex mutex_;
    std::map<std::string, Tries> by_login_;    ///< login and network
    std::map<std::string, Tries> by_network_;  ///< one network against many logins
};

}  // namespace ryadom::auth
