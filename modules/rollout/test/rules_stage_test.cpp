// The stage of an adoption, sentence by sentence of the Rules.
#include <gtest/gtest.h>

#include "modules/rollout/rules.hpp"

namespace ryadom::rollout {
namespace {

Date day(const char* text) { return *parse_date(text); }

/// Assigned in January 2026 with a floor of two facts a month, two periods for sustained.
struct Case {
    AdoptionHistory adoption;
    Floor floor;
    std::vector<Delivery> rows;

    Case() {
        adoption.assigned_on = day("2026-01-10");
        floor.at_least = 2;
        floor.sustained_periods = 2;
    }
    Case& ready(const char* on) {
        adoption.chosen_on = adoption.confirmed_on = day(on);
        return *this;
    }
    Case& line(const char* created, std::optional<Date> closed,
               Obligation obligation = Obligation::mandatory) {
        adoption.lines.push_back({"x", LineKind::document, obligation, day(created), day(created), closed});
        return *this;
    }
    Case& facts(const char* on, int count = 1) {
        for (int i = 0; i < count; ++i) rows.push_back({day(on), static_cast<std::int64_t>(rows.size())});
        return *this;
    }
    StageAt at(const char* today) const {
        return stage(adoption, floor, tally(rows, floor.length, day(today)), day(today));
    }
};

void expect(const StageAt& now, Stage stage, const char* since) {
    EXPECT_EQ(static_cast<int>(now.stage), static_cast<int>(stage));
    EXPECT_EQ(to_string(now.since), since);
}

}  // namespace

TEST(Stage, is_assigned_since_the_order) { expect(Case().at("2026-01-20"), Stage::assigned, "2026-01-10"); }

TEST(Stage, is_chosen_when_a_version_is_picked_though_the_plan_is_a_draft) {
    Case c;
    c.adoption.chosen_on = day("2026-01-15");
    c.line("2026-01-16", std::nullopt);
    expect(c.at("2026-01-20"), Stage::chosen, "2026-01-15");
    expect(c.at("2026-01-14"), Stage::assigned, "2026-01-10");
}

TEST(Stage, is_preparing_when_the_plan_is_confirmed_and_a_mandatory_gap_is_open) {
    Case c;
    c.ready("2026-01-20").line("2026-01-16", std::nullopt);
    expect(c.at("2026-01-25"), Stage::preparing, "2026-01-20");
    EXPECT_FALSE(c.at("2026-01-25").first[Stage::ready]);
}

TEST(Stage, is_ready_on_the_day_the_last_mandatory_gap_is_closed) {
    Case c;
    c.ready("2026-01-20").line("2026-01-16", day("2026-01-22")).line("2026-01-16", day("2026-02-03"));
    expect(c.at("2026-02-02"), Stage::preparing, "2026-01-20");
    expect(c.at("2026-02-03"), Stage::ready, "2026-02-03");
    EXPECT_EQ(c.at("2026-02-03").first[Stage::preparing], day("2026-01-20"));
}

TEST(Stage, is_ready_with_the_confirmation_when_no_mandatory_gap_is_open) {
    Case c;
    c.ready("2026-01-20").line("2026-01-16", std::nullopt, Obligation::advisory);
    expect(c.at("2026-01-20"), Stage::ready, "2026-01-20");
    EXPECT_FALSE(c.at("2026-01-20").first[Stage::preparing]);
}

TEST(Stage, is_ready_by_the_opening_order_of_an_adoption_from_the_past) {
    Case c;
    c.adoption.opened_on = day("2025-09-01");
    expect(c.at("2026-01-20"), Stage::ready, "2025-09-01");
    c.facts("2025-09-05", 2);
    EXPECT_EQ(c.at("2026-01-20").first[Stage::delivering], day("2025-09-05"));
}

TEST(Stage, is_started_by_the_first_fact_after_ready) {
    Case c;
    c.ready("2026-01-20").facts("2026-01-28");
    expect(c.at("2026-01-27"), Stage::ready, "2026-01-20");
    expect(c.at("2026-01-28"), Stage::started, "2026-01-28");
    EXPECT_FALSE(c.at("2026-01-28").flags.fact_before_ready);
}

TEST(Stage, is_started_since_ready_when_the_fact_came_first_and_that_is_a_flag) {
    Case c;
    c.ready("2026-01-20").facts("2026-01-12");
    expect(c.at("2026-01-15"), Stage::assigned, "2026-01-10");
    EXPECT_EQ(c.at("2026-01-15").flags.fact_before_ready, day("2026-01-12"));
    expect(c.at("2026-01-20"), Stage::started, "2026-01-20");
    EXPECT_EQ(c.at("2026-01-20").flags.fact_before_ready, day("2026-01-12"));
}

TEST(Stage, is_not_started_by_facts_of_a_centre_that_never_was_ready) {
    Case c;
    c.ready("2026-01-20").line("2026-01-16", std::nullopt).facts("2026-02-02", 9);
    expect(c.at("2026-02-20"), Stage::preparing, "2026-01-20");
}

TEST(Stage, does_not_step_back_when_a_gap_reopens_and_that_is_a_flag) {
    Case c;
    c.ready("2026-01-20").line("2026-01-25", std::nullopt);
    expect(c.at("2026-02-01"), Stage::ready, "2026-01-20");
    EXPECT_EQ(c.at("2026-02-01").flags.gap_reopened, day("2026-01-25"));
    EXPECT_FALSE(c.at("2026-01-24").flags.gap_reopened);
    c.facts("2026-01-28");
    expect(c.at("2026-02-01"), Stage::started, "2026-01-28");
}

TEST(Stage, is_delivering_since_the_fact_that_reached_the_floor_without_waiting_for_the_end) {
    Case c;
    c.ready("2026-01-20").facts("2026-02-03").facts("2026-02-09").facts("2026-02-20");
    expect(c.at("2026-02-08"), Stage::started, "2026-02-03");
    expect(c.at("2026-02-09"), Stage::delivering, "2026-02-09");
}

TEST(Stage, counts_a_part_of_a_first_month_against_the_whole_floor) {
    Case c;
    c.ready("2026-01-30").facts("2026-01-31");
    expect(c.at("2026-02-28"), Stage::started, "2026-01-31");
}

TEST(Stage, stays_delivering_until_the_next_period_is_settled_unmet) {
    Case c;
    c.ready("2026-01-20").facts("2026-02-03", 2).facts("2026-03-30");
    expect(c.at("2026-04-06"), Stage::delivering, "2026-02-03");
    expect(c.at("2026-04-07"), Stage::lapsed, "2026-03-01");
}

TEST(Stage, is_lapsed_since_the_first_day_of_the_first_of_several_unmet_periods) {
    Case c;
    c.ready("2026-01-20").facts("2026-02-03", 2);
    expect(c.at("2026-08-20"), Stage::lapsed, "2026-03-01");
    EXPECT_EQ(c.at("2026-08-20").first[Stage::delivering], day("2026-02-03"));
}

TEST(Stage, is_delivering_again_from_the_new_run_after_a_lapse) {
    Case c;
    c.ready("2026-01-20").facts("2026-02-03", 2).facts("2026-05-05", 2);
    const auto now = c.at("2026-05-06");
    expect(now, Stage::delivering, "2026-05-05");
    EXPECT_EQ(now.first[Stage::delivering], day("2026-02-03"));
    EXPECT_EQ(now.first[Stage::lapsed], day("2026-03-01"));
}

TEST(Stage, is_not_lapsed_when_the_current_month_is_met_before_the_unmet_one_settles) {
    Case c;
    c.ready("2026-01-20").facts("2026-02-03", 2).facts("2026-04-02", 2);
    expect(c.at("2026-04-05"), Stage::delivering, "2026-02-03");  // March may still be met by late records
    expect(c.at("2026-04-07"), Stage::delivering, "2026-04-02");
    EXPECT_FALSE(c.at("2026-04-30").first[Stage::lapsed]);
}

TEST(Stage, is_sustained_since_the_end_of_the_nth_period_once_that_is_settled) {
    Case c;
    c.ready("2026-01-20").facts("2026-02-03", 2).facts("2026-03-03", 2).facts("2026-04-03", 2);
    expect(c.at("2026-04-06"), Stage::delivering, "2026-02-03");
    expect(c.at("2026-04-07"), Stage::sustained, "2026-03-31");
    expect(c.at("2026-05-20"), Stage::sustained, "2026-03-31");
    expect(c.at("2026-06-07"), Stage::lapsed, "2026-05-01");
    EXPECT_EQ(c.at("2026-06-07").first[Stage::sustained], day("2026-03-31"));
}

TEST(Stage, skips_the_off_season_in_a_run) {
    Case c;
    c.floor.off_season.set(2);  // March
    c.ready("2026-01-20").facts("2026-02-03", 2).facts("2026-04-03", 2);
    expect(c.at("2026-05-07"), Stage::sustained, "2026-04-30");
    c.rows.resize(2);
    expect(c.at("2026-05-06"), Stage::delivering, "2026-02-03");
    expect(c.at("2026-05-07"), Stage::lapsed, "2026-04-01");
}

TEST(Stage, starts_with_an_off_season_fact_that_belongs_to_no_period) {
    Case c;
    c.floor.off_season.set(1);  // February
    c.ready("2026-01-20").facts("2026-02-03", 5);
    expect(c.at("2026-02-10"), Stage::started, "2026-02-03");
    EXPECT_TRUE(c.at("2026-02-10").periods.empty());
}

TEST(Stage, counts_by_quarter_when_the_package_says_so) {
    Case c;
    c.floor.length = PeriodLength::quarter;
    c.ready("2026-01-20").facts("2026-02-03").facts("2026-03-03");
    expect(c.at("2026-07-06"), Stage::delivering, "2026-03-03");
    expect(c.at("2026-07-07"), Stage::lapsed, "2026-04-01");
}

TEST(Stage, counts_distinct_recipients_when_the_package_says_so) {
    Case c;
    c.floor.measure = Measure::recipients;
    c.ready("2026-01-20");
    c.rows = {{day("2026-02-03"), 1}, {day("2026-02-04"), 1}, {day("2026-02-05"), 1}};
    expect(c.at("2026-02-10"), Stage::started, "2026-02-03");
    c.rows.push_back({day("2026-02-06"), 2});
    expect(c.at("2026-02-10"), Stage::delivering, "2026-02-06");
}

TEST(Stage, begins_no_stage_before_the_one_it_rests_on) {
    Case c;
    c.ready("2026-02-20").facts("2026-02-03", 2);
    expect(c.at("2026-02-19"), Stage::assigned, "2026-01-10");
    expect(c.at("2026-02-20"), Stage::delivering, "2026-02-20");
    EXPECT_EQ(c.at("2026-02-20").first[Stage::started], day("2026-02-20"));
}

TEST(Stage, is_started_and_not_lapsed_when_all_delivery_was_over_before_ready) {
    Case c;
    c.ready("2026-06-01").facts("2026-02-03", 2);
    expect(c.at("2026-06-10"), Stage::started, "2026-06-01");
    EXPECT_FALSE(c.at("2026-06-10").first[Stage::delivering]);
}

TEST(Stage, is_stopped_by_the_centre_and_later_facts_change_nothing) {
    Case c;
    c.adoption.stopped_on = day("2026-02-05");
    c.adoption.stop_reason = "no specialist";
    c.ready("2026-01-20").facts("2026-02-03").facts("2026-02-10", 3);
    expect(c.at("2026-02-04"), Stage::started, "2026-02-03");
    const auto now = c.at("2026-03-20");
    expect(now, Stage::stopped, "2026-02-05");
    EXPECT_EQ(now.first[Stage::started], day("2026-02-03"));
    EXPECT_FALSE(now.first[Stage::delivering]);
}

TEST(Stage, takes_a_fact_recorded_after_the_period_settled_by_its_day) {
    Case c;
    c.ready("2026-01-20").facts("2026-02-03", 2).facts("2026-03-30");
    expect(c.at("2026-04-10"), Stage::lapsed, "2026-03-01");
    c.facts("2026-03-31");  // entered on 11 April; the caller hands it in from that day on
    expect(c.at("2026-04-11"), Stage::sustained, "2026-03-31");
}

TEST(ReachedOn, is_the_first_since_day_of_the_target_even_after_a_lapse) {
    Case c;
    c.ready("2026-01-20").facts("2026-02-03", 2);
    const auto now = c.at("2026-08-20");
    EXPECT_EQ(reached_on(now, Stage::delivering), day("2026-02-03"));
    EXPECT_FALSE(reached_on(now, Stage::sustained));
}

TEST(ReachedOn, of_a_stage_passed_within_a_day_is_that_of_the_next_one) {
    Case c;
    c.ready("2026-01-20");
    EXPECT_EQ(reached_on(c.at("2026-01-21"), Stage::preparing), day("2026-01-20"));
}

}  // namespace ryadom::rollout
