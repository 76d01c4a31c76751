#include <gtest/gtest.h>

#include "modules/cuts/residents.hpp"
#include "modules/cuts/rules.hpp"

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
