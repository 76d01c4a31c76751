// Each measure by hand, at the edges that docs/package.md and the README draw.
#include "modules/verdicts/rules.hpp"

#include <gtest/gtest.h>

namespace ryadom::verdicts {
namespace {

using ledger::image::Delivered;
using practices::StatementKind;

const Date day_one = *make_date(2026, 3, 2);  // a Monday
const Period march{*make_date(2026, 3, 1), *make_date(2026, 3, 31)};
const Date long_after = *make_date(2026, 12, 31);

struct Case {
    practices::Statement statement;
    std::vector<Delivered> facts;
    std::vector<Request> requests;
    std::vector<Form> forms;
    Qualifications qualifications;
    std::vector<Wanted> there;
    std::set<std::uint16_t> services;

    explicit Case(StatementKind kind) { statement.kind = kind; }

    void fact(Date day, std::uint32_t person, int minutes = 60, std::uint32_t group = 0, std::uint32_t worker = 0, std::uint16_t service = 1) {
        Delivered out;
        out.position = static_cast<std::int64_t>(facts.size()) + 1;
        out.day = day;
        out.person = person;
        out.unnamed_count = person ? 0 : 3;
        out.minutes = static_cast<std::uint16_t>(minutes);
        out.group = group;
        out.worker = worker;
        out.service = service;
        facts.push_back(out);
    }
    Inputs inputs() const { return {facts, services, requests, forms, &qualifications, [this](Date) { return there; }}; }
    Tally tally(Date as_of = long_after, const Period& period = march) const { return verdicts::tally(statement, inputs(), period, as_of); }
    std::vector<Item> items(Date as_of = long_after) const {
        std::vector<Item> out;
        measure(statement, inputs(), march, as_of, [&](const Item& item) { out.push_back(item); });
        return out;
    }
};

Tally counted(std::int64_t numerator, std::int64_t denominator, std::map<Reason, std::int64_t> excluded = {}) { return {numerator, denominator, std::move(excluded)}; }

}  // namespace

TEST(Verdict, needs_something_to_count_and_is_met_at_the_threshold) {
    EXPECT_EQ(outcome(counted(0, 0), 80), Outcome::no_data);
    EXPECT_EQ(outcome(counted(4, 5), 80), Outcome::met);
    EXPECT_EQ(outcome(counted(79, 100), 80), Outcome::failed);
    EXPECT_EQ(missing(counted(79, 100), 80), 1);
    EXPECT_EQ(missing(counted(0, 3), 80), 3);  // 2.4 of three are three
    EXPECT_EQ(missing(counted(4, 5), 80), 0);
    EXPECT_EQ(missing(counted(0, 0), 80), 0);
}

TEST(Verdict, periods_are_months_quarters_and_years) {
    EXPECT_EQ(period_of(day_one, practices::VerdictPeriod::month), march);
    EXPECT_EQ(period_of(day_one, practices::VerdictPeriod::quarter).last, march.last);
    EXPECT_EQ(period_of(day_one, practices::VerdictPeriod::year).first, *make_date(2026, 1, 1));
    EXPECT_EQ(previous(march, practices::VerdictPeriod::month).first, *make_date(2026, 2, 1));
}

TEST(Minutes, counts_facts_of_the_period_and_of_the_services) {
    Case at(StatementKind::minutes);
    at.statement.rule.from = 45;
    at.statement.rule.to = 60;
    at.services = {1};
    at.fact(march.first - 1, 1, 60);
    at.fact(march.first, 1, 45);
    at.fact(march.first, 0, 60);  // people that nobody wrote down
    at.fact(day_one, 1, 44);
    at.fact(day_one, 1, 60, 0, 0, 2);
    at.fact(march.last, 2, 61);
    at.fact(march.last + 1, 2, 60);
    EXPECT_EQ(at.tally(), counted(2, 4));
    EXPECT_EQ(at.tally(day_one), counted(2, 3));
}

TEST(Qualified, asks_what_the_worker_held_on_that_day) {
    Case at(StatementKind::qualified);
    at.statement.rule.qualifications = {"nurse", "psychologist"};
    at.qualifications[7] = {{"nurse", day_one, day_one + 1}, {"driver", day_one - 100, {}}};
    for (int i = -1; i <= 2; ++i) at.fact(day_one + i, 1, 60, 0, 7);
    at.fact(day_one + 3, 1, 60, 0, 0);
    EXPECT_EQ(at.tally(), counted(2, 5));
    EXPECT_EQ(at.items().back().reason, Reason::no_worker);
}

TEST(GroupSize, counts_people_once_and_those_without_names_too) {
    Case at(StatementKind::group_size);
    at.statement.rule.from = 2;
    at.statement.rule.to = 4;
    at.fact(day_one, 1, 60, 5);
    at.fact(day_one, 1, 60, 5);  // the same person twice: a group of one
    at.fact(day_one, 2, 60, 6);
    at.fact(day_one, 0, 60, 6);  // and three without names
    at.fact(day_one, 3, 60, 0);  // no group
    EXPECT_EQ(at.tally(), counted(1, 2));
    EXPECT_EQ(at.items().front().value, 1);
    EXPECT_EQ(at.items().back().value, 4);
}

TEST(Wait, excludes_the_recent_the_withdrawn_and_the_dead) {
    Case at(StatementKind::wait);
    at.statement.rule.days = 7;
    at.services = {1};
    const auto ask = [&](std::uint32_t person, bool withdrawn = false, std::optional<Date> died = {}, std::uint16_t service = 1) {
        at.requests.push_back({std::int64_t{person}, person, service, day_one, withdrawn, died});
    };
    ask(1);
    at.fact(day_one - 1, 1);  // served before: another matter
    at.fact(day_one + 7, 1);
    ask(2);
    at.fact(day_one + 8, 2);
    ask(3, true);
    ask(4, false, day_one + 7);
    ask(5, false, day_one + 8);
    ask(6, true);
    at.fact(day_one + 1, 6);  // served in time, withdrawn later
    ask(7, false, {}, 2);     // another service
    std::ranges::sort(at.facts, {}, &Delivered::day);
    EXPECT_EQ(at.tally(), counted(2, 4, {{Reason::withdrawn, 1}, {Reason::died, 1}}));
    EXPECT_EQ(at.tally(day_one + 6), counted(0, 0, {{Reason::recent, 6}}));
    EXPECT_EQ(at.items()[1].reason, Reason::late);
    EXPECT_EQ(at.items()[1].value, 8);
}

TEST(Frequency, looks_at_whole_weeks_between_the_first_and_the_last_fact) {
    Case at(StatementKind::frequency);
    at.statement.rule.at_least = 2;
    at.statement.rule.per = practices::Per::week;
    // First fact on a Tuesday: that week is not whole. Weeks of the 9th, 16th and 23rd are; the last fact is on Sunday 29th.
    for (const int day : {1, 7, 9, 14, 27}) at.fact(day_one + day, 1);
    EXPECT_EQ(at.tally(), counted(1, 3));
    EXPECT_EQ(at.items().front().day, day_one + 7);
    at.facts.pop_back();
    EXPECT_EQ(at.tally(), counted(1, 1));  // the last fact is Monday the 16th, whose week is not whole
}

TEST(FormPair, wants_two_sheets_one_near_each_end) {
    Case at(StatementKind::form_pair);
    at.statement.rule.form = "scale";
    const auto over = march.first - 30 + 5;  // of everybody's last fact: the case ends on the 6th of March
    for (const std::uint32_t person : {1U, 2U, 3U, 4U}) {
        at.fact(over - 60, person);
        at.fact(over, person);
    }
    at.fact(over + 40, 5);  // not over yet
    std::ranges::sort(at.facts, {}, &Delivered::day);
    at.forms = {{1, 1, over - 46, {}}, {2, 1, over + 14, {}}, {3, 2, over - 45, {}}, {4, 2, over, {}}, {5, 3, over - 60, {}}};
    EXPECT_EQ(at.tally(), counted(1, 4));
    const auto items = at.items();
    EXPECT_EQ(items[1].reason, Reason::no_start);
    EXPECT_EQ(items[2].reason, Reason::no_end);
    EXPECT_EQ(items[3].reason, Reason::no_start);
}

TEST(FormPair, takes_one_sheet_of_a_short_case_for_one_end_only) {
    Case at(StatementKind::form_pair);
    at.fact(march.first - 25, 1);
    at.forms = {{1, 1, march.first - 25, {}}};
    EXPECT_EQ(at.items().front().reason, Reason::no_end);
    at.forms.push_back({2, 1, march.first - 24, {}});
    EXPECT_EQ(at.tally(), counted(1, 1));
}

TEST(ScaleChange, pairs_the_first_form_with_the_latest_and_says_who_has_no_pair) {
    Case at(StatementKind::scale_change);
    at.statement.rule.direction = practices::Direction::down;
    at.statement.rule.min_change = 4;
    for (const std::uint32_t person : {1U, 2U, 3U, 4U}) at.fact(day_one, person);
    at.forms = {{1, 1, day_one, 30.0}, {2, 1, day_one + 5, 29.0}, {3, 1, day_one + 20, 26.0}, {4, 2, day_one, 30.0},   {5, 2, day_one + 9, 26.5},
                {6, 3, day_one, 30.0}, {7, 3, day_one, 20.0},     {8, 4, day_one - 15, 30.0}, {9, 4, day_one + 9, {}}};
    EXPECT_EQ(at.tally(), counted(1, 2, {{Reason::unpaired, 2}}));
    EXPECT_EQ(at.items().front().value, -4);
    EXPECT_EQ(at.tally(day_one + 19), counted(0, 2, {{Reason::unpaired, 2}}));  // by then the latest was 29
    EXPECT_EQ(at.tally(long_after, {march.last + 1, march.last + 30}), counted(0, 0));
}

TEST(Presence, counts_what_is_held_on_the_last_day) {
    Case at(StatementKind::presence);
    at.there = {{"hall", true}, {"lift", false}};
    EXPECT_EQ(at.tally(), counted(1, 2));
    EXPECT_EQ(at.items().back().item, "lift");
    EXPECT_EQ(at.items(day_one).front().day, day_one);
}

TEST(ProgrammeShare, counts_nothing_while_there_are_no_programmes) { EXPECT_EQ(Case(StatementKind::programme_share).tally(), counted(0, 0)); }

}  // namespace ryadom::verdicts
