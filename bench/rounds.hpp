// Interleaved rounds and their medians: machines are shared, so only ratios within one run say something. What is
// measured goes to standard error, the row of the table to standard output.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
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

inline double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

struct Contender {
    std::string name;
    std::function<double()> measure;  ///< one round: a rate, a time or a size
    std::vector<double> rounds{};

    double median() const { return bench::median(rounds); }
};

/// Runs every contender once per round, in turn, after a round that does not count.
inline void run(std::vector<Contender>& contenders, int rounds, const char* unit) {
    for (auto& each : contenders) each.measure();
    for (int round = 0; round < rounds; ++round)
        for (auto& each : contenders) each.rounds.push_back(each.measure());
    for (const auto& each : contenders)
        fmt::print(stderr, "  {}: {:.4g} {} ({:.4g} to {:.4g})\n", each.name, each.median(), unit, std::ranges::min(each.rounds),
                   std::ranges::max(each.rounds));
}

struct Goal {
    enum class Kind { at_least, at_most, none } kind;
    double bound;
};

/// The last two cells of a row: the goal, and whether it is met.
inline std::string judged(double value, Goal goal) {
    switch (goal.kind) {
        case Goal::Kind::none: break;
        case Goal::Kind::at_least: return fmt::format("at least {:g} | {}", goal.bound, value >= goal.bound ? "yes" : "no");
        case Goal::Kind::at_most: return fmt::format("at most {:g} | {}", goal.bound, value <= goal.bound ? "yes" : "no");
    }
    return " | ";
}

/// A row of the table: the ratio of the medians, and the least and the greatest ratio of one round.
inline void report(const char* name, const std::vector<double>& ours, const std::vector<double>& reference, Goal goal) {
    const auto ratio = median(ours) / median(reference);
    std::vector<double> each;
    for (std::size_t i = 0; i < ours.size(); ++i) each.push_back(ours[i] / reference[i]);
    fmt::print("| {} | {:.2f} | {:.2f} to {:.2f} | {} |\n", name, ratio, std::ranges::min(each), std::ranges::max(each), judged(ratio, goal));
    std::fflush(stdout);
}

/// A row for what has no reference: the median, and the least and the greatest of a round.
inline void report_figure(const std::string& name, const std::vector<double>& rounds, const char* unit, Goal goal) {
    const auto value = median(rounds);
    fmt::print("| {} | {:.5g} {} | {:.5g} to {:.5g} | {} |\n", name, value, unit, std::ranges::min(rounds), std::ranges::max(rounds), judged(value, goal));
    std::fflush(stdout);
}

}  // namespace ryadom::bench
