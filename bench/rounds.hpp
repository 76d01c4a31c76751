// Interleaved rounds and their medians: machines are shared, so only ratios within one run say something.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace ryadom::bench {

inline double seconds_since(std::chrono::steady_clock::time_point begun) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

inline double cpu_seconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

struct Contender {
    std::string name;
    std::function<double()> measure;  ///< one round: a rate or a time
    std::vector<double> rounds{};

    double median() const {
        auto sorted = rounds;
        std::ranges::sort(sorted);
        return sorted[sorted.size() / 2];
    }
};

/// Runs every contender once per round, in turn, after a round that does not count.
inline void run(std::vector<Contender>& contenders, int rounds, const char* unit) {
    for (auto& each : contenders) each.measure();
    for (int round = 0; round < rounds; ++round)
        for (auto& each : contenders) each.rounds.push_back(each.measure());
    for (const auto& each : contenders) {
        auto sorted = each.rounds;
        std::ranges::sort(sorted);
        fmt::print("| {} | {:.3g} | {:.3g} to {:.3g} {} |\n", each.name, each.median(), sorted.front(), sorted.back(), unit);
    }
}

}  // namespace ryadom::bench
