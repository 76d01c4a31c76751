// Events and delegations through the API: who may do what, who sees whom, and what is refused.
#include "modules/exchange/test/exchange_fixture.hpp"
#include "platform/files/test/pictures.hpp"

namespace ryadom::exchange {
namespace {

using ExchangeHttpTest = ExchangeTest;

TEST_P(ExchangeHttpTest, event_is_proposed_by_a_director_and_run_by_the_coordinator) {
    EXPECT_EQ(sign_in(Role::specialist, suzun.number).post("/api/v1/exchange/events", body()).status, 403);
    EXPECT_THAT(director(suzun).post("/api/v1/exchange/events", body("2026-02-10")).errors(), ::testing::ElementsAre("/ends_on exchange.past_day"));
    const auto made = director(suzun).post("/api/v1/exchange/events", body());
    ASSERT_EQ(made.status, 201) << made.text;
    EXPECT_EQ(made.at("event/state") + made.at("event/zone"), "proposedAsia/Novosibirsk");
    const auto path = "/api/v1/exchange/events/" + made.at("event/id");
    EXPECT_EQ(director(iskitim).put(path, body(), "\"1\"").status, 404) << "neither host nor proposer";
    EXPECT_EQ(director(host).put(path, body("2026-03-11"), "\"1\"").status, 200);
    EXPECT_EQ(director(host).put(path, body("2026-03-12"), "\"1\"").status, 412);
    EXPECT_EQ(director(host).post(path + "/announce", "{}").status, 404) << "the right is the coordinator's";
    EXPECT_EQ(coordinator().post(path + "/hold", "{}").code(), "exchange.not_in_this_state");
    EXPECT_EQ(coordinator().post(path + "/announce", "{}").at("event/state"), "announced");
    EXPECT_EQ(coordinator().post(path + "/hold", "{}").code(), "exchange.not_begun");
    on("2026-03-11");
    EXPECT_EQ(coordinator().post(path + "/hold", "{}").status, 200);
    EXPECT_EQ(coordinator().post(path + "/close", "{}").code(), "exchange.protocol_wanted");
    const auto revision = director(host).get(path).at("event/revision");
    EXPECT_EQ(director(host).put(path + "/protocol", R"({"text":"Решили."})", "\"" + revision + "\"").at("protocol"), "Решили.");
    EXPECT_EQ(coordinator().post(path + "/close", "{}").at("event/state"), "closed");
    EXPECT_EQ(director(host).put(path, body(), "\"9\"").code(), "exchange.not_in_this_state");
}

TEST_P(ExchangeHttpTest, lists_go_by_days_and_page_by_page) {
    for (const auto* day : {"2026-03-10", "2026-03-10", "2026-04-01"}) ASSERT_EQ(director(host).post("/api/v1/exchange/events", body(day)).status, 201);
    auto page = coordinator().get("/api/v1/exchange/events?limit=2");
    EXPECT_EQ(page.at("items/0/event/starts_on") + page.at("items/1/event/starts_on"), "2026-03-102026-03-10");
    page = coordinator().get("/api/v1/exchange/events?limit=2&cursor=" + page.at("next"));
    EXPECT_EQ(page.at("items/0/event/starts_on") + page.at("items/1"), "2026-04-01");
    on("2026-05-01");
    page = coordinator().get("/api/v1/exchange/events?when=past&limit=2");
    EXPECT_EQ(page.at("items/0/event/starts_on") + page.at("items/1/event/starts_on"), "2026-04-012026-03-10");
    page = coordinator().get("/api/v1/exchange/events?when=past&limit=2&cursor=" + page.at("next"));
    EXPECT_EQ(page.at("items/0/event/starts_on") + page.at("items/1"), "2026-03-10");
    EXPECT_EQ(coordinator().get("/api/v1/exchange/events?cursor=soon").status, 422);
}

TEST_P(ExchangeHttpTest, delegation_without_room_waits_until_somebody_withdraws) {
    const auto event = announce(4);
    EXPECT_EQ(director(iskitim).post(event + "/delegations", R"({"organisation":")" + suzun.id + R"(","delegates":[)" + people(1) + "]}").status, 404);
    ASSERT_EQ(sign_up(event, suzun, 3).status, 201);
    EXPECT_EQ(sign_up(event, suzun, 1).code(), "exchange.signed_up_already");
    ASSERT_EQ(sign_up(event, iskitim, 2).status, 201);
    const auto first = delegation_path(event, "suzun");
    const auto second = delegation_path(event, "iskitim");
    EXPECT_EQ(sign_in(Role::specialist, suzun.number).post(first + "/approve", "{}").status, 404);
    EXPECT_EQ(director(iskitim).post(first + "/approve", "{}").status, 404);
    EXPECT_EQ(delegation(director(suzun).post(first + "/approve", "{}"), "suzun", "state"), "approved");
    EXPECT_EQ(delegation(director(iskitim).post(second + "/approve", "{}"), "iskitim", "state"), "waiting");
    EXPECT_EQ(director(iskitim).post(second + "/approve", "{}").code(), "exchange.nothing_to_approve");
    const auto left = director(suzun).post(first + "/withdraw", "{}");
    EXPECT_EQ(delegation(left, "iskitim", "state"), "approved");
    EXPECT_EQ(left.at("places_left"), "2");
}

TEST_P(ExchangeHttpTest, more_people_need_approval_again) {
    const auto event = announce();
    ASSERT_EQ(sign_up(event, suzun, 2).status, 201);
    const auto path = delegation_path(event, "suzun");
    ASSERT_EQ(director(suzun).post(path + "/approve", "{}").status, 200);
    const auto revised = [&](int count) {
        const auto revision = delegation(director(suzun).get(event), "suzun", "revision");
        return director(suzun).put(path, R"({"organisation":")" + suzun.id + R"(","delegates":[)" + people(count) + "]}", "\"" + revision + "\"");
    };
    EXPECT_EQ(delegation(revised(1), "suzun", "state"), "approved");
    EXPECT_EQ(delegation(revised(3), "suzun", "state"), "proposed");
}

TEST_P(ExchangeHttpTest, staff_of_the_register_brings_its_name_and_post) {
    const auto event = announce();
    const auto hired = director(suzun).post("/api/v1/organisations/" + suzun.id + "/staff",
                                            R"({"name":"Петрова Анна","position":"Психолог","rate":100,"hired_on":"2026-01-10","qualifications":[]})");
    const auto who = R"({"organisation":")" + iskitim.id + R"(","delegates":[{"staff":")" + hired.at("id") + R"("}]})";
    EXPECT_THAT(director(iskitim).post(event + "/delegations", who).errors(), ::testing::ElementsAre("/delegates/0/staff core.absent"));
    const auto signed_up = director(suzun).post(event + "/delegations", R"({"organisation":")" + suzun.id + R"(","delegates":[{"staff":")" + hired.at("id") + R"("}]})");
    ASSERT_EQ(signed_up.status, 201) << signed_up.text;
    EXPECT_EQ(delegation(signed_up, "suzun", "delegates/0/name") + delegation(signed_up, "suzun", "delegates/0/position"), "Петрова АннаПсихолог");
    EXPECT_THAT(director(iskitim).post(event + "/delegations", R"({"organisation":")" + iskitim.id + R"(","delegates":[{"name":"Имя"}]})").errors(),
                ::testing::ElementsAre("/delegates/0/position core.required"));
}

TEST_P(ExchangeHttpTest, names_are_seen_by_the_own_centre_the_host_and_the_region) {
    const auto event = announce();
    ASSERT_EQ(sign_up(event, suzun, 2).status, 201);
    for (const auto& client : {director(suzun), director(host), coordinator()})
        EXPECT_EQ(delegation(client.get(event), "suzun", "delegates/1/name"), "Делегат 1");
    const auto stranger = director(iskitim).get(event);
    EXPECT_EQ(stranger.text.find("Делегат"), std::string::npos);
    EXPECT_EQ(delegation(stranger, "suzun", "people"), "2") << "numbers are open";
}

TEST_P(ExchangeHttpTest, another_date_asks_everybody_again) {
    const auto event = announce();
    ASSERT_EQ(sign_up(event, suzun, 2).status, 201);
    const auto path = delegation_path(event, "suzun");
    ASSERT_EQ(director(suzun).post(path + "/approve", "{}").status, 200);
    const auto revision = coordinator().get(event).at("event/revision");
    const auto moved = coordinator().put(event, body("2026-03-17"), "\"" + revision + "\"");
    ASSERT_EQ(moved.status, 200) << moved.text;
    EXPECT_EQ(delegation(moved, "suzun", "state"), "unconfirmed");
    EXPECT_EQ(moved.at("programme/0/day"), "2026-03-17") << "the programme goes along";
    EXPECT_EQ(moved.at("places_left"), "3") << "the places are kept until the answer";
    EXPECT_EQ(delegation(director(suzun).post(path + "/approve", "{}"), "suzun", "state"), "approved");
}

TEST_P(ExchangeHttpTest, who_waits_is_not_seated_for_a_day_that_its_director_never_saw) {
    const auto event = announce(2);
    ASSERT_EQ(sign_up(event, suzun, 2).status, 201);
    ASSERT_EQ(sign_up(event, iskitim, 1).status, 201);
    const auto first = delegation_path(event, "suzun");
    const auto second = delegation_path(event, "iskitim");
    ASSERT_EQ(director(suzun).post(first + "/approve", "{}").status, 200);
    ASSERT_EQ(delegation(director(iskitim).post(second + "/approve", "{}"), "iskitim", "state"), "waiting");
    const auto revision = coordinator().get(event).at("event/revision");
    ASSERT_EQ(coordinator().put(event, body("2026-03-17", 2), "\"" + revision + "\"").status, 200);
    EXPECT_EQ(delegation(director(suzun).post(first + "/withdraw", "{}"), "iskitim", "state"), "proposed");
    EXPECT_EQ(delegation(director(iskitim).post(second + "/approve", "{}"), "iskitim", "state"), "approved");
}

TEST_P(ExchangeHttpTest, marked_delegation_keeps_its_people) {
    const auto event = announce();
    come(event, suzun, "suzun", 2);
    const auto path = delegation_path(event, "suzun");
    const auto revision = delegation(director(suzun).get(event), "suzun", "revision");
    const auto other = R"({"organisation":")" + suzun.id + R"(","delegates":[)" + people(1) + "]}";
    EXPECT_EQ(director(suzun).put(path, other, "\"" + revision + "\"").code(), "exchange.marked_already");
    EXPECT_EQ(director(suzun).post(path + "/withdraw", "{}").code(), "exchange.marked_already");
    EXPECT_EQ(delegation(coordinator().get(event), "suzun", "came"), "2");
}

TEST_P(ExchangeHttpTest, attendance_is_marked_by_the_host_for_one_or_for_all) {
    const auto event = announce();
    ASSERT_EQ(sign_up(event, suzun, 3).status, 201);
    const auto path = delegation_path(event, "suzun");
    ASSERT_EQ(director(suzun).post(path + "/approve", "{}").status, 200);
    EXPECT_EQ(director(host).post(path + "/attendance", R"({"attended":true})").code(), "exchange.not_begun");
    on("2026-03-10");
    EXPECT_EQ(director(suzun).post(path + "/attendance", R"({"attended":true})").status, 404);
    EXPECT_EQ(delegation(director(host).post(path + "/attendance", R"({"attended":true})"), "suzun", "came"), "3");
    const auto one = delegation(director(host).get(event), "suzun", "delegates/1/id");
    const auto marked = director(host).post(path + "/attendance", R"({"attended":false,"delegate":")" + one + "\"}");
    EXPECT_EQ(delegation(marked, "suzun", "came") + delegation(marked, "suzun", "delegates/1/attended"), "2false");
}

TEST_P(ExchangeHttpTest, photo_needs_the_consent_of_those_on_it) {
    const auto event = announce();
    const auto png = files::tiny_png();
    auto with_words = png;
    with_words.insert(33, std::string("\0\0\0\x0btEXtAuthor\0Anna\0\0\0\0", 23));
    const auto send = [&](const std::string& query, const std::string& bytes) {
        return director(host).post(event + "/files?" + query, bytes, {{"Content-Type", "application/octet-stream"}});
    };
    EXPECT_THAT(send("name=hall.png&kind=photo", png).errors(), ::testing::ElementsAre("/people exchange.consent_wanted"));
    EXPECT_THAT(send("name=hall.png&kind=photo&people=Anna", png).errors(), ::testing::ElementsAre("/obtained_by exchange.consent_wanted"));
    EXPECT_THAT(send("name=a.pdf&kind=photo&people=Anna&obtained_by=Olga", "%PDF-1.4 x").errors(), ::testing::ElementsAre("/kind exchange.no_picture"));
    EXPECT_EQ(send("name=a.pdf&kind=material", "MZ run").code(), "exchange.file_kind");
    EXPECT_EQ(send("name=a.pdf&kind=material", "").code(), "exchange.file_size");
    EXPECT_EQ(send("name=a.png&kind=material", png.substr(0, 50)).code(), "files.picture_broken");
    ASSERT_EQ(send("name=a.pdf&kind=material", "%PDF-1.4 slides").status, 201);
    const auto added = send("name=hall.png&kind=photo&people=Anna&obtained_by=Olga", with_words);
    ASSERT_EQ(added.status, 201) << added.text;
    EXPECT_EQ(added.at("files/1/consent/people"), "Anna");
    EXPECT_EQ(director(iskitim).get(event).at("files/1/consent"), "") << "it names people";
    const auto photo = "/api/v1/exchange/files/" + added.at("files/1/id");
    EXPECT_EQ(director(iskitim).get(photo).text, png) << "without the words of the camera";
    EXPECT_EQ(added.at("files/1/size"), std::to_string(png.size()));
    EXPECT_EQ(director(iskitim).remove(photo).status, 404);
    EXPECT_EQ(director(host).remove(photo).status, 204);
    EXPECT_EQ(director(host).get(photo).status, 404);
}

RYADOM_BOTH_ENGINES(ExchangeHttpTest);

}  // namespace
}  // namespace ryadom::exchange
