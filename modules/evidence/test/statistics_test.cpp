// Student's t against published tables, and before and after by hand.
#include <gtest/gtest.h>

#include "modules/evidence/statistics.hpp"

#include <cmath>
#include <vector>

namespace ryadom::evidence {
namespace {

TEST(StudentsT, quantiles_are_those_of_the_published_table) {
    struct Row {
        double p;
        double freedom;
        double t;
    };
    // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2.
    for (const auto& row : std::vector<Row>{{0.975, 1, 12.706}, {0.975, 2, 4.303}, {0.975, 5, 2.571}, {0.975, 10, 2.228}, {0.975, 30, 2.042},
                                            {0.975, 100, 1.984}, {0.90, 1, 3.078}, {0.95, 4, 2.132}, {0.99, 7, 2.998}, {0.995, 3, 5.841}, {0.999, 20, 3.552}})
        EXPECT_NEAR(t_quantile(row.p, row.freedom), row.t, 0.0006) << row.p << " with " << row.freedom;
}

TEST(StudentsT, one_and_two_degrees_have_closed_forms) {
    const double pi = std::acos(-1.0);
    for (const double t : {-40.0, -2.5, -0.3, 0.0, 0.7, 3.0, 1000.0}) {
        EXPECT_NEAR(t_probability(t, 1), 0.5 + std::atan(t) / pi, 1e-12);
        EXPECT_NEAR(t_probability(t, 2), 0.5 + t / (2 * std::sqrt(2 + t * t)), 1e-12);
    }
}

TEST(StudentsT, many_degrees_are_the_normal_distribution) { EXPECT_NEAR(t_quantile(0.975, 1e7), 1.959964, 1e-5); }

TEST(StudentsT, quantile_and_probability_undo_each_other) {
    for (const double freedom : {1.0, 3.0, 17.0, 250.0})
        for (const double p : {0.001, 0.2, 0.5, 0.6, 0.999}) EXPECT_NEAR(t_probability(t_quantile(p, freedom), freedom), p, 1e-9);
}

// Changes 1 2 3 4 5: mean 3, variance 10/4, error sqrt(2.5/5), t(0.975; 4) = 2.776445.
const std::vector<Pair> five{{10, 11}, {20, 22}, {10, 13}, {10, 14}, {0, 5}};

TEST(Outcomes, means_interval_and_share_are_those_computed_by_hand) {
    const auto found = outcome(five, Better{Direction::higher_is_better, 3});
    EXPECT_NEAR(found.before, 10, 1e-12);
    EXPECT_NEAR(found.after, 13, 1e-12);
    EXPECT_NEAR(found.mean, 3, 1e-12);
    EXPECT_NEAR(found.interval.from, 3 - 2.776445 * std::sqrt(0.5), 1e-5);
    EXPECT_NEAR(found.interval.to, 3 + 2.776445 * std::sqrt(0.5), 1e-5);
    EXPECT_NEAR(*found.improved_percent, 60, 1e-12) << "a change of exactly the minimum counts";
}

// Student, "The probable error of a mean", Biometrika 6 (1908): hours of sleep gained by ten patients between two drugs;
// mean 1.58, standard deviation 1.23, so that with t(0.975; 9) = 2.262 the interval is 0.70 to 2.46.
TEST(Outcomes, the_interval_is_that_of_students_sleep_data) {
    const std::vector<Pair> sleep{{0.7, 1.9}, {-1.6, 0.8}, {-0.2, 1.1}, {-1.2, 0.1}, {-0.1, -0.1}, {3.4, 4.4}, {3.7, 5.5}, {0.8, 1.6}, {0.0, 4.6}, {2.0, 3.4}};
    const auto found = outcome(sleep, {});
    EXPECT_NEAR(found.before, 0.75, 1e-9);
    EXPECT_NEAR(found.after, 2.33, 1e-9);
    EXPECT_NEAR(found.mean, 1.58, 1e-9);
    EXPECT_NEAR(found.interval.from, 0.700, 5e-4);
    EXPECT_NEAR(found.interval.to, 2.460, 5e-4);
}

TEST(Outcomes, a_scale_that_counts_burden_gets_better_downwards) {
    const auto found = outcome(five, Better{Direction::lower_is_better, 1});
    EXPECT_NEAR(found.mean, 3, 1e-12) << "the change is told as it is";
    EXPECT_NEAR(*found.improved_percent, 0, 1e-12);
    EXPECT_TRUE(improved({4, 1}, {Direction::lower_is_better, 3}));
    EXPECT_FALSE(improved({4, 1.01}, {Direction::lower_is_better, 3}));
}

TEST(Outcomes, without_a_better_way_nothing_is_judged) { EXPECT_FALSE(outcome(five, {}).improved_percent); }

TEST(Outcomes, what_is_equal_on_paper_is_enough) { EXPECT_TRUE(improved({0.1, 0.4}, {Direction::higher_is_better, 0.3})); }

TEST(Outcomes, nothing_is_rounded_to_less_than_nothing) { EXPECT_FALSE(std::signbit(rounded(-0.001))); }

}  // namespace
}  // namespace ryadom::evidence
