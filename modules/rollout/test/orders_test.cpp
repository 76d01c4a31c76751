// Orders through the API: what is refused, what a signed one still takes, and how far its centres are.
#include "modules/rollout/test/rollout_fixture.hpp"

namespace ryadom::rollout {
namespace {

using OrdersTest = RolloutTest;

TEST_P(OrdersTest, signed_order_changes_only_by_moved_deadlines_and_exemptions_with_their_history) {
    const auto campaign = order("2026-04-30", {suzun});
    const auto client = coordinator();
    const auto path = "/api/v1/campaigns/" + campaign;
    EXPECT_EQ(client.put(path, R"({"number":"18","title":"Иное","text":""})", "\"2\"").code(), "rollout.signed_already");
    EXPECT_EQ(client.remove(path).code(), "rollout.signed_already");
    const auto assignment = client.get(path + "/assignments").at("items/0/id");
    EXPECT_EQ(client.remove("/api/v1/assignments/" + assignment).code(), "rollout.signed_already");
    on("2026-02-02");
    const auto later = coordinator();
    EXPECT_EQ(later.post("/api/v1/assignments/" + assignment + "/deadline", R"({"deadline":"2026-06-30","reason":""})").status, 422);
    const auto moved = later.post("/api/v1/assignments/" + assignment + "/deadline", R"({"deadline":"2026-06-30","reason":"Ремонт зала"})");
    EXPECT_EQ(moved.at("deadline"), "2026-06-30");
    EXPECT_EQ(cell(suzun).at("state/deadline"), "2026-06-30");
    EXPECT_EQ(cell(suzun, "&day=2026-02-01").at("state/deadline"), "2026-04-30");
    EXPECT_EQ(later.post("/api/v1/assignments/" + assignment + "/exempt", R"({"reason":"Центр закрыт"})").at("exempt_reason"), "Центр закрыт");
    EXPECT_EQ(cell(suzun).at("state/sign"), "none");
    EXPECT_EQ(later.post("/api/v1/assignments/" + assignment + "/exempt", R"({"reason":"Ещё раз"})").code(), "rollout.exempt_already");
    EXPECT_EQ(later.post("/api/v1/assignments/" + assignment + "/oblige", R"({"reason":"Открылся"})").status, 200);
    const auto history = later.get("/api/v1/assignments/" + assignment + "/changes");
    EXPECT_EQ(history.at("items/0/kind"), "signed");
    EXPECT_EQ(history.at("items/1/deadline_before") + history.at("items/1/deadline"), "2026-04-302026-06-30");
    EXPECT_EQ(history.at("items/1/by"), "Проверкина Анна");
    EXPECT_EQ(history.at("items/3/kind"), "obliged");
}

TEST_P(OrdersTest, draft_is_seen_by_those_who_order_and_refused_empty) {
    const auto client = coordinator();
    const auto made = client.post("/api/v1/campaigns", R"({"number":"1","title":"О практиках","text":"Текст"})");
    ASSERT_EQ(made.status, 201) << made.text;
    const auto path = "/api/v1/campaigns/" + made.at("id");
    EXPECT_EQ(made.at("state"), "draft");
    EXPECT_EQ(client.put(path, R"({"number":"2","title":"О практиках","text":""})", "\"1\"").at("number"), "2");
    EXPECT_EQ(client.post(path + "/sign", "{}").code(), "rollout.nothing_assigned");
    EXPECT_EQ(director(suzun).get(path).status, 404);
    EXPECT_EQ(director(suzun).get("/api/v1/campaigns").at("items"), "[]");
    EXPECT_EQ(director(suzun).post("/api/v1/campaigns", R"({"number":"1","title":"О","text":""})").status, 403);
    EXPECT_EQ(client.remove(path).status, 204);
    EXPECT_EQ(client.get("/api/v1/campaigns").at("items"), "[]");
}

TEST_P(OrdersTest, assignment_leaves_a_draft_again) {
    const auto client = coordinator();
    const auto path = "/api/v1/campaigns/" + client.post("/api/v1/campaigns", R"({"number":"1","title":"О практиках","text":""})").at("id");
    const auto made = client.post(path + "/assignments", R"({"practices":[")" + practice + R"("],"organisations":[")" + suzun.id +
                                                             R"("],"wave":1,"deadline":"2026-04-30"})");
    ASSERT_EQ(made.status, 200) << made.text;
    EXPECT_EQ(client.get(path).at("state"), "draft");
    EXPECT_EQ(client.remove("/api/v1/assignments/" + made.at("items/0/id")).status, 204);
    EXPECT_EQ(client.get(path + "/assignments").at("items"), "[]");
}

TEST_P(OrdersTest, assignment_names_what_is_unknown_by_its_place) {
    const auto client = coordinator();
    const auto campaign = client.post("/api/v1/campaigns", R"({"number":"1","title":"О практиках","text":""})").at("id");
    const auto answer = client.post("/api/v1/campaigns/" + campaign + "/assignments",
                                    R"({"practices":[")" + practice + R"("],"organisations":[")" + practice + R"("],"wave":1,"deadline":"2026-04-30"})");
    EXPECT_THAT(answer.errors(), ::testing::ElementsAre("/organisations/0 core.absent"));
}

