#include "modules/exchange/rules.hpp"

#include <gmock/gmock.h>

namespace ryadom::exchange {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Date day(const char* text) { return *parse_date(text); }

Event trip(EventState state) {
    Event out;
    out.state = state;
    out.starts_on = day("2026-03-10");
    out.ends_on = day("2026-03-11");
    out.starts_time = "09:30";
    out.ends_time = "16:00";
    return out;
}

std::string code(const Checked<EventState>& checked) { return checked ? std::string(json::name_of(*checked)) : checked.error().code; }
std::string field(const Checked<void>& checked) { return checked ? "" : checked.error().fields.front().pointer + " " + checked.error().fields.front().code; }

TEST(ExchangeRules, time_is_written_with_four_digits) {
    EXPECT_TRUE(is_time("00:00"));
    EXPECT_TRUE(is_time("23:59"));
    for (const auto* wrong : {"24:00", "9:30", "09:60", "09-30", "ab:cd", "09:3"}) EXPECT_FALSE(is_time(wrong)) << wrong;
}

TEST(ExchangeRules, event_ends_after_it_begins) {
    auto event = trip(EventState::proposed);
    EXPECT_EQ(field(acceptable(event)), "");
    event.ends_on = event.starts_on;
    event.ends_time = "09:30";
    EXPECT_EQ(field(acceptable(event)), "/ends_time exchange.ends_before_start");
    event.ends_on = event.starts_on - 1;
    EXPECT_EQ(field(acceptable(event)), "/ends_on exchange.ends_before_start");
    event = trip(EventState::proposed);
    event.ends_on = event.starts_on + 29;
    EXPECT_EQ(field(acceptable(event)), "");
    event.ends_on = event.starts_on + 30;
    EXPECT_EQ(field(acceptable(event)), "/ends_on exchange.too_long");
}

TEST(ExchangeRules, programme_lies_within_the_event) {
    const auto event = trip(EventState::announced);
    EXPECT_EQ(field(acceptable({{{day("2026-03-11"), "10:00", "11:00", "Показ", "", {}}}}, event)), "");
    EXPECT_EQ(field(acceptable({{{day("2026-03-12"), "10:00", {}, "Показ", "", {}}}}, event)), "/items/0/day exchange.outside_event");
    EXPECT_EQ(field(acceptable({{{day("2026-03-11"), "10:00", "10:00", "Показ", "", {}}}}, event)), "/items/0/ends_time exchange.ends_before_start");
}

TEST(ExchangeRules, event_goes_its_way_and_no_other) {
    const auto today = day("2026-03-10");
    const auto after = [&](EventState state, Move move, Paper protocol = Paper::missing) { return code(moved(trip(state), move, today, protocol)); };
    EXPECT_EQ(after(EventState::proposed, Move::announce), "announced");
    EXPECT_EQ(after(EventState::announced, Move::hold), "held");
    EXPECT_EQ(after(EventState::held, Move::close), "exchange.protocol_wanted");
    EXPECT_EQ(after(EventState::held, Move::close, Paper::written), "closed");
    EXPECT_EQ(after(EventState::announced, Move::cancel), "cancelled");
    EXPECT_EQ(after(EventState::held, Move::cancel), "exchange.not_in_this_state");
    EXPECT_EQ(after(EventState::cancelled, Move::announce), "exchange.not_in_this_state");
    EXPECT_EQ(code(moved(trip(EventState::announced), Move::hold, today - 1, Paper::missing)), "exchange.not_begun");
    EXPECT_EQ(code(moved(trip(EventState::proposed), Move::announce, today + 2, Paper::missing)), "exchange.past_day");
}

TEST(ExchangeRules, attendance_is_marked_from_the_first_day_on) {
    EXPECT_FALSE(takes_attendance(trip(EventState::announced), day("2026-03-09")));
    EXPECT_TRUE(takes_attendance(trip(EventState::announced), day("2026-03-10")));
    EXPECT_TRUE(takes_attendance(trip(EventState::held), day("2026-04-10")));
    EXPECT_FALSE(takes_attendance(trip(EventState::closed), day("2026-04-10")));
}

TEST(ExchangeRules, freed_places_go_to_the_first_that_fits) {
    using enum DelegationState;
    EXPECT_EQ(taken({{approved, 3}, {unconfirmed, 2}, {waiting, 4}, {proposed, 5}, {withdrawn, 6}}), 5);
    EXPECT_THAT(seated(10, {{approved, 7}, {waiting, 4}, {waiting, 2}, {waiting, 1}, {waiting, 1}}), ElementsAre(2, 3));
    EXPECT_THAT(seated(5, {{approved, 7}, {waiting, 1}}), IsEmpty()) << "the hall became smaller";
}

TEST(ExchangeRules, more_people_or_other_people_need_another_approval) {
    using enum DelegationState;
    const std::vector<std::string> two{"Петрова", "Иванова"};
    EXPECT_EQ(after_change(approved, two, {"Иванова", "Петрова"}), approved);
    EXPECT_EQ(after_change(approved, two, {"Иванова"}), approved);
    EXPECT_EQ(after_change(waiting, two, two), waiting);
    EXPECT_EQ(after_change(approved, two, {"Иванова", "Петрова", "Иванова"}), proposed) << "a namesake is one more";
    EXPECT_EQ(after_change(approved, two, {"Иванова", "Сидорова"}), proposed);
    EXPECT_EQ(after_change(withdrawn, two, two), proposed);
}

TEST(ExchangeRules, names_stand_once_somebody_was_marked) {
    std::vector<Delegate> people(2);
    EXPECT_TRUE(takes_names(EventState::announced, people));
    EXPECT_EQ(takes_names(EventState::held, people).error().code, "exchange.not_announced");
    people.back().attended = false;
    EXPECT_EQ(takes_names(EventState::announced, people).error().code, "exchange.marked_already") << "who was not there is marked too";
}

TEST(ExchangeRules, decision_is_overdue_the_day_after_its_term) {
    EXPECT_EQ(shown_state(DecisionState::open, day("2026-04-01"), day("2026-04-01")), DecisionState::open);
    EXPECT_EQ(shown_state(DecisionState::open, day("2026-04-01"), day("2026-04-02")), DecisionState::overdue);
    EXPECT_EQ(shown_state(DecisionState::done, day("2026-04-01"), day("2026-04-02")), DecisionState::done);
}

Step step(int organisation, int practice, const char* chosen, const char* started = nullptr) {
    return {{organisation}, {practice}, chosen ? std::optional(day(chosen)) : std::nullopt, started ? std::optional(day(started)) : std::nullopt};
}

TEST(ExchangeRules, centre_took_home_what_it_chose_within_ninety_days) {
    const auto first = day("2026-03-10");
    const auto last = day("2026-03-11");
    EXPECT_FALSE(taken_home(step(1, 1, "2026-03-09"), first, last));
    EXPECT_TRUE(taken_home(step(1, 1, "2026-03-10"), first, last));
    EXPECT_TRUE(taken_home(step(1, 1, "2026-06-09"), first, last)) << "the 90th day after the last";
    EXPECT_FALSE(taken_home(step(1, 1, "2026-06-10"), first, last));
    EXPECT_FALSE(taken_home(step(1, 1, nullptr), first, last));
}

TEST(ExchangeRules, outcome_counts_every_centre_once) {
    // Centre 1 took two home and started one; 2 had everything before; 3 had one before and took none; 4 took one late.
    const std::vector<Step> steps{step(1, 1, "2026-03-20", "2026-05-01"), step(1, 2, "2026-04-20"), step(2, 1, "2025-01-01", "2025-02-01"),
                                  step(2, 2, "2025-01-01"), step(3, 1, "2025-01-01", "2025-02-01"), step(3, 2, nullptr), step(4, 1, "2026-06-20", "2026-06-21"),
                                  step(4, 2, nullptr)};
    EXPECT_EQ(outcome(steps, day("2026-03-10"), day("2026-03-11")), (Outcome{4, 3, 1, 1}));
    EXPECT_EQ(outcome({}, day("2026-03-10"), day("2026-03-11")), Outcome{});
}

// ---- The planner

Profile profile(int district, Tile tile, std::int64_t population, int staff, int rooms) { return {Number<network::District>{district}, tile, {}, population, staff, rooms}; }

std::vector<std::string> reasons(const Proposal& proposal) {
    std::vector<std::string> out;
    for (const auto& each : proposal.reasons) out.push_back(each.code.substr(std::string_view("exchange.reason.").size()));
    return out;
}

TEST(ExchangePlanner, distance_is_walked_like_a_king) {
    EXPECT_EQ(steps_between({2, 3}, {2, 3}), 0);
    EXPECT_EQ(steps_between({2, 3}, {3, 4}), 1);
    EXPECT_EQ(steps_between({0, 5}, {2, 1}), 4);
}

TEST(ExchangePlanner, only_who_delivers_now_can_show_it) {
    std::vector<Host> hosts;
    for (const auto stage : {rollout::Stage::started, rollout::Stage::delivering, rollout::Stage::lapsed, rollout::Stage::sustained})
        hosts.push_back({{1 + static_cast<int>(stage)}, {}, stage, day("2026-01-01"), 0, 0});
    const auto proposed = propose({}, hosts);
    ASSERT_EQ(proposed.size(), 2U);
    EXPECT_EQ(proposed[0].host.stage, rollout::Stage::sustained);
    EXPECT_EQ(proposed[1].host.stage, rollout::Stage::delivering);
}

TEST(ExchangePlanner, every_reason_is_said_and_only_what_holds) {
    const auto guest = profile(1, {1, 1}, 30'000, 40, 6);
    const auto at = [&](const Profile& host) { return propose(guest, {{{9}, host, rollout::Stage::sustained, day("2026-01-01"), 0, 0}}).front(); };
    EXPECT_THAT(reasons(at(profile(1, {1, 1}, 30'000, 40, 6))), ElementsAre("sustained", "population", "staff", "rooms", "same_district"));
    EXPECT_THAT(reasons(at(profile(2, {1, 2}, 45'000, 60, 9))), ElementsAre("sustained", "population", "staff", "rooms", "neighbours"));
    EXPECT_THAT(reasons(at(profile(2, {5, 2}, 45'001, 61, 10))), ElementsAre("sustained", "districts_away")) << "more than a third apart";
    EXPECT_THAT(reasons(at(profile(2, {1, 1}, 0, 0, 0))), ElementsAre("sustained")) << "nothing is known of it, and no place on the map";
    EXPECT_EQ(at(profile(2, {5, 2}, 1, 1, 1)).reasons.back().arguments, (Arguments{{"count", "4"}}));
}

TEST(ExchangePlanner, kilometres_take_the_place_of_the_grid_where_both_outlines_are_known) {
    auto guest = profile(1, {1, 1}, 30'000, 40, 6);
    guest.spot = Spot{82.92, 55.03};
    const auto at = [&](std::optional<Spot> spot) {
        auto host = profile(2, {1, 2}, 0, 0, 0);
        host.spot = spot;
        return propose(guest, {{{9}, host, rollout::Stage::sustained, day("2026-01-01"), 0, 0}}).front();
    };
    EXPECT_THAT(reasons(at(Spot{83.76, 53.35})), ElementsAre("sustained", "km_away"));
    EXPECT_EQ(at(Spot{83.76, 53.35}).reasons.back().arguments, (Arguments{{"km", "190"}}));
    EXPECT_THAT(reasons(at({})), ElementsAre("sustained", "neighbours"));
    EXPECT_GT(at(Spot{83.5, 55.2}).score, at(Spot{83.76, 53.35}).score) << "within a day's trip";
    EXPECT_GT(at(Spot{83.76, 53.35}).score, at(Spot{92.87, 56.01}).score) << "within a night's";
}

TEST(ExchangePlanner, distance_goes_along_the_great_circle) {
    EXPECT_NEAR(km_between({82.92, 55.03}, {83.76, 53.35}), 194.63, 0.01);
    EXPECT_NEAR(km_between({0, 0}, {180, 0}), 20015.11, 0.01);
    EXPECT_NEAR(km_between({179.5, 66}, {-179.5, 66}), 45.23, 0.01) << "over the day line";
    EXPECT_EQ(km_between({82.92, 55.03}, {82.92, 55.03}), 0);
    EXPECT_EQ(in_tens(194.6), 190);
    EXPECT_EQ(in_tens(0), 10);
}

TEST(ExchangePlanner, district_lies_where_the_largest_part_of_its_outline_does) {
    EXPECT_EQ(middle_of(R"({"type":"Polygon","coordinates":[[[80,50],[84,50],[84,52],[80,52],[80,50]]]})"), (Spot{82, 51}));
    EXPECT_EQ(middle_of(R"({"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,1],[0,0]]],[[[80,50],[84,50],[84,52],[80,52],[80,50]]]]})"), (Spot{82, 51}));
    EXPECT_EQ(middle_of(R"({"type":"Polygon","coordinates":[[[178,64],[-178,64],[-178,68],[178,68],[178,64]]]})"), (Spot{180, 66}));
    const auto corner = middle_of(R"({"type":"Polygon","coordinates":[[[0,0],[3,0],[0,3],[0,0]]]})");
    ASSERT_TRUE(corner);
    EXPECT_NEAR(corner->longitude, 1, 1e-9) << "a corner weighs no more than its area";
    for (const auto* nothing : {"", "{}", R"({"type":"Point","coordinates":[80,50]})", R"({"type":"Polygon","coordinates":[]})", R"({"type":"Polygon","coordinates":[["x"]]})",
                                R"({"type":"Polygon","coordinates":[[[80,50],[84,50],[80,50]]]})"})
        EXPECT_EQ(middle_of(nothing), std::nullopt) << nothing;
}

TEST(ExchangePlanner, near_and_alike_outweighs_far_and_sustained) {
    const auto guest = profile(1, {1, 1}, 30'000, 40, 6);
    const auto proposed = propose(guest, {{{1}, profile(7, {9, 9}, 900'000, 400, 60), rollout::Stage::sustained, day("2026-01-01"), 0, 0},
                                          {{2}, profile(2, {1, 2}, 31'000, 38, 6), rollout::Stage::delivering, day("2026-01-01"), 0, 0}});
    EXPECT_EQ(proposed.front().host.organisation.value, 2);
}

TEST(ExchangePlanner, visits_that_led_to_adoptions_speak_for_a_host) {
    const auto proposed = propose({}, {{{1}, {}, rollout::Stage::sustained, day("2026-01-01"), 3, 0},
                                       {{2}, {}, rollout::Stage::sustained, day("2026-01-01"), 1, 2}});
    EXPECT_EQ(proposed.front().host.organisation.value, 2);
    EXPECT_THAT(reasons(proposed.front()), ElementsAre("sustained", "hosted"));
}

}  // namespace
}  // namespace ryadom::exchange
