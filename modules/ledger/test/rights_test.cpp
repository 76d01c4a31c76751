// Who may write into the ledger of which centre, and who may take back.
#include "modules/ledger/test/ledger_fixture.hpp"

namespace ryadom::ledger {
namespace {

using ::testing::ElementsAre;

class RightsTest : public LedgerTest {
  protected:
    /// A remote centre delivers to people of Suzun; both serve Elena.
    void SetUp() override {
        LedgerTest::SetUp();
        elena = sign_in(Role::desk, suzun.number).post("/api/v1/facts", fact(suzun, R"("new_person":)" + new_person("Иванова", "1950-03-08", snils))).at("person");
        performed_by_baltic = R"(,"performer":")" + baltic.id + "\"";
    }
    void attach_elena_to_baltic() {
        const auto desk = sign_in(Role::desk, baltic.number);
        const auto lookup = desk.post("/api/v1/persons/lookup", R"({"number":"11223344595"})").at("items/0/lookup");
        const auto attached = desk.post("/api/v1/persons/" + lookup + "/attach", R"({"organisation":")" + baltic.id + R"(","reason":"занятия по видеосвязи"})");
        ASSERT_EQ(attached.status, 200) << attached.text;
    }
    std::int64_t facts_of_suzun() {
        return in_system([home = suzun.number](db::Tx& tx) { return *tx.value<std::int64_t>("select count(*) from v_ledger_fact where home_provider = $1", home); });
    }

    static constexpr auto snils = R"(,"snils":"112-233-445 95")";
    std::string elena;
    std::string performed_by_baltic;
};

TEST_P(RightsTest, performer_records_for_the_home_centre_and_both_see_the_fact) {
    attach_elena_to_baltic();
    const auto remote = sign_in(Role::specialist, baltic.number);
    const auto made = remote.post("/api/v1/facts", fact_of(suzun, elena, performed_by_baltic));
    ASSERT_EQ(made.status, 201) << made.text;
    EXPECT_EQ(remote.get("/api/v1/facts/" + made.at("id")).status, 200);
    EXPECT_EQ(sign_in(Role::desk, suzun.number).get("/api/v1/facts/" + made.at("id")).at("performer"), baltic.id);
}

TEST_P(RightsTest, performer_writes_nobody_into_the_home_centre_who_is_not_served_by_both) {
    const auto remote = sign_in(Role::desk, baltic.number);
    adopted[suzun.number] = {add_practice("school", "household.01", "centre", true)};
    const auto other = fact(suzun, R"("new_person":)" + new_person("Сидорова"), performed_by_baltic);
    EXPECT_EQ(remote.post("/api/v1/facts", other).status, 404) << "a new person";
    EXPECT_EQ(remote.post("/api/v1/facts/batch", "[" + other + "]").status, 404);
    EXPECT_EQ(remote.post("/api/v1/facts", fact(suzun, R"("unnamed_count":30)", performed_by_baltic)).status, 404) << "a count";
    EXPECT_THAT(remote.post("/api/v1/facts", fact_of(suzun, elena, performed_by_baltic)).errors(), ElementsAre("/person core.absent")) << "a stranger";
    const auto own = remote.post("/api/v1/facts", fact(baltic, R"("new_person":)" + new_person("Петрова"))).at("person");
    EXPECT_EQ(remote.post("/api/v1/facts", fact_of(suzun, own, performed_by_baltic)).status, 404) << "the home centre does not serve her";
    EXPECT_EQ(remote.post("/api/v1/facts/group", R"({"organisation":")" + suzun.id + "\"" + performed_by_baltic + R"(,"service":")" + services["household.01"] +
                                                     R"(","performed_on":"2026-11-23","minutes":60,"channel":"centre","participants":[{"person":")" + own + R"("}]})").status, 404);
    EXPECT_EQ(facts_of_suzun(), 1);
    EXPECT_EQ(in_system([home = suzun.number](db::Tx& tx) { return *tx.value<std::int64_t>("select count(*) from v_people_attachment where organisation = $1", home); }), 1);
}

