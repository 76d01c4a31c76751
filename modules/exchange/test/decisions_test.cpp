// Decisions and their answers; what is taken home, and what the figures say of it.
#include "modules/exchange/store.hpp"
#include "modules/exchange/test/exchange_fixture.hpp"

namespace ryadom::exchange {
namespace {

class ExchangeDecisionsTest : public ExchangeTest {
  protected:
    std::string decide(const std::string& event) {
        const auto made = director(host).post(event + "/decisions", R"({"text":"Открыть группу","owner":")" + agency.id + R"(","due":"2026-04-01","practice":")" +
                                                                        practice + R"(","organisation":")" + suzun.id + "\"}");
        EXPECT_EQ(made.status, 201) << made.text;
        return "/api/v1/exchange/decisions/" + made.at("id");
    }
    std::string link(const std::string& decision) {
        const auto given = director(host).post(decision + "/link", "{}");
        EXPECT_EQ(given.status, 200) << given.text;
        return given.at("token");
    }
    testing::Answer show(const std::string& token) { return visitor().post("/api/v1/exchange/answers/show", R"({"token":")" + token + "\"}"); }
    testing::Answer answer(const std::string& token, const std::string& done) {
        return visitor().post("/api/v1/exchange/answers",
                              R"({"token":")" + token + R"(","done":)" + done + R"(,"answer":"Группа открыта","answered_by":"Иванова, завуч"})");
    }
    testing::Answer first_decision(const std::string& event) { return coordinator().get(event); }
};

TEST_P(ExchangeDecisionsTest, agency_answers_once_by_a_link_and_sees_that_decision_only) {
    const auto event = announce();
    const auto token = link(decide(event));
    const auto shown = show(token);
    ASSERT_EQ(shown.status, 200) << shown.text;
    EXPECT_EQ(shown.at("text") + shown.at("owner") + shown.at("organisation") + shown.at("practice"), "Открыть группуschoolsuzunПрогулки");
    EXPECT_EQ(answer(token, "true").status, 204);
    EXPECT_EQ(answer(token, "true").code(), "exchange.link_used");
    EXPECT_EQ(show(token).status, 404);
    const auto view = first_decision(event);
    EXPECT_EQ(view.at("decisions/0/state") + view.at("decisions/0/answered_by"), "doneИванова, завуч");
    const auto kept = database().read_as(db::Caller::system(), [](db::Tx& tx) { return *tx.value<std::string>("select token_hash from v_exchange_link"); });
    EXPECT_NE(kept, token);
}

TEST_P(ExchangeDecisionsTest, answer_that_it_is_not_done_leaves_the_decision_open) {
    const auto event = announce();
    const auto token = link(decide(event));
    EXPECT_EQ(answer(token, "false").status, 204);
    EXPECT_EQ(first_decision(event).at("decisions/0/state") + first_decision(event).at("decisions/0/answer"), "openГруппа открыта");
    on("2026-04-02");
    EXPECT_EQ(first_decision(event).at("decisions/0/state"), "overdue");
}

TEST_P(ExchangeDecisionsTest, link_ends_when_it_is_revoked_replaced_or_thirty_days_old) {
    const auto event = announce();
    const auto decision = decide(event);
    const auto first = link(decision);
    const auto second = link(decision);
    EXPECT_EQ(show(first).status, 404);
    EXPECT_EQ(show(second).status, 200);
    EXPECT_EQ(director(iskitim).remove(decision + "/link").status, 404);
    EXPECT_EQ(director(host).remove(decision + "/link").status, 200);
    EXPECT_EQ(director(host).remove(decision + "/link").code(), "exchange.no_link");
    EXPECT_EQ(show(second).status, 404);
    const auto third = link(decision);
    on("2026-04-01");
    EXPECT_EQ(show(third).code(), "exchange.link_used");
    EXPECT_EQ(first_decision(event).at("decisions/0/link_until"), "");
}

TEST_P(ExchangeDecisionsTest, link_ends_when_something_else_is_asked_or_the_event_is_cancelled) {
    const auto event = announce();
    const auto decision = decide(event);
    const auto change = [&](const std::string& text, const std::string& revision) {
        return director(host).put(decision, R"({"text":")" + text + R"(","owner":")" + agency.id + R"(","due":"2026-04-01"})", "\"" + revision + "\"").status;
    };
    const auto first = link(decision);
    EXPECT_EQ(change("Открыть группу", "1"), 200);
    EXPECT_EQ(show(first).status, 200) << "the same is asked of the same by the same day";
    EXPECT_EQ(change("Открыть две группы", "2"), 200);
    EXPECT_EQ(show(first).code(), "exchange.link_used");
    const auto second = link(decision);
    ASSERT_EQ(coordinator().post(event + "/cancel", R"({"reason":"Карантин"})").status, 200);
    EXPECT_EQ(show(second).code(), "exchange.link_used");
    EXPECT_EQ(director(host).post(decision + "/link", "{}").code(), "exchange.not_in_this_state");
}

TEST_P(ExchangeDecisionsTest, guessing_links_is_slowed_down) {
    for (int i = 0; i < 4; ++i) EXPECT_EQ(show("nothing").status, 404);
    EXPECT_EQ(show("nothing").code(), "exchange.wait");
}