TEST_P(OrdersTest, assignment_in_bulk_has_a_limit_and_a_target_that_can_be_reached) {
    const auto client = coordinator();
    const auto path = "/api/v1/campaigns/" + client.post("/api/v1/campaigns", R"({"number":"1","title":"О практиках","text":""})").at("id") + "/assignments";
    const auto many = [](const std::string& id, int count) {
        std::string out = "\"" + id + "\"";
        for (int i = 1; i < count; ++i) out += ",\"" + id + "\"";
        return out;
    };
    const auto body = [&](int organisations, const std::string& target) {
        return R"({"practices":[)" + many(practice, 3) + R"(],"organisations":[)" + many(suzun.id, organisations) +
               R"(],"wave":1,"deadline":"2026-04-30","target":")" + target + "\"}";
    };
    EXPECT_THAT(client.post(path, body(400, "sustained")).errors(), ::testing::ElementsAre("/organisations rollout.too_many_pairs"));
    EXPECT_THAT(client.post(path, body(1, "stopped")).errors(), ::testing::ElementsAre("/target rollout.no_target"));
    EXPECT_EQ(client.post(path, body(2, "sustained")).at("items/0/target"), "sustained");
}

TEST_P(OrdersTest, only_an_exemption_takes_what_a_centre_stopped_out_of_the_count) {
    const auto campaign = order("2026-01-20", {suzun, iskitim});
    const auto adoption = adopt(suzun);
    on("2026-01-15");
    ASSERT_EQ(director(suzun).post("/api/v1/adoptions/" + adoption + "/stop", R"({"reason":"Нет людей"})").status, 200);
    auto list = coordinator().get("/api/v1/attention");
    EXPECT_EQ(list.at("items/0/said/text"), "Центр остановил порученное 15.01.2026, срок — 20.01.2026");
    on("2026-01-25");
    EXPECT_EQ(cell(suzun).at("state/sign") + cell(suzun).at("state/days_late"), "overdue5");
    const auto before = coordinator().get("/api/v1/matrix");
    EXPECT_EQ(before.at("total/signs/overdue") + before.at("total/stages/stopped"), "21");
    list = coordinator().get("/api/v1/attention");
    EXPECT_EQ(list.at("items/1/said/code") + " " + list.at("items/1/since") + " " + list.at("items/1/sign"), "rollout.attention.stopped 2026-01-15 overdue");
    const auto assignments = coordinator().get("/api/v1/campaigns/" + campaign + "/assignments");
    const auto of = [&](int i) { return assignments.at("items/" + std::to_string(i) + "/organisation") == suzun.id; };
    const auto assignment = assignments.at(std::string("items/") + (of(0) ? "0" : "1") + "/id");
    ASSERT_EQ(coordinator().post("/api/v1/assignments/" + assignment + "/exempt", R"({"reason":"Закрыт на ремонт"})").status, 200);
    EXPECT_EQ(cell(suzun).at("state/sign"), "none");
    EXPECT_EQ(coordinator().get("/api/v1/attention").at("items/1"), "");
}

TEST_P(OrdersTest, order_counts_a_centre_that_had_stopped_the_practice_before) {
    const auto adoption = adopt(suzun);
    ASSERT_EQ(director(suzun).post("/api/v1/adoptions/" + adoption + "/stop", R"({"reason":"Нет людей"})").status, 200);
    EXPECT_EQ(cell(suzun).at("state/sign"), "none");
    on("2026-02-02");
    const auto campaign = order("2026-04-30", {suzun});
    EXPECT_EQ(cell(suzun).at("state/sign") + " " + cell(suzun).at("state/deadline"), "late_forecast 2026-04-30");
    EXPECT_EQ(coordinator().get("/api/v1/campaigns/" + campaign).at("progress/assigned"), "1");
    EXPECT_EQ(coordinator().get("/api/v1/attention").at("items/0/since"), "2026-02-02") << "the order made it a trouble";
}

TEST_P(OrdersTest, order_says_how_far_its_centres_are) {
    const auto third = add("third", "centre", region.id);
    const auto campaign = order("2026-01-20", {suzun, iskitim, third});
    const auto path = "/api/v1/campaigns/" + campaign;
    make_ready(suzun);
    facts(suzun, "2026-01-12", 3);
    on("2026-01-25");
    const auto client = coordinator();
    const auto rows = client.get(path + "/progress");
    ASSERT_EQ(rows.status, 200) << rows.text;
    std::map<std::string, std::string> said;
    for (int i = 0; i < 3; ++i) {
        const auto at = "items/" + std::to_string(i) + "/";
        said[rows.at(at + "assignment")] = rows.at(at + "state/stage") + " " + rows.at(at + "state/sign") + " " + rows.at(at + "state/days_late");
    }
    const auto list = client.get(path + "/assignments");
    for (int i = 0; i < 3; ++i) {
        const auto at = "items/" + std::to_string(i) + "/";
        const auto expected = list.at(at + "organisation") == suzun.id ? "delivering reached 0" : "assigned overdue 5";
        EXPECT_EQ(said[list.at(at + "id")], expected);
        if (list.at(at + "organisation") == third.id) {
            ASSERT_EQ(client.post("/api/v1/assignments/" + list.at(at + "id") + "/exempt", R"({"reason":"Ремонт"})").status, 200);
        }
    }
    const auto listed = director(iskitim).get("/api/v1/campaigns");
    EXPECT_EQ(listed.at("items/0/progress"), R"({"assigned":2,"reached":1,"overdue":1,"lapsed":0,"exempt":1})");
    const auto draft = client.post("/api/v1/campaigns", R"({"number":"18","title":"О практиках","text":""})").at("id");
    EXPECT_EQ(client.get("/api/v1/campaigns/" + draft + "/progress").at("items"), "[]");
    EXPECT_EQ(client.get("/api/v1/campaigns/" + draft).at("progress"), "");
    EXPECT_EQ(director(iskitim).get("/api/v1/campaigns/" + draft + "/progress").status, 404);
}

