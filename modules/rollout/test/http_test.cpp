// Orders, adoptions and plans through the API: who may do what, and what is refused.
#include "modules/rollout/test/rollout_fixture.hpp"

namespace ryadom::rollout {
namespace {

using RolloutHttpTest = RolloutTest;

TEST_P(RolloutHttpTest, centre_chooses_for_itself_and_once) {
    const auto body = R"({"organisation":")" + suzun.id + R"(","practice":")" + practice + "\"}";
    EXPECT_EQ(director(iskitim).post("/api/v1/adoptions", body).status, 404);
    EXPECT_EQ(sign_in(Role::desk, suzun.number).post("/api/v1/adoptions", body).status, 403);
    EXPECT_EQ(director(suzun).post("/api/v1/adoptions", body).at("version"), "1.0.0");
    EXPECT_EQ(director(suzun).post("/api/v1/adoptions", body).code(), "rollout.chosen_already");
    const auto listed = director(iskitim).get("/api/v1/adoptions?organisation=" + suzun.id);
    EXPECT_EQ(listed.at("items/0/state/stage") + " " + listed.at("items/0/chosen_on"), "chosen 2026-01-12");
}

TEST_P(RolloutHttpTest, proposed_plan_holds_every_open_gap_and_step_and_takes_edits) {
    const auto adoption = adopt(suzun);
    const auto whole = director(suzun).get("/api/v1/adoptions/" + adoption + "/plan");
    ASSERT_EQ(whole.status, 200) << whole.text;
    // Whom the step hires is the need: one line, with the step's name, owner and day.
    EXPECT_EQ(whole.at("items/0/need") + " " + whole.at("items/0/step"), "guide Принять");
    EXPECT_EQ(whole.at("items/0/due"), "2026-01-26") << "ten days after the step before it is a Sunday";
    EXPECT_EQ(whole.at("items/0/owner"), "Проводник");
    EXPECT_EQ(whole.at("items/4/need") + whole.at("items/4/step"), "decide");
    EXPECT_EQ(whole.at("items/5"), "");
    hire(suzun);
    const auto proposal = director(suzun).get("/api/v1/adoptions/" + adoption + "/plan");
    // The worker is there: what is left are the room, the sticks, the order and one step.
    EXPECT_EQ(proposal.at("items/0/need") + proposal.at("items/1/need") + proposal.at("items/2/need"), "hallsticksorder");
    EXPECT_EQ(proposal.at("items/0/due"), "2026-02-23") << "in forty days it is a Saturday";
    EXPECT_EQ(proposal.at("items/3/due"), "2026-01-15");
    EXPECT_EQ(proposal.at("items/3/owner"), "Директор");
    EXPECT_EQ(proposal.at("items/4"), "");
    EXPECT_THAT(confirm(suzun, adoption, R"([{"kind":"room","need":"none","owner":"Завхоз","due":"2026-02-01"}])").errors(),
                ::testing::ElementsAre("/lines/0/need rollout.not_proposed"));
    EXPECT_EQ(confirm(suzun, adoption, R"([{"kind":"room","need":"hall","owner":"Завхоз","due":"2026-02-01"}])").status, 200);
    EXPECT_EQ(confirm(suzun, adoption).code(), "rollout.plan_confirmed");
    const auto view = director(suzun).get("/api/v1/adoptions/" + adoption);
    EXPECT_EQ(view.at("lines/0/owner") + " " + view.at("lines/0/due"), "Завхоз 2026-02-01");
    EXPECT_EQ(view.at("lines/0/closes_by"), "register");
    EXPECT_EQ(view.at("needs/0/missing"), "0");
    EXPECT_EQ(view.at("needs/1/missing"), "1");
}

TEST_P(RolloutHttpTest, plan_of_another_centre_is_absent) {
    const auto adoption = adopt(suzun);
    ASSERT_EQ(confirm(suzun, adoption).status, 200);
    const auto order_line = line(suzun, adoption, "order");
    const auto other = director(iskitim);
    EXPECT_EQ(other.get("/api/v1/adoptions/" + adoption).status, 404);
    EXPECT_EQ(other.get("/api/v1/adoptions/" + adoption + "/plan").status, 404);
    EXPECT_EQ(other.post("/api/v1/adoptions/" + adoption + "/stop", R"({"reason":"Так"})").status, 404);
    EXPECT_EQ(other.put("/api/v1/plan-lines/" + order_line, R"({"owner":"Я","due":"2026-02-01"})", "\"1\"").status, 404);
    EXPECT_EQ(other.post("/api/v1/plan-lines/" + order_line + "/close", "{}").status, 404);
    EXPECT_EQ(other.post("/api/v1/plan-lines/" + order_line + "/reopen", R"({"reason":"Так"})").status, 404);
    EXPECT_EQ(other.post("/api/v1/plan-lines/" + order_line + "/proof?name=a.pdf", "x", {{"Content-Type", "application/pdf"}}).status, 404);
    EXPECT_EQ(other.get("/api/v1/plan-lines/" + order_line + "/proof").status, 404);
    EXPECT_EQ(other.put("/api/v1/adoptions/" + adoption + "/adaptations", R"({"items":[]})", "\"1\"").status, 404);
    EXPECT_EQ(other.get("/api/v1/my-centre?organisation=" + suzun.id).status, 404);
}

TEST_P(RolloutHttpTest, document_closes_by_its_proof_and_a_gap_of_the_register_by_the_register) {
    const auto adoption = adopt(suzun);
    ASSERT_EQ(confirm(suzun, adoption).status, 200);
    const auto hall = line(suzun, adoption, "hall");
    EXPECT_EQ(close(suzun, hall).code(), "rollout.closes_through_register");
    const auto order_line = line(suzun, adoption, "order");
    EXPECT_EQ(close(suzun, order_line).code(), "rollout.proof_wanted");
    const auto closed = prove(suzun, order_line);
    EXPECT_EQ(closed.at("closed_on"), "2026-01-12");
    EXPECT_EQ(director(suzun).get("/api/v1/plan-lines/" + order_line + "/proof").text, "%PDF-1.4 order");
    EXPECT_EQ(close(suzun, order_line).code(), "rollout.line_not_open");
    furnish(suzun);
    const auto view = director(suzun).get("/api/v1/adoptions/" + adoption);
    for (int i = 0; !view.at("lines/" + std::to_string(i)).empty(); ++i) {
        const auto at = "lines/" + std::to_string(i) + "/";
        if (view.at(at + "id") == hall) {
            EXPECT_EQ(view.at(at + "closed_on"), "2026-01-12");
        }
    }
}

TEST_P(RolloutHttpTest, room_that_is_gone_opens_a_new_line_and_a_question) {
    const auto adoption = adopt(suzun);
    hire(suzun);
    const auto room = furnish(suzun);
    ASSERT_EQ(confirm(suzun, adoption).status, 200);
    ASSERT_EQ(prove(suzun, line(suzun, adoption, "order")).status, 200);
    ASSERT_EQ(close(suzun, line(suzun, adoption, "decide")).status, 200);
    EXPECT_EQ(stage(suzun), "ready 2026-01-12");
    on("2026-02-02");
    EXPECT_EQ(director(suzun).remove("/api/v1/rooms/" + room).status, 204);
    EXPECT_NE(line(suzun, adoption, "hall"), "");
    EXPECT_EQ(stage(suzun), "ready 2026-01-12");
    EXPECT_EQ(cell(suzun).at("state/flags/gap_reopened"), "2026-02-02");
}

TEST_P(RolloutHttpTest, branch_that_furnishes_a_room_closes_the_line_of_its_centre) {
    const auto branch = add("branch", "branch", suzun.id);
    const auto adoption = adopt(suzun);
    ASSERT_EQ(confirm(suzun, adoption).status, 200);
    furnish(branch);
    std::string missing = "1";
    std::string closed;
    for (int i = 0; i < 100 && closed.empty(); ++i) {
        const auto view = director(suzun).get("/api/v1/adoptions/" + adoption);
        missing = view.at("needs/1/missing");
        for (int k = 0; !view.at("lines/" + std::to_string(k)).empty(); ++k)
            if (view.at("lines/" + std::to_string(k) + "/need") == "hall") closed = view.at("lines/" + std::to_string(k) + "/closed_on");
        if (closed.empty()) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    EXPECT_EQ(missing, "0");
    EXPECT_EQ(closed, "2026-01-12");
}

TEST_P(RolloutHttpTest, plan_that_cannot_be_read_holds_up_no_other) {
    const auto branch = add("branch", "branch", suzun.id);
    const auto broken_branch = add("broken", "branch", iskitim.id);
    ASSERT_EQ(confirm(suzun, adopt(suzun)).status, 200);
    ASSERT_EQ(confirm(iskitim, adopt(iskitim)).status, 200);
    install("1.1.0", 2, {});
    ASSERT_TRUE(database().write_now(db::Caller::system(), [centre = iskitim.number](db::Tx& tx) {
        tx.run("update practices_version set document = '{' where version = '1.1.0'");
        tx.run("update rollout_adoption set version = (select number from practices_version where version = '1.1.0') where organisation = $1", centre);
    }));
    furnish(broken_branch);
    furnish(branch);
    const auto closed = [&] {
        return in_system([&](db::Tx& tx) {
            return tx.value<Date>("select closed_on from v_rollout_plan_line where organisation = $1 and need = 'hall' and closed_on is not null", suzun.number);
        });
    };
    for (int i = 0; i < 200 && !(closed() && rechecks->fault()); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    EXPECT_EQ(closed(), parse_date("2026-01-12"));
    EXPECT_TRUE(rechecks->fault());
    const auto left = in_system([](db::Tx& tx) { return *tx.value<std::int64_t>("select organisation from v_rollout_recheck"); });
    EXPECT_EQ(left, iskitim.number) << "and stands until it can be done";
}

TEST_P(RolloutHttpTest, line_that_opens_again_is_a_new_one) {
    const auto adoption = adopt(suzun);
    ASSERT_EQ(confirm(suzun, adoption).status, 200);
    const auto decide = line(suzun, adoption, "decide");
    EXPECT_EQ(director(suzun).post("/api/v1/plan-lines/" + decide + "/reopen", R"({"reason":"Ошибка"})").code(), "rollout.line_open");
    ASSERT_EQ(close(suzun, decide).status, 200);
    const auto again = director(suzun).post("/api/v1/plan-lines/" + decide + "/reopen", R"({"reason":"Ошибка"})");
    ASSERT_EQ(again.status, 200) << again.text;
    EXPECT_NE(again.at("id"), decide);
    EXPECT_EQ(again.at("note"), "Ошибка");
}

TEST_P(RolloutHttpTest, line_moves_with_its_revision_and_a_past_day_keeps_the_old_day) {
    order("2026-03-31", {suzun});
    const auto adoption = adopt(suzun);
    ASSERT_EQ(confirm(suzun, adoption).status, 200);
    const auto hall = line(suzun, adoption, "hall");
    on("2026-01-20");
    const auto path = "/api/v1/plan-lines/" + hall;
    EXPECT_EQ(director(suzun).put(path, R"({"owner":"Завхоз","due":"2026-05-30"})", "\"7\"").status, 412);
    const auto moved = director(suzun).put(path, R"({"owner":"Завхоз","due":"2026-05-30"})", "\"1\"");
    EXPECT_EQ(moved.header("etag"), "\"2\"");
    EXPECT_EQ(cell(suzun).at("forecast/ready"), "2026-05-30");
    EXPECT_EQ(cell(suzun).at("state/sign"), "late_forecast");
    EXPECT_EQ(cell(suzun, "&day=2026-01-19").at("forecast/ready"), "2026-02-23");
}

TEST_P(RolloutHttpTest, stopped_practice_stays_ordered_and_may_go_on_later) {
    order("2026-04-30", {suzun});
    const auto adoption = adopt(suzun);
    on("2026-01-15");
    EXPECT_EQ(director(suzun).post("/api/v1/adoptions/" + adoption + "/stop", R"({"reason":""})").status, 422);
    const auto stopped = director(suzun).post("/api/v1/adoptions/" + adoption + "/stop", R"({"reason":"Нет людей"})");
    EXPECT_EQ(stopped.at("stopped_on") + stopped.at("stop_reason"), "2026-01-15Нет людей");
    EXPECT_EQ(stage(suzun), "stopped 2026-01-15");
    EXPECT_EQ(cell(suzun).at("state/sign"), "late_forecast");
    EXPECT_EQ(cell(suzun).at("reason/text"), "Остановлено центром 15.01.2026, поручено к 30.04.2026. Причина: Нет людей");
    EXPECT_EQ(director(iskitim).get("/api/v1/matrix/cell?organisation=" + suzun.id + "&practice=" + practice).at("reason/text"),
              "Остановлено центром 15.01.2026, поручено к 30.04.2026");
    EXPECT_EQ(director(suzun).get("/api/v1/my-centre").at("next/0/code"), "rollout.next.resume");
    EXPECT_EQ(confirm(suzun, adoption).code(), "rollout.is_stopped");
    on("2026-02-01");
    EXPECT_EQ(adopt(suzun), adoption);
    EXPECT_EQ(stage(suzun), "chosen 2026-01-12");
    EXPECT_EQ(stage(suzun, "&day=2026-01-20"), "stopped 2026-01-15");
}

TEST_P(RolloutHttpTest, plan_line_is_not_due_before_today) {
    const auto adoption = adopt(suzun);
    EXPECT_THAT(confirm(suzun, adoption, R"([{"kind":"room","need":"hall","owner":"Завхоз","due":"2026-01-11"}])").errors(),
                ::testing::ElementsAre("/lines/0/due rollout.past_day"));
    ASSERT_EQ(confirm(suzun, adoption).status, 200);
    on("2026-01-20");
    const auto path = "/api/v1/plan-lines/" + line(suzun, adoption, "decide");  // due on the 15th
    EXPECT_THAT(director(suzun).put(path, R"({"owner":"Завхоз","due":"2026-01-19"})", "\"1\"").errors(), ::testing::ElementsAre("/due rollout.past_day"));
    EXPECT_EQ(director(suzun).put(path, R"({"owner":"Завхоз","due":"2026-01-15"})", "\"1\"").status, 200) << "the owner may change without the day";
    EXPECT_EQ(director(suzun).put(path, R"({"owner":"Завхоз","due":"2026-01-20"})", "\"2\"").status, 200);
}

TEST_P(RolloutHttpTest, proof_is_a_paper_or_a_picture) {
    const auto adoption = adopt(suzun);
    ASSERT_EQ(confirm(suzun, adoption).status, 200);
    const auto path = "/api/v1/plan-lines/" + line(suzun, adoption, "order") + "/proof?name=";
    const auto send = [&](const std::string& name, const std::string& bytes) {
        return director(suzun).post(path + name, bytes, {{"Content-Type", "application/octet-stream"}});
    };
    EXPECT_EQ(send("run.exe", "MZ run").code(), "rollout.proof_kind");
    EXPECT_EQ(send("order.pdf", "MZ run").code(), "rollout.proof_kind");
    EXPECT_EQ(send("order.xlsx", "PK\x03\x04 xl/workbook.xml").status, 200);
}

TEST_P(RolloutHttpTest, forecast_before_the_plan_is_confirmed_leaves_time_for_its_steps) {
    install("1.1.0", 2, {.days_of_decision = 90});
    order("2026-04-30", {suzun});
    adopt(suzun);
    // The package's lag to ready is 40 days, its first step takes 90.
    EXPECT_EQ(cell(suzun).at("forecast/ready"), "2026-04-13");
}

TEST_P(RolloutHttpTest, nobody_moves_to_a_withdrawn_version) {
    const auto adoption = "/api/v1/adoptions/" + make_ready(suzun);
    install("1.1.0", 2, {.at_least = 1});
    const auto version = in_system([](db::Tx& tx) { return to_string(practices::latest_version(tx, practices::find_practice(tx, "org.example.walks")->number)->id); });
    ASSERT_TRUE(database().write_now(db::Caller::system(), [](db::Tx& tx) {
        tx.run("update practices_version set state = 'withdrawn', withdrawn_reason = 'x' where version = '1.1.0'");
    }));
    EXPECT_EQ(director(suzun).get(adoption + "/merge?version=" + version).code(), "rollout.withdrawn_version");
    EXPECT_EQ(director(suzun).post(adoption + "/version", R"({"version":")" + version + "\"}").code(), "rollout.withdrawn_version");
}

TEST_P(RolloutHttpTest, newer_version_is_taken_when_the_centre_says_so) {
    const auto adoption = make_ready(suzun);
    install("1.1.0", 2, {.at_least = 1});
    const auto view = director(suzun).get("/api/v1/adoptions/" + adoption);
    EXPECT_EQ(view.at("newer_version"), "1.1.0");
    on("2026-02-02");
    const auto version = in_system([](db::Tx& tx) { return to_string(practices::latest_version(tx, practices::find_practice(tx, "org.example.walks")->number)->id); });
    const auto path = "/api/v1/adoptions/" + adoption + "/version";
    const auto merge = director(suzun).get("/api/v1/adoptions/" + adoption + "/merge?version=" + version);
    EXPECT_EQ(merge.at("to"), "1.1.0");
    EXPECT_EQ(merge.at("items/0/key"), "floor_changed/floor");
    EXPECT_EQ(merge.at("items/0/asks"), "note");
    EXPECT_EQ(director(iskitim).get("/api/v1/adoptions/" + adoption + "/merge?version=" + version).status, 404);
    EXPECT_EQ(director(suzun).post(path, R"({"version":")" + version + "\"}").code(), "rollout.undecided");
    const auto decided = R"({"version":")" + version + R"(","decisions":[{"item":"floor_changed/floor","choice":"noted"}]})";
    EXPECT_EQ(director(suzun).post(path, decided).at("version"), "1.1.0");
    EXPECT_EQ(director(suzun).post(path, R"({"version":")" + version + "\"}").code(), "rollout.same_version");
    facts(suzun, "2026-02-02", 1);
    EXPECT_EQ(cell(suzun).at("periods/0/floor"), "1");
    EXPECT_EQ(stage(suzun), "delivering 2026-02-02");
}

