// Programmes and contracts: drafted, approved, followed by versions, marked, ended; contracts by the payment of their first day.
#include "modules/programmes/test/programmes_fixture.hpp"

namespace ryadom::programmes {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;

class ProgrammesHttpTest : public ProgrammesTest {};

TEST_P(ProgrammesHttpTest, follows_a_granted_application_and_is_approved_by_the_director) {
    const auto application = granted();
    const auto id = drafted(application);
    EXPECT_EQ(desk(suzun).get(at(application)).at("step"), "approve_programme");
    EXPECT_EQ(desk(suzun).get("/api/v1/programme-drafts?organisation=" + suzun.id).at("items/0/id"), id);
    EXPECT_EQ(specialist(suzun).post("/api/v1/persons/" + elena + "/programmes",
                                     R"({"organisation":")" + suzun.id + R"(","application":")" + application + R"(","content":)" + content(line(shopping)) + "}").code(),
              "programmes.programme_stands");
    EXPECT_THAT(specialist(suzun).post(of(id, "/approve"), R"({"version":1,"approved_on":"2026-11-23"})").status, AnyOf(403, 404));
    const auto done = approve(id);
    ASSERT_EQ(done.status, 200) << done.text;
    EXPECT_EQ(done.at("number"), "1/2026");
    EXPECT_EQ(done.at("versions/0/state"), "in_force");
    EXPECT_THAT(done.text, HasSubstr(R"("repeated":false)"));
    EXPECT_EQ(approve(id).code(), "programmes.approved_already");
    const auto next = desk(suzun).get(at(application));
    EXPECT_EQ(next.at("step"), "conclude_contract");
    EXPECT_EQ(next.at("clock/due"), "2026-11-24");
    EXPECT_EQ(desk(suzun).get("/api/v1/programmes?organisation=" + suzun.id).at("items/0/review_on"), "2027-11-22");
    EXPECT_EQ(desk(suzun).get("/api/v1/programme-drafts?organisation=" + suzun.id).at("items"), "[]");
}

TEST_P(ProgrammesHttpTest, a_version_in_force_is_never_edited_and_the_next_says_why) {
    const auto id = approved();
    const auto worker = specialist(suzun);
    const auto changed = content(line(shopping, 3) + "," + line(hygiene, 7), "2026-11-24");
    EXPECT_EQ(worker.put(of(id, "/draft"), R"({"content":)" + changed + "}", "\"1\"").code(), "programmes.no_draft");
    EXPECT_THAT(worker.post(of(id, "/versions"), R"({"content":)" + changed + "}").errors(), ElementsAre("/reason core.required"));
    const auto next = worker.post(of(id, "/versions"), R"({"content":)" + changed + R"(,"reason":"Ухудшилось состояние"})");
    ASSERT_EQ(next.status, 201) << next.text;
    EXPECT_EQ(next.at("versions/0/state"), "draft");
    EXPECT_EQ(worker.post(of(id, "/versions"), R"({"content":)" + changed + R"(,"reason":"ещё раз"})").code(), "programmes.draft_stands");
    EXPECT_THAT(worker.put(of(id, "/draft"), R"({"content":)" + changed + "}", "\"1\"").errors(), ElementsAre("/reason core.required"));
    ASSERT_EQ(worker.put(of(id, "/draft"), R"({"content":)" + changed + R"(,"reason":"Ухудшилось состояние"})", "\"1\"").status, 200);
    EXPECT_EQ(worker.put(of(id, "/draft"), R"({"content":)" + changed + R"(,"reason":"Ухудшилось состояние"})", "\"1\"").status, 412);
    EXPECT_EQ(approve(id, 1).code(), "programmes.not_this_version");
    const auto done = approve(id, 2);
    EXPECT_EQ(done.at("versions/0/state"), "coming") << done.text;
    EXPECT_EQ(done.at("versions/1/state"), "in_force");
    EXPECT_EQ(done.at("versions/1/last_on"), "2026-11-23");
    const auto seen = desk(suzun).get(of(id, "/difference?from=1&to=2"));
    EXPECT_EQ(seen.at("headings/0"), "since") << seen.text;
    EXPECT_EQ(seen.at("lines/0/part"), "changed");
    EXPECT_EQ(seen.at("lines/1/part"), "added");
    EXPECT_EQ(seen.at("lines/2/part"), "removed");
    EXPECT_EQ(desk(suzun).get(of(id, "/difference?from=1&to=9")).status, 404);
}

TEST_P(ProgrammesHttpTest, a_draft_of_a_later_version_can_be_thrown_away) {
    const auto id = approved();
    const auto worker = specialist(suzun);
    EXPECT_EQ(worker.remove(of(id, "/draft")).code(), "programmes.no_draft");
    ASSERT_EQ(worker.post(of(id, "/versions"), R"({"content":)" + content(line(shopping)) + R"(,"reason":"ошибка"})").status, 201);
    EXPECT_EQ(worker.remove(of(id, "/draft")).status, 204);
    EXPECT_EQ(worker.get(of(id)).at("versions/0/version"), "1");
    EXPECT_EQ(worker.get(of(id)).at("versions/0/content/lines/1/service"), cleaning);
}

TEST_P(ProgrammesHttpTest, a_care_package_stays_within_the_minutes_of_the_assessed_level) {
    assess_level(1);
    const auto draft = [&](int minutes) {
        return specialist(suzun).post("/api/v1/persons/" + elena + "/programmes",
                                      R"({"organisation":")" + suzun.id + R"(","content":)" +
                                          content(line(hygiene, 7, R"(,"weekly_minutes":)" + std::to_string(minutes)), "2026-11-23", R"(,"care_level":1)") + "}");
    };
    EXPECT_THAT(draft(500).errors(), ElementsAre("/content/care_level programmes.no_care_norm"));
    ASSERT_EQ(sign_in(Role::coordinator).post("/api/v1/programme-norms", R"({"valid_from":"2026-01-01","ground":"порядок СДУ","norms":[{"kind":"care_minutes_from","level":1,"amount":420},)"
                                                                         R"({"kind":"care_minutes_to","level":1,"amount":840}]})").status, 201);
    const auto grounds = desk(suzun).get("/api/v1/persons/" + elena + "/programme-grounds?on=2026-11-23");
    EXPECT_EQ(grounds.at("level"), "1") << grounds.text;
    EXPECT_EQ(grounds.at("minutes_to"), "840");
    EXPECT_EQ(grounds.at("most_months"), "36");
    const auto refused = draft(841);
    EXPECT_THAT(refused.errors(), ElementsAre("/content/care_level programmes.too_many_minutes"));
    EXPECT_THAT(refused.text, HasSubstr("841"));
    const auto made = draft(840);
    EXPECT_EQ(made.status, 201) << made.text;
    ASSERT_EQ(approve(made.at("id")).status, 200);
    const auto planned_for = in_system([&](db::Tx& tx) { return planned(tx, Number<network::Organisation>{suzun.number}, day("2026-11-01"), day("2026-11-30")); });
    ASSERT_EQ(planned_for.size(), 1U);
    EXPECT_EQ(planned_for.front().weekly_minutes, 840);
    EXPECT_EQ(planned_for.front().quantity, 700);
}

TEST_P(ProgrammesHttpTest, services_are_marked_and_the_programme_ends_with_its_contracts) {
    const auto id = approved(granted());
    assess_payment();
    const auto contract_id = desk(suzun).post(of(id, "/contracts"), contract()).at("id");
    const auto worker = specialist(suzun);
    const auto mark = [&](const std::string& rest) { return worker.post(of(id, "/marks"), R"({"day":"2026-11-23","marks":[{"service":")" + shopping + "\"," + rest + "}]}"); };
    EXPECT_THAT(mark(R"("outcome":"partly")").errors(), ElementsAre("/marks/0/reason core.required"));
    EXPECT_THAT(mark(R"("outcome":"partly","reason":"bored")").errors(), ElementsAre("/marks/0/reason core.unknown_value"));
    ASSERT_EQ(mark(R"("outcome":"partly","reason":"absent","note":"была в больнице")").status, 200);
    EXPECT_EQ(mark(R"("outcome":"fulfilled")").at("marks/0/outcome"), "fulfilled");
    const auto ended = worker.post(of(id, "/end"), R"({"ended_on":"2026-11-23","reason":"moved","conclusion":"Переезд к дочери"})");
    ASSERT_EQ(ended.status, 200) << ended.text;
    EXPECT_EQ(ended.at("versions/0/last_on"), "2026-11-23");
    EXPECT_EQ(desk(suzun).get("/api/v1/contracts/" + contract_id).at("ended_on"), "2026-11-23");
    EXPECT_EQ(worker.post(of(id, "/end"), R"({"ended_on":"2026-11-23","reason":"moved"})").code(), "programmes.programme_ended");
}

