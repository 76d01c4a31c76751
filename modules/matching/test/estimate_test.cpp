#include "modules/matching/estimate.hpp"

#include "modules/matching/test/matching_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace ryadom::matching {
namespace {

const Columns four{{"a", Kind::family_name}, {"b", Kind::given_name}, {"c", Kind::birth_date}, {"d", Kind::sex}};

/// Pairs of known make: a tenth are one person and agree in nine of ten columns, strangers in `chance`.
Sample simulated(unsigned seed, double agreement, const std::array<double, 4>& chance) {
    std::mt19937 random(seed);
    const auto happens = [&](double probability) { return static_cast<double>(random()) / 4294967296.0 < probability; };
    Sample out;
    out.pairs.resize(60'000);
    out.all_pairs = static_cast<double>(out.pairs.size());
    out.records = 60'000;
    for (auto& pair : out.pairs) {
        pair.levels.fill(Level::missing);
        const bool same = happens(0.1);
        for (std::size_t column = 0; column < four.size(); ++column)
            pair.levels.at(column) = happens(same ? agreement : chance.at(column)) ? Level::exact : Level::different;
    }
    return out;
}

std::array<ByLevel, most_columns> by_chance(const std::array<double, 4>& chance) {
    std::array<ByLevel, most_columns> out{};
    for (auto& each : out) each.fill(1);
    for (std::size_t column = 0; column < chance.size(); ++column) out.at(column) = {1 - chance.at(column), 1, 1, 1, 1, chance.at(column)};
    return out;
}

TEST(Estimate, what_agreement_is_worth_is_found_without_a_label) {
    const std::array chance{0.02, 0.05, 0.01, 0.5};
    for (const double agreement : {0.95, 0.9, 0.83}) {
        const auto model = estimate(four, by_chance(chance), simulated(1, agreement, chance));
        EXPECT_NEAR(model.same().share, 0.1, 0.01);
        for (std::size_t column = 0; column < four.size(); ++column) EXPECT_NEAR(model.same().agreement.at(column)[5], agreement, 0.03) << column;
    }
}

TEST(Estimate, names_of_one_person_are_held_to_be_mostly_the_same) {
    const std::array chance{0.02, 0.05, 0.01, 0.5};
    const auto model = estimate(four, by_chance(chance), simulated(1, 0.6, chance));
    EXPECT_LE(model.same().agreement[0][0], 0.2 + 1e-9);
    EXPECT_LE(model.same().agreement[2][0], 0.2 + 1e-9);
}

TEST(Estimate, a_column_that_says_nothing_weighs_nothing) {
    const std::array chance{0.02, 0.05, 0.01, 0.9};
    const auto model = estimate(four, by_chance(chance), simulated(2, 0.9, chance));
    Comparison pair;
    pair.levels.fill(Level::missing);
    const Weigher weigher(model, four);
    const auto nothing = weigher.weight_of(pair);
    pair.levels[3] = Level::exact;
    EXPECT_NEAR(weigher.weight_of(pair), nothing, 0.05);
    pair.levels[2] = Level::exact;
    EXPECT_NEAR(weigher.weight_of(pair) - nothing, std::log(0.9 / 0.01), 0.3);
}

TEST(Estimate, the_rarer_the_value_that_two_share_the_more_it_says) {
    Register records({{"family_name", Kind::family_name}});
    for (int i = 0; i < 50; ++i) add(records, {"Иванов"});
    add(records, {"Зябликов"});
    add(records, {"Зябликов"});
    records.settle();
    Comparer comparer(records);
    EXPECT_GT(comparer.compare(50, 51).rarity[0], comparer.compare(0, 1).rarity[0] + 2);
}

TEST(Estimate, chances_of_strangers_are_those_of_the_register) {
    Register records({{"sex", Kind::sex}, {"family_name", Kind::family_name}});
    for (int i = 0; i < 400; ++i) add(records, {i % 4 == 0 ? "м" : "ж", i % 2 == 0 ? "Иванов" : "Сидоренко"});
    records.settle();
    const auto chance = chance_of(records, seeded(3));
    EXPECT_NEAR(chance[0][0], 2 * 0.25 * 0.75, 0.02);
    EXPECT_NEAR(chance[1][0], 0.5, 0.02);
    EXPECT_EQ(chance[1][5], 1) << "equal values are weighed by their rarity";
}

TEST(Estimate, the_threshold_is_where_the_promised_F1_is_greatest) {
    // Sure pairs, and as many that are one person once in ten: taking these in would cost more than it brings.
    std::vector<float> weights(100, 9.F);
    weights.insert(weights.end(), 100, static_cast<float>(std::log(0.1 / 0.9)));
    EXPECT_NEAR(best_threshold(weights), 9, 0.01);
    std::vector<float> likely(100, 9.F);
    likely.insert(likely.end(), 100, static_cast<float>(std::log(0.8 / 0.2)));
    EXPECT_NEAR(best_threshold(likely), std::log(4), 0.01);
}

TEST(Estimate, a_weight_has_its_reasons_in_bits_the_strongest_first) {
    const std::array chance{0.02, 0.05, 0.01, 0.5};
    const auto model = estimate(four, by_chance(chance), simulated(1, 0.9, chance));
    Comparison pair;
    pair.levels.fill(Level::missing);
    pair.levels[1] = Level::exact;
    pair.levels[2] = Level::exact;
    pair.levels[3] = Level::different;
    const auto reasons = reasons_of(Weigher(model, four), four, pair);
    ASSERT_EQ(reasons.size(), 3U);
    EXPECT_EQ(reasons[0].column, 2U);
    EXPECT_NEAR(reasons[0].bits, std::log2(0.9 / 0.01), 0.3);
    EXPECT_LT(reasons[2].bits + reasons[1].bits, reasons[0].bits);
    EXPECT_EQ(text_key(Kind::birth_date, Level::form), "matching.birth_date.form");
    EXPECT_EQ(text_key(Kind::street, Level::slip), "matching.words.slip");
}

}  // namespace
}  // namespace ryadom::matching