TEST_P(RolloutHttpTest, adoption_of_a_practice_that_was_withdrawn_can_still_be_stopped) {
    const auto adoption = adopt(suzun);
    ASSERT_TRUE(database().write_now(db::Caller::system(), [](db::Tx& tx) { tx.run("update practices_practice set listed = null"); }));
    const auto stopped = director(suzun).post("/api/v1/adoptions/" + adoption + "/stop", R"({"reason":"Отозвана"})");
    EXPECT_EQ(stopped.status, 200) << stopped.text;
    EXPECT_EQ(stopped.at("practice/title"), "Прогулки");
}

TEST_P(RolloutHttpTest, adaptation_names_an_adaptable_component) {
    const auto adoption = adopt(suzun);
    const auto path = "/api/v1/adoptions/" + adoption + "/adaptations";
    EXPECT_THAT(director(suzun).put(path, R"({"items":[{"component":"together","text":"Порознь"}]})", "\"1\"").errors(),
                ::testing::ElementsAre("/items/0/component rollout.not_adaptable"));
    EXPECT_EQ(director(suzun).put(path, R"({"items":[{"component":"route","text":"По парку"}]})", "\"1\"").header("etag"), "\"2\"");
    EXPECT_EQ(director(suzun).get("/api/v1/adoptions/" + adoption).at("adaptable/0/text"), "По парку");
}

