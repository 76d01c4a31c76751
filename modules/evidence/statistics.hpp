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

/// What counts as better: a change in this direction of at least so much.
struct Better {
    Direction direction = Direction::higher_is_better;
    double at_least = 0;
};
bool improved(const Pair& pair, const Better& better);

/// How the people of a scale changed: what they had at the end less what they had at the start, whichever way is better.
struct Change {
    double before = 0;  ///< means
    double after = 0;
    double mean = 0;
    Interval interval;
    std::optional<double> improved_percent;  ///< absent: nothing says which way is better
};
/// Of two pairs at least.
Change outcome(std::span<const Pair> pairs, const std::optional<Better>& better);

/// To two digits after the point: more would be no knowledge.
double rounded(double value);

}  // namespace ryadom::evidence
