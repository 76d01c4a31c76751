#include <gtest/gtest.h>

#include "modules/cuts/residents.hpp"
#include "modules/cuts/rules.hpp"

#include <algorithm>
#include <random>

namespace ryadom::cuts {
namespace {

Date day(const char* text) { return *parse_date(text); }

ledger::image::Count count(std::uint64_t facts, std::uint32_t people) { return {facts, facts * 30, 0, people}; }

TEST(CutRules, a_birthday_is_the_first_day_on_which_the_full_years_are_reached) {
    for (auto birth = day("1947-12-20"); birth <= day("1948-03-10"); birth = birth + 1)
        for (const int years : age_borders) {
            const auto at = birthday(birth, years);
            EXPECT_EQ(full_years(birth, at), years) << to_string(birth);
            EXPECT_EQ(full_years(birth, at - 1), years - 1) << to_string(birth);
        }
}

TEST(CutRules, every_kind_of_person_has_a_number_of_its_own) {
    std::set<std::size_t> numbers;
    for (std::size_t district = 0; district < 40; ++district)
        for (const auto sex : {people::Sex::female, people::Sex::male})
            for (const auto age : {AgeGroup::under_18, AgeGroup::from_18, AgeGroup::from_60, AgeGroup::from_75}) {
                const PersonKind kind{district, sex, age};
                EXPECT_EQ(kind_of(number_of(kind)), kind);
                EXPECT_TRUE(numbers.insert(number_of(kind)).second);
            }
    EXPECT_FALSE(numbers.contains(0));
}

TEST(CutRules, a_trait_says_the_age_of_every_day_of_a_range) {
    const auto first = day("2020-01-01");
    for (const auto* birth : {"1944-05-05", "1945-12-31", "1959-02-28", "1960-02-29", "2002-06-01", "2015-01-01"}) {
        const auto trait = traits({resident(3, people::Sex::male, day(birth))}, first).front();
        for (auto at = first; at < first + 3660; at = at + 17) {
            const auto years = full_years(day(birth), at);
            const auto expected = years < 18 ? AgeGroup::under_18 : years < 60 ? AgeGroup::from_18 : years < 75 ? AgeGroup::from_60 : AgeGroup::from_75;
            const PersonKind found = kind_of(trait.kind + (at.days >= trait.change ? 1U : 0U));
            EXPECT_EQ(found, (PersonKind{3, people::Sex::male, expected})) << birth << " " << to_string(at);
        }
    }
}

TEST(CutRules, whoever_sees_every_record_is_told_exactly) {
    EXPECT_EQ(told(count(7, 3), {Measure::people, false}, {}).value, 3);
    EXPECT_EQ(told(count(7, 3), {Measure::services, false}, {}).value, 7);
    EXPECT_EQ(told(count(7, 3), {Measure::minutes, false}, {}).value, 210);
}

TEST(CutRules, small_groups_are_hidden_from_others_and_the_rest_is_rounded_down) {
    for (const auto measure : {Measure::people, Measure::services, Measure::minutes}) {
        EXPECT_TRUE(told(count(99, 4), {measure, true}, {}).hidden);
        EXPECT_FALSE(told(count(99, 4), {measure, true}, {}).value);
    }
    EXPECT_EQ(told(count(99, 14), {Measure::people, true}, {}).value, 10);
    EXPECT_EQ(told(count(99, 14), {Measure::services, true}, {}).value, 95);
    EXPECT_EQ(told(count(0, 0), {Measure::people, true}, {}).value, 0) << "nobody is no secret";
}

TEST(CutRules, a_small_group_does_not_follow_by_subtraction) {
    const HiddenGrid expected{{true, false, true, false}, {false, false, false, false}, {true, false, true, false}, {false, false, false, false}};
    EXPECT_EQ(hidden_cells({{3, 40, 20, 63}, {10, 50, 30, 90}, {8, 60, 25, 93}, {21, 150, 75, 246}}), expected)
        << "20 hides 3 in its row, 8 in its column, and 25 makes the square whole";
    EXPECT_EQ(hidden_cells({{10, 20, 30}, {10, 20, 30}}), (HiddenGrid{{false, false, false}, {false, false, false}})) << "nothing is small";
    EXPECT_EQ(hidden_cells({{3, 3}, {0, 0}, {3, 3}}), (HiddenGrid{{true, true}, {false, false}, {true, true}})) << "nobody protects nobody";
}

TEST(CutRules, no_line_of_a_table_holds_one_hidden_number_beside_others) {
    for (unsigned seed = 0; seed < 200; ++seed) {
        std::mt19937 random(seed);
        PeopleGrid people(5, std::vector<std::int64_t>(6, 0));
        for (std::size_t row = 0; row < 4; ++row)
            for (std::size_t column = 0; column < 5; ++column) {
                const std::int64_t number = random() % 3 == 0 ? 0 : static_cast<std::int64_t>(random() % 12);
                people[row][column] = number;
                for (auto* sum : {&people[row][5], &people[4][column], &people[4][5]}) *sum += number;
            }
        const auto hidden = hidden_cells(people);
        const auto fine = [](const std::vector<std::pair<std::int64_t, bool>>& line) {
            const auto told = std::ranges::count_if(line, [](const auto& each) { return each.first > 0 && !each.second; });
            return told == 0 || std::ranges::count_if(line, [](const auto& each) { return each.second; }) != 1;
        };
        for (std::size_t row = 0; row < 5; ++row) {
            std::vector<std::pair<std::int64_t, bool>> line;
            for (std::size_t column = 0; column < 6; ++column) line.emplace_back(people[row][column], hidden[row][column]);
            EXPECT_TRUE(fine(line)) << seed;
        }
        for (std::size_t column = 0; column < 6; ++column) {
            std::vector<std::pair<std::int64_t, bool>> line;
            for (std::size_t row = 0; row < 5; ++row) line.emplace_back(people[row][column], hidden[row][column]);
            EXPECT_TRUE(fine(line)) << seed;
        }
    }
}

TEST(CutRules, a_range_is_widened_to_whole_months) {
    EXPECT_EQ(whole_months(day("2026-01-15"), day("2026-02-10")), (Period{day("2026-01-01"), day("2026-02-28")}));
    EXPECT_EQ(whole_months(day("2026-01-01"), day("2026-01-31")), (Period{day("2026-01-01"), day("2026-01-31")}));
}

TEST(CutRules, people_of_a_thousand_need_residents) {
    EXPECT_EQ(told(count(50, 50), {Measure::per_thousand, false}, 20'000).value, 2.5);
    EXPECT_FALSE(told(count(50, 50), {Measure::per_thousand, false}, 0).value);
    EXPECT_FALSE(told(count(50, 50), {Measure::per_thousand, false}, {}).value);
}

TEST(CutRules, days_fall_into_their_months_quarters_and_years) {
    EXPECT_EQ(time_group(AxisName::month, day("2026-11-05")), (TimeGroup{"2026-11", "11.2026"}));
    EXPECT_EQ(time_group(AxisName::quarter, day("2026-09-30")), (TimeGroup{"2026-Q3", "III 2026"}));
    EXPECT_EQ(time_group(AxisName::quarter, day("2026-10-01")), (TimeGroup{"2026-Q4", "IV 2026"}));
    EXPECT_EQ(time_group(AxisName::year, day("2026-10-01")), (TimeGroup{"2026", "2026"}));
}

}  // namespace
}  // namespace ryadom::cuts
