// The journal and the figures as files, and the name behind a fact.
#include "modules/ledger/test/ledger_fixture.hpp"

namespace ryadom::ledger {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class ExportTest : public LedgerTest {
  protected:
    void record(const Place& place, const std::string& body) {
        const auto made = sign_in(Role::desk, place.number).post("/api/v1/facts", body);
        ASSERT_EQ(made.status, 201) << made.text;
        fact_id = made.at("id");
        person = made.at("person");
        settle();
    }
    std::string csv(const testing::Client& client, const std::string& path) {
        const auto answer = client.get("/api/v1/" + path + (path.find('?') == std::string::npos ? "?" : "&") + "format=csv");
        EXPECT_EQ(answer.status, 200) << answer.text;
        return answer.text;
    }
    std::vector<std::string> details(const std::string& action) {
        return in_system([&](db::Tx& tx) {
            return tx.list("select detail from v_audit_record where action = $1 order by number", [](const db::Row& row) { return row.get<std::string>(0); }, action);
        });
    }
    std::string reveal_path() const { return "/api/v1/facts/" + fact_id + "/reveal"; }

    std::string fact_id;
    std::string person;
};

constexpr auto reason = R"({"reason":"сверка жалобы 17"})";

TEST_P(ExportTest, journal_leaves_as_the_caller_may_see_it) {
    record(suzun, fact_of_new(suzun, R"(,"source":"egisso","external_id":"=17","quantity":150)"));
    const auto shown = person;
    record(suzun, fact_of(suzun, person, "", "2026-10-01"));
    record(baltic, fact(baltic, R"("new_person":)" + new_person("Сидорова"), "", "2026-11-22"));
    const auto own = csv(sign_in(Role::desk, suzun.number), "facts/export?from=2026-11-01&to=2026-11-30");
    EXPECT_THAT(own, StartsWith("\xEF\xBB\xBF\"Дата\";\"Получатель\";\"Пол\";\"Возраст\";"));
    EXPECT_THAT(own, HasSubstr(R"("2026-11-23";"Иванова Е. П.";"ж";"76";"";"household.01";"household.01";"30";"1,50";"в центре";"suzun";"";"";"";"2026-11-23";"egisso";"'=17")"));
    EXPECT_THAT(own, AllOf(Not(HasSubstr("Сидорова")), Not(HasSubstr("baltic")), Not(HasSubstr("2026-10-01"))));
    const auto regional = csv(sign_in(Role::coordinator), "facts/export");
    EXPECT_THAT(regional, AllOf(HasSubstr("suzun"), HasSubstr("baltic"), HasSubstr("2026-10-01"), Not(HasSubstr("Иванова")), Not(HasSubstr("Сидорова"))));
    EXPECT_THAT(sign_in(Role::coordinator).get("/api/v1/facts/export?from=2026-11-01").text, StartsWith("PK"));
    EXPECT_THAT(details("ledger.facts_exported"), ElementsAre(R"({"from":"2026-11-01","to":"2026-11-30"})", R"({"persons":[")" + shown + R"("]})", "{}",
                                                              R"({"from":"2026-11-01"})")) << "of names that went out only";
    const auto reads = sign_in(Role::director, suzun.number).get("/api/v1/persons/" + shown + "/reads");
    EXPECT_EQ(reads.at("items/0/action"), "ledger.facts_exported") << reads.text;
}

TEST_P(ExportTest, facts_of_a_person_and_of_an_account_leave_too) {
    record(suzun, fact_of_new(suzun));
    const auto desk = sign_in(Role::desk, suzun.number);
    EXPECT_THAT(csv(desk, "facts/export?person=" + person), HasSubstr("Иванова Е. П."));
    EXPECT_EQ(in_system([&](db::Tx& tx) {
        return *tx.value<std::int64_t>("select count(*) from v_audit_record where action = 'ledger.facts_exported' and person = $1", *parse_uuid(person));
    }), 1);
    EXPECT_EQ(std::ranges::count(csv(desk, "facts/export?mine=true"), '\n'), 1) << "this account entered nothing";
    const auto stranger = sign_in(Role::desk, baltic.number);
    EXPECT_EQ(stranger.get("/api/v1/facts/export?person=" + person).status, 404);
    EXPECT_EQ(stranger.get("/api/v1/facts/export?organisation=" + suzun.id).status, 404);
    EXPECT_THAT(details("ledger.facts_exported"), ElementsAre("{}", R"({"mine":true})")) << "the first is itself about the person";
}

TEST_P(ExportTest, coverage_leaves_with_small_groups_hidden) {
    const auto district = sign_in(Role::coordinator)
                              .post("/api/v1/districts", R"({"code":"d1","title":"Сузунский","population":2000,"elders":500,"road_km":10,"tile_row":1,"tile_column":1})")
                              .at("id");
    const auto add = [&](int people, const std::string& extra) {
        for (int i = 0; i < people; ++i) record(suzun, fact(suzun, R"("new_person":)" + new_person("Иванова", "19" + std::to_string(30 + i) + "-03-08", extra)));
    };
    add(4, R"(,"district":")" + district + "\"");
    clock.advance(61'000);
    EXPECT_THAT(csv(sign_in(Role::coordinator), "figures/coverage/export?from=2026-01-01&to=2026-12-31"),
                EndsWith("\"Сузунский\";\"2000\";\"<5\";\"\"\r\n\"Район не указан\";\"\";\"0\";\"\"\r\n"));
    record(suzun, fact(suzun, R"("new_person":)" + new_person("Иванова", "1940-03-08", R"(,"district":")" + district + "\"")));
    record(suzun, fact(suzun, R"("new_person":)" + new_person("Петрова", "1941-03-08")));
    clock.advance(61'000);
    const auto shown = csv(sign_in(Role::director, baltic.number), "figures/coverage/export?from=2026-01-01&to=2026-12-31");
    EXPECT_THAT(shown, EndsWith("\"Сузунский\";\"2000\";\"5\";\"2,50\"\r\n\"Район не указан\";\"\";\"<5\";\"\"\r\n"));
    EXPECT_THAT(sign_in(Role::coordinator).get("/api/v1/figures/coverage/export?from=2026-12-31&to=2026-01-01").errors(), ElementsAre("/to ledger.range_backwards"));
}

TEST_P(ExportTest, coverage_of_two_ranges_does_not_tell_one_person_to_other_centres) {
    const auto district = sign_in(Role::coordinator)
                              .post("/api/v1/districts", R"({"code":"d1","title":"Сузунский","population":2000,"elders":500,"road_km":10,"tile_row":1,"tile_column":1})")
                              .at("id");
    for (int i = 0; i < 7; ++i)
        record(suzun, fact(suzun, R"("new_person":)" + new_person("Иванова", "19" + std::to_string(30 + i) + "-03-08", R"(,"district":")" + district + "\""), "",
                           i == 0 ? "2026-11-22" : "2026-11-23"));
    clock.advance(61'000);
    const auto from = [](const char* day) { return std::string("figures/coverage/export?to=2026-12-31&from=") + day; };
    const auto other = sign_in(Role::director, baltic.number);
    EXPECT_THAT(csv(other, from("2026-11-22")), HasSubstr(R"("Получателей, не менее";"На 1000 жителей, не менее")"));
    EXPECT_EQ(csv(other, from("2026-11-22")), csv(other, from("2026-11-23")));
    EXPECT_THAT(csv(other, from("2026-11-22")), HasSubstr(R"("2000";"5";"2,50")"));
    const auto region = sign_in(Role::coordinator);
    EXPECT_THAT(csv(region, from("2026-11-22")), HasSubstr(R"("Получателей";"На 1000 жителей")"));
    EXPECT_THAT(csv(region, from("2026-11-22")), HasSubstr(R"("2000";"7";"3,50")"));
    EXPECT_EQ(other.get("/api/v1/figures/coverage?from=2026-01-01&to=2026-12-31").at("rounded"), "true");
}

TEST_P(ExportTest, services_leave_by_practice_and_month) {
    adopted[suzun.number] = {add_practice("talks", "household.01", "centre")};
    record(suzun, fact_of_new(suzun));
    record(suzun, fact_of(suzun, person, "", "2026-10-02"));
    record(suzun, fact_of(suzun, person, "", "2026-10-05"));
    const auto range = std::string("from=2026-01-01&to=2026-12-31");
    EXPECT_THAT(csv(sign_in(Role::director, suzun.number), "figures/services/export?" + range),
                AllOf(HasSubstr(R"("2026-10-01";"talks";"talks";"2";"1";"0";"60")"), HasSubstr(R"("2026-11-01";"talks";"talks";"1";"1";"0";"30")")));
    EXPECT_EQ(std::ranges::count(csv(sign_in(Role::director, baltic.number), "figures/services/export?" + range), '\n'), 1);
    EXPECT_EQ(sign_in(Role::director, baltic.number).get("/api/v1/figures/services/export?" + range + "&organisation=" + suzun.id).status, 404);
}

TEST_P(ExportTest, name_behind_a_fact_is_told_for_a_logged_reason) {
    record(suzun, fact_of_new(suzun));
    const auto coordinator = sign_in(Role::coordinator);
    EXPECT_EQ(coordinator.get("/api/v1/facts/" + fact_id).text.find(person), std::string::npos) << "no list gives the id of the person away";
    EXPECT_THAT(coordinator.post(reveal_path(), R"({"reason":"         a"})").errors(), ElementsAre("/reason people.reason_too_short"));
    EXPECT_EQ(details("people.name_revealed").size(), 0U);
    const auto told = coordinator.post(reveal_path(), reason);
    EXPECT_EQ(told.at("name"), "Иванова Елена Петровна") << told.text;
    EXPECT_EQ(told.text.find(person), std::string::npos);
    EXPECT_THAT(details("people.name_revealed"), ElementsAre(reason));
    const auto reads = sign_in(Role::director, suzun.number).get("/api/v1/persons/" + person + "/reads");
    EXPECT_EQ(reads.at("items/0/action"), "people.name_revealed") << reads.text;
    EXPECT_EQ(reads.at("items/0/reason"), "сверка жалобы 17");
}

TEST_P(ExportTest, name_behind_a_fact_is_told_within_the_scope_only) {
    record(suzun, fact_of_new(suzun));
    EXPECT_EQ(sign_in(Role::director, suzun.number).post(reveal_path(), reason).at("name"), "Иванова Елена Петровна");
    EXPECT_EQ(sign_in(Role::director, baltic.number).post(reveal_path(), reason).status, 404);
    EXPECT_EQ(sign_in(Role::desk, suzun.number).post(reveal_path(), reason).status, 404);
    EXPECT_EQ(sign_in(Role::administrator).post(reveal_path(), reason).status, 404);
    EXPECT_EQ(sign_in(Role::coordinator).post("/api/v1/facts/" + person + "/reveal", reason).status, 404) << "a person is no fact";
}

TEST_P(ExportTest, fact_without_a_name_has_none_to_tell) {
    adopted[suzun.number] = {add_practice("talks", "household.01", "centre", true)};
    record(suzun, fact(suzun, R"("unnamed_count":3)"));
    EXPECT_EQ(sign_in(Role::coordinator).post(reveal_path(), reason).code(), "ledger.nobody_named");
}

RYADOM_BOTH_ENGINES(ExportTest);

}  // namespace
}  // namespace ryadom::ledger
