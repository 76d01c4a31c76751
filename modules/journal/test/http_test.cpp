// The month of a centre is read and filled as a grid, and the ledger holds what came of it.
#include "modules/journal/test/journal_fixture.hpp"

namespace ryadom::journal {
namespace {

using ::testing::AnyOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr auto cells = "/api/v1/journal/cells";

TEST_P(JournalTest, a_month_holds_what_was_delivered_was_last_month_and_is_planned) {
    EXPECT_EQ(month().at("rows"), "[]");
    EXPECT_EQ(month().at("today"), "2026-11-23");
    ASSERT_EQ(save(cell("2026-10-12", 100) + "," + cell("2026-10-13", 100, 0, R"(,"minutes":45)", cleaning)).status, 200);
    ASSERT_EQ(save(cell("2026-11-02", 150) + "," + cell("2026-11-16", 100)).status, 200);
    plan(cleaning, 800);
    const auto answer = month("2026-11-23");
    ASSERT_EQ(answer.status, 200) << answer.text;
    EXPECT_EQ(answer.at("first"), "2026-11-01");
    EXPECT_EQ(answer.at("last"), "2026-11-30");
    EXPECT_EQ(answer.at("people/0/name"), "Иванова Е.");
    EXPECT_EQ(answer.at("rows/0/days"), "[2,16]");
    EXPECT_EQ(answer.at("rows/0/quantities"), "[150,100]");
    EXPECT_EQ(answer.at("rows/0/origin"), "delivered");
    EXPECT_EQ(answer.at("rows/0/minutes"), "30");
    EXPECT_EQ(answer.at("rows/0/channel"), "home");
    EXPECT_EQ(answer.at("rows/0/planned"), "");
    EXPECT_EQ(answer.at("rows/1/origin"), "last_month");
    EXPECT_EQ(answer.at("rows/1/days"), "[]");
    EXPECT_EQ(answer.at("rows/1/minutes"), "45");
    EXPECT_EQ(answer.at("rows/1/planned"), "800");
    EXPECT_EQ(answer.at("rows/1/planned_until"), "2026-11-20");
    EXPECT_EQ(month("2026-12-01").at("rows/0/origin"), "last_month");
    EXPECT_EQ(month("2027-02-01").at("rows/0/origin"), "programme") << "what is planned stands though nothing was delivered";
}

TEST_P(JournalTest, rows_are_those_of_a_worker_or_a_department) {
    const auto department = sign_in(Role::director, suzun.number).post("/api/v1/organisations/" + suzun.id + "/departments", R"({"title":"На дому № 2"})");
    ASSERT_EQ(department.status, 201) << department.text;
    const auto other = add_worker(suzun, "Петрова Анна", R"(,"department":")" + department.at("id") + "\"");
    ASSERT_EQ(save(cell("2026-11-02", 100)).status, 200);
    EXPECT_EQ(month("2026-11-01", "&worker=" + worker).at("rows/0/days"), "[2]");
    EXPECT_EQ(month("2026-11-01", "&worker=" + other).at("rows"), "[]");
    EXPECT_EQ(month("2026-11-01", "&department=" + department.at("id")).at("rows"), "[]");
    EXPECT_EQ(month("2026-11-01", "&worker=" + suzun.id).status, 404) << "nobody of that id";
}

TEST_P(JournalTest, changed_cell_is_a_reversal_and_a_new_fact) {
    ASSERT_EQ(save(cell("2026-11-02", 100)).status, 200);
    const auto silent = save(cell("2026-11-02", 300, 100));
    EXPECT_EQ(silent.status, 422);
    EXPECT_THAT(silent.errors(), ElementsAre("/reason journal.reason_needed"));
    const auto answer = save(cell("2026-11-02", 300, 100), "ошибка ввода");
    ASSERT_EQ(answer.status, 200) << answer.text;
    EXPECT_EQ(answer.at("cells/0/quantity"), "300");
    EXPECT_EQ(facts_of_elena(), "1");
    EXPECT_EQ(facts_of_elena("minutes"), "90");
    EXPECT_EQ(month().at("rows/0/quantities"), "[300]");
    const auto list = desk().get("/api/v1/facts?person=" + elena);
    EXPECT_EQ(list.at("items/0/source"), "journal");
    EXPECT_EQ(list.at("items/1/reason"), "ошибка ввода");
    EXPECT_EQ(save(cell("2026-11-02", 0, 300), "услуги не было").status, 200);
    EXPECT_EQ(facts_of_elena(), "0");
}

TEST_P(JournalTest, errors_stand_at_their_cells_and_nothing_is_written) {
    const auto answer = save(cell("2026-11-02", 100) + "," + cell("2026-11-24", 100) + "," + cell("2026-11-03", 100, 0, "", cleaning) + "," + cell("2026-11-02", 100));
    EXPECT_EQ(answer.status, 422);
    EXPECT_THAT(answer.errors(), ElementsAre("/cells/2/minutes journal.minutes_unknown", "/cells/3 journal.twice"));
    EXPECT_THAT(save(cell("2026-11-02", 100) + "," + cell("2026-11-24", 100)).errors(), ElementsAre("/cells/1/performed_on ledger.in_future"));
    EXPECT_EQ(facts_of_elena(), "0");
    EXPECT_THAT(save("").errors(), ElementsAre("/cells core.too_few"));
}

TEST_P(JournalTest, what_was_recorded_meanwhile_is_told_with_its_quantity) {
    ASSERT_EQ(save(cell("2026-11-02", 150)).status, 200);
    const auto answer = save(cell("2026-11-02", 100));
    EXPECT_THAT(answer.errors(), ElementsAre("/cells/0 journal.changed_meanwhile"));
    EXPECT_THAT(answer.text, HasSubstr("1,5"));
    EXPECT_EQ(facts_of_elena(), "1");
}

TEST_P(JournalTest, of_several_facts_of_a_cell_the_newest_goes) {
    for (int i = 0; i < 2; ++i)
        ASSERT_EQ(desk().post("/api/v1/facts", fmt::format(R"({{"organisation":"{}","person":"{}","service":"{}","performed_on":"2026-11-02","minutes":20,"channel":"centre"}})", suzun.id, elena,
                                                           shopping)).status, 201);
    EXPECT_EQ(month().at("rows/0/quantities"), "[200]");
    ASSERT_EQ(save(cell("2026-11-02", 300, 200)).status, 200) << "one more takes nothing back";
    EXPECT_EQ(desk().get("/api/v1/facts?person=" + elena).at("items/0/channel"), "centre");
    ASSERT_EQ(save(cell("2026-11-02", 200, 300), "лишняя").status, 200);
    EXPECT_EQ(facts_of_elena("minutes"), "40");
}

TEST_P(JournalTest, warnings_forbid_nothing_and_are_kept) {
    plan(shopping, 100);
    plans.contract_until.emplace(number_of_person(elena), *parse_date("2026-11-05"));
    const auto absence = desk().post("/api/v1/persons/" + elena + "/absences",
                                     R"({"organisation":")" + suzun.id + R"(","absence":{"kind":"hospital","from":"2026-11-09","until":"2026-11-13"}})");
    ASSERT_EQ(absence.status, 201) << absence.text;
    const auto answer = save(cell("2026-11-02", 100) + "," + cell("2026-11-10", 100) + "," + cell("2026-11-10", 100, 0, R"(,"minutes":10)", cleaning));
    ASSERT_EQ(answer.status, 200) << answer.text;
    EXPECT_EQ(answer.at("cells/1/warnings"), R"(["over_volume","after_contract","hospital"])");
    EXPECT_EQ(answer.at("cells/2/warnings"), R"(["outside_programme","after_contract","hospital"])");
    const auto shown = month();
    EXPECT_EQ(shown.at("people/0/contract_until"), "2026-11-05");
    EXPECT_EQ(shown.at("people/0/absences/0/until"), "2026-11-13");
    const auto notices = desk().get("/api/v1/journal/notices?limit=1&organisation=" + suzun.id);
    EXPECT_EQ(notices.at("items/0/name"), "Иванова Е.");
    EXPECT_EQ(notices.at("items/0/service"), cleaning);
    const auto rest = desk().get("/api/v1/journal/notices?organisation=" + suzun.id + "&cursor=" + notices.at("next"));
    EXPECT_EQ(rest.at("items/0/planned"), "100");
    EXPECT_EQ(rest.at("items/0/delivered"), "200");
}

TEST_P(JournalTest, absences_are_entered_ended_and_withdrawn) {
    const auto path = "/api/v1/persons/" + elena + "/absences";
    const auto body = [&](const std::string& days) { return R"({"organisation":")" + suzun.id + R"(","absence":{"kind":"away",)" + days + "}}"; };
    const auto made = desk().post(path, body(R"("from":"2026-11-09","note":"у дочери")"));
    ASSERT_EQ(made.status, 201) << made.text;
    EXPECT_THAT(desk().post(path, body(R"("from":"2026-12-01")")).errors(), ElementsAre("/absence/from journal.absence_overlaps"));
    const auto own = "/api/v1/absences/" + made.at("id");
    EXPECT_THAT(desk().post(own + "/end", R"({"until":"2026-11-01"})").errors(), ElementsAre("/absence/until journal.ends_before_it_begins"));
    EXPECT_EQ(desk().post(own + "/end", R"({"until":"2026-11-15"})").at("until"), "2026-11-15");
    EXPECT_EQ(desk().post(path, body(R"("from":"2026-12-01")")).status, 201);
    EXPECT_EQ(desk().post(own + "/withdraw", R"({"reason":"не уезжала"})").at("withdrawn"), "не уезжала");
    EXPECT_EQ(desk().post(own + "/withdraw", R"({"reason":"ещё раз"})").code(), "journal.withdrawn_already");
    EXPECT_EQ(desk().post(own + "/end", R"({"until":"2026-11-16"})").code(), "journal.withdrawn_already");
    EXPECT_EQ(desk().get(path).at("items/1/withdrawn"), "не уезжала");
}

TEST_P(JournalTest, the_day_of_a_worker_is_whom_it_usually_visits) {
    ASSERT_EQ(save(cell("2026-11-09", 100) + "," + cell("2026-11-16", 200) + "," + cell("2026-11-16", 100, 0, R"(,"minutes":45)", cleaning)).status, 200);
    feed->catch_up();
    const auto day = [&](const std::string& on) { return desk().get("/api/v1/journal/day?organisation=" + suzun.id + "&worker=" + worker + on); };
    const auto monday = day("");
    ASSERT_EQ(monday.status, 200) << monday.text;
    EXPECT_EQ(monday.at("day"), "2026-11-23");
    EXPECT_EQ(monday.at("visits/0/name"), "Иванова Е.");
    EXPECT_EQ(monday.at("visits/0/expected"), "true");
    EXPECT_EQ(monday.at("visits/0/last_on"), "2026-11-16");
    EXPECT_EQ(monday.at("visits/0/services/0/quantity"), "200");
    EXPECT_EQ(monday.at("visits/0/services/1/minutes"), "45");
    EXPECT_EQ(monday.at("visits/0/services/0/delivered"), "0");
    ASSERT_EQ(save(cell("2026-11-23", 100)).status, 200);
    feed->catch_up();
    EXPECT_EQ(day("").at("visits/0/services/0/delivered"), "100");
    EXPECT_EQ(day("&day=2026-11-20").at("visits/0/expected"), "false");
    EXPECT_EQ(day("&day=2027-02-01").at("visits"), "[]");
}

TEST_P(JournalTest, only_whoever_serves_the_centre_sees_and_fills_it) {
    ASSERT_EQ(save(cell("2026-11-02", 100)).status, 200);
    const auto body = R"({"organisation":")" + suzun.id + R"(","cells":[)" + cell("2026-11-03", 100) + "]}";
    EXPECT_EQ(visitor().post(cells, body).status, 401);
    EXPECT_THAT(sign_in(Role::coordinator).post(cells, body).status, AnyOf(403, 404));
    const auto stranger = sign_in(Role::desk, kargat.number);
    EXPECT_EQ(stranger.post(cells, body).status, 404);
    EXPECT_EQ(stranger.get("/api/v1/journal/month?month=2026-11-01&organisation=" + suzun.id).status, 404);
    EXPECT_EQ(stranger.get("/api/v1/persons/" + elena + "/absences").status, 404);
    const auto own = R"({"organisation":")" + kargat.id + R"(","cells":[)" + cell("2026-11-03", 100) + "]}";
    EXPECT_THAT(stranger.post(cells, own).errors(), ElementsAre("/cells/0/person core.absent"));
    const auto log = in_system([&](db::Tx& tx) {
        return tx.list("select action from v_audit_record where action like 'journal.%'", [](const db::Row& row) { return row.get<std::string>(0); });
    });
    EXPECT_THAT(log, Not(::testing::Contains("journal.month_seen"))) << "nobody has looked yet";
    EXPECT_EQ(month().status, 200);
}

RYADOM_BOTH_ENGINES(JournalTest);

}  // namespace
}  // namespace ryadom::journal
