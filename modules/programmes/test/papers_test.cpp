// Papers: kinds are sound, each is issued of what stands, and the same again is the same paper.
#include "modules/programmes/test/programmes_fixture.hpp"

namespace ryadom::programmes {
namespace {

using ::testing::HasSubstr;

class ProgrammePapersTest : public ProgrammesTest {
  protected:
    testing::Answer issue(const std::string& path, const std::string& body) { return desk(suzun).post(path, body); }
    testing::Answer of_application(const std::string& id, const std::string& kind) { return issue(at(id, "/papers"), R"({"kind":")" + kind + "\"}"); }
};

TEST_P(ProgrammePapersTest, kinds_are_sound_and_titled) {
    for (const auto* kind : {&application_paper(), &refusal_paper(), &urgent_act_paper(), &programme_paper(), &contract_paper()}) EXPECT_EQ(papers::faults(*kind, &texts()), "") << kind->code;
}

TEST_P(ProgrammePapersTest, an_application_is_issued_once_for_what_it_says) {
    const auto id = register_one();
    const auto first = of_application(id, "application");
    ASSERT_EQ(first.status, 200) << first.text;
    EXPECT_EQ(first.at("label"), "1/2026");
    EXPECT_EQ(of_application(id, "application").at("id"), first.at("id"));
    ASSERT_EQ(desk(suzun).put(at(id), R"({"received_on":"2026-11-19","wish":)" + wish() + "}", "\"1\"").status, 200);
    EXPECT_EQ(of_application(id, "application").at("label"), "2/2026");
    EXPECT_EQ(of_application(id, "refusal").code(), "programmes.no_such_paper_yet");
    EXPECT_EQ(desk(suzun).get("/api/v1/papers/" + first.at("id") + "/pdf").text.substr(0, 5), "%PDF-");
}

TEST_P(ProgrammePapersTest, a_refusal_and_an_act_follow_their_steps) {
    const auto refused = register_one();
    ASSERT_EQ(director(suzun).post(at(refused, "/decision"), R"({"kind":"refused","day":"2026-11-23","reason":"false_data","note":"Доход не подтверждён"})").status, 200);
    EXPECT_EQ(of_application(refused, "refusal").status, 200);
    const auto urgent = granted("urgent");
    EXPECT_EQ(of_application(urgent, "urgent_act").code(), "programmes.no_such_paper_yet");
    ASSERT_EQ(desk(suzun).post(at(urgent, "/steps"), step("delivered")).status, 200);
    EXPECT_EQ(of_application(urgent, "urgent_act").status, 200);
}

TEST_P(ProgrammePapersTest, a_programme_and_a_contract_are_issued_with_services_and_payment) {
    const auto id = drafted("");
    EXPECT_EQ(issue(of(id, "/papers"), R"({"version":1})").code(), "programmes.not_approved");
    ASSERT_EQ(approve(id).status, 200);
    const auto programme = issue(of(id, "/papers"), R"({"version":1})");
    ASSERT_EQ(programme.status, 200) << programme.text;
    EXPECT_EQ(issue(of(id, "/papers"), R"({"version":7})").status, 404);
    assess_payment();
    const auto contract_id = desk(suzun).post(of(id, "/contracts"), contract()).at("id");
    const auto made = desk(suzun).send(http::Method::post, "/api/v1/contracts/" + contract_id + "/papers", "");
    ASSERT_EQ(made.status, 200) << made.text;
    EXPECT_EQ(desk(suzun).get("/api/v1/papers/" + made.at("id") + "/pdf").text.substr(0, 5), "%PDF-");
    EXPECT_EQ(desk(kargat).send(http::Method::post, "/api/v1/contracts/" + contract_id + "/papers", "").status, 404);
}

TEST_P(ProgrammePapersTest, data_hold_what_the_papers_say) {
    const auto id = approved();
    in_system([&](db::Tx& tx) {
        const auto row = *store::find_programme(tx, Id<Programme>{*parse_uuid(id)});
        const auto programme = Views(tx).programme(row);
        Printed printed;
        printed.person = people::find_person(tx, Id<people::Person>{*parse_uuid(elena)})->person;
        printed.services.emplace(programme.versions.front().content.lines.front().service, "Покупка продуктов");
        printed.kind_of_service.emplace(programme.versions.front().content.lines.front().service, "household");
        printed.kinds_of_services.emplace("household", "Социально-бытовые");
        const auto data = json::write(programme_data(programme, programme.versions.front(), printed, {&texts(), i18n::Language::ru}));
        for (const auto* part : {"Покупка продуктов", "Социально-бытовые", "в неделю", R"("times":2)", "23.11.2026 – 22.11.2027"}) EXPECT_THAT(data, HasSubstr(part));
        return 0;
    });
}

RYADOM_BOTH_ENGINES(ProgrammePapersTest);

}  // namespace
}  // namespace ryadom::programmes