TEST_P(RolloutHttpTest, directors_first_page_says_what_to_do_next) {
    order("2026-04-30", {suzun});
    auto page = director(suzun).get("/api/v1/my-centre");
    EXPECT_EQ(page.at("asked/0/state/deadline"), "2026-04-30");
    EXPECT_EQ(page.at("next/0/code"), "rollout.next.choose");
    const auto adoption = adopt(suzun);
    EXPECT_EQ(director(suzun).get("/api/v1/my-centre").at("next/0/code"), "rollout.next.plan");
    ASSERT_EQ(confirm(suzun, adoption).status, 200);
    page = director(suzun).get("/api/v1/my-centre");
    EXPECT_EQ(page.at("next/0/code"), "rollout.next.close_line");
    EXPECT_EQ(page.at("next/0/due"), "2026-01-15");
    EXPECT_EQ(page.at("next/1/code"), "rollout.next.register_line");
    EXPECT_THAT(coordinator().get("/api/v1/my-centre").errors(), ::testing::ElementsAre("/organisation core.required"));
    EXPECT_EQ(coordinator().get("/api/v1/my-centre?organisation=" + suzun.id).at("organisation/title"), "suzun");
}

TEST_P(RolloutHttpTest, attention_names_what_is_overdue) {
    order("2026-01-20", {suzun});
    EXPECT_EQ(coordinator().get("/api/v1/attention").at("items/0/sign"), "late_forecast");
    on("2026-01-25");
    const auto list = coordinator().get("/api/v1/attention");
    EXPECT_EQ(list.at("items/0/sign") + list.at("items/0/since"), "overdue2026-01-21");
    EXPECT_EQ(list.at("items/0/said/text"), "Просрочено на 5 дней");
    EXPECT_EQ(director(suzun).get("/api/v1/attention").status, 403);
}

TEST_P(RolloutHttpTest, coordinator_sees_who_could_start_tomorrow) {
    hire(suzun);
    furnish(suzun);
    const auto path = "/api/v1/practices/" + practice + "/who-could-start";
    const auto list = coordinator().get(path);
    ASSERT_EQ(list.status, 200) << list.text;
    EXPECT_EQ(list.at("items/0/organisation/title") + list.at("items/0/ready"), "suzuntrue");
    EXPECT_EQ(list.at("items/0/papers"), "1");
    EXPECT_EQ(list.at("items/0/cost_kopecks"), "2000000");
    EXPECT_EQ(list.at("items/1/ready"), "false");
    EXPECT_EQ(list.at("items/1/gaps/0/missing/text"), "Не хватает 0,5 ставки");
    EXPECT_EQ(director(suzun).get(path).status, 404);
}

TEST_P(RolloutHttpTest, has_every_message_in_three_languages) { EXPECT_THAT(catalogue_gaps(), ::testing::IsEmpty()); }

RYADOM_BOTH_ENGINES(RolloutHttpTest);

}  // namespace
}  // namespace ryadom::rollout
