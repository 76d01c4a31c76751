#include "modules/requests/test/requests_fixture.hpp"

namespace ryadom::requests {
namespace {

using ::testing::ElementsAre;

TEST_P(RequestsTest, who_waits_longest_stands_first) {
    const auto petrova = add_person(suzun, "Петрова", "1948-01-02");
    ask(elena, "2026-11-20");
    ask(petrova, "2026-10-24");
    const auto page = sign_in(Role::desk, suzun.number).get(waiting());
    EXPECT_EQ(page.at("items/0/person/name"), "Петрова Е.");
    EXPECT_NE(page.text.find(R"("days":30)"), std::string::npos) << page.text;
    EXPECT_EQ(page.at("items/1/person/id"), elena);
    EXPECT_NE(page.text.find(R"("days":3)"), std::string::npos) << page.text;
    EXPECT_THAT(asked_of, ElementsAre(suzun.number));
}

TEST_P(RequestsTest, list_goes_on_where_it_was_cut_though_days_are_equal) {
    for (const auto* family : {"Первая", "Вторая", "Третья"}) ask(add_person(suzun, family, "1948-01-02"), "2026-11-02");
    const auto desk = sign_in(Role::desk, suzun.number);
    std::set<std::string> seen;
    std::string cursor;
    int pages = 0;
    do {
        const auto page = desk.get(waiting("&limit=1" + (cursor.empty() ? "" : "&cursor=" + cursor)));
        ASSERT_EQ(page.status, 200) << page.text;
        seen.insert(page.at("items/0/id"));
        cursor = page.at("next") == "null" ? "" : page.at("next");
        ++pages;
    } while (!cursor.empty());
    EXPECT_EQ(seen.size(), 3U);
    EXPECT_EQ(pages, 3);
}

TEST_P(RequestsTest, whom_a_fact_has_answered_waits_no_longer) {
    ask(elena, "2026-11-02");
    ask(elena, "2026-11-20");
    served.insert(in_system([](db::Tx& tx) { return *tx.value<std::int64_t>("select min(number) from v_requests_request"); }));
    const auto desk = sign_in(Role::desk, suzun.number);
    EXPECT_EQ(desk.get(waiting()).at("items/0/asked_on"), "2026-11-20");
    EXPECT_EQ(desk.get(waiting()).at("items/1/id"), "");
    const auto of_person = desk.get("/api/v1/persons/" + elena + "/requests");
    EXPECT_EQ(of_person.at("items/0/asked_on"), "2026-11-20") << of_person.text;
    EXPECT_EQ(of_person.at("items/1/id"), "");
}

TEST_P(RequestsTest, same_request_stands_once_and_is_recorded_again_after_a_withdrawal) {
    const auto first = ask(elena, "2026-11-02");
    const auto desk = sign_in(Role::desk, suzun.number);
    EXPECT_EQ(desk.post("/api/v1/requests", body(suzun, elena, "2026-11-02")).code(), "requests.stands_already");
    EXPECT_EQ(withdraw(first, "2026-11-10", "refused").status, 201);
    const auto second = ask(elena, "2026-11-02");
    EXPECT_NE(second, first);
    EXPECT_EQ(desk.post("/api/v1/requests", body(suzun, elena, "2026-11-02")).code(), "requests.stands_already");
    EXPECT_EQ(withdraw(second, "2026-11-12", "moved").status, 201);
    ask(elena, "2026-11-02");
    EXPECT_THAT(known("2026-11-23"), ElementsAre("2026-11-02 2026-11-10 refused", "2026-11-02 2026-11-12 moved", "2026-11-02"));
}

TEST_P(RequestsTest, wrong_input_is_named_field_by_field) {
    const auto desk = sign_in(Role::desk, suzun.number);
    EXPECT_THAT(desk.post("/api/v1/requests", body(suzun, elena, "2026-11-24")).errors(), ElementsAre("/asked_on requests.in_the_future"));
    EXPECT_THAT(desk.post("/api/v1/requests", body(suzun, elena, "1950-03-07")).errors(), ElementsAre("/asked_on requests.before_birth"));
    const auto dead = add_person(suzun, "Умершая", "1940-01-01", R"(,"death":"2026-05-05")");
    EXPECT_THAT(desk.post("/api/v1/requests", body(suzun, dead, "2026-05-06")).errors(), ElementsAre("/asked_on requests.after_death"));
    const auto nobody = R"({"organisation":")" + suzun.id + R"(","person":"0190d7a5-0000-7000-8000-00000000dead","service":"0190d7a5-0000-7000-8000-00000000dead","asked_on":"2026-11-20"})";
    EXPECT_THAT(desk.post("/api/v1/requests", nobody).errors(), ElementsAre("/person core.absent", "/service core.absent"));
    const auto request = ask(elena, "2026-11-02");
    EXPECT_THAT(withdraw(request, "2026-11-01", "bored").errors(), ElementsAre("/reason core.unknown_value", "/withdrawn_on requests.before_the_request"));
    EXPECT_THAT(withdraw(request, "2026-11-24", "other").errors(), ElementsAre("/withdrawn_on requests.in_the_future", "/words requests.say_it_in_words"));
    EXPECT_EQ(withdraw(request, "2026-11-20", "other", R"(,"words":"уехала к сыну на зиму")").status, 201);
    EXPECT_EQ(withdraw(request, "2026-11-20", "refused").code(), "requests.withdrawn_already");
}

TEST_P(RequestsTest, withdrawn_one_leaves_the_list_and_says_why) {
    const auto request = ask(elena, "2026-11-02");
    const auto answer = withdraw(request, "2026-11-12", "other", R"(,"words":"уехала к сыну на зиму")");
    EXPECT_EQ(answer.at("words"), "уехала к сыну на зиму");
    EXPECT_NE(answer.text.find(R"("days":10)"), std::string::npos) << answer.text;
    EXPECT_EQ(sign_in(Role::desk, suzun.number).get(waiting()).at("items/0/id"), "");
    EXPECT_EQ(sign_in(Role::desk, suzun.number).get("/api/v1/requests/reasons").at("items/4/code"), "other");
}

TEST_P(RequestsTest, what_was_known_on_a_day_can_be_told_on_any_later_one) {
    const auto request = ask(elena, "2026-11-02");
    clock.set("2026-11-30T06:00:00Z");
    EXPECT_EQ(withdraw(request, "2026-11-25", "died").status, 201);
    EXPECT_THAT(known("2026-11-22"), ElementsAre()) << "not recorded yet";
    EXPECT_THAT(known("2026-11-29"), ElementsAre("2026-11-02")) << "the withdrawal is not recorded yet, whatever its day";
    EXPECT_THAT(known("2026-11-30"), ElementsAre("2026-11-02 2026-11-25 died"));
    EXPECT_THAT(known("2026-11-30", std::vector{suzun.number}), ElementsAre("2026-11-02 2026-11-25 died"));
    EXPECT_THAT(known("2026-11-30", std::vector{kargat.number}), ElementsAre());
    EXPECT_THAT(known("2026-11-30", std::vector<std::int64_t>{}), ElementsAre());
}

TEST_P(RequestsTest, repeated_request_is_told_no_name_from_what_was_kept) {
    const auto desk = sign_in(Role::desk, suzun.number);
    const auto twice = [&](const std::string& path, const std::string& text, const std::string& key) {
        const http::Headers headers{{"Idempotency-Key", key}};
        const auto made = desk.post(path, text, headers);
        EXPECT_EQ(made.status, 201) << made.text;
        EXPECT_EQ(desk.post(path, text, headers).code(), "http.done_already");
        return made.at("id");
    };
    const auto request = twice("/api/v1/requests", body(suzun, elena, "2026-11-02"), "request-0001");
    twice("/api/v1/requests/" + request + "/withdraw", R"({"withdrawn_on":"2026-11-10","reason":"refused"})", "withdrawal-0001");
}

TEST_P(RequestsTest, names_are_shown_where_people_are_served_and_the_look_is_logged) {
    ask(elena, "2026-11-02");
    EXPECT_EQ(sign_in(Role::coordinator).get(waiting()).at("items/0/person/name"), "");
    EXPECT_EQ(sign_in(Role::desk, kargat.number).get(waiting()).status, 404);
    EXPECT_EQ(sign_in(Role::desk, kargat.number).get("/api/v1/persons/" + elena + "/requests").status, 404);
    const auto looks = [&] {
        return in_system([&](db::Tx& tx) {
            return *tx.value<std::int64_t>("select count(*) from v_audit_shown s join v_audit_record r on r.number = s.record where r.action = 'requests.seen' and s.person = $1", elena);
        });
    };
    const auto before = looks();
    EXPECT_EQ(sign_in(Role::desk, suzun.number).get(waiting()).status, 200);
    EXPECT_EQ(looks(), before + 1);
}

RYADOM_BOTH_ENGINES(RequestsTest);

}  // namespace
}  // namespace ryadom::requests
