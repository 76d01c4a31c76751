// The comparison against an example by hand, against the published variance, and against worlds whose truth is known.
#include <gtest/gtest.h>

#include "modules/evidence/stepped_wedge.hpp"

#include <cmath>
#include <random>

namespace ryadom::evidence {
namespace {

Date day(const char* text) { return *parse_date(text); }

/// Every `per_step` centres start one period later, the first of them in the period after `before`.
Panel design(std::size_t steps, std::size_t per_step, std::size_t before = 1) {
    Panel out{steps * per_step, steps + before, {}, {}};
    for (std::size_t i = 0; i < out.clusters; ++i)
        for (std::size_t j = 0; j < out.periods; ++j) out.exposure.push_back(j >= before + i / per_step ? 1 : 0);
    out.outcome.assign(out.exposure.size(), 0);
    return out;
}

struct World {
    double effect = 0;
    double within = 1;   ///< standard deviation of a cell
    double between = 1;  ///< of centres
    double drift = 0.5;  ///< of everybody, a period
};

void happen(Panel& panel, const World& world, std::mt19937_64& random) {
    std::normal_distribution<double> normal;
    for (std::size_t i = 0; i < panel.clusters; ++i) {
        const double centre = world.between * normal(random);
        for (std::size_t j = 0; j < panel.periods; ++j)
            panel.outcome[i * panel.periods + j] = 10 + centre + world.drift * static_cast<double>(j * j) + world.effect * panel.x(i, j) + world.within * normal(random);
    }
}

/// Three centres, two periods, two of them start in the second: what the formulas give by hand.
const Panel small{3, 2, {0, 1, 0, 1, 0, 0}, {1, 4, 2, 6, 1, 2}};

TEST(SteppedWedge, with_alike_centres_periods_are_compared_within_themselves) {
    EXPECT_NEAR(effect(small, {1, 0})->estimate, 5 - 2, 1e-12) << "the mean of 4 and 6 less 2";
    EXPECT_NEAR(*effect_within_periods(small), 3, 1e-12);
}

TEST(SteppedWedge, with_centres_that_differ_much_it_is_the_difference_of_differences) {
    EXPECT_NEAR(effect(small, {1, 1e12})->estimate, (3.0 + 4.0) / 2 - 1, 1e-6);
}

TEST(SteppedWedge, in_between_it_is_weighed_by_the_variances) {
    // within 2, between 1: share 1/2, sum x'y = 17/12, sum x'x = 1/2.
    const auto found = effect(small, {2, 1});
    EXPECT_NEAR(found->estimate, 17.0 / 6, 1e-12);
    EXPECT_NEAR(found->error, 2, 1e-12);
    EXPECT_NEAR(found->interval.to, 17.0 / 6 + 2 * 12.7062, 1e-3) << "three centres leave one degree of freedom";
}

/// Formula (8) of Hussey and Hughes, 2007, as printed: I clusters, T periods, U, W and V of the design.
double published_variance(const Panel& panel, const Components& of) {
    double u = 0;
    double w = 0;
    double v = 0;
    for (std::size_t j = 0; j < panel.periods; ++j) {
        double column = 0;
        for (std::size_t i = 0; i < panel.clusters; ++i) column += panel.x(i, j);
        u += column;
        w += column * column;
    }
    for (std::size_t i = 0; i < panel.clusters; ++i) {
        double row = 0;
        for (std::size_t j = 0; j < panel.periods; ++j) row += panel.x(i, j);
        v += row * row;
    }
    const auto clusters = static_cast<double>(panel.clusters);
    const auto periods = static_cast<double>(panel.periods);
    return clusters * of.within * (of.within + periods * of.between) /
           ((clusters * u - w) * of.within + (u * u + clusters * periods * u - periods * w - clusters * v) * of.between);
}

TEST(SteppedWedge, variance_is_the_published_one) {
    for (const auto& panel : {small, design(4, 6), design(10, 1), design(5, 3, 4)})
        for (const auto& components : {Components{1, 0}, Components{0.02, 0.015 * 0.015}, Components{3, 1}, Components{0.1, 40}})
            EXPECT_NEAR(std::pow(effect(panel, components)->error, 2) / published_variance(panel, components), 1, 1e-9)
                << panel.clusters << " " << components.within << " " << components.between;
}

/// What 400 worlds say: mean and spread of the estimates, the mean of the variances that were claimed, and how many of
/// the intervals held the truth.
struct Simulated {
    double mean = 0;
    double variance = 0;
    double claimed = 0;
    double covered = 0;
};
constexpr int worlds = 400;

Simulated simulate(Panel panel, const World& world) {
    std::mt19937_64 random(2007);
    std::vector<double> estimates;
    Simulated out;
    for (int i = 0; i < worlds; ++i) {
        happen(panel, world, random);
        const auto found = *effect(panel);
        estimates.push_back(found.estimate);
        out.mean += found.estimate / worlds;
        out.claimed += found.error * found.error / worlds;
        out.covered += holds(found.interval, world.effect) ? 1.0 / worlds : 0;
    }
    for (const double each : estimates) out.variance += std::pow(each - out.mean, 2) / (worlds - 1);
    return out;
}

TEST(SteppedWedge, estimate_is_unbiased_and_its_interval_holds_the_truth_nineteen_times_in_twenty) {
    for (const auto& world : {World{2, 1, 1}, World{0, 1, 3}, World{-1.5, 2, 0.2}}) {
        const auto panel = design(6, 4);
        const auto found = simulate(panel, world);
        const double truth = published_variance(panel, {world.within * world.within, world.between * world.between});
        EXPECT_NEAR(found.mean, world.effect, 3 * std::sqrt(truth / worlds));
        EXPECT_NEAR(found.variance / truth, 1, 0.2) << "it spreads as the formula says";
        EXPECT_NEAR(found.claimed / truth, 1, 0.1) << "and says so itself";
        EXPECT_GE(found.covered, 0.93);
        EXPECT_LE(found.covered, 0.985);
    }
}

TEST(SteppedWedge, few_centres_do_not_make_it_bold) {
    const auto found = simulate(design(3, 2, 3), {1, 1, 1});
    EXPECT_GE(found.covered, 0.93);
    EXPECT_NEAR(found.mean, 1, 3 * std::sqrt(found.variance / worlds));
}

TEST(SteppedWedge, half_the_exposure_for_the_same_outcome_is_twice_the_effect) {
    auto panel = design(5, 3);
    std::mt19937_64 random(5);
    happen(panel, {2, 1, 1}, random);
    const auto whole = *effect(panel);
    for (auto& x : panel.exposure) x /= 2;
    EXPECT_NEAR(effect(panel)->estimate, 2 * whole.estimate, 1e-6);
    EXPECT_NEAR(effect(panel)->error, 2 * whole.error, 1e-6);
}

TEST(SteppedWedge, variances_of_a_large_world_are_found) {
    auto panel = design(20, 10);
    std::mt19937_64 random(7);
    happen(panel, {1, 2, 3}, random);
    const auto found = *effect(panel);
    EXPECT_NEAR(found.components.within, 4, 0.4);
    EXPECT_NEAR(found.components.between, 9, 2);
}

TEST(SteppedWedge, chance_is_small_for_an_effect_and_any_for_none) {
    auto panel = design(6, 3);
    std::mt19937_64 random(11);
    happen(panel, {3, 1, 1}, random);
    const auto strong = *chance_of_difference(panel, 999, 1);
    EXPECT_LT(strong, 0.01);
    EXPECT_EQ(strong, *chance_of_difference(panel, 999, 1)) << "the same seed";
    int small_ones = 0;
    for (int i = 0; i < 200; ++i) {
        happen(panel, {0, 1, 1}, random);
        if (*chance_of_difference(panel, 199, 1) <= 0.1) ++small_ones;
    }
    EXPECT_GE(small_ones, 9) << "one in ten of 200, give or take";
    EXPECT_LE(small_ones, 32);
}

TEST(SteppedWedge, without_a_comparison_nothing_is_said) {
    const auto nobody = Panel{4, 3, std::vector<double>(12, 0), {1, 2, 3, 4, 5, 7, 6, 5, 4, 3, 2, 2}};
    EXPECT_FALSE(effect(nobody));
    EXPECT_FALSE(chance_of_difference(nobody, 99, 1));
    EXPECT_FALSE(effect_within_periods(nobody));
    EXPECT_FALSE(effect(Panel{2, 2, {0, 1, 0, 0}, {1, 2, 3, 5}})) << "two centres";
    auto same = design(4, 2);
    EXPECT_FALSE(effect(same)) << "an outcome that never differs";
    EXPECT_FALSE(chance_of_difference(same, 99, 1));
}

TEST(SteppedWedge, periods_without_a_centre_that_waits_carry_no_comparison) {
    EXPECT_EQ(informative_periods(design(4, 2, 3)), 3U) << "three before anybody, the last after everybody";
}

TEST(SteppedWedge, month_of_the_start_counts_by_its_days) {
    const Period april{day("2026-04-01"), day("2026-04-30")};
    EXPECT_EQ(exposure_of(april, {}), 0);
    EXPECT_EQ(exposure_of(april, day("2026-05-01")), 0);
    EXPECT_EQ(exposure_of(april, day("2026-04-01")), 1);
    EXPECT_EQ(exposure_of(april, day("2026-03-15")), 1);
    EXPECT_DOUBLE_EQ(exposure_of(april, day("2026-04-16")), 0.5);
}

TEST(TrendBefore, early_centres_that_grew_already_are_found_out) {
    auto panel = design(2, 4, 5);
    std::mt19937_64 random(3);
    happen(panel, {0, 0.1, 1}, random);
    EXPECT_TRUE(holds(trend_before(panel)->interval, 0));
    for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t j = 0; j < panel.periods; ++j) panel.outcome[i * panel.periods + j] += static_cast<double>(j);
    const auto found = *trend_before(panel);
    EXPECT_EQ(found.periods, 5U);
    EXPECT_NEAR(found.difference, 1, 0.2);
    EXPECT_GT(found.interval.from, 0);
}

TEST(TrendBefore, two_months_or_one_centre_show_no_trend) {
    EXPECT_FALSE(trend_before(design(3, 3, 2)));
    EXPECT_FALSE(trend_before(design(3, 1, 4)));
}

}  // namespace
}  // namespace ryadom::evidence
