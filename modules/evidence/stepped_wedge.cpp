// The estimate and its variances. Every centre has the same covariance V = within * I + between * J, and the months are free,
// so that generalised least squares is: take the mean over centres out of every month, then
//   effect = sum x'V⁻¹y / sum x'V⁻¹x,  variance = 1 / sum x'V⁻¹x,
//   x'V⁻¹y = (x'y - share / T * (1'x)(1'y)) / within,  share = T * between / (within + T * between).
// The variance equals formula (8) of the paper, as its test says.
#include "modules/evidence/stepped_wedge.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <random>

namespace ryadom::evidence {
namespace {

constexpr double nothing = 1e-12;

std::vector<double> centred(const Panel& panel, const std::vector<double>& values) {
    auto out = values;
    for (std::size_t j = 0; j < panel.periods; ++j) {
        double mean = 0;
        for (std::size_t i = 0; i < panel.clusters; ++i) mean += values[i * panel.periods + j] / static_cast<double>(panel.clusters);
        for (std::size_t i = 0; i < panel.clusters; ++i) out[i * panel.periods + j] -= mean;
    }
    return out;
}

/// A centred panel: the products of every pair of sums, as functions of the share.
class Sums {
  public:
    explicit Sums(const Panel& panel)
        : clusters_(panel.clusters), periods_(panel.periods), x_(centred(panel, panel.exposure)), y_(centred(panel, panel.outcome)) {}

    /// x'V⁻¹y of the starts of one centre and the outcomes of one centre, times `within`.
    double xy(double share, std::size_t starts, std::size_t outcomes) const { return product(share, x_, starts, y_, outcomes); }
    double xx(double share) const { return all(share, x_, x_); }
    double xy(double share) const { return all(share, x_, y_); }
    double yy(double share) const { return all(share, y_, y_); }
    /// What is left of the outcome when the effect is taken out.
    double rest(double share) const { return yy(share) - std::pow(xy(share), 2) / xx(share); }
    double clusters() const { return static_cast<double>(clusters_); }
    double periods() const { return static_cast<double>(periods_); }

  private:
    double product(double share, const std::vector<double>& a, std::size_t of_a, const std::vector<double>& b, std::size_t of_b) const {
        double both = 0;
        double sum_a = 0;
        double sum_b = 0;
        for (std::size_t j = 0; j < periods_; ++j) {
            const double left = a[of_a * periods_ + j];
            const double right = b[of_b * periods_ + j];
            both += left * right;
            sum_a += left;
            sum_b += right;
        }
        return both - share / periods() * sum_a * sum_b;
    }
    double all(double share, const std::vector<double>& a, const std::vector<double>& b) const {
        double out = 0;
        for (std::size_t i = 0; i < clusters_; ++i) out += product(share, a, i, b, i);
        return out;
    }

    std::size_t clusters_;
    std::size_t periods_;
    std::vector<double> x_;
    std::vector<double> y_;
};

/// The share in [0, 1) at which a likelihood, given as its negative, is best: the best of a grid, then narrowed down.
double best_share(const std::function<double(double)>& cost) {
    constexpr int steps = 200;
    constexpr double most = 0.999'9;
    const auto at = [](int step) { return most * step / steps; };
    int best = 0;
    for (int step = 1; step <= steps; ++step)
        if (cost(at(step)) < cost(at(best))) best = step;
    double low = at(std::max(best - 1, 0));
    double high = at(std::min(best + 1, steps));
    while (high - low > 1e-9) {
        const double third = (high - low) / 3;
        if (cost(low + third) < cost(high - third)) high -= third;
        else low += third;
    }
    // The boundary itself stands for centres that do not differ.
    return cost(0) <= cost((low + high) / 2) ? 0 : (low + high) / 2;
}

/// Twice the negative restricted log-likelihood, less what does not depend on the share.
double restricted(const Sums& sums, double share) {
    const double cells = (sums.clusters() - 1) * sums.periods();
    return (cells - 1) * std::log(sums.rest(share)) - (sums.clusters() - 1) * std::log1p(-share) + std::log(sums.xx(share));
}

/// The same of a world in which nothing changed with the start.
double restricted_without_effect(const Sums& sums, double share) {
    const double cells = (sums.clusters() - 1) * sums.periods();
    return cells * std::log(sums.yy(share)) - (sums.clusters() - 1) * std::log1p(-share);
}

Components components_of(const Sums& sums, double share) {
    const double within = sums.rest(share) / ((sums.clusters() - 1) * sums.periods() - 1);
    return {within, share * within / (sums.periods() * (1 - share))};
}

bool comparable(const Panel& panel) { return panel.clusters >= 3 && panel.periods >= 2 && informative_periods(panel) > 0; }

}  // namespace

std::optional<Effect> effect(const Panel& panel, const Components& known) {
    if (!comparable(panel)) return {};
    const Sums sums(panel);
    const double share = sums.periods() * known.between / (known.within + sums.periods() * known.between);
    if (sums.xx(share) < nothing) return {};
    const double error = std::sqrt(known.within / sums.xx(share));
    const double estimate = sums.xy(share) / sums.xx(share);
    return Effect{estimate, error, interval95(estimate, error, sums.clusters() - 2), known};
}

std::optional<Effect> effect(const Panel& panel) {
    if (!comparable(panel)) return {};
    const Sums sums(panel);
    // What is left must be more than rounding: an outcome that the starts explain to the last digit is none of this world.
    if (sums.xx(1) < nothing || sums.rest(1) <= nothing * sums.yy(0) || sums.yy(0) <= 0) return {};
    return effect(panel, components_of(sums, best_share([&](double share) { return restricted(sums, share); })));
}

std::optional<double> effect_within_periods(const Panel& panel) {
    if (!comparable(panel)) return {};
    const Sums sums(panel);
    return sums.xy(0) / sums.xx(0);
}

std::optional<double> chance_of_difference(const Panel& panel, int rounds, std::uint64_t seed) {
    if (!comparable(panel)) return {};
    const Sums sums(panel);
    if (sums.yy(1) <= nothing * sums.yy(0) || sums.yy(0) <= 0) return {};
    // The share comes from the outcomes alone, so that every order of starts is weighed alike; then only x'V⁻¹y differs.
    const double share = best_share([&](double each) { return restricted_without_effect(sums, each); });
    std::vector<double> products(panel.clusters * panel.clusters);
    for (std::size_t i = 0; i < panel.clusters; ++i)
        for (std::size_t k = 0; k < panel.clusters; ++k) products[i * panel.clusters + k] = sums.xy(share, i, k);
    std::vector<std::size_t> order(panel.clusters);
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto difference = [&] {
        double out = 0;
        for (std::size_t i = 0; i < order.size(); ++i) out += products[i * panel.clusters + order[i]];
        return std::abs(out);
    };
    const double seen = difference() * (1 - nothing);
    std::mt19937_64 random(seed);
    int as_large = 1;  // the order that was
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = order.size() - 1; i > 0; --i) std::swap(order[i], order[random() % (i + 1)]);
        if (difference() >= seen) ++as_large;
    }
    return static_cast<double>(as_large) / (rounds + 1);
}

}  // namespace ryadom::evidence