TEST_P(RightsTest, performer_records_only_of_days_on_which_the_home_centre_serves) {
    attach_elena_to_baltic();
    EXPECT_EQ(sign_in(Role::desk, baltic.number).post("/api/v1/facts", fact_of(suzun, elena, performed_by_baltic, "2026-11-22")).status, 404);
    clock.advance(24 * 3'600'000);
    EXPECT_EQ(sign_in(Role::desk, suzun.number).post("/api/v1/persons/" + elena + "/detach", R"({"organisation":")" + suzun.id + R"(","reason":"переехала к дочери"})").status, 204);
    clock.advance(24 * 3'600'000);
    const auto remote = sign_in(Role::desk, baltic.number);
    EXPECT_EQ(remote.post("/api/v1/facts", fact_of(suzun, elena, performed_by_baltic, "2026-11-24")).status, 201);
    EXPECT_EQ(remote.post("/api/v1/facts", fact_of(suzun, elena, performed_by_baltic, "2026-11-25")).status, 404);
}

TEST_P(RightsTest, performer_takes_back_only_what_it_recorded_itself) {
    attach_elena_to_baltic();
    const auto home = sign_in(Role::desk, suzun.number);
    const auto remote = sign_in(Role::specialist, baltic.number);
    const auto of_home = "/api/v1/facts/" + home.post("/api/v1/facts", fact_of(suzun, elena, performed_by_baltic)).at("id");
    const auto of_remote = "/api/v1/facts/" + remote.post("/api/v1/facts", fact_of(suzun, elena, performed_by_baltic)).at("id");
    const auto reason = R"({"reason":"не тот день"})";
    ASSERT_EQ(remote.get(of_home).status, 200);
    EXPECT_EQ(remote.post(of_home + "/reverse", reason).code(), "ledger.not_yours_to_reverse");
    EXPECT_EQ(sign_in(Role::specialist, baltic.number).post(of_remote + "/reverse", reason).code(), "ledger.not_yours_to_reverse");
    EXPECT_EQ(remote.post(of_remote + "/reverse", reason).status, 201);
    EXPECT_EQ(home.post(of_home + "/reverse", reason).status, 201);
}

TEST_P(RightsTest, number_that_stands_elsewhere_is_told_as_a_lookup_is) {
    const auto numbered = fact(baltic, R"("new_person":)" + new_person("Петрова", "1950-03-08", snils));
    const auto own = sign_in(Role::desk, baltic.number).post("/api/v1/facts", fact_of_new(baltic));
    const auto lookups = [&] {
        return in_system([id = elena](db::Tx& tx) { return *tx.value<std::int64_t>("select count(*) from v_audit_record where action = 'people.looked_up' and person = $1", id); });
    };
    const std::vector<std::pair<std::string, std::string>> doors{
        {"/api/v1/facts", numbered},
        {"/api/v1/facts/batch", "[" + numbered + "]"},
        {"/api/v1/facts/group", R"({"organisation":")" + baltic.id + R"(","service":")" + services["household.01"] +
                                    R"(","performed_on":"2026-11-23","minutes":60,"channel":"centre","participants":[{"new_person":)" + new_person("Петрова", "1950-03-08", snils) + "}]}"},
        {"/api/v1/facts/" + own.at("id") + "/reverse", R"({"reason":"не тот человек","replacement":)" + numbered + "}"}};
    for (std::int64_t asked = 0; const auto& [door, body] : doors) {
        EXPECT_EQ(sign_in(Role::desk, baltic.number).post(door, body).code(), "people.known_elsewhere") << door;
        EXPECT_EQ(lookups(), ++asked) << door;
    }
    const auto clerk = sign_in(Role::desk, baltic.number);
    for (int i = 0; i < 60; ++i) ASSERT_EQ(clerk.post("/api/v1/persons/lookup", R"({"number":"99012345607"})").status, 200);
    for (const auto& [door, body] : doors) EXPECT_EQ(clerk.post(door, body).status, 429) << door;
    EXPECT_EQ(clerk.post("/api/v1/facts", fact(baltic, R"("new_person":)" + new_person("Петрова", "1950-03-08", R"(,"snils":"99012345607")"))).status, 429)
        << "nor is it told that a number stands nowhere";
}

TEST_P(RightsTest, repeated_request_with_a_key_and_a_number_records_one_fact) {
    const auto desk = sign_in(Role::desk, suzun.number);
    const auto body = fact(suzun, R"("new_person":)" + new_person("Петрова", "1950-03-08", R"(,"snils":"99012345607")"));
    const auto first = desk.post("/api/v1/facts", body, {{"Idempotency-Key", "key-0001"}});
    EXPECT_EQ(first.status, 201) << first.text;
    EXPECT_EQ(desk.post("/api/v1/facts", body, {{"Idempotency-Key", "key-0001"}}).at("id"), first.at("id"));
}

RYADOM_BOTH_ENGINES(RightsTest);

}  // namespace
}  // namespace ryadom::ledger
