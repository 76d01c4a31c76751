// Which step may follow which, and what is next.
#include "modules/programmes/rules_application.hpp"

#include <gmock/gmock.h>

namespace ryadom::programmes {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Date day(const char* text) { return *parse_date(text); }
const Date today = day("2026-11-23");
const std::vector<std::string> reasons{"no_circumstances", "other"};

Standing standing(State state, Form form = Form::home) {
    Standing out;
    out.state = state;
    out.form = form;
    out.assessed = state == State::assessed || state == State::granted;
    out.last_day = day("2026-11-18");
    return out;
}

TEST(Steps, follow_each_other) {
    struct Row {
        State from;
        EventKind kind;
        std::optional<State> to;
    };
    using enum State;
    for (const auto& [from, kind, to] : std::vector<Row>{
             {received, EventKind::assessed, assessed}, {received, EventKind::returned, returned}, {received, EventKind::refused, refused},
             {received, EventKind::granted, {}}, {received, EventKind::resumed, {}}, {received, EventKind::delivered, {}},
             {assessed, EventKind::granted, granted}, {assessed, EventKind::assessed, assessed}, {assessed, EventKind::returned, returned},
             {returned, EventKind::resumed, received}, {returned, EventKind::refused, refused}, {returned, EventKind::granted, {}}, {returned, EventKind::assessed, {}},
             {granted, EventKind::withdrawn, withdrawn}, {granted, EventKind::closed, granted}, {granted, EventKind::delivered, {}}, {granted, EventKind::refused, {}},
             {refused, EventKind::granted, {}}, {withdrawn, EventKind::assessed, {}}}) {
        const auto found = after(standing(from), {kind, today, kind == EventKind::refused ? std::optional<std::string>("other") : std::nullopt, "слова"}, reasons, today);
        EXPECT_EQ(found.has_value(), to.has_value()) << json::name_of(from) << " " << json::name_of(kind);
        if (found && to) {
            EXPECT_EQ(*found, *to) << json::name_of(from) << " " << json::name_of(kind);
        }
    }
}

TEST(Steps, papers_brought_lead_back_to_where_it_was) {
    auto now = standing(State::returned);
    now.assessed = true;
    EXPECT_EQ(after(now, {EventKind::resumed, today, {}, {}}, reasons, today), State::assessed);
}

TEST(Steps, urgent_services_need_no_assessment_and_end_with_an_act) {
    EXPECT_EQ(after(standing(State::received, Form::urgent), {EventKind::granted, today, {}, {}}, reasons, today), State::granted);
    EXPECT_EQ(after(standing(State::granted, Form::urgent), {EventKind::delivered, today, {}, {}}, reasons, today), State::granted);
    EXPECT_TRUE(closes(EventKind::delivered));
    EXPECT_FALSE(closes(EventKind::granted));
}

TEST(Steps, refusal_names_a_listed_reason_and_says_it_in_words) {
    const auto found = [](std::optional<std::string> reason, std::optional<std::string> note, Date on) {
        const auto refused = after(standing(State::assessed), {EventKind::refused, on, std::move(reason), std::move(note)}, reasons, today);
        std::vector<std::string> out;
        if (!refused)
            for (const auto& each : refused.error().fields) out.push_back(each.pointer + " " + each.code);
        return out;
    };
    EXPECT_THAT(found({}, {}, today), ElementsAre("/reason core.required", "/note core.required"));
    EXPECT_THAT(found("no_such", "слова", today), ElementsAre("/reason core.unknown_value"));
    EXPECT_THAT(found("other", "слова", today + 1), ElementsAre("/day programmes.in_the_future"));
    EXPECT_THAT(found("other", "слова", day("2026-11-17")), ElementsAre("/day programmes.before_the_last_step"));
    EXPECT_THAT(found("other", "слова", today), IsEmpty());
}

TEST(Steps, nothing_follows_from_what_is_closed_nor_a_withdrawal_from_an_approved_programme) {
    auto closed = standing(State::granted);
    closed.closed = true;
    EXPECT_EQ(after(closed, {EventKind::withdrawn, today, {}, "слова"}, reasons, today).error().code, "programmes.application_closed");
    auto approved = standing(State::granted);
    approved.programme_approved = true;
    EXPECT_EQ(after(approved, {EventKind::withdrawn, today, {}, "слова"}, reasons, today).error().code, "programmes.not_now");
    EXPECT_EQ(after(standing(State::received), {EventKind::granted, today, {}, {}}, reasons, today).error().code, "programmes.not_assessed");
}

TEST(NextStep, is_what_is_missing) {
    EXPECT_EQ(next_step(State::received, Form::home, false, {}), Step::assess);
    EXPECT_EQ(next_step(State::received, Form::urgent, false, {}), Step::decide);
    EXPECT_EQ(next_step(State::returned, Form::home, false, {}), Step::await_papers);
    EXPECT_EQ(next_step(State::assessed, Form::home, false, {}), Step::decide);
    EXPECT_EQ(next_step(State::granted, Form::home, false, {}), Step::make_programme);
    EXPECT_EQ(next_step(State::granted, Form::home, false, {true, {}}), Step::approve_programme);
    EXPECT_EQ(next_step(State::granted, Form::home, false, {true, today}), Step::conclude_contract);
    EXPECT_EQ(next_step(State::granted, Form::urgent, false, {}), Step::deliver);
    EXPECT_EQ(next_step(State::granted, Form::home, true, {true, today}), Step::none);
    EXPECT_EQ(next_step(State::refused, Form::home, true, {}), Step::none);
}

TEST(Wish, names_what_the_lists_hold_on_the_day) {
    Wish wish;
    wish.circumstances = {"no_care", "no_care", "no_such"};
    catalogue::ServiceRow shopping;
    shopping.service.id.uuid.bytes[15] = 1;
    shopping.service.valid_from = day("2020-01-01");
    auto ended = shopping;
    ended.service.id.uuid.bytes[15] = 2;
    ended.service.valid_to = day("2020-12-31");
    wish.services = {shopping.service.id, ended.service.id, shopping.service.id};
    std::vector<std::string> found;
    for (const auto& each : faults(wish, today, day("1950-01-01"), today, {"no_care"}, {shopping, ended})) found.push_back(each.pointer + " " + each.code);
    EXPECT_THAT(found, ElementsAre("/wish/circumstances/1 programmes.twice", "/wish/circumstances/2 core.unknown_value", "/wish/services/1 programmes.no_such_service",
                                   "/wish/services/2 programmes.twice"));
    EXPECT_EQ(faults({}, today + 1, day("1950-01-01"), today, {}, {}).front().code, "programmes.in_the_future");
    EXPECT_EQ(faults({}, day("1949-01-01"), day("1950-01-01"), today, {}, {}).front().code, "programmes.before_birth");
}

}  // namespace
}  // namespace ryadom::programmes
