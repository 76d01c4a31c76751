// What the core takes from outside, so that tests and simulators can hand in their own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>

namespace ryadom {

/// Milliseconds since 1970-01-01T00:00:00Z.
struct Instant {
    std::int64_t milliseconds = 0;
    auto operator<=>(const Instant&) const = default;
};

inline Instant operator+(Instant at, std::int64_t milliseconds) { return {at.milliseconds + milliseconds}; }

/// The wall clock.
using Clock = std::function<Instant()>;

/// Fills the span with bytes. The system's source is cryptographically strong; a test's is seeded.
using Random = std::function<void(std::span<std::byte>)>;

Clock system_clock();
Random system_random();

}  // namespace ryadom
