// What a changed cell means, what is warned of, and whom a worker usually visits.
#include "modules/journal/plans.hpp"

#include <gmock/gmock.h>

namespace ryadom::journal {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Date day(const char* text) { return *parse_date(text); }

TEST(JournalCell, takes_back_only_what_must_go) {
    using At = std::vector<std::size_t>;
    EXPECT_EQ(change_of({}, 200), (CellChange{{}, 200, {}}));
    EXPECT_EQ(change_of({100}, 100), (CellChange{}));
    EXPECT_EQ(change_of({100}, 200), (CellChange{At{0}, 200, 0})) << "one fact is corrected";
    EXPECT_EQ(change_of({100}, 0), (CellChange{At{0}, 0, {}}));
    EXPECT_EQ(change_of({100, 100}, 300), (CellChange{{}, 100, 1})) << "one more beside those that stand";
    EXPECT_EQ(change_of({100, 100, 100}, 200), (CellChange{At{2}, 0, {}})) << "the newest goes";
    EXPECT_EQ(change_of({100, 200}, 150), (CellChange{At{1}, 50, 1}));
    EXPECT_EQ(change_of({100, 100}, 0), (CellChange{At{1, 0}, 0, {}}));
}

TEST(JournalCell, minutes_follow_the_quantity_within_a_day) {
    EXPECT_EQ(minutes_for(30, 100, 250), 75);
    EXPECT_EQ(minutes_for(30, 100, 1), 1);
    EXPECT_EQ(minutes_for(600, 100, 500), 1440);
}

TEST(JournalWarnings, tell_every_thing_that_speaks_against_it) {
    Circumstances fine;
    fine.day = day("2026-11-10");
    fine.delivered = 300;
    EXPECT_THAT(warnings_of(fine), IsEmpty()) << "nobody planned anything";
    fine.has_programme = true;
    EXPECT_THAT(warnings_of(fine), ElementsAre(Warning::outside_programme));
    fine.plan = Plan{300, day("2026-11-01"), day("2026-11-30")};
    EXPECT_THAT(warnings_of(fine), IsEmpty());
    auto bad = fine;
    bad.delivered = 301;
    bad.contract_until = day("2026-11-09");
    bad.absences = {{AbsenceKind::hospital, day("2026-11-10"), {}}};
    EXPECT_THAT(warnings_of(bad), ElementsAre(Warning::over_volume, Warning::after_contract, Warning::hospital));
    bad.day = day("2026-12-01");
    EXPECT_EQ(warnings_of(bad).front(), Warning::outside_programme) << "the programme has ended";
}

TEST(JournalAbsences, end_after_they_begin_and_do_not_overlap) {
    const AbsenceDays stay{AbsenceKind::hospital, day("2026-11-05"), day("2026-11-12")};
    EXPECT_THAT(faults(stay, {}), IsEmpty());
    EXPECT_EQ(faults({AbsenceKind::away, day("2026-11-05"), day("2026-11-04")}, {}).front().code, "journal.ends_before_it_begins");
    EXPECT_EQ(faults({AbsenceKind::away, day("2026-11-12"), {}}, {stay}).front().code, "journal.absence_overlaps");
    EXPECT_THAT(faults({AbsenceKind::away, day("2026-11-13"), {}}, {stay}), IsEmpty());
    EXPECT_EQ(away_on({stay}, day("2026-11-12")), AbsenceKind::hospital);
    EXPECT_FALSE(away_on({stay}, day("2026-11-13")));
    EXPECT_EQ(away_on({{AbsenceKind::away, day("2026-11-05"), {}}}, day("2027-01-01")), AbsenceKind::away);
}

TEST(JournalHabit, is_two_of_four_weeks_and_half_of_the_visits) {
    const auto seen = [](std::int64_t position, std::uint16_t service, const char* on) {
        Seen out;
        out.position = position;
        out.person = 1;
        out.service = service;
        out.day = day(on);
        return out;
    };
    // Mondays 9 and 16 with shopping; every visit has a talk.
    const std::vector<Seen> facts{seen(1, 7, "2026-11-09"), seen(2, 8, "2026-11-09"), seen(3, 7, "2026-11-11"), seen(4, 7, "2026-11-16"), seen(5, 8, "2026-11-16"), seen(6, 7, "2026-11-18")};
    const auto monday = habit_of(facts, day("2026-11-23"));
    EXPECT_TRUE(monday.expected);
    EXPECT_EQ(monday.last_on, day("2026-11-18"));
    ASSERT_EQ(monday.services.size(), 2U);
    EXPECT_EQ(monday.services[1].position, 5) << "as it was last";
    const auto friday = habit_of(facts, day("2026-11-20"));
    EXPECT_FALSE(friday.expected);
    EXPECT_EQ(friday.services.size(), 2U) << "half of all visits had shopping";
    const auto seldom = habit_of({facts[0], facts[1], facts[2], facts[5]}, day("2026-11-20"));
    ASSERT_EQ(seldom.services.size(), 1U);
    EXPECT_EQ(seldom.services[0].service, 7);
    EXPECT_EQ(weekday(day("2026-11-23")), 0);
    EXPECT_EQ(weekday(day("1969-12-28")), 6);
}

TEST(JournalPlans, a_weekly_volume_is_counted_for_its_days_and_a_monthly_one_is_not_divided) {
    programmes::PlannedService line;
    line.quantity = 300;
    line.since = day("2026-01-01");
    line.every = programmes::Every::week;
    const auto november = [&] { return month_quantity(line, day("2026-11-01"), day("2026-11-30")); };
    EXPECT_EQ(november(), 1300) << "30 days of three a week: 12.9";
    line.until = day("2026-11-07");
    EXPECT_EQ(november(), 300);
    line.every = programmes::Every::month;
    EXPECT_EQ(november(), 300);
    line.every = programmes::Every::day;
    EXPECT_EQ(november(), 2100);
    line.since = day("2026-11-07");
    EXPECT_EQ(november(), 300);
}

}  // namespace
}  // namespace ryadom::journal
