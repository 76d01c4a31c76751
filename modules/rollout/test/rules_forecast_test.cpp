// The forecast and the sign of a cell, sentence by sentence of the Rules.
#include <gtest/gtest.h>

#include "modules/rollout/rules.hpp"

namespace ryadom::rollout {
namespace {

Date day(const char* text) { return *parse_date(text); }

PlanLine closed(const char* due, int late) {
    return {"x", LineKind::step, Obligation::advisory, day(due), day(due) - 30, day(due) + late};
}

PlanLine open_line(const char* due, Obligation obligation = Obligation::mandatory) {
    return {"x", LineKind::document, obligation, day(due), day("2026-01-05"), std::nullopt};
}

FirstDays passed(const char* assigned, const char* ready, const char* started = nullptr) {
    FirstDays first;
    first[Stage::assigned] = day(assigned);
    first[Stage::ready] = day(ready);
    if (started) first[Stage::started] = day(started);
    return first;
}

/// Assigned on 5 January 2026; p = 3 days, lags 60, 14, 30; floor of 4 facts a month, N = 3.
struct Case {
    AdoptionHistory adoption;
    Floor floor;
    std::vector<Delivery> rows;
    Pace pace{3, {}};

    Case() {
        adoption.assigned_on = day("2026-01-05");
        floor.at_least = 4;
        floor.sustained_periods = 3;
    }
    Case& planned(const char* on = "2026-01-10") {
        adoption.chosen_on = adoption.confirmed_on = day(on);
        return *this;
    }
    Case& facts(const char* on, int count) {
        for (int i = 0; i < count; ++i) rows.push_back({day(on), i});
        return *this;
    }
    StageAt stage_at(const char* today) const {
        return stage(adoption, floor, tally(rows, floor.length, day(today)), day(today));
    }
    Forecast at(const char* today) const {
        return forecast(stage_at(today), adoption, floor, tally(rows, floor.length, day(today)), pace,
                        day(today));
    }
    Cell cell_at(const char* today, std::optional<Date> deadline, Stage target = Stage::delivering) const {
        return cell(stage_at(today), deadline, target, at(today), day(today));
    }
};

}  // namespace

TEST(Delay, is_the_median_of_closed_minus_due_of_the_centre) {
    const std::vector<PlanLine> lines{closed("2026-01-01", 9), closed("2026-01-02", 2),
                                      closed("2026-01-03", -1)};
    EXPECT_EQ(delay(lines, {}, day("2026-06-01")), 2);
}

TEST(Delay, looks_at_the_last_ten_closed_lines_only) {
    std::vector<PlanLine> lines;
    for (int i = 0; i < 20; ++i) lines.push_back(closed("2025-01-01", 100));
    for (int i = 0; i < 10; ++i) lines.push_back(closed("2026-01-01", 2 * i));
    EXPECT_EQ(delay(lines, {}, day("2026-06-01")), 9);  // the middle of 8 and 10
}

TEST(Delay, takes_half_a_day_for_a_day) {
    const std::vector<PlanLine> lines{closed("2026-01-01", 1), closed("2026-01-01", 2),
                                      closed("2026-01-01", 3), closed("2026-01-01", 4)};
    EXPECT_EQ(delay(lines, {}, day("2026-06-01")), 3);
}

TEST(Delay, is_the_regions_with_fewer_than_three_lines_of_the_centre) {
    const std::vector<PlanLine> centre{closed("2026-01-01", 50), closed("2026-01-01", 60),
                                       open_line("2026-01-01")};
    const std::vector<PlanLine> region{closed("2026-01-01", 4), closed("2026-01-01", 5),
                                       closed("2026-01-01", 6)};
    EXPECT_EQ(delay(centre, region, day("2026-06-01")), 5);
    EXPECT_EQ(delay(centre, {}, day("2026-06-01")), 0);
}

TEST(Delay, is_never_below_zero) {
    const std::vector<PlanLine> early{closed("2026-01-01", -4), closed("2026-01-01", -5),
                                      closed("2026-01-01", -6)};
    EXPECT_EQ(delay(early, {}, day("2026-06-01")), 0);
}

TEST(Delay, ignores_what_is_closed_after_the_day_asked_about) {
    const std::vector<PlanLine> lines{closed("2026-01-01", 1), closed("2026-01-01", 2),
                                      closed("2026-01-01", 90)};
    EXPECT_EQ(delay(lines, {}, day("2026-02-01")), 0);
    EXPECT_EQ(delay(lines, {}, day("2026-04-01")), 2);
}

TEST(Lags, are_medians_over_the_centres_that_got_there_each_with_its_own_fallback) {
    const std::vector<FirstDays> others{passed("2026-01-01", "2026-01-11", "2026-01-14"),
                                        passed("2026-01-01", "2026-01-21", "2026-01-24"),
                                        passed("2026-01-01", "2026-02-20")};
    EXPECT_EQ(lags(others, LagDays{}), (LagDays{20, 14, 30}));
}

TEST(Lags, leave_out_an_adoption_that_was_open_before_its_order) {
    const std::vector<FirstDays> others{passed("2026-01-01", "2020-01-01"),
                                        passed("2026-01-01", "2026-01-02"),
                                        passed("2026-01-01", "2026-01-03")};
    EXPECT_EQ(lags(others, LagDays{}).ready, 60);
}

TEST(Forecast, without_a_plan_adds_a_then_b_then_c_to_today) {
    const auto forecast = Case().at("2026-02-01");
    EXPECT_EQ(forecast.ready, day("2026-02-01") + 60);
    EXPECT_EQ(forecast.started, day("2026-02-01") + 74);
    EXPECT_EQ(forecast.delivering, day("2026-02-01") + 104);  // 16 May
    EXPECT_EQ(forecast.sustained, day("2026-07-31"));  // the end of the third month, May being the first
}

TEST(Forecast, of_ready_is_the_latest_due_day_of_open_mandatory_lines_plus_the_delay) {
    Case c;
    c.planned();
    c.adoption.lines = {open_line("2026-03-01"), open_line("2026-02-20"),
                        open_line("2026-06-01", Obligation::advisory)};
    EXPECT_EQ(c.at("2026-02-01").ready, day("2026-03-04"));
    EXPECT_EQ(c.at("2026-02-01").started, day("2026-03-18"));
}

TEST(Forecast, of_ready_is_not_before_today_when_all_lines_are_overdue) {
    Case c;
    c.planned();
    c.adoption.lines = {open_line("2026-01-20")};
    EXPECT_EQ(c.at("2026-02-01").ready, day("2026-02-01"));
}

TEST(Forecast, of_a_ready_centre_keeps_its_ready_day_and_counts_on_from_today) {
    Case c;
    c.planned();
    EXPECT_EQ(c.at("2026-02-01").ready, day("2026-01-10"));
    EXPECT_EQ(c.at("2026-02-01").started, day("2026-02-15"));
}

TEST(Forecast, once_started_is_the_first_day_some_period_reaches_its_floor_at_the_rate_of_28_days) {
    Case c;
    c.planned().facts("2026-02-01", 2);  // two in 28 days, two are lacking: 28 days more, but February ends
    EXPECT_FALSE(c.at("2026-02-10").delivering);
    c.facts("2026-02-05", 1);  // three in 28 days, one is lacking: 10 days
    EXPECT_EQ(c.at("2026-02-10").delivering, day("2026-02-20"));
    EXPECT_EQ(c.at("2026-02-10").sustained, day("2026-04-30"));
}

TEST(Forecast, moves_to_a_later_period_when_the_running_one_is_too_short) {
    Case c;
    c.floor.at_least = 5;
    c.planned().facts("2026-01-28", 4).facts("2026-02-03", 1);  // five in 28 days
    EXPECT_EQ(c.at("2026-02-10").delivering, day("2026-03-28"));
}

TEST(Forecast, is_none_when_nothing_was_delivered_for_28_days) {
    Case c;
    c.planned().facts("2026-01-15", 3);
    const auto forecast = c.at("2026-02-12");
    EXPECT_EQ(forecast.started, day("2026-01-15"));
    EXPECT_FALSE(forecast.delivering);
    EXPECT_FALSE(forecast.sustained);
}

TEST(Forecast, at_the_rate_of_recipients_counts_people) {
    Case c;
    c.floor.measure = Measure::recipients;
    c.planned();
    for (int i = 0; i < 20; ++i) c.rows.push_back({day("2026-02-02"), i % 2});
    EXPECT_FALSE(c.at("2026-02-10").delivering);  // two people in 28 days never make four
    c.rows.push_back({day("2026-02-03"), 5});
    EXPECT_EQ(c.at("2026-02-10").delivering, day("2026-02-20"));
}

TEST(Forecast, of_sustained_adds_n_minus_one_periods_to_the_run) {
    Case c;
    c.floor.off_season.set(2);  // March
    c.planned().facts("2026-02-02", 4);
    const auto forecast = c.at("2026-02-10");
    EXPECT_EQ(forecast.delivering, day("2026-02-02"));
    EXPECT_EQ(forecast.sustained, day("2026-05-31"));
}

TEST(Forecast, of_a_stopped_adoption_is_none) {
    Case c;
    c.planned().adoption.stopped_on = day("2026-02-01");
    EXPECT_EQ(c.at("2026-02-10"), Forecast{});
}

TEST(Cell, is_grey_without_a_deadline) {
    Case c;
    c.planned().facts("2026-02-02", 4);
    EXPECT_EQ(c.cell_at("2026-02-10", std::nullopt).sign, Sign::none);
    c.adoption.stopped_on = day("2026-02-09");
    EXPECT_EQ(c.cell_at("2026-02-10", std::nullopt).sign, Sign::none);
}

TEST(Cell, stays_asked_for_when_the_centre_stops) {
    Case c;
    c.planned().adoption.stopped_on = day("2026-02-09");
    EXPECT_EQ(c.cell_at("2026-02-20", day("2026-02-20")).sign, Sign::late_forecast);
    const auto cell = c.cell_at("2026-02-25", day("2026-02-20"));
    EXPECT_EQ(cell.sign, Sign::overdue);
    EXPECT_EQ(cell.stage, Stage::stopped);
    EXPECT_EQ(cell.days_late, 5);
}

TEST(Cell, is_not_reached_any_more_once_the_centre_stops) {
    Case c;
    c.planned().facts("2026-02-02", 4);
    c.adoption.stopped_on = day("2026-02-21");
    EXPECT_EQ(c.cell_at("2026-02-20", day("2026-02-10")).sign, Sign::reached);
    const auto cell = c.cell_at("2026-02-25", day("2026-02-10"));
    EXPECT_EQ(cell.sign, Sign::overdue);
    EXPECT_EQ(cell.days_late, 4) << "since the stop: until then it was delivered";
}

TEST(Cell, shows_a_lapse_before_the_target_that_was_reached) {
    Case c;
    c.planned().facts("2026-02-02", 4);
    const auto cell = c.cell_at("2026-04-10", day("2026-03-01"));
    EXPECT_EQ(cell.sign, Sign::lapsed);
    EXPECT_EQ(cell.reached_on, day("2026-02-02"));
}

TEST(Cell, is_reached_with_the_days_it_was_late) {
    Case c;
    c.planned().facts("2026-02-02", 4);
    EXPECT_EQ(c.cell_at("2026-02-10", day("2026-01-30")).sign, Sign::reached);
    EXPECT_EQ(c.cell_at("2026-02-10", day("2026-01-30")).days_late, 3);
    EXPECT_EQ(c.cell_at("2026-02-10", day("2026-02-02")).days_late, 0);
}

TEST(Cell, is_overdue_from_the_day_after_the_deadline) {
    Case c;
    c.planned();
    EXPECT_NE(c.cell_at("2026-02-10", day("2026-02-10")).sign, Sign::overdue);
    EXPECT_EQ(c.cell_at("2026-02-11", day("2026-02-10")).sign, Sign::overdue);
    EXPECT_EQ(c.cell_at("2026-02-11", day("2026-02-10")).days_late, 1);
}

TEST(Cell, warns_when_the_forecast_is_none_or_after_the_deadline) {
    Case c;
    c.planned();  // delivering: today + 14 + 30
    EXPECT_EQ(c.cell_at("2026-02-01", day("2026-03-16")).sign, Sign::late_forecast);
    EXPECT_EQ(c.cell_at("2026-02-01", day("2026-03-17")).sign, Sign::under_way);
    c.facts("2026-01-15", 1);
    EXPECT_EQ(c.cell_at("2026-02-20", day("2027-03-16")).sign, Sign::late_forecast);
}

TEST(Cell, tells_what_is_before_preparing_from_what_is_under_way) {
    Case c;
    const auto deadline = day("2027-01-01");
    EXPECT_EQ(c.cell_at("2026-02-01", deadline).sign, Sign::before_preparing);
    c.adoption.chosen_on = day("2026-01-20");
    EXPECT_EQ(c.cell_at("2026-02-01", deadline).sign, Sign::before_preparing);
    c.adoption.confirmed_on = day("2026-01-21");
    c.adoption.lines = {open_line("2026-03-01")};
    EXPECT_EQ(c.cell_at("2026-02-01", deadline).sign, Sign::under_way);
}

TEST(Cell, has_a_target_other_than_delivering_when_the_order_says_so) {
    Case c;
    c.planned().facts("2026-02-02", 4);
    EXPECT_EQ(c.cell_at("2026-02-10", day("2026-02-20"), Stage::started).sign, Sign::reached);
    EXPECT_EQ(c.cell_at("2026-02-10", day("2026-12-20"), Stage::sustained).sign, Sign::under_way);
    EXPECT_EQ(c.cell_at("2026-02-10", day("2026-03-20"), Stage::sustained).sign, Sign::late_forecast);
}

TEST(Cell, expects_a_version_to_be_chosen_within_the_deadline) {
    EXPECT_EQ(Case().cell_at("2026-02-10", day("2026-02-10"), Stage::chosen).sign, Sign::before_preparing);
}

}  // namespace ryadom::rollout
