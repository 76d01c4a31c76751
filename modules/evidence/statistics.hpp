// Plain statistics of evidence: Student's t, and what a scale says before and after. Pure functions.
#pragma once

#include <optional>
#include <span>

namespace ryadom::evidence {

/// P(T <= t) of Student's distribution.
double t_probability(double t, double freedom);
/// The t that is exceeded with probability 1 - p; p between 0 and 1, exclusive.
double t_quantile(double p, double freedom);

/// Where the true value lies in 95 of 100 such samples.
struct Interval {
    double from = 0;
    double to = 0;
    bool operator==(const Interval&) const = default;
};
Interval interval95(double estimate, double error, double freedom);
constexpr bool holds(const Interval& interval, double value) { return interval.from <= value && value <= interval.to; }

/// One person's scale at the start and at the end.
struct Pair {
    double before = 0;
    double after = 0;
};

enum class Direction { higher_is_better, lower_is_better };

/// How the people of a scale changed. Positive is better, whichever way the scale counts.
struct Change {
    double mean = 0;
    double deviation = 0;  ///< standard deviation of the changes
    Interval interval;
    double improved_percent = 0;  ///< of the pairs, by at least the minimum
};

/// Numbers of people too few to be told are absent.
struct Outcome {
    std::optional<int> pairs;
    std::optional<int> unpaired;   ///< people with one end only; they are in no figure
    std::optional<Change> change;  ///< absent: fewer than five pairs
};
Outcome outcome(std::span<const Pair> pairs, int unpaired, Direction direction, double minimum);

}  // namespace ryadom::evidence
