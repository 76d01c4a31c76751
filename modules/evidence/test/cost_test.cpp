// A recipient's cost by hand.
#include <gtest/gtest.h>

#include "modules/evidence/cost.hpp"

namespace ryadom::evidence {
namespace {

Date day(const char* text) { return *parse_date(text); }

/// Two months, one nurse, two centres of which the second starts in the second month.
CostInput example() {
    CostInput out;
    out.days = {day("2026-01-01"), day("2026-02-28")};
    out.asked = {"nurse", "psychologist"};
    out.held[7] = {{"psychologist", day("2020-01-01"), {}}, {"nurse", day("2020-01-01"), day("2026-01-31")}};
    out.rates = {{"nurse", 60'000, day("2025-01-01")}, {"nurse", 66'000, day("2026-01-20")}, {"psychologist", 90'000, day("2025-01-01")}};
    out.worked = {{7, day("2026-01-10"), 120}, {7, day("2026-01-20"), 30}, {7, day("2026-02-05"), 20}};
    out.runs = {{day("2025-06-01"), {}}, {day("2026-02-10"), {}}};
    out.start_kopecks = 6'000'000;
    out.monthly_kopecks = 100'000;
    out.people = 10;
    return out;
}

TEST(PracticeCost, work_is_paid_by_the_qualification_and_rate_of_the_day) {
    const auto found = cost(example());
    ASSERT_EQ(found.work.size(), 3U);
    EXPECT_EQ(found.work[0].kopecks, 120'000) << "two hours of a nurse at 600";
    EXPECT_EQ(found.work[1].kopecks, 33'000) << "half an hour at the new rate";
    EXPECT_EQ(found.work[2].qualification, "psychologist") << "no nurse any more";
    EXPECT_EQ(found.work[2].kopecks, 30'000);
}

TEST(PracticeCost, start_is_spread_and_a_month_is_paid_by_every_centre_that_runs) {
    const auto found = cost(example());
    EXPECT_EQ(found.centre_months, 3);
    EXPECT_EQ(found.start->part, 6'000'000 * 3 / start_spread_months);
    EXPECT_EQ(found.monthly->part, 300'000);
    EXPECT_EQ(found.known_kopecks, 120'000 + 33'000 + 30'000 + 300'000 + 300'000);
    EXPECT_TRUE(found.complete);
    EXPECT_EQ(found.per_recipient, 78'300);
}

TEST(PracticeCost, what_is_not_known_is_not_nothing) {
    auto input = example();
    input.worked.push_back({8, day("2026-01-10"), 45});
    input.worked.push_back({0, day("2026-01-10"), 15});
    input.monthly_kopecks.reset();
    const auto found = cost(input);
    EXPECT_EQ(found.minutes_without_rate, 60);
    EXPECT_FALSE(found.monthly);
    EXPECT_FALSE(found.complete);
    EXPECT_EQ(found.known_kopecks, 483'000);
}

TEST(PracticeCost, a_rate_of_later_days_prices_no_earlier_work) {
    auto input = example();
    input.rates = {{"nurse", 60'000, day("2026-01-15")}};
    const auto found = cost(input);
    ASSERT_EQ(found.work.size(), 1U);
    EXPECT_EQ(found.work[0].minutes, 30);
    EXPECT_EQ(found.minutes_without_rate, 140);
}

TEST(PracticeCost, people_are_told_and_divided_by_in_fives) {
    auto input = example();
    input.people = 14;
    EXPECT_EQ(cost(input).recipients, 10);
    EXPECT_EQ(cost(input).per_recipient, 78'300) << "the exact number would follow from the sum";
}

TEST(PracticeCost, a_centre_that_stopped_is_paid_for_until_then) {
    auto input = example();
    input.runs[0].end = day("2026-02-01");
    EXPECT_EQ(cost(input).centre_months, 2) << "January of the one, February of the other";
    input.runs[0].end = day("2026-02-02");
    EXPECT_EQ(cost(input).centre_months, 3) << "a day of the month is the month";
    input.runs[0].end = day("2025-12-31");
    EXPECT_EQ(cost(input).centre_months, 1);
}

TEST(PracticeCost, a_start_is_paid_off_after_five_years) {
    auto input = example();
    input.runs = {{day("2021-02-10"), {}}};
    const auto found = cost(input);
    EXPECT_EQ(found.start->months, 1) << "January 2026 is the sixtieth month";
    EXPECT_EQ(found.start->part, 6'000'000 / start_spread_months);
    EXPECT_EQ(found.monthly->months, 2);
}

TEST(PracticeCost, a_result_is_the_same_sum_by_those_who_improved) {
    auto input = example();
    const practices::Line title{"Шкала", {}, {}};
    for (const std::int64_t people : {9, 4, 0}) input.improved.push_back({title, title, people});
    const auto found = cost(input).results;
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].people, 5) << "nine, told in fives";
    EXPECT_EQ(found[0].per_result, 156'600) << "783,000 by five";
    EXPECT_FALSE(found[1].people) << "four";
    EXPECT_FALSE(found[1].per_result);
    EXPECT_EQ(found[2].people, 0) << "that nobody improved is said";
    EXPECT_FALSE(found[2].per_result);
    input.people = 4;
    EXPECT_FALSE(cost(input).results[0].per_result) << "their work is not told, so the sum is not whole";
}

TEST(PracticeCost, fewer_than_five_people_are_not_told_by_division) {
    auto input = example();
    input.people = 4;
    EXPECT_TRUE(cost(input).work.empty());
    EXPECT_EQ(cost(input).minutes_without_rate, 0);
    EXPECT_EQ(cost(input).known_kopecks, 600'000) << "what the centres pay whoever comes";
    EXPECT_FALSE(cost(input).complete);
    EXPECT_FALSE(cost(input).recipients);
    EXPECT_FALSE(cost(input).per_recipient);
    input.people = 0;
    EXPECT_EQ(cost(input).recipients, 0);
    EXPECT_FALSE(cost(input).per_recipient);
}

}  // namespace
}  // namespace ryadom::evidence
