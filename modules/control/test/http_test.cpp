// Self-check, visit, finding and recheck through the API.
#include "modules/control/test/control_fixture.hpp"

namespace ryadom::control {
namespace {

using ::testing::ElementsAre;

TEST_P(ControlTest, centre_checks_itself_once_a_quarter_and_answers_every_item) {
    on("2026-02-10");
    const auto offered = director(suzun).get(all + ("choices?organisation=" + suzun.id));
    EXPECT_EQ(offered.at("items/0/version"), version) << offered.text;
    EXPECT_EQ(offered.at("items/0/items") + offered.at("items/0/self_check"), "4");

    const auto begun = begin(director(suzun), "self-checks", suzun);
    ASSERT_EQ(begun.status, 201) << begun.text;
    EXPECT_EQ(begun.at("inspection/quarter"), "2026-01-01");
    EXPECT_EQ(begun.at("items/0/item/item") + " " + begun.at("items/0/item/address"), std::string(clause) + " 1.1");
    EXPECT_EQ(begun.at("items/1/item/item"), "statement:soon");
    EXPECT_EQ(begin(director(suzun), "self-checks", suzun).code(), "constraint.control_inspection_organisation_version_quarter_unique");
    const auto check = all + ("self-checks/" + begun.at("inspection/id"));
    const auto marked = mark(specialist(suzun), check, clause, R"("mark":"partly","note":"Не хватает жилетов")");
    EXPECT_EQ(marked.at("mark/mark") + " " + marked.at("mark/note") + " " + marked.at("mark/day"), "partly Не хватает жилетов 2026-02-10") << marked.text;
    EXPECT_EQ(mark(director(suzun), check, clause, R"("mark":"met")").at("mark/mark"), "met") << "the last mark stands";
    EXPECT_THAT(mark(director(suzun), check, "clause:core_1", R"("mark":"met")").errors(), ElementsAre("/item core.absent"));
    EXPECT_EQ(director(suzun).post(check + "/close", "{}").code(), "control.unmarked");
    EXPECT_EQ(director(suzun).post(check + "/files?name=run.exe&item=" + clause, "MZ", {{"Content-Type", "application/octet-stream"}}).code(), "control.file_kind");
    const auto filed = upload(director(suzun), check + "/files?name=journal.pdf&item=" + clause);
    EXPECT_EQ(director(suzun).get(all + ("files/" + filed.at("files/0/id"))).text, "%PDF-1.4 journal") << filed.text;
    for (const auto* item : {"statement:soon", "statement:long", "statement:place"}) EXPECT_EQ(mark(director(suzun), check, item, R"("mark":"not_met")").status, 200);
    const auto closed = director(suzun).post(check + "/close", "{}");
    EXPECT_EQ(closed.at("inspection/closed_on"), "2026-02-10") << closed.text;
    EXPECT_EQ(mark(director(suzun), check, clause, R"("mark":"partly")").code(), "control.closed");
    EXPECT_EQ(director(suzun).get(all + ("choices?organisation=" + suzun.id)).at("items/0/closed"), "true");
    on("2026-04-01");
    EXPECT_EQ(begin(director(suzun), "self-checks", suzun).status, 201);
    const auto list = director(suzun).get(all + ("inspections?limit=1&organisation=" + suzun.id));
    EXPECT_EQ(list.at("items/0/quarter"), "2026-04-01");
    EXPECT_EQ(director(suzun).get(all + ("inspections?limit=1&cursor=" + list.at("next"))).at("items/0/quarter"), "2026-01-01");
}

TEST_P(ControlTest, nothing_is_confirmed_by_a_tick_box) {
    walk(suzun, "2026-01-15", 50);
    on("2026-02-10");
    self_check();
    const auto begun = begin(coordinator(), "visits", suzun);
    ASSERT_EQ(begun.status, 201) << begun.text;
    EXPECT_EQ(begun.at("items/0/declared/mark") + " " + begun.at("items/0/evidence/0/name"), "met journal.pdf") << begun.text;
    const auto visit = all + ("visits/" + begun.at("inspection/id"));
    const auto say = [&](const std::string& item, const std::string& rest) { return mark(coordinator(), visit, item, rest); };
    EXPECT_THAT(say("statement:soon", R"("mark":"confirmed")").errors(), ElementsAre("/note control.nothing_seen")) << "nothing to count is no verdict";
    EXPECT_EQ(say("statement:soon", R"("mark":"confirmed","note":"По журналу обращений")").status, 200);
    EXPECT_EQ(say("statement:place", R"("mark":"confirmed","note":"Зал обещают")").code(), "control.facts_say_no");
    EXPECT_EQ(say("statement:long", R"("mark":"confirmed")").at("mark/verdict"), "met");
    EXPECT_EQ(say(clause, R"("mark":"confirmed")").status, 200) << "the file of the centre shows it";
    EXPECT_THAT(say(clause, R"("mark":"not_confirmed","note":"Гуляют по одному")").errors(), ElementsAre("/owner control.owner_wanted"));
    EXPECT_THAT(say(clause, R"("mark":"not_confirmed","note":"Гуляют по одному","owner":"Заведующая","days":15)").errors(), ElementsAre("/days control.term"));
    EXPECT_EQ(upload(coordinator(), visit + "/files?name=seen.pdf&item=statement:soon").status, 200);
    EXPECT_EQ(coordinator().post(visit + "/close", "{}").status, 200);

    const auto compared = comparison(director(suzun));
    EXPECT_EQ(stands(compared, 0), "confirmed file") << compared.text;
    EXPECT_EQ(stands(compared, 1), "confirmed note");
    EXPECT_EQ(stands(compared, 2), "confirmed verdict");
    EXPECT_EQ(stands(compared, 3), "not_confirmed verdict");
    EXPECT_EQ(compared.at("items/3/declared/mark"), "met") << "declared, and not so";
    EXPECT_EQ(coordinator().get(all + std::string("findings")).at("items/0"), "");
}

TEST_P(ControlTest, finding_is_put_right_by_proof_and_looked_at_again) {
    on("2026-02-10");
    const auto finding = visit_with_finding();
    EXPECT_EQ(director(suzun).get(finding).at("finding/due"), "2026-02-20");
    EXPECT_EQ(director(suzun).get(finding).at("finding/days_left"), "10");
    EXPECT_EQ(stands(comparison(director(suzun)), 0), "not_confirmed note");
    EXPECT_EQ(director(suzun).post(finding + "/done", "{}").code(), "control.proof_wanted");
    EXPECT_EQ(coordinator().post(finding + "/recheck", R"({"accepted":true})").code(), "control.not_done");

    on("2026-02-21");
    EXPECT_EQ(director(suzun).get(all + std::string("findings?which=overdue")).at("items/0/days_left"), "-1");
    EXPECT_EQ(coordinator().get(all + ("findings?which=overdue&organisation=" + suzun.id)).at("items/0/overdue"), "true");
    EXPECT_EQ(upload(director(suzun), finding + "/proof?name=photo.pdf").at("files/0/name"), "photo.pdf");
    EXPECT_EQ(director(suzun).post(finding + "/done", R"({"note":"Ходят парами"})").at("finding/state"), "done");
    EXPECT_EQ(coordinator().get(all + std::string("findings?which=overdue")).at("items/0"), "") << "the proof stops the clock";
    EXPECT_THAT(coordinator().post(finding + "/recheck", R"({"accepted":false,"note":"Снимок старый"})").errors(), ElementsAre("/days control.term"));

    on("2026-02-25");
    const auto back = coordinator().post(finding + "/recheck", R"({"accepted":false,"note":"Снимок старый","days":30})");
    EXPECT_EQ(back.at("finding/state") + " " + back.at("finding/due"), "open 2026-03-27") << back.text;
    on("2026-02-26");
    EXPECT_EQ(director(suzun).post(finding + "/done", "{}").code(), "control.proof_wanted") << "the old proof was not enough";
    EXPECT_EQ(upload(director(suzun), finding + "/proof?name=new.pdf").status, 200);
    EXPECT_EQ(director(suzun).post(finding + "/done", "{}").status, 200);
    on("2026-03-02");
    const auto accepted = coordinator().post(finding + "/recheck", R"({"accepted":true})");
    EXPECT_EQ(accepted.at("finding/state") + " " + accepted.at("steps/3/kind"), "accepted accepted") << accepted.text;
    EXPECT_EQ(stands(comparison(director(suzun)), 0), "confirmed recheck");
    EXPECT_EQ(coordinator().get(all + std::string("findings?which=unfinished")).at("items/0"), "");

    // A past day knows what was recorded by then.
    EXPECT_EQ(stands(comparison(director(suzun), "2026-03-01"), 0), "not_confirmed note");
    EXPECT_EQ(stands(comparison(director(suzun), "2026-02-09"), 0), "unseen ");
    EXPECT_EQ(coordinator().get(all + std::string("findings?which=overdue&day=2026-02-20")).at("items/0"), "");
    EXPECT_EQ(coordinator().get(all + std::string("findings?which=unfinished&day=2026-02-22")).at("items/0/state"), "done");
    EXPECT_EQ(coordinator().get(all + std::string("findings?day=2026-02-09")).at("items/0"), "");
}

TEST_P(ControlTest, only_a_version_in_force_is_checked_and_an_old_check_keeps_its_own) {
    on("2026-02-10");
    const auto begun = begin(coordinator(), "visits", suzun);
    const auto older = version;
    const auto next = coordinator().post("/api/v1/standards/" + standard + "/versions", "{}");
    ASSERT_EQ(next.status, 200) << next.text;
    version = next.at("versions/0/id");
    EXPECT_THAT(begin(coordinator(), "visits", suzun).errors(), ElementsAre("/version control.not_in_force")) << "a draft";
    approve(version, "2026-02-11", "2026-03-10");
    on("2026-03-11");
    EXPECT_EQ(begin(coordinator(), "visits", suzun).status, 201);
    version = older;
    EXPECT_THAT(begin(coordinator(), "visits", suzun).errors(), ElementsAre("/version control.not_in_force")) << "superseded";
    EXPECT_EQ(coordinator().get(all + ("inspections/" + begun.at("inspection/id"))).at("inspection/version"), older);
    EXPECT_EQ(comparison(coordinator()).status, 404) << "not in force that day";
    EXPECT_EQ(comparison(coordinator(), "2026-03-09").status, 200);
    const auto far = add("far");
    EXPECT_EQ(coordinator().get(all + ("choices?organisation=" + far.id)).at("items/0"), "");
    version = next.at("versions/0/id");
    EXPECT_THAT(begin(coordinator(), "visits", far).errors(), ElementsAre("/version control.not_run_here"));
}

TEST_P(ControlTest, checks_belong_to_the_centre_and_each_role_does_its_part) {
    on("2026-02-10");
    const auto finding = visit_with_finding();
    const auto seen = coordinator().get(all + std::string("inspections")).at("items/0/id");
    EXPECT_EQ(director(suzun).get(all + ("inspections/" + seen)).status, 200);
    EXPECT_EQ(director(iskitim).get(all + ("inspections/" + seen)).status, 404);
    EXPECT_EQ(director(iskitim).get(finding).status, 404);
    EXPECT_EQ(director(iskitim).post(finding + "/done", "{}").status, 404);
    EXPECT_EQ(director(iskitim).get(all + std::string("findings")).at("items/0"), "");
    EXPECT_EQ(comparison(director(iskitim)).status, 404);
    EXPECT_EQ(begin(director(iskitim), "self-checks", suzun).status, 404);
    EXPECT_EQ(begin(director(suzun), "visits", suzun).status, 403) << "nobody visits himself";
    EXPECT_EQ(begin(coordinator(), "self-checks", suzun).status, 403) << "nobody answers for a centre";
    EXPECT_EQ(sign_in(Role::desk, suzun.number).get(all + std::string("inspections")).status, 403);
    EXPECT_EQ(mark(director(suzun), all + ("self-checks/" + seen), clause, R"("mark":"met")").status, 404) << "a visit is no self-check";
}

RYADOM_BOTH_ENGINES(ControlTest);

}  // namespace
}  // namespace ryadom::control
