// The journal at the desk: registered, returned, assessed, decided; who may what, and what the log tells.
#include "modules/programmes/test/programmes_fixture.hpp"

namespace ryadom::programmes {
namespace {

class ApplicationsTest : public ProgrammesTest {
  protected:
    testing::Answer journal(const testing::Client& client) { return client.get("/api/v1/applications?organisation=" + suzun.id); }
};

TEST_P(ApplicationsTest, an_application_is_numbered_and_its_clock_runs) {
    const auto id = register_one();
    const auto found = desk(suzun).get(at(id));
    EXPECT_EQ(found.at("number"), "1/2026");
    EXPECT_EQ(found.at("state"), "received");
    EXPECT_EQ(found.at("step"), "assess");
    EXPECT_EQ(found.at("clock/due"), "2026-11-27");
    EXPECT_EQ(found.at("clock/urgency"), "week");
    EXPECT_EQ(found.at("clock/ground"), "442-ФЗ, ст. 15");
    EXPECT_NE(found.text.find(R"("holidays_known":false)"), std::string::npos) << "nobody entered the calendar";
    EXPECT_EQ(found.at("events/0/kind"), "received");
    EXPECT_EQ(found.at("name"), "Иванова Е.");
    EXPECT_EQ(desk(suzun).get(at(register_one("urgent", "2026-11-23"))).at("number"), "2/2026");
}

TEST_P(ApplicationsTest, the_journal_shows_what_is_due_first) {
    const auto later = register_one("home", "2026-11-23");
    const auto overdue = register_one("home", "2026-11-10");
    const auto urgent = register_one("urgent", "2026-11-23");
    const auto shown = journal(desk(suzun));
    EXPECT_EQ(shown.at("today"), "2026-11-23");
    EXPECT_EQ(shown.at("entries/0/id"), overdue) << shown.text;
    EXPECT_EQ(shown.at("entries/0/clock/urgency"), "overdue");
    EXPECT_EQ(shown.at("entries/1/id"), urgent);
    EXPECT_EQ(shown.at("entries/1/clock/urgency"), "today");
    EXPECT_EQ(shown.at("entries/2/id"), later);
    EXPECT_EQ(shown.at("entries/0/name"), "Иванова Е.");
}

TEST_P(ApplicationsTest, holidays_that_were_entered_move_what_is_due) {
    const auto id = register_one();
    const std::string year = R"({"ground":"постановление","days":[{"day":"2026-11-24","kind":"off"},{"day":"2026-11-28","kind":"working"}]})";
    ASSERT_EQ(sign_in(Role::coordinator).put("/api/v1/working-calendar/2026", year, "\"0\"").status, 200);
    const auto found = desk(suzun).get(at(id));
    EXPECT_EQ(found.at("clock/due"), "2026-11-28") << "Tuesday off, Saturday working";
    EXPECT_NE(found.text.find(R"("holidays_known":true)"), std::string::npos);
}

TEST_P(ApplicationsTest, clock_stands_while_papers_are_missing) {
    const auto id = register_one("home", "2026-11-16");
    const auto clerk = desk(suzun);
    EXPECT_THAT(clerk.post(at(id, "/steps"), step("returned", "2026-11-18")).errors(), ElementsAre("/note core.required"));
    const auto returned = clerk.post(at(id, "/steps"), step("returned", "2026-11-18", "нет справки"));
    ASSERT_EQ(returned.status, 200) << returned.text;
    EXPECT_EQ(returned.at("step"), "await_papers");
    EXPECT_EQ(returned.at("clock/urgency"), "standing");
    EXPECT_EQ(returned.at("clock/left"), "3");
    const auto resumed = clerk.post(at(id, "/steps"), step("resumed", "2026-11-20"));
    EXPECT_EQ(resumed.at("clock/due"), "2026-11-25");
    EXPECT_EQ(resumed.at("state"), "received");
}

TEST_P(ApplicationsTest, is_assessed_by_an_assessment_of_the_person_and_decided_by_the_director) {
    const auto id = register_one();
    const auto worker = specialist(suzun);
    EXPECT_THAT(worker.post(at(id, "/assessment"), R"({"day":"2026-11-21"})").errors(), ElementsAre("/assessment core.required"));
    EXPECT_THAT(worker.post(at(id, "/assessment"), R"({"day":"2026-11-21","assessment":"0190d7a5-0000-7000-8000-00000000dead"})").errors(),
                ElementsAre("/assessment programmes.no_such_assessment"));
    EXPECT_EQ(director(suzun).post(at(id, "/decision"), step("granted")).code(), "programmes.not_assessed");
    take_assessment(id);
    EXPECT_THAT(worker.post(at(id, "/decision"), step("granted")).status, ::testing::AnyOf(403, 404));
    const auto decided = director(suzun).post(at(id, "/decision"), step("granted", "2026-11-23"));
    EXPECT_EQ(decided.at("step"), "make_programme");
    EXPECT_EQ(decided.at("clock/due"), "2026-12-04") << "ten working days from the application";
    EXPECT_EQ(decided.at("events/2/kind"), "granted");
}

TEST_P(ApplicationsTest, refusal_closes_it_with_a_listed_reason) {
    const auto id = register_one();
    const auto head = director(suzun);
    EXPECT_THAT(head.post(at(id, "/decision"), step("refused")).errors(), ElementsAre("/note core.required", "/reason core.required"));
    EXPECT_THAT(head.post(at(id, "/decision"), step("withdrawn")).errors(), ElementsAre("/kind core.unknown_value"));
    const auto refused = head.post(at(id, "/decision"), R"({"kind":"refused","day":"2026-11-23","reason":"false_data","note":"Доход не подтверждён"})");
    ASSERT_EQ(refused.status, 200) << refused.text;
    EXPECT_EQ(refused.at("step"), "none");
    EXPECT_EQ(refused.at("closed_on"), "2026-11-23");
    EXPECT_EQ(journal(desk(suzun)).text.find(id), std::string::npos);
    EXPECT_EQ(desk(suzun).get("/api/v1/closed-applications?organisation=" + suzun.id).at("items/0/id"), id);
    EXPECT_EQ(desk(suzun).post(at(id, "/steps"), step("withdrawn", "2026-11-23", "передумала")).code(), "programmes.application_closed");
}

TEST_P(ApplicationsTest, urgent_services_end_with_their_act) {
    const auto id = granted("urgent");
    const auto clerk = desk(suzun);
    EXPECT_EQ(clerk.get(at(id)).at("clock/urgency"), "overdue") << "granted on Saturday, due at once";
    EXPECT_EQ(specialist(suzun).post("/api/v1/persons/" + elena + "/programmes",
                                     R"({"organisation":")" + suzun.id + R"(","application":")" + id + R"(","content":)" + content(line(shopping)) + "}").code(),
              "programmes.not_granted");
    const auto done = clerk.post(at(id, "/steps"), step("delivered", "2026-11-23"));
    EXPECT_EQ(done.at("closed_on"), "2026-11-23") << done.text;
}

TEST_P(ApplicationsTest, is_corrected_until_it_is_decided) {
    const auto id = register_one();
    const auto clerk = desk(suzun);
    const auto changed = clerk.put(at(id), R"({"received_on":"2026-11-19","wish":)" + wish("semi_residential") + "}", "\"1\"");
    ASSERT_EQ(changed.status, 200) << changed.text;
    EXPECT_EQ(changed.at("wish/form"), "semi_residential");
    EXPECT_EQ(clerk.put(at(id), R"({"received_on":"2026-11-19","wish":)" + wish() + "}", "\"1\"").status, 412);
    take_assessment(id);
    EXPECT_THAT(clerk.put(at(id), R"({"received_on":"2026-11-18","wish":)" + wish() + "}", "\"3\"").errors(), ElementsAre("/received_on programmes.day_stands"));
    ASSERT_EQ(director(suzun).post(at(id, "/decision"), step("granted")).status, 200);
    EXPECT_EQ(clerk.put(at(id), R"({"received_on":"2026-11-19","wish":)" + wish() + "}", "\"4\"").code(), "programmes.decided_already");
}

TEST_P(ApplicationsTest, wrong_fields_are_named_all_at_once) {
    const auto wrong = fmt::format(R"({{"organisation":"{}","received_on":"2026-12-01","wish":{{"channel":"post","form":"home","circumstances":["bored"],"services":["{}","{}"]}}}})", suzun.id,
                                   shopping, shopping);
    EXPECT_THAT(desk(suzun).post("/api/v1/persons/" + elena + "/applications", wrong).errors(),
                ElementsAre("/received_on programmes.in_the_future", "/wish/circumstances/0 core.unknown_value", "/wish/services/1 programmes.twice"));
}

TEST_P(ApplicationsTest, another_centre_and_the_region_see_nothing) {
    const auto id = register_one();
    EXPECT_EQ(visitor().get(at(id)).status, 401);
    for (const auto role : {Role::director, Role::specialist, Role::desk}) {
        const auto stranger = sign_in(role, kargat.number);
        EXPECT_EQ(stranger.get(at(id)).status, 404);
        EXPECT_EQ(journal(stranger).status, 404);
        EXPECT_EQ(stranger.get("/api/v1/persons/" + elena + "/programmes").status, 404);
        EXPECT_EQ(stranger.post(at(id, "/steps"), step("withdrawn", "2026-11-23", "нет")).status, 404);
        EXPECT_EQ(stranger.post("/api/v1/persons/" + elena + "/applications", application()).status, 404);
    }
    for (const auto role : {Role::coordinator, Role::administrator}) EXPECT_EQ(sign_in(role).get(at(id)).status, 404);
}

TEST_P(ApplicationsTest, a_centre_that_serves_the_person_reads_it_and_changes_nothing) {
    const auto id = register_one();
    ASSERT_TRUE(database().write_now(db::Caller::system(), [&](db::Tx& tx) {
        tx.run("insert into people_attachment (person, organisation, since) values ($1, $2, $3)", people::find_person(tx, Id<people::Person>{*parse_uuid(elena)})->number, kargat.number,
               day("2026-11-01"));
    }));
    EXPECT_EQ(desk(kargat).get(at(id)).status, 200);
    EXPECT_EQ(desk(kargat).post(at(id, "/steps"), step("withdrawn", "2026-11-23", "нет")).status, 404);
}

TEST_P(ApplicationsTest, all_of_a_person_is_shown_together_and_every_look_is_logged) {
    const auto id = register_one();
    const auto shown = desk(suzun).get("/api/v1/persons/" + elena + "/programmes");
    EXPECT_EQ(shown.at("applications/0/id"), id);
    EXPECT_EQ(shown.at("programmes"), "[]");
    desk(suzun).get(at(id));
    EXPECT_THAT(log_of(elena), ElementsAre("programmes.application_received", "programmes.person_read", "programmes.application_read"));
}

TEST_P(ApplicationsTest, terms_are_set_by_the_region_from_a_day_on) {
    const std::string act = R"({"valid_from":"2026-11-20","ground":"закон области","norms":[{"kind":"decision_days","amount":3}]})";
    EXPECT_THAT(director(suzun).post("/api/v1/programme-norms", act).status, ::testing::AnyOf(403, 404));
    ASSERT_EQ(sign_in(Role::coordinator).post("/api/v1/programme-norms", act).status, 201);
    EXPECT_EQ(desk(suzun).get(at(register_one("home", "2026-11-20"))).at("clock/due"), "2026-11-25");
    EXPECT_EQ(desk(suzun).get(at(register_one("home", "2026-11-19"))).at("clock/due"), "2026-11-26");
    EXPECT_NE(desk(suzun).get("/api/v1/programme-norms?on=2026-11-19").text.find("442-ФЗ, ст. 15"), std::string::npos);
    EXPECT_NE(desk(suzun).get("/api/v1/programme-norms").text.find("закон области"), std::string::npos);
    EXPECT_EQ(desk(suzun).get("/api/v1/programme-reasons").at("items/0/code"), "no_circumstances");
    EXPECT_EQ(desk(suzun).get("/api/v1/working-calendar").at("items"), "[]");
    const std::string wrong = R"({"ground":"постановление","days":[{"day":"2025-01-01","kind":"off"}]})";
    EXPECT_THAT(sign_in(Role::coordinator).put("/api/v1/working-calendar/2026", wrong, "\"0\"").errors(), ElementsAre("/days/0/day programmes.another_year"));
}

RYADOM_BOTH_ENGINES(ApplicationsTest);

}  // namespace
}  // namespace ryadom::programmes
