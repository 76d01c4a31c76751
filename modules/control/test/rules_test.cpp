// What a confirmation rests on, what a checklist asks, how a finding goes its way.
#include "modules/control/rules.hpp"

#include <gmock/gmock.h>

namespace ryadom::control {
namespace {

using testing::ElementsAre;
using verdicts::Outcome;

Date day(std::string_view text) { return *parse_date(text); }

std::string said(const Checked<void>& checked) {
    if (checked) return "yes";
    const auto& refusal = checked.error();
    return refusal.fields.empty() ? refusal.code : refusal.fields.front().pointer + " " + refusal.fields.front().code;
}

VisitRequest visit(Seen mark, std::optional<std::string> note = {}, std::optional<std::string> owner = {}, std::optional<int> days = {}) {
    return {"clause:a", mark, std::move(note), std::move(owner), days};
}

TEST(ChecklistTest, asks_clauses_with_nothing_below_them_and_then_statements) {
    standards::Content content;
    content.clauses = {{"a", "1", 1, {"Глава", {}, {}}}, {"b", "1.1", 2, {"Пункт", {}, {}}}, {"c", "1.2", 2, {"Ещё", {}, {}}}, {"d", "2", 1, {"Отдельный", {}, {}}}};
    practices::Statement statement;
    statement.id = "a";
    statement.title.ru = "Скоро";
    content.statements = {statement};
    const auto items = checklist(content);
    std::vector<std::string> keys;
    for (const auto& each : items) keys.push_back(each.item + " " + each.address + " " + each.text.ru);
    EXPECT_THAT(keys, ElementsAre("clause:b 1.1 Пункт", "clause:c 1.2 Ещё", "clause:d 2 Отдельный", "statement:a  Скоро"));
    ASSERT_NE(find_item(items, "statement:a"), nullptr);
    EXPECT_EQ(find_item(items, "clause:a"), nullptr) << "a heading is not asked";
}

TEST(ConfirmationTest, tick_box_alone_confirms_nothing) {
    EXPECT_EQ(said(may_say(visit(Seen::confirmed), {})), "/note control.nothing_seen");
    EXPECT_EQ(said(may_say(visit(Seen::confirmed, "  \n"), {})), "/note control.nothing_seen");
    EXPECT_EQ(said(may_say(visit(Seen::confirmed), {0, Outcome::no_data})), "/note control.nothing_seen");
    EXPECT_EQ(said(may_say(visit(Seen::confirmed), {0, Outcome::waived})), "/note control.nothing_seen");
    EXPECT_EQ(said(may_say(visit(Seen::confirmed, "Журнал на месте"), {})), "yes");
    EXPECT_EQ(said(may_say(visit(Seen::confirmed), {1, {}})), "yes");
    EXPECT_EQ(said(may_say(visit(Seen::confirmed), {0, Outcome::met})), "yes");
}

TEST(ConfirmationTest, note_does_not_stand_against_the_facts) {
    EXPECT_EQ(said(may_say(visit(Seen::confirmed, "Всё хорошо"), {2, Outcome::failed})), "control.facts_say_no");
}

TEST(ConfirmationTest, finding_has_words_an_owner_and_a_term) {
    EXPECT_EQ(said(may_say(visit(Seen::not_confirmed), {})), "/note control.finding_wanted");
    EXPECT_EQ(said(may_say(visit(Seen::not_confirmed, "Нет пандуса"), {})), "/owner control.owner_wanted");
    EXPECT_EQ(said(may_say(visit(Seen::not_confirmed, "Нет пандуса", "Завхоз"), {})), "/days control.term");
    EXPECT_EQ(said(may_say(visit(Seen::not_confirmed, "Нет пандуса", "Завхоз", 20), {})), "/days control.term");
    for (const auto term : terms) EXPECT_EQ(said(may_say(visit(Seen::not_confirmed, "Нет пандуса", "Завхоз", term), {})), "yes");
}

TEST(ConfirmationTest, declared_has_no_part_in_confirmed) {
    MarkView seen;
    EXPECT_EQ(confirmation({}), (Confirmation{Standing::unseen, {}}));
    EXPECT_EQ(confirmation({{}, Outcome::met, false}), (Confirmation{Standing::confirmed, Basis::verdict}));
    EXPECT_EQ(confirmation({{}, Outcome::waived, false}), (Confirmation{Standing::unseen, {}}));
    seen.mark = Mark::confirmed;
    EXPECT_EQ(confirmation({seen, {}, false}), (Confirmation{Standing::confirmed, Basis::file}));
    seen.verdict = Outcome::met;
    EXPECT_EQ(confirmation({seen, {}, false}), (Confirmation{Standing::confirmed, Basis::verdict}));
    seen.note = "Видел";
    EXPECT_EQ(confirmation({seen, {}, false}), (Confirmation{Standing::confirmed, Basis::note}));
    EXPECT_EQ(confirmation({seen, Outcome::failed, false}), (Confirmation{Standing::not_confirmed, Basis::verdict})) << "the facts changed since";
    seen.mark = Mark::not_confirmed;
    EXPECT_EQ(confirmation({seen, {}, false}), (Confirmation{Standing::not_confirmed, Basis::note}));
    EXPECT_EQ(confirmation({seen, Outcome::met, false}), (Confirmation{Standing::not_confirmed, Basis::note}));
    EXPECT_EQ(confirmation({seen, {}, true}), (Confirmation{Standing::confirmed, Basis::recheck}));
}

TEST(CloseTest, self_check_answers_everything_and_a_visit_looks_at_something) {
    EXPECT_EQ(said(may_close(Kind::self_check, 4, 3)), "control.unmarked");
    EXPECT_EQ(said(may_close(Kind::self_check, 4, 4)), "yes");
    EXPECT_EQ(said(may_close(Kind::visit, 4, 1)), "yes");
    EXPECT_EQ(said(may_close(Kind::visit, 4, 0)), "control.nothing_marked");
}

TEST(FindingTest, goes_from_open_to_accepted_by_proof) {
    EXPECT_EQ(state_of({}), State::open);
    EXPECT_EQ(state_of(StepKind::done), State::done);
    EXPECT_EQ(state_of(StepKind::again), State::open);
    EXPECT_EQ(state_of(StepKind::accepted), State::accepted);
    EXPECT_EQ(said(may_be_done(State::open, 0)), "control.proof_wanted");
    EXPECT_EQ(said(may_be_done(State::open, 1)), "yes");
    EXPECT_EQ(said(may_be_done(State::done, 1)), "control.not_open");
    EXPECT_EQ(said(may_recheck(State::open, {true, {}, {}})), "control.not_done");
    EXPECT_EQ(said(may_recheck(State::done, {true, {}, {}})), "yes");
    EXPECT_EQ(said(may_recheck(State::done, {false, {}, 30})), "/note control.reason_wanted");
    EXPECT_EQ(said(may_recheck(State::done, {false, "Снимок не тот", {}})), "/days control.term");
    EXPECT_EQ(said(may_recheck(State::done, {false, "Снимок не тот", 30})), "yes");
    EXPECT_EQ(said(may_recheck(State::accepted, {true, {}, {}})), "control.not_done");
}

TEST(FindingTest, term_is_over_the_day_after_its_last_day_and_a_proof_stops_the_clock) {
    Finding finding;
    finding.due = day("2026-03-10");
    const auto left = [&](std::string_view today) {
        count_days(finding, day(today));
        return std::to_string(finding.days_left) + (finding.overdue ? " overdue" : "");
    };
    EXPECT_EQ(left("2026-03-01"), "9");
    EXPECT_EQ(left("2026-03-10"), "0");
    EXPECT_EQ(left("2026-03-11"), "-1 overdue");
    finding.state = State::done;
    EXPECT_EQ(left("2026-03-11"), "-1");
}

TEST(QuarterTest, begins_on_its_first_day) {
    EXPECT_EQ(quarter_of(day("2026-03-31")), day("2026-01-01"));
    EXPECT_EQ(quarter_of(day("2026-04-01")), day("2026-04-01"));
}

}  // namespace
}  // namespace ryadom::control
