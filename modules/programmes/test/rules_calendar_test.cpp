// Working days over the New Year, moved days and pauses; how urgent a step is; norms that take each other's place.
#include "modules/programmes/rules_calendar.hpp"

#include <gmock/gmock.h>

namespace ryadom::programmes {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Date day(const char* text) { return *parse_date(text); }

/// The holidays of 2025 to 2027 as they were moved in 2025 and 2026.
WorkingCalendar russia() {
    WorkingCalendar out{{2025, 2026, 2027}, {}};
    const auto off = [&](const char* first, const char* last) {
        for (Date each = day(first); each <= day(last); each = each + 1) out.days.emplace(each, SpecialDayKind::off);
    };
    off("2025-11-03", "2025-11-04");
    out.days.emplace(day("2025-11-01"), SpecialDayKind::working);
    off("2025-12-31", "2026-01-09");
    off("2026-02-23", "2026-02-23");
    off("2026-03-09", "2026-03-09");
    off("2026-05-01", "2026-05-01");
    off("2026-05-11", "2026-05-11");
    off("2026-06-12", "2026-06-12");
    off("2026-11-04", "2026-11-04");
    off("2026-12-31", "2027-01-08");
    return out;
}

struct Case {
    const char* begin;
    int days;
    const char* due;
};

TEST(WorkingDays, are_counted_from_the_day_after_over_weekends_holidays_and_moved_days) {
    for (const auto& [begin, days, due] : std::vector<Case>{
             {"2026-11-23", 5, "2026-11-30"},  // Monday to Monday
             {"2026-11-21", 1, "2026-11-23"},  // received on a Saturday
             {"2026-11-23", 0, "2026-11-23"},  // at once
             {"2026-11-22", 0, "2026-11-22"},  // at once, on a Sunday too
             {"2025-12-29", 5, "2026-01-15"},  // 30 December, then 12 to 15 January
             {"2025-12-30", 1, "2026-01-12"},
             {"2025-12-31", 10, "2026-01-23"},
             {"2026-12-28", 5, "2027-01-13"},  // 29 and 30 December, 11 to 13 January
             {"2025-10-31", 1, "2025-11-01"},  // a working Saturday
             {"2025-10-31", 2, "2025-11-05"},  // and a Monday off for it
             {"2026-04-30", 5, "2026-05-08"},
             {"2026-05-08", 1, "2026-05-12"},  // the 9th is a Saturday, the 11th off for it
         })
        EXPECT_EQ(due_on(russia(), day(begin), days, {}), day(due)) << begin << " + " << days << ": " << to_string(*due_on(russia(), day(begin), days, {}));
}

TEST(WorkingDays, without_a_calendar_only_weekends_are_off) {
    EXPECT_EQ(due_on({}, day("2025-12-29"), 5, {}), day("2026-01-05"));
    EXPECT_TRUE(russia().knows(day("2025-12-29"), day("2026-01-15")));
    EXPECT_FALSE(russia().knows(day("2027-12-29"), day("2028-01-15")));
}

TEST(WorkingDays, stand_still_behind_the_day_of_return_until_papers_came) {
    // Received on a Monday, returned on Wednesday, papers on Friday: Tuesday, Wednesday, then Monday to Wednesday.
    EXPECT_EQ(due_on(russia(), day("2026-11-16"), 5, {{day("2026-11-18"), day("2026-11-20")}}), day("2026-11-25"));
    // Twice, and over a weekend.
    EXPECT_EQ(due_on(russia(), day("2026-11-16"), 5, {{day("2026-11-17"), day("2026-11-17")}, {day("2026-11-18"), day("2026-11-23")}}), day("2026-11-26"));
    EXPECT_EQ(due_on(russia(), day("2026-11-16"), 5, {{day("2026-11-18"), {}}}), std::nullopt);
    // Returned once the term had run out.
    EXPECT_EQ(due_on(russia(), day("2026-11-02"), 5, {{day("2026-11-18"), {}}}), day("2026-11-10"));
}

TEST(Pauses, begin_with_a_return_and_end_with_whatever_follows) {
    const auto found = pauses({{EventKind::returned, day("2026-11-18"), {}, {}, {}, {}}, {EventKind::resumed, day("2026-11-20"), {}, {}, {}, {}},
                               {EventKind::returned, day("2026-11-23"), {}, {}, {}, {}}, {EventKind::refused, day("2026-11-30"), {}, {}, {}, {}}});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].resumed_on, day("2026-11-20"));
    EXPECT_EQ(found[1].resumed_on, day("2026-11-30"));
}