TEST_P(ProgrammesHttpTest, a_contract_takes_the_payment_of_its_first_day_and_closes_the_application) {
    const auto application = granted();
    const auto id = drafted(application);
    const auto clerk = desk(suzun);
    EXPECT_THAT(clerk.post(of(id, "/contracts"), contract()).errors(), ElementsAre("/since programmes.no_programme_on_that_day"));
    ASSERT_EQ(approve(id).status, 200);
    EXPECT_EQ(clerk.post(of(id, "/contracts"), contract()).code(), "programmes.payment_not_assessed");
    assess_payment();
    const auto made = clerk.post(of(id, "/contracts"), contract("2026-11-23", "2027-11-22", R"(,"signer":"Иванова Е. П.")"));
    ASSERT_EQ(made.status, 201) << made.text;
    EXPECT_EQ(made.at("number"), "1/2026");
    EXPECT_EQ(made.at("payment_kopecks"), "150000");
    EXPECT_EQ(made.at("signer"), "Иванова Е. П.");
    EXPECT_EQ(clerk.get(at(application)).at("step"), "none");
    EXPECT_EQ(clerk.post(of(id, "/contracts"), contract()).code(), "programmes.contract_stands");
    EXPECT_EQ(clerk.get("/api/v1/contracts?organisation=" + suzun.id).at("items/0/id"), made.at("id"));
    EXPECT_THAT(clerk.post("/api/v1/contracts/" + made.at("id") + "/end", R"({"ended_on":"2026-11-23","reason":"bored"})").errors(), ElementsAre("/reason core.unknown_value"));
    const auto ended = clerk.post("/api/v1/contracts/" + made.at("id") + "/end", R"({"ended_on":"2026-11-23","reason":"other_provider","note":"ушла к соседям"})");
    EXPECT_EQ(ended.at("last_on"), "2026-11-23") << ended.text;
    const auto again = clerk.post(of(id, "/contracts"), contract("2026-11-24", "2027-11-22", R"(,"number":"1/2026")"));
    EXPECT_EQ(again.status, 409) << again.text;
    EXPECT_EQ(clerk.post(of(id, "/contracts"), contract("2026-11-24")).at("number"), "2/2026");
}

