#include "modules/evidence/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace ryadom::evidence {
namespace {

/// The continued fraction of the incomplete beta function by Lentz's method (Abramowitz and Stegun, 26.5.8).
double beta_fraction(double a, double b, double x) {
    constexpr double tiny = 1e-300;
    constexpr int most_steps = 10'000;
    const auto kept = [](double value) { return std::abs(value) < tiny ? tiny : value; };
    double c = 1;
    double d = 1 / kept(1 - (a + b) * x / (a + 1));
    double out = d;
    for (int m = 1; m <= most_steps; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / kept(1 + even * d);
        c = kept(1 + even / c);
        out *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / kept(1 + odd * d);
        c = kept(1 + odd / c);
        out *= d * c;
        if (std::abs(d * c - 1) < std::numeric_limits<double>::epsilon()) return out;
    }
    throw std::runtime_error("the incomplete beta function did not converge");
}

double incomplete_beta(double a, double b, double x) {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    const double front = std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x));
    // Each side of the mean has the fraction that converges there.
    return x < (a + 1) / (a + b + 2) ? front * beta_fraction(a, b, x) / a : 1 - front * beta_fraction(b, a, 1 - x) / b;
}

}  // namespace

double t_probability(double t, double freedom) {
    const double tail = incomplete_beta(freedom / 2, 0.5, freedom / (freedom + t * t)) / 2;
    return t > 0 ? 1 - tail : tail;
}

double t_quantile(double p, double freedom) {
    if (!(p > 0 && p < 1 && freedom > 0)) throw std::invalid_argument("t_quantile");
    if (p < 0.5) return -t_quantile(1 - p, freedom);
    double low = 0;
    double high = 1;
    while (t_probability(high, freedom) < p) high *= 2;
    while (high - low > 1e-12 * high) {
        const double middle = (low + high) / 2;
        if (middle <= low || middle >= high) break;
        (t_probability(middle, freedom) < p ? low : high) = middle;
    }
    return (low + high) / 2;
}

Interval interval95(double estimate, double error, double freedom) {
    const double reach = t_quantile(0.975, freedom) * error;
    return {estimate - reach, estimate + reach};
}

bool improved(const Pair& pair, const Better& better) {
    // Scores are sums of decimals: what is equal on paper may differ in the last digit.
    constexpr double tolerance = 1e-9;
    const double change = better.direction == Direction::higher_is_better ? pair.after - pair.before : pair.before - pair.after;
    return change >= better.at_least - tolerance;
}

Change outcome(std::span<const Pair> pairs, const std::optional<Better>& better) {
    const auto count = static_cast<double>(pairs.size());
    Change out;
    for (const auto& pair : pairs) {
        out.before += pair.before / count;
        out.after += pair.after / count;
    }
    out.mean = out.after - out.before;
    double squares = 0;
    for (const auto& pair : pairs) squares += std::pow(pair.after - pair.before - out.mean, 2);
    out.interval = interval95(out.mean, std::sqrt(squares / (count - 1) / count), count - 1);
    if (better)
        out.improved_percent = 100.0 * static_cast<double>(std::ranges::count_if(pairs, [&](const Pair& pair) { return improved(pair, *better); })) / count;
    return out;
}

// Zero is added, so that nothing is not "minus nothing".
double rounded(double value) { return std::round(value * 100) / 100 + 0.0; }

}  // namespace ryadom::evidence