const std::optional<Term> five = Term{5, "442-ФЗ, ст. 15"};

TEST(ClockOfAStep, says_how_urgent_it_is) {
    struct Row {
        const char* begin;
        Urgency urgency;
        int left;
    };
    const auto today = day("2026-11-23");
    for (const auto& [begin, urgency, left] : std::vector<Row>{{"2026-11-13", Urgency::overdue, 1}, {"2026-11-09", Urgency::overdue, 5}, {"2026-11-16", Urgency::today, 0},
                                                               {"2026-11-18", Urgency::week, 2}, {"2026-11-20", Urgency::week, 4}, {"2026-11-23", Urgency::later, 5}}) {
        const auto found = clock(russia(), day(begin), five, {}, today);
        EXPECT_EQ(found.urgency, urgency) << begin;
        EXPECT_EQ(found.left, left) << begin;
        EXPECT_TRUE(found.holidays_known);
    }
}

TEST(ClockOfAStep, stands_with_what_is_left_and_knows_when_nothing_is_known) {
    const auto standing = clock(russia(), day("2026-11-16"), five, {{day("2026-11-18"), {}}}, day("2026-11-23"));
    EXPECT_EQ(standing.urgency, Urgency::standing);
    EXPECT_EQ(standing.left, 3);
    EXPECT_EQ(standing.due, std::nullopt);
    EXPECT_EQ(clock(russia(), day("2026-11-16"), {}, {}, day("2026-11-23")).urgency, Urgency::unknown);
    EXPECT_FALSE(clock({}, day("2026-12-28"), five, {}, day("2026-12-28")).holidays_known);
}

Timetable timetable() {
    Timetable out{russia(), {}};
    const auto add = [&](NormKind kind, int amount, const char* from, std::optional<Date> to = {}) {
        out.norms.push_back({{}, {kind, {}, amount}, "акт", day(from), to});
    };
    add(NormKind::decision_days, 10, "2014-01-01", day("2014-12-31"));
    add(NormKind::decision_days, 5, "2015-01-01");
    add(NormKind::urgent_days, 0, "2015-01-01");
    add(NormKind::programme_days, 10, "2015-01-01");
    add(NormKind::contract_days, 1, "2015-01-01");
    return out;
}

TEST(ClockOfAStep, runs_by_the_norm_of_the_day_on_which_it_began) {
    const auto today = day("2026-11-23");
    const auto due = [&](Form form, Step step, const char* received, const std::vector<Event>& events = {}, std::optional<Date> approved = {}) {
        return clock_of(timetable(), form, step, day(received), events, approved, today)->due;
    };
    EXPECT_EQ(due(Form::home, Step::assess, "2026-11-20"), day("2026-11-27"));
    EXPECT_EQ(due(Form::home, Step::decide, "2014-06-02"), day("2014-06-16"));
    EXPECT_EQ(due(Form::urgent, Step::decide, "2026-11-23"), today);
    EXPECT_EQ(due(Form::home, Step::make_programme, "2026-11-16"), day("2026-11-30"));
    EXPECT_EQ(due(Form::home, Step::conclude_contract, "2026-11-02", {}, day("2026-11-20")), today);
    EXPECT_EQ(due(Form::urgent, Step::deliver, "2026-11-20", {{EventKind::granted, day("2026-11-21"), {}, {}, {}, {}}}), day("2026-11-21"));
    EXPECT_EQ(clock_of(timetable(), Form::home, Step::none, day("2026-11-20"), {}, {}, today), std::nullopt);
}