TEST_P(ProgrammesHttpTest, another_centre_and_the_region_see_nothing) {
    const auto id = approved();
    assess_payment();
    const auto contract_id = desk(suzun).post(of(id, "/contracts"), contract()).at("id");
    for (const auto role : {Role::director, Role::specialist, Role::desk}) {
        const auto stranger = sign_in(role, kargat.number);
        EXPECT_EQ(stranger.get(of(id)).status, 404);
        EXPECT_EQ(stranger.get("/api/v1/contracts/" + contract_id).status, 404);
        EXPECT_EQ(stranger.get("/api/v1/programmes?organisation=" + suzun.id).status, 404);
        EXPECT_EQ(stranger.get("/api/v1/contracts?organisation=" + suzun.id).status, 404);
        EXPECT_EQ(stranger.get("/api/v1/persons/" + elena + "/programme-grounds").status, 404);
        EXPECT_EQ(stranger.post(of(id, "/contracts"), contract()).status, 404);
    }
    for (const auto role : {Role::coordinator, Role::administrator}) EXPECT_EQ(sign_in(role).get(of(id)).status, 404);
    EXPECT_EQ(visitor().get(of(id)).status, 401);
}

TEST_P(ProgrammesHttpTest, papers_stay_with_the_centre_that_made_them) {
    const auto id = approved();
    assess_payment();
    const auto contract_id = desk(suzun).post(of(id, "/contracts"), contract()).at("id");
    ASSERT_EQ(desk(suzun).post("/api/v1/persons/" + elena + "/detach", R"({"organisation":")" + suzun.id + R"(","reason":"переехала в Каргат"})").status, 204);
    const auto kept = desk(suzun).get("/api/v1/contracts/" + contract_id);
    EXPECT_EQ(kept.status, 200);
    EXPECT_EQ(kept.at("name"), "") << "the name is no longer the centre's to see";
    EXPECT_EQ(desk(suzun).get("/api/v1/contracts?organisation=" + suzun.id).at("items/0/id"), contract_id);
}

TEST_P(ProgrammesHttpTest, every_look_and_every_change_is_in_the_log) {
    const auto id = approved();
    desk(suzun).get(of(id));
    EXPECT_THAT(log_of(elena), ElementsAre("programmes.programme_drafted", "programmes.version_approved", "programmes.programme_read"));
}

RYADOM_BOTH_ENGINES(ProgrammesHttpTest);

}  // namespace
}  // namespace ryadom::programmes
