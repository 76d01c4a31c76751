#include "app/generate/dice.hpp"

#include <memory>
#include <mutex>

namespace ryadom::generate {
namespace {

/// SplitMix64: the standard library's distributions differ between machines, so nothing of them is used.
std::uint64_t mixed(std::uint64_t value) {
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31U);
}

}  // namespace

Dice::Dice(Seed seed, std::string_view purpose) : state_(mixed(seed.value + 0x9E3779B97F4A7C15ULL)) {
    for (const char letter : purpose) state_ = mixed(state_ ^ static_cast<unsigned char>(letter)) + 0x9E3779B97F4A7C15ULL;
}

std::uint64_t Dice::bits() {
    state_ += 0x9E3779B97F4A7C15ULL;
    return mixed(state_);
}

std::int64_t Dice::between(std::int64_t low, std::int64_t high) {
    if (high <= low) return low;
    return low + static_cast<std::int64_t>(bits() % static_cast<std::uint64_t>(high - low + 1));
}

double Dice::part() { return static_cast<double>(bits() >> 11U) * 0x1.0p-53; }

double Dice::around(double middle, double spread) {
    double sum = 0;
    for (int i = 0; i < 9; ++i) sum += part() - 0.5;
    return middle + spread * sum / 1.5;
}

int Dice::times(double rate) {
    const auto whole = std::floor(rate);
    return static_cast<int>(whole) + (chance(rate - whole) ? 1 : 0);
}

std::size_t Dice::weighted(std::span<const double> weights) {
    double left = part() * std::accumulate(weights.begin(), weights.end(), 0.0);
    for (std::size_t i = 0; i + 1 < weights.size(); ++i) {
        left -= weights[i];
        if (left < 0) return i;
    }
    return weights.size() - 1;
}

Random seeded_random(Seed seed, std::string_view purpose) {
    struct Source {
        Source(Seed from, std::string_view what_for) : dice(from, what_for) {}
        std::mutex mutex;
        Dice dice;
    };
    auto source = std::make_shared<Source>(seed, purpose);
    return [source](std::span<std::byte> bytes) {
        const std::lock_guard lock(source->mutex);
        for (auto& byte : bytes) byte = static_cast<std::byte>(source->dice.bits() >> 56U);
    };
}

}  // namespace ryadom::generate
