// The clock of a database that is being filled with the past.
#pragma once

#include "platform/core/ports.hpp"

#include <atomic>
#include <memory>

namespace ryadom::generate {

/// Stands until it is moved; copies show the same time.
class MovableClock {
  public:
    explicit MovableClock(Instant at) : now_(std::make_shared<std::atomic<std::int64_t>>(at.milliseconds)) {}
    Instant now() const { return {*now_}; }
    void move(Instant at) const { *now_ = at.milliseconds; }
    /// For db::Options::clock.
    Clock clock() const {
        return [now = now_] { return Instant{*now}; };
    }

  private:
    std::shared_ptr<std::atomic<std::int64_t>> now_;
};

}  // namespace ryadom::generate