TEST(Journal, shows_what_is_due_first_before_all) {
    const auto entry = [](std::uint8_t id, std::optional<Clock> clock) {
        Entry out;
        out.id.uuid.bytes[15] = id;
        out.clock = std::move(clock);
        return out;
    };
    std::vector<Entry> entries{entry(1, Clock{Urgency::later, 5, day("2026-12-01"), 6, {}, true}), entry(2, Clock{Urgency::standing, 5, {}, 3, {}, true}),
                               entry(3, Clock{Urgency::today, 5, day("2026-11-23"), 0, {}, true}), entry(4, Clock{Urgency::overdue, 5, day("2026-11-20"), 1, {}, true}),
                               entry(5, Clock{Urgency::overdue, 5, day("2026-11-18"), 3, {}, true}), entry(6, {}), entry(7, Clock{Urgency::week, 5, day("2026-11-27"), 4, {}, true})};
    std::ranges::sort(entries, before);
    std::vector<int> order;
    for (const auto& each : entries) order.push_back(each.id.uuid.bytes[15]);
    EXPECT_THAT(order, ElementsAre(5, 4, 3, 7, 1, 2, 6));
}

TEST(Norms, end_what_began_earlier_and_withdraw_what_began_on_the_same_day) {
    std::vector<Norm> standing = timetable().norms;
    for (std::size_t i = 0; i < standing.size(); ++i) standing[i].id.uuid.bytes[15] = static_cast<std::uint8_t>(i);
    const auto later = place(standing, {day("2027-01-01"), "приказ", {{NormKind::decision_days, {}, 3}}});
    ASSERT_TRUE(later);
    EXPECT_THAT(later->ended, ElementsAre(standing[1].id));
    EXPECT_THAT(later->withdrawn, IsEmpty());
    const auto same = place(standing, {day("2015-01-01"), "приказ", {{NormKind::decision_days, {}, 3}}});
    ASSERT_TRUE(same);
    EXPECT_THAT(same->ended, IsEmpty());
    EXPECT_THAT(same->withdrawn, ElementsAre(standing[1].id));
}

TEST(Norms, that_would_begin_before_a_later_one_or_lack_their_level_are_refused) {
    const auto refused = place(timetable().norms, {day("2014-06-01"), "приказ", {{NormKind::decision_days, {}, 3}, {NormKind::care_minutes_to, {}, 840}, {NormKind::urgent_days, 2, 1}}});
    ASSERT_FALSE(refused);
    std::vector<std::string> found;
    for (const auto& each : refused.error().fields) found.push_back(each.pointer + " " + each.code);
    EXPECT_THAT(found, ElementsAre("/norms/0 programmes.later_norm_stands", "/norms/1/level core.required", "/norms/2/level programmes.not_of_this_kind"));
}

TEST(CalendarYears, hold_days_of_their_own_once_and_only_weekends_become_working) {
    const CalendarYear year{2026, "постановление", {{day("2026-01-01"), SpecialDayKind::off}, {day("2027-01-01"), SpecialDayKind::off}, {day("2026-01-01"), SpecialDayKind::off},
                                                    {day("2026-11-23"), SpecialDayKind::working}, {day("2026-11-21"), SpecialDayKind::working}}, 1};
    std::vector<std::string> found;
    for (const auto& each : faults(year)) found.push_back(each.pointer + " " + each.code);
    EXPECT_THAT(found, ElementsAre("/days/1/day programmes.another_year", "/days/2/day programmes.day_twice", "/days/3/day programmes.works_anyway"));
}

}  // namespace
}  // namespace ryadom::programmes
