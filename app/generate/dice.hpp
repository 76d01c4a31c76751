// The generator's only source of chance: the same seed and purpose, the same throws on every machine.
#pragma once

#include "platform/core/ports.hpp"

#include <cmath>
#include <cstdint>
#include <numeric>
#include <span>
#include <string_view>

namespace ryadom::generate {

/// What a region grows from.
struct Seed {
    std::uint64_t value = 1;
};

class Dice {
  public:
    /// Each purpose throws for itself, so that one part of the region may change without the others.
    Dice(Seed seed, std::string_view purpose);

    std::uint64_t bits();
    /// Both ends included.
    std::int64_t between(std::int64_t low, std::int64_t high);
    /// At least 0, below 1.
    double part();
    bool chance(double probability) { return part() < probability; }
    /// Near `middle`, within three `spread`.
    double around(double middle, double spread);
    /// Expected `rate` times.
    int times(double rate);

    template <class Range>
    const auto& pick(const Range& range) {
        return range[static_cast<std::size_t>(between(0, static_cast<std::int64_t>(std::size(range)) - 1))];
    }
    std::size_t weighted(std::span<const double> weights);

    template <class Range>
    void shuffle(Range& range) {
        for (auto last = std::size(range); last > 1; --last)
            std::swap(range[last - 1], range[static_cast<std::size_t>(between(0, static_cast<std::int64_t>(last) - 1))]);
    }

  private:
    std::uint64_t state_;
};

/// Bytes for public ids, for a database whose every content is to be repeatable.
Random seeded_random(Seed seed, std::string_view purpose = "ids");

}  // namespace ryadom::generate
