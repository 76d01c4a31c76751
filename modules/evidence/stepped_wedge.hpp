// Whether something changed when centres started, judged against the centres that had not started yet: the stepped-wedge
// design of M. A. Hussey and J. P. Hughes (Contemporary Clinical Trials 28, 2007, 182-191). Pure functions.
//
// Model of the cell of centre i and month j:  y = m + a(i) + b(j) + effect * x(i,j) + e,  where b is what that month did
// to everybody, a ~ N(0, between) is what a centre always has, and e ~ N(0, within).
#pragma once

#include "modules/evidence/statistics.hpp"
#include "platform/time/time.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace ryadom::evidence {

/// Every centre in every period, centre by centre.
struct Panel {
    std::size_t clusters = 0;
    std::size_t periods = 0;
    std::vector<double> exposure;  ///< x: 0 before the start, 1 after; the part of the month that was left in that of the start
    std::vector<double> outcome;   ///< y
    double x(std::size_t cluster, std::size_t period) const { return exposure[cluster * periods + period]; }
};

/// How much of a month lies after the start; nothing for a centre that never started.
double exposure_of(const Period& month, std::optional<Date> start);

/// Variances of the model.
struct Components {
    double within = 0;   ///< of one cell, sigma²
    double between = 0;  ///< of centres, tau²
};

struct Effect {
    double estimate = 0;
    double error = 0;  ///< standard error
    Interval interval;
    Components components;
};

/// The generalised least squares estimate where the variances are known. Nothing when the panel holds no comparison.
std::optional<Effect> effect(const Panel& panel, const Components& known);
/// The same with variances estimated by restricted maximum likelihood. The interval takes Student's t with two degrees of
/// freedom less than there are centres, since centres, not months, were compared: with few centres the normal quantile of
/// the paper is too narrow. Nothing for fewer than three centres or two periods, without a comparison or any variation.
std::optional<Effect> effect(const Panel& panel);

/// Months in which some had started and some had not. Others say nothing about the effect by themselves.
std::size_t informative_periods(const Panel& panel);
/// Of these months alone, each compared within itself: needs no assumption about what a centre always has.
std::optional<double> effect_within_periods(const Panel& panel);
/// How often chance alone, giving the same starts to other centres, would show at least such a difference. Holds whatever
/// the distribution of the outcome. The same seed gives the same answer.
std::optional<double> chance_of_difference(const Panel& panel, int rounds, std::uint64_t seed);

/// Whether centres that started earlier were already on another way before anybody had started.
struct TrendBefore {
    std::size_t periods = 0;
    double difference = 0;  ///< of the slopes by a month, early centres less late ones
    Interval interval;
};
/// Nothing with fewer than three months before the first start or two centres on a side.
std::optional<TrendBefore> trend_before(const Panel& panel);

}  // namespace ryadom::evidence
