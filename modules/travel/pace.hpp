// How often one address may take what costs the server work, without a session.
#pragma once

#include "platform/core/ports.hpp"

#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace ryadom::travel {

/// So many times in a window, which begins with the first of them. Unlike auth::Throttle it judges no try: a subscriber that
/// takes every package of a publisher is right to do so, only not again and again.
class Pace {
  public:
    Pace(int most, std::int64_t window_ms) : most_(most), window_ms_(window_ms) {}
    /// Counts the time; seconds to wait where it was one too many.
    std::optional<int> wait(const std::string& peer, Instant now);

  private:
    struct Window {
        Instant since;
        int times = 0;
    };
    bool over(const Window& window, Instant now) const { return window.since + window_ms_ <= now; }

    int most_;
    std::int64_t window_ms_;
    std::mutex mutex_;
    std::map<std::string, Window> windows_;
};

}  // namespace ryadom::travel
