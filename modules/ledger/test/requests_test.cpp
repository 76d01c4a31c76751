// What facts say of requests: noted once with the first fact that names them, and answered by any that follows.
#include "modules/ledger/test/ledger_fixture.hpp"

namespace ryadom::ledger {
namespace {

using ::testing::ElementsAre;

class RequestsOfFactsTest : public LedgerTest {
  protected:
    void SetUp() override {
        LedgerTest::SetUp();
        elena = sign_in(Role::desk, suzun.number).post("/api/v1/facts", fact_of_new(suzun)).at("person");
    }
    /// "day recorded" of every request, by centre and day.
    std::vector<std::string> noted() {
        std::vector<std::string> out;
        for (const auto& each : in_system([](db::Tx& tx) { return requests::asked(tx, {}, Date{0}, image::last_day, image::last_day); }))
            out.push_back(to_string(each.asked_on) + " " + to_string(each.recorded_on));
        return out;
    }
    std::string waiting() {
        settle();
        return sign_in(Role::desk, suzun.number).get("/api/v1/requests?organisation=" + suzun.id).at("items/0/asked_on");
    }
    std::string request(const std::string& day) {
        return R"({"organisation":")" + suzun.id + R"(","person":")" + elena + R"(","service":")" + services["household.01"] + R"(","asked_on":")" + day + "\"}";
    }
    std::string elena;
    static constexpr auto asked_on_the_10th = R"(,"request_on":"2026-11-10")";
};

TEST_P(RequestsOfFactsTest, fact_notes_the_request_that_it_names_and_no_other) {
    EXPECT_THAT(noted(), ElementsAre()) << "a fact without a day of request";
    const auto desk = sign_in(Role::desk, suzun.number);
    ASSERT_EQ(desk.post("/api/v1/facts", fact_of(suzun, elena, asked_on_the_10th)).status, 201);
    ASSERT_EQ(desk.post("/api/v1/facts", fact_of(suzun, elena, asked_on_the_10th, "2026-11-22")).status, 201);
    EXPECT_THAT(noted(), ElementsAre("2026-11-10 2026-11-23"));
}

TEST_P(RequestsOfFactsTest, request_of_the_desk_is_not_noted_again) {
    const auto desk = sign_in(Role::desk, suzun.number);
    clock.set("2026-11-20T06:00:00Z");
    ASSERT_EQ(desk.post("/api/v1/requests", request("2026-11-10")).status, 201);
    clock.set("2026-11-23T06:00:00Z");
    ASSERT_EQ(desk.post("/api/v1/facts", fact_of(suzun, elena, asked_on_the_10th)).status, 201);
    EXPECT_THAT(noted(), ElementsAre("2026-11-10 2026-11-20"));
}

TEST_P(RequestsOfFactsTest, performer_notes_for_the_home_centre_what_it_cannot_see) {
    const auto desk = sign_in(Role::desk, suzun.number);
    ASSERT_EQ(desk.post("/api/v1/facts", fact_of(suzun, elena, asked_on_the_10th)).status, 201);
    const auto there = in_system([](db::Tx& tx) { return requests::asked(tx, {}, Date{0}, image::last_day, image::last_day).front(); });
    ASSERT_TRUE(database().write_now({0, 0, {db::Reach::listed, db::Reach::listed, {baltic.number}}, {}}, [there](db::Tx& tx) {
        EXPECT_FALSE(tx.value<std::int64_t>("select number from v_requests_request limit 1"));
        requests::note(tx, {there.person, there.service, there.organisation, there.asked_on, there.asked_on});
        requests::note(tx, {there.person, there.service, there.organisation, there.asked_on + 1, there.asked_on + 1});
    }));
    EXPECT_THAT(noted(), ElementsAre("2026-11-10 2026-11-23", "2026-11-11 2026-11-11"));
}

TEST_P(RequestsOfFactsTest, fact_of_the_service_from_the_day_on_ends_the_wait_until_it_is_taken_back) {
    const auto desk = sign_in(Role::desk, suzun.number);
    ASSERT_EQ(desk.post("/api/v1/requests", request("2026-11-21")).status, 201);
    EXPECT_EQ(waiting(), "") << "she was served on the 23rd";
    clock.advance(86'400'000);
    const auto next_day = sign_in(Role::desk, suzun.number);  // the session has ended
    ASSERT_EQ(next_day.post("/api/v1/requests", request("2026-11-24")).status, 201);
    EXPECT_EQ(waiting(), "2026-11-24");
    const auto other = fact(suzun, R"("person":")" + elena + "\"", "", "2026-11-24", "household.02");
    ASSERT_EQ(next_day.post("/api/v1/facts", other).status, 201);
    EXPECT_EQ(waiting(), "2026-11-24") << "another service";
    const auto served = next_day.post("/api/v1/facts", fact_of(suzun, elena, "", "2026-11-24"));
    EXPECT_EQ(waiting(), "");
    ASSERT_EQ(next_day.post("/api/v1/facts/" + served.at("id") + "/reverse", R"({"reason":"не тот человек"})").status, 201);
    EXPECT_EQ(waiting(), "2026-11-24");
}

RYADOM_BOTH_ENGINES(RequestsOfFactsTest);

}  // namespace
}  // namespace ryadom::ledger