TEST_P(OrdersTest, order_is_judged_by_its_own_deadline_when_a_newer_one_speaks_for_the_cell) {
    const auto first = order("2026-01-20", {suzun});
    on("2026-01-25");
    const auto client = coordinator();
    const auto second = client.post("/api/v1/campaigns", R"({"number":"18-п","title":"О прогулках","text":""})").at("id");
    client.post("/api/v1/campaigns/" + second + "/assignments", R"({"practices":[")" + practice + R"("],"organisations":[")" + suzun.id +
                                                                    R"("],"wave":1,"deadline":"2026-12-31"})");
    ASSERT_EQ(client.post("/api/v1/campaigns/" + second + "/sign", "{}").status, 200);
    EXPECT_EQ(cell(suzun).at("state/deadline"), "2026-12-31");
    EXPECT_EQ(client.get("/api/v1/campaigns/" + first).at("progress/overdue"), "1");
    EXPECT_EQ(client.get("/api/v1/campaigns/" + second).at("progress/overdue"), "0");
}

TEST_P(OrdersTest, order_asks_for_nothing_before_its_own_day) {
    const auto client = coordinator();
    const auto path = "/api/v1/campaigns/" + client.post("/api/v1/campaigns", R"({"number":"1","title":"О практиках","text":"","signed_on":"2026-01-10"})").at("id");
    const auto assign = [&](const std::string& deadline) {
        return client.post(path + "/assignments", R"({"practices":[")" + practice + R"("],"organisations":[")" + suzun.id + R"("],"wave":2,"deadline":")" + deadline + "\"}");
    };
    EXPECT_THAT(assign("2026-01-09").errors(), ::testing::ElementsAre("/deadline rollout.deadline_before_order"));
    ASSERT_EQ(assign("2026-01-10").status, 200);
    const auto dated = [&](const std::string& day) { return client.put(path, R"({"number":"1","title":"О практиках","text":"","signed_on":")" + day + "\"}", "\"1\""); };
    EXPECT_THAT(dated("2026-01-11").errors(), ::testing::ElementsAre("/signed_on rollout.order_after_deadline"));
    EXPECT_THAT(client.post(path + "/sign", R"({"signed_on":"2026-01-12"})").errors(), ::testing::ElementsAre("/signed_on rollout.order_after_deadline"));
    ASSERT_EQ(client.post(path + "/sign", "{}").status, 200);
    const auto assignment = client.get(path + "/assignments").at("items/0/id");
    EXPECT_THAT(client.post("/api/v1/assignments/" + assignment + "/deadline", R"({"deadline":"2026-01-01","reason":"Так"})").errors(),
                ::testing::ElementsAre("/deadline rollout.deadline_before_order"));
}

TEST_P(OrdersTest, number_of_an_order_is_given_once_a_year) {
    order("2026-04-30", {suzun});  // 17-п of 2026
    const auto client = coordinator();
    const auto draft = [&](const std::string& number, const std::string& day) {
        return client.post("/api/v1/campaigns", R"({"number":")" + number + R"(","title":"О практиках","text":"","signed_on":")" + day + "\"}");
    };
    EXPECT_THAT(draft("17-п", "2026-01-10").errors(), ::testing::ElementsAre("/number rollout.number_taken"));
    EXPECT_THAT(client.post("/api/v1/campaigns", R"({"number":"17-п","title":"О практиках","text":""})").errors(),
                ::testing::ElementsAre("/number rollout.number_taken"));
    EXPECT_EQ(draft("17-п", "2025-12-30").status, 201);
    const auto other = draft("19-п", "2026-01-10");
    ASSERT_EQ(other.status, 201);
    const auto path = "/api/v1/campaigns/" + other.at("id");
    EXPECT_THAT(client.put(path, R"({"number":"17-п","title":"О практиках","text":""})", "\"1\"").errors(), ::testing::ElementsAre("/number rollout.number_taken"));
    EXPECT_EQ(client.put(path, R"({"number":"19-п","title":"Иначе","text":""})", "\"1\"").status, 200);
}

RYADOM_BOTH_ENGINES(OrdersTest);

}  // namespace
}  // namespace ryadom::rollout
