// What a centre holds against what its packages need; the shares against slow references.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>

#include "modules/rollout/rules.hpp"

namespace ryadom::rollout {
namespace {

Date day(const char* text) { return *parse_date(text); }
const Date today = day("2026-03-01");

Need staff(std::string qualification, int rate) {
    return {"staff", Obligation::mandatory, StaffNeed{std::move(qualification), {rate}}};
}
Need room(int capacity, Sharing sharing = Sharing::shared) {
    return {"room", Obligation::mandatory, RoomNeed{"training", capacity, sharing}};
}
Need equipment(int count) { return {"beds", Obligation::mandatory, EquipmentNeed{"bed", count}}; }
Need document() { return {"order", Obligation::mandatory, DocumentNeed{}}; }

PlanLine line(std::string need, LineKind kind, std::optional<Date> closed = std::nullopt) {
    return {std::move(need), kind, Obligation::mandatory, today, today - 20, closed};
}

/// Held amounts of one need per claim.
std::vector<int> held(const std::vector<Need>& needs, const Register& held_by) {
    std::vector<Claim> claims;
    for (const auto& need : needs) claims.push_back({{need}, {}});
    std::vector<int> result;
    for (const auto& states : readiness(claims, held_by, today)) result.push_back(states.front().held);
    return result;
}

using Ints = std::vector<int>;

}  // namespace

TEST(Readiness, uses_up_rates_across_the_adoptions_of_the_centre) {
    const Register centre{{{{100}, {"psychologist"}}, {{50}, {"psychologist"}}}, {}, {}};
    EXPECT_EQ(held({staff("psychologist", 75), staff("psychologist", 100)}, centre), (Ints{75, 75}));
    const auto states = readiness(std::vector<Claim>{{{staff("psychologist", 200)}, {}}}, centre, today);
    EXPECT_EQ(states[0][0], (NeedState{"staff", LineKind::staff, Obligation::mandatory, 150, 50, Gap::open}));
}

TEST(Readiness, counts_only_people_with_the_qualification) {
    const Register centre{{{{100}, {"nurse"}}}, {}, {}};
    EXPECT_EQ(held({staff("psychologist", 25), staff("nurse", 25)}, centre), (Ints{0, 25}));
}

TEST(Readiness, lets_an_earlier_need_change_people_so_that_a_later_one_is_served) {
    const Register centre{{{{100}, {"nurse", "psychologist"}}, {{100}, {"nurse"}}}, {}, {}};
    EXPECT_EQ(held({staff("nurse", 100), staff("psychologist", 100)}, centre), (Ints{100, 100}));
}

TEST(Readiness, serves_the_adoption_of_higher_priority_first) {
    const Register centre{{}, {}, {{"bed", 3}}};
    EXPECT_EQ(held({equipment(2), equipment(2)}, centre), (Ints{2, 1}));
}

TEST(Readiness, adds_up_equipment_of_one_kind) {
    const Register centre{{}, {}, {{"bed", 1}, {"lift", 5}, {"bed", 1}}};
    EXPECT_EQ(held({equipment(3)}, centre), (Ints{2}));
}

TEST(Readiness, shares_a_room_among_all_adoptions) {
    const Register centre{{}, {{"training", 12}, {"sensory", 40}}, {}};
    EXPECT_EQ(held({room(10), room(12), room(13)}, centre), (Ints{1, 1, 0}));
}

TEST(Readiness, gives_an_exclusive_room_to_one_adoption_alone) {
    const Register centre{{}, {{"training", 12}, {"training", 20}}, {}};
    EXPECT_EQ(held({room(10, Sharing::exclusive), room(15), room(10, Sharing::exclusive)}, centre),
              (Ints{1, 1, 0}));
    EXPECT_EQ(held({room(10), room(10, Sharing::exclusive), room(20)}, centre), (Ints{1, 1, 1}));
}

TEST(Readiness, closes_documents_training_and_budget_by_proof) {
    const std::vector<Need> needs{document(),
                                  {"course", Obligation::advisory, TrainingNeed{}},
                                  {"money", Obligation::mandatory, BudgetNeed{}}};
    const std::vector<Claim> claims{
        {needs,
         {line("order", LineKind::document, today), line("course", LineKind::training),
          line("money", LineKind::budget, today + 1)}}};
    const auto states = readiness(claims, {}, today).front();
    EXPECT_EQ(states[0], (NeedState{"order", LineKind::document, Obligation::mandatory, 1, 0, Gap::closed}));
    EXPECT_EQ(states[1], (NeedState{"course", LineKind::training, Obligation::advisory, 0, 1, Gap::open}));
    EXPECT_EQ(states[2], (NeedState{"money", LineKind::budget, Obligation::mandatory, 0, 1, Gap::open}));
}

TEST(Readiness, opens_a_gap_by_proof_again_with_a_new_line) {
    const std::vector<Claim> claims{
        {{document()}, {line("order", LineKind::document, today - 5), line("order", LineKind::document)}}};
    EXPECT_EQ(readiness(claims, {}, today)[0][0].gap, Gap::open);
}

TEST(Readiness, does_not_take_a_closed_line_for_a_person_a_room_or_a_bed) {
    const std::vector<Claim> claims{
        {{staff("nurse", 50), room(5), equipment(1)},
         {line("staff", LineKind::staff, today), line("room", LineKind::room, today),
          line("beds", LineKind::equipment, today)}}};
    const auto states = readiness(claims, {}, today).front();
    for (const auto& state : states) EXPECT_EQ(state.gap, Gap::open);
}

TEST(Plan, refuses_to_close_by_hand_what_only_the_register_closes) {
    for (const auto kind : {LineKind::staff, LineKind::room, LineKind::equipment})
        EXPECT_EQ(close_by_hand(line("x", kind), today).error().code, "rollout.closes_through_register");
    for (const auto kind : {LineKind::document, LineKind::training, LineKind::budget, LineKind::step})
        EXPECT_TRUE(close_by_hand(line("x", kind), today));
}

TEST(Plan, refuses_to_close_a_line_twice) {
    EXPECT_EQ(close_by_hand(line("x", LineKind::step, today), today).error().code, "rollout.line_not_open");
}

TEST(Plan, follows_the_register_and_opens_a_line_for_every_gap) {
    const std::vector<NeedState> needs{{"nurse", LineKind::staff, Obligation::mandatory, 50, 0, Gap::closed},
                                       {"hall", LineKind::room, Obligation::mandatory, 0, 1, Gap::open},
                                       {"order", LineKind::document, Obligation::mandatory, 0, 1, Gap::open},
                                       {"beds", LineKind::equipment, Obligation::mandatory, 0, 1, Gap::open}};
    const std::vector<PlanLine> lines{line("nurse", LineKind::staff), line("order", LineKind::document),
                                      line("beds", LineKind::equipment, today)};
    const std::vector<PlanChange> expected{{PlanChange::Kind::close, "nurse"},
                                           {PlanChange::Kind::open, "hall"},
                                           {PlanChange::Kind::open, "beds"}};
    EXPECT_EQ(plan_changes(needs, lines, today), expected);
}

namespace {

/// The most a need can hold without taking from earlier ones: over every set of earlier needs together with
/// this one, no more than all people qualified for any of the set, less what the others of the set hold
/// (Hall).
int most(const std::vector<StaffNeed>& needs, const Ints& held_before, const Register& centre) {
    const auto last = held_before.size();
    int result = needs[last].rate.hundredths;
    for (unsigned set = 0; set < (1U << last); ++set) {
        int sum = 0;
        for (const auto& member : centre.staff) {
            bool useful = std::ranges::count(member.qualifications, needs[last].qualification) > 0;
            for (std::size_t i = 0; i < last; ++i)
                useful = useful || ((set >> i & 1U) &&
                                    std::ranges::count(member.qualifications, needs[i].qualification));
            if (useful) sum += member.rate.hundredths;
        }
        for (std::size_t i = 0; i < last; ++i) sum -= (set >> i & 1U) ? held_before[i] : 0;
        result = std::min(result, sum);
    }
    return result;
}

/// Tries every way to put the accepted needs into rooms.
bool placeable(const std::vector<RoomNeed>& needs, const std::vector<Room>& rooms, std::size_t at,
               Ints& users) {
    if (at == needs.size()) return true;
    for (std::size_t i = 0; i < rooms.size(); ++i) {
        if (rooms[i].capacity < needs[at].capacity) continue;
        const int before = users[i];  // -1: taken by an exclusive need
        if (before < 0 || (before > 0 && needs[at].sharing == Sharing::exclusive)) continue;
        users[i] = needs[at].sharing == Sharing::exclusive ? -1 : before + 1;
        const bool found = placeable(needs, rooms, at + 1, users);
        users[i] = before;
        if (found) return true;
    }
    return false;
}

}  // namespace

TEST(Readiness, shares_rates_like_the_slow_reference_in_random_centres) {
    std::mt19937 random(20260301);
    const auto pick = [&](int low, int high) { return std::uniform_int_distribution(low, high)(random); };
    const std::vector<std::string> codes{"a", "b", "c"};
    for (int round = 0; round < 2000; ++round) {
        Register centre;
        for (int i = pick(0, 5); i > 0; --i) {
            StaffMember member{{pick(1, 6) * 25}, {}};
            for (const auto& code : codes)
                if (pick(0, 1)) member.qualifications.push_back(code);
            centre.staff.push_back(member);
        }
        std::vector<Need> needs;
        std::vector<StaffNeed> plain;
        for (int i = pick(1, 6); i > 0; --i) {
            needs.push_back(staff(codes[static_cast<std::size_t>(pick(0, 2))], pick(1, 6) * 25));
            plain.push_back(std::get<StaffNeed>(needs.back().what));
        }
        Ints expected;
        while (expected.size() < needs.size()) expected.push_back(most(plain, expected, centre));
        ASSERT_EQ(held(needs, centre), expected) << "round " << round;
    }
}

TEST(Readiness, shares_rooms_like_the_slow_reference_in_random_centres) {
    std::mt19937 random(20260302);
    const auto pick = [&](int low, int high) { return std::uniform_int_distribution(low, high)(random); };
    for (int round = 0; round < 2000; ++round) {
        Register centre;
        for (int i = pick(0, 4); i > 0; --i) centre.rooms.push_back({"training", pick(1, 5)});
        std::vector<Need> needs;
        std::vector<RoomNeed> accepted;
        Ints expected;
        for (int i = pick(1, 6); i > 0; --i) {
            needs.push_back(room(pick(1, 5), pick(0, 1) ? Sharing::shared : Sharing::exclusive));
            accepted.push_back(std::get<RoomNeed>(needs.back().what));
            Ints users(centre.rooms.size(), 0);
            expected.push_back(placeable(accepted, centre.rooms, 0, users) ? 1 : 0);
            if (expected.back() == 0) accepted.pop_back();
        }
        ASSERT_EQ(held(needs, centre), expected) << "round " << round;
    }
}

TEST(WorkingDay, moves_a_weekend_to_its_monday) {
    EXPECT_EQ(working_day(*parse_date("2026-02-20")), *parse_date("2026-02-20"));
    EXPECT_EQ(working_day(*parse_date("2026-02-21")), *parse_date("2026-02-23"));
    EXPECT_EQ(working_day(*parse_date("2026-02-22")), *parse_date("2026-02-23"));
    EXPECT_EQ(working_day(*parse_date("1969-12-28")), *parse_date("1969-12-29"));
}

}  // namespace ryadom::rollout
