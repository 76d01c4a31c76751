// What of the assumptions of the comparison the data can show.
#include "modules/evidence/stepped_wedge.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ryadom::evidence {
namespace {

bool somebody_started(const Panel& panel, std::size_t period) {
    for (std::size_t i = 0; i < panel.clusters; ++i)
        if (panel.x(i, period) > 0) return true;
    return false;
}

/// Months of exposure, which order centres by their start.
std::vector<double> months_started(const Panel& panel) {
    std::vector<double> out(panel.clusters);
    for (std::size_t i = 0; i < panel.clusters; ++i)
        for (std::size_t j = 0; j < panel.periods; ++j) out[i] += panel.x(i, j);
    return out;
}

/// By how much the outcome of a centre grew a month over the first months.
double slope(const Panel& panel, std::size_t cluster, std::size_t months) {
    const double middle = static_cast<double>(months - 1) / 2;
    double products = 0;
    double squares = 0;
    for (std::size_t j = 0; j < months; ++j) {
        const double time = static_cast<double>(j) - middle;
        products += time * panel.outcome[cluster * panel.periods + j];
        squares += time * time;
    }
    return products / squares;
}

double mean(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size()); }

double squares_about_mean(const std::vector<double>& values) {
    double out = 0;
    for (const double value : values) out += std::pow(value - mean(values), 2);
    return out;
}

}  // namespace

double exposure_of(const Period& month, std::optional<Date> start) {
    if (!start || *start > month.last) return 0;
    if (*start <= month.first) return 1;
    return static_cast<double>(month.last - *start + 1) / (month.last - month.first + 1);
}

std::size_t informative_periods(const Panel& panel) {
    std::size_t out = 0;
    for (std::size_t j = 0; j < panel.periods; ++j) {
        bool mixed = false;
        for (std::size_t i = 1; i < panel.clusters; ++i) mixed = mixed || panel.x(i, j) != panel.x(0, j);
        if (mixed) ++out;
    }
    return out;
}

std::optional<TrendBefore> trend_before(const Panel& panel) {
    TrendBefore out;
    while (out.periods < panel.periods && !somebody_started(panel, out.periods)) ++out.periods;
    if (out.periods < 3 || panel.clusters < 4) return {};
    const auto started = months_started(panel);
    auto ranked = started;
    std::ranges::sort(ranked);
    // The later half, and whoever shares its last start; those that never started are late.
    const double latest_of_late = ranked[(panel.clusters - 1) / 2];
    std::vector<double> early;
    std::vector<double> late;
    for (std::size_t i = 0; i < panel.clusters; ++i) (started[i] > latest_of_late ? early : late).push_back(slope(panel, i, out.periods));
    if (early.size() < 2 || late.size() < 2) return {};
    const auto freedom = static_cast<double>(panel.clusters) - 2;
    const double variance = (squares_about_mean(early) + squares_about_mean(late)) / freedom;
    out.difference = mean(early) - mean(late);
    out.interval = interval95(out.difference, std::sqrt(variance / static_cast<double>(early.size()) + variance / static_cast<double>(late.size())), freedom);
    return out;
}

}  // namespace ryadom::evidence