TEST_P(ExchangeDecisionsTest, decision_is_changed_done_and_dropped_by_its_host_and_done_by_its_owner) {
    const auto event = announce();
    const auto decision = decide(event);
    const auto text = R"({"text":"Открыть две группы","owner":")" + suzun.id + R"(","due":"2026-05-01"})";
    EXPECT_EQ(director(suzun).put(decision, text, "\"1\"").status, 404);
    EXPECT_EQ(director(host).put(decision, text, "\"1\"").at("text"), "Открыть две группы");
    EXPECT_EQ(director(iskitim).post(decision + "/done", R"({"answer":"Да"})").status, 404);
    EXPECT_EQ(director(suzun).post(decision + "/done", R"({"answer":"Да"})").at("state"), "done") << "it owns the decision now";
    EXPECT_EQ(director(host).post(decision + "/drop", R"({"reason":"Нет"})").code(), "exchange.decision_closed");
    const auto other = decide(event);
    EXPECT_EQ(director(host).post(other + "/drop", R"({"reason":"Не нужно"})").at("reason"), "Не нужно");
    EXPECT_THAT(director(host).post(event + "/decisions", R"({"text":"x","owner":")" + suzun.id + R"(","due":"2026-05-01","organisation":")" + suzun.id + "\"}").errors(),
                ::testing::ElementsAre("/practice exchange.cell_wants_practice"));
}

TEST_P(ExchangeDecisionsTest, guest_takes_home_what_it_saw_and_the_figures_say_so) {
    const auto event = announce();
    come(event, suzun, "suzun", 2);
    ASSERT_EQ(coordinator().post(event + "/hold", "{}").status, 200);
    const auto pick = [&](const Centre& centre) {
        return director(centre).post(event + "/picks", R"({"organisation":")" + centre.id + R"(","practice":")" + practice + "\"}");
    };
    EXPECT_EQ(pick(iskitim).code(), "exchange.was_not_there");
    const auto picked = pick(suzun);
    ASSERT_EQ(picked.status, 201) << picked.text;
    const auto path = "/api/v1/exchange/picks/" + picked.at("picks/0/id");
    EXPECT_EQ(director(iskitim).post(path + "/adopt", "{}").status, 404);
    EXPECT_EQ(coordinator().get(event + "/result").at("outcome"), R"({"attended":1,"could":1,"adopted":0,"started":0})");
    on("2026-04-02");
    const auto adopted = director(suzun).post(path + "/adopt", "{}");
    ASSERT_EQ(adopted.status, 200) << adopted.text;
    const auto adoption = director(suzun).get("/api/v1/adoptions?organisation=" + suzun.id);
    EXPECT_EQ(adopted.at("picks/0/adoption"), adoption.at("items/0/id"));
    EXPECT_EQ(director(suzun).remove(path).code(), "exchange.adopted_already");
    EXPECT_EQ(director(suzun).post(path + "/adopt", "{}").status, 200) << "what runs stays as it is";
    const auto result = coordinator().get(event + "/result");
    EXPECT_EQ(result.at("outcome/adopted") + result.at("steps/0/chosen_on") + result.at("until") + result.at("settled"), "12026-04-022026-06-08false");
    on("2026-07-01");
    EXPECT_EQ(coordinator().get(event + "/result").at("settled"), "true");
    const auto figures = coordinator().get("/api/v1/exchange/figures?year=2026");
    EXPECT_EQ(figures.at("events") + figures.at("outcome/adopted") + figures.at("hosts/0/host/title") + figures.at("hosts/0/outcome/adopted"), "11host1");
    EXPECT_EQ(coordinator().get("/api/v1/exchange/figures?year=2025").at("events"), "0");
}

TEST_P(ExchangeDecisionsTest, pick_is_taken_back_until_it_is_adopted) {
    const auto event = announce();
    come(event, suzun, "suzun");
    const auto picked = director(suzun).post(event + "/picks", R"({"organisation":")" + suzun.id + R"(","practice":")" + practice + "\"}");
    const auto path = "/api/v1/exchange/picks/" + picked.at("picks/0/id");
    EXPECT_EQ(director(iskitim).remove(path).status, 404);
    EXPECT_EQ(director(suzun).remove(path).status, 204);
    EXPECT_EQ(director(suzun).get(event).at("picks"), "[]");
}

TEST_P(ExchangeDecisionsTest, cancelled_event_says_why) {
    const auto event = announce();
    EXPECT_EQ(coordinator().post(event + "/cancel", R"({"reason":"Карантин"})").at("event/cancel_reason"), "Карантин");
    EXPECT_EQ(sign_up(event, suzun, 1).code(), "exchange.not_announced");
}

TEST_P(ExchangeDecisionsTest, planner_proposes_nobody_where_nobody_delivers) {
    const auto path = "/api/v1/exchange/planner?organisation=" + suzun.id + "&practice=" + practice;
    EXPECT_EQ(director(suzun).get(path).at("items"), "[]");
}

TEST_P(ExchangeDecisionsTest, districts_with_an_outline_have_a_place) {
    for (const std::string code : {"drawn", "bare"})
        ASSERT_EQ(coordinator().post("/api/v1/districts", R"({"code":")" + code + R"(","title":")" + code +
                                                              R"(","population":1,"elders":0,"road_km":0,"tile_row":0,"tile_column":0})").status, 201);
    ASSERT_TRUE(database().write_now(db::Caller::system(), [](db::Tx& tx) {
        tx.run("update network_district set outline = $1 where code = 'drawn'", R"({"type":"Polygon","coordinates":[[[80,50],[84,50],[84,52],[80,52],[80,50]]]})");
    }));
    const auto spots = database().read_as(db::Caller::system(), store::spots);
    ASSERT_EQ(spots.size(), 1U);
    EXPECT_EQ(spots.begin()->second, (Spot{82, 51}));
}

RYADOM_BOTH_ENGINES(ExchangeDecisionsTest);

}  // namespace
}  // namespace ryadom::exchange
