// Which facts count for which adoption, and how rows become buckets and days become periods.
#include <gtest/gtest.h>

#include "modules/rollout/rules.hpp"

namespace ryadom::rollout {
namespace {

Date day(const char* text) { return *parse_date(text); }

const Adopter capital{{7}, {{10}, {11}, {12}}};  // the centre 10 with two branches
const Adopter district{{7}, {{20}}};

FactSides fact(std::int64_t home, std::int64_t performer) {
    return {Reversal::standing, {7}, {home}, {performer}};
}

}  // namespace

TEST(Counting, a_fact_counts_for_the_adoption_of_its_home_provider) {
    EXPECT_TRUE(counts_for(fact(20, 20), district));
    EXPECT_FALSE(counts_for(fact(20, 20), capital));
}

TEST(Counting, a_fact_of_a_branch_counts_for_the_centre_that_adopted) {
    EXPECT_TRUE(counts_for(fact(12, 12), capital));
}

TEST(Counting, a_remote_fact_counts_for_home_and_performer_and_once_in_totals) {
    const std::vector<Adopter> both{capital, district};
    const auto remote = fact(20, 11);
    EXPECT_TRUE(counts_for(remote, capital));
    EXPECT_TRUE(counts_for(remote, district));
    EXPECT_TRUE(counts_in_total(remote, both));
    EXPECT_FALSE(counts_in_total(fact(30, 30), both));
}

TEST(Counting, a_performer_that_did_not_adopt_takes_nothing_from_the_home_provider) {
    const std::vector<Adopter> home_only{district};
    EXPECT_TRUE(counts_for(fact(20, 99), district));
    EXPECT_TRUE(counts_in_total(fact(20, 99), home_only));
}

TEST(Counting, a_reversed_fact_counts_for_nobody) {
    auto reversed = fact(20, 20);
    reversed.reversal = Reversal::reversed;
    EXPECT_FALSE(counts_for(reversed, district));
    EXPECT_FALSE(counts_in_total(reversed, std::vector{district}));
}

TEST(Counting, a_fact_of_another_practice_does_not_count) {
    auto other = fact(20, 20);
    other.practice = {8};
    EXPECT_FALSE(counts_for(other, district));
}

TEST(Tally, counts_facts_by_day_and_people_when_they_are_new_in_their_period) {
    const std::vector<Delivery> rows{{day("2026-02-03"), 1}, {day("2026-01-10"), 1}, {day("2026-01-10"), 2},
                                     {day("2026-01-20"), 2}, {day("2026-01-20"), 2}, {day("2026-03-01"), 9}};
    const auto months = tally(rows, PeriodLength::month, day("2026-02-10"));
    const std::vector<DayBucket> by_month{
        {day("2026-01-10"), 2, 2}, {day("2026-01-20"), 2, 0}, {day("2026-02-03"), 1, 1}};
    EXPECT_EQ(months.days, by_month);
    EXPECT_EQ(months.people_last_28_days, 2);
    const auto quarters = tally(rows, PeriodLength::quarter, day("2026-02-10"));
    EXPECT_EQ(quarters.days.back().new_people, 0);
}

TEST(Tally, takes_today_and_the_27_days_before_as_the_last_28) {
    const std::vector<Delivery> rows{{day("2026-01-03"), 1}, {day("2026-01-04"), 2}, {day("2026-01-31"), 3}};
    EXPECT_EQ(tally(rows, PeriodLength::month, day("2026-01-31")).people_last_28_days, 2);
}

TEST(CountedPeriod, skips_the_off_season_months) {
    Floor floor;
    floor.off_season.set(6).set(7);  // July and August
    EXPECT_EQ(counted_period(day("2026-07-15"), floor)->first, day("2026-09-01"));
    EXPECT_EQ(next_counted(period_of(day("2026-06-15"), PeriodLength::month), floor)->first,
              day("2026-09-01"));
    EXPECT_EQ(counted_period(day("2026-06-30"), floor)->last, day("2026-06-30"));
}

TEST(CountedPeriod, of_a_quarter_is_skipped_only_when_all_its_months_are) {
    Floor floor;
    floor.length = PeriodLength::quarter;
    floor.off_season.set(6).set(7);
    EXPECT_EQ(counted_period(day("2026-07-15"), floor)->first, day("2026-07-01"));
    floor.off_season.set(8);
    EXPECT_EQ(counted_period(day("2026-07-15"), floor)->first, day("2026-10-01"));
}

TEST(CountedPeriod, does_not_exist_when_every_month_is_off_season) {
    Floor floor;
    floor.off_season.set();
    EXPECT_FALSE(counted_period(day("2026-07-15"), floor));
}

TEST(CountedPeriod, settles_seven_days_after_its_end) {
    EXPECT_EQ(settled_on(period_of(day("2026-01-15"), PeriodLength::month)), day("2026-02-07"));
}

}  // namespace ryadom::rollout
