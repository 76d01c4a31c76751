// The library from a description to a new version, and scales filled for people: who reads them, and what stays.
#include "modules/scales/store.hpp"

#include "modules/scales/test/scales_fixture.hpp"

namespace ryadom::scales {
namespace {

class ScalesTest : public ScalesFixture {};

/// Every item of the Barthel index at its best but for some.
std::string able(const std::string& but = "") {
    std::string out = R"({"b01":"v10","b02":"v5","b03":"v5","b04":"v10","b05":"v10","b06":"v10","b07":"v10","b08":"v15","b09":"v15","b10":"v10"})";
    if (!but.empty()) out.insert(1, but + ",");
    return out;
}
std::string barthel_of(const std::string& stairs, const std::string& moving) {
    return R"({"b01":"v10","b02":"v5","b03":"v5","b04":"v10","b05":"v10","b06":"v10","b07":"v10","b08":"v15","b09":")" + moving + R"(","b10":")" + stairs + "\"}";
}

TEST_P(ScalesTest, library_is_listed_and_looked_at_by_everyone) {
    for (const auto role : {Role::coordinator, Role::administrator, Role::director, Role::specialist, Role::desk}) {
        const auto reader = sign_in(role, policy::regional(role) ? 0 : suzun.number);
        const auto listed = reader.get(library);
        ASSERT_EQ(listed.status, 200);
        EXPECT_EQ(listed.at("items/0/code"), "barthel");
        const auto one = reader.get(library + "/" + barthel);
        EXPECT_EQ(one.at("sheet/fields/0/options/1/id"), "v5") << one.text;
        EXPECT_EQ(one.at("sheet/scores/1/rows/0/titles/ru"), "Полная зависимость");
        EXPECT_NE(one.at("description").find("Collin"), std::string::npos);
        EXPECT_EQ(reader.get(library + "/" + barthel + "?version=2").status, 404);
    }
    EXPECT_EQ(visitor().get(library).status, 401);
}

TEST_P(ScalesTest, description_with_errors_changes_nothing_and_names_their_lines) {
    const auto coordinator = sign_in(Role::coordinator);
    const auto bad = replaced(shipped().at("tug.yaml"), "method: \"bands\"", "method: \"band\"");
    const auto checked = coordinator.post(library + "/check", json::write(json::Object{{"description", bad}}));
    EXPECT_EQ(checked.status, 200) << checked.text;
    EXPECT_EQ(checked.at("problems/0/field"), "scores/1/method");
    EXPECT_NE(checked.text.find(R"("line":78)"), std::string::npos) << checked.text;
    EXPECT_EQ(checked.at("sheet/form"), "");
    const auto refused = coordinator.post(library, publication(bad, 1));
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.code(), "scales.refused");
    EXPECT_THAT(refused.errors(), ElementsAre("/description practices.place.field"));
    EXPECT_NE(refused.text.find("78"), std::string::npos) << refused.text;
    EXPECT_EQ(coordinator.get(library + "/" + tug).at("versions/1/version"), "");
    const auto good = coordinator.post(library + "/check", json::write(json::Object{{"description", shipped().at("tug.yaml")}}));
    EXPECT_EQ(good.at("sheet/form"), "tug");
    EXPECT_EQ(good.at("problems/0/text"), "");
}

TEST_P(ScalesTest, only_a_coordinator_publishes) {
    for (const auto role : {Role::director, Role::specialist, Role::desk}) {
        const auto other = sign_in(role, suzun.number);
        EXPECT_EQ(other.post(library, publication(shipped().at("gas.yaml"), 0)).status, 403);
        EXPECT_EQ(other.post(library + "/check", R"({"description":"x"})").status, 403);
    }
    EXPECT_EQ(visitor().post(library, publication(shipped().at("gas.yaml"), 0)).status, 401);
    const auto coordinator = sign_in(Role::coordinator);
    const auto made = coordinator.post(library, publication(shipped().at("gas.yaml"), 0));
    ASSERT_EQ(made.status, 201) << made.text;
    EXPECT_EQ(made.at("code"), "gas");
    EXPECT_EQ(coordinator.post(library, publication(shipped().at("gas.yaml"), 0)).code(), "scales.code_taken");
    EXPECT_EQ(coordinator.post(library, publication(shipped().at("gas.yaml"), 7)).code(), "scales.changed_meanwhile");
    EXPECT_EQ(coordinator.post(library, publication(shipped().at("hads.yaml"), 1)).code(), "scales.another_code");
    EXPECT_THAT(coordinator.post(library, publication(shipped().at("gas.yaml"), 1, "2026-11-30")).errors(), ElementsAre("/valid_from scales.before_the_last"));
}

TEST_P(ScalesTest, new_version_is_in_force_from_its_day_and_changes_nothing_that_was_filled) {
    const auto coordinator = sign_in(Role::coordinator);
    const auto desk = sign_in(Role::desk, suzun.number);
    const auto before = filled(desk, body(tug, R"({"able":"alone","seconds":13})"));
    auto stricter = replaced(shipped().at("tug.yaml"), "to: 13.99", "to: 11.99");
    stricter = replaced(stricter, "from: 14", "from: 12");
    ASSERT_EQ(coordinator.post(library, publication(stricter, 1, "2026-11-22")).status, 201);
    EXPECT_EQ(coordinator.get(library + "/" + tug).at("versions/1/valid_from"), "1970-01-01");
    const auto raised = desk.get("/api/v1/filled-scales/" + before);
    EXPECT_EQ(raised.at("scores/1/band/en"), "Low risk of falls") << "by the version of its day";
    EXPECT_THAT(fill(desk, body(tug, R"({"able":"alone","seconds":13})", "2026-11-22", 1)).errors(), ElementsAre("/filled_on scales.another_version"));
    const auto after = fill(desk, body(tug, R"({"able":"alone","seconds":13})", "2026-11-22", 2));
    EXPECT_EQ(after.at("scores/1/band/en"), "Raised risk of falls") << after.text;
    EXPECT_EQ(filled(desk, body(tug, R"({"able":"alone","seconds":13})", "2026-11-21", 1)).size(), 36U) << "the day before is still of the first version";
    const auto corrected = desk.post("/api/v1/filled-scales/" + before + "/correct", R"({"filled_on":"2026-11-23","answers":{"able":"aid","seconds":13.5},"reason":"с ходунками"})");
    EXPECT_EQ(corrected.at("scores/1/band/en"), "Low risk of falls") << "a correction stays with the version";
}

TEST_P(ScalesTest, history_tells_the_change_and_how_to_read_it) {
    const auto desk = sign_in(Role::desk, suzun.number);
    filled(desk, body(barthel, barthel_of("v0", "v5"), "2026-09-01"));
    filled(desk, body(barthel, barthel_of("v5", "v10"), "2026-10-01"));
    const auto last = fill(desk, body(barthel, able(), "2026-11-01"));
    EXPECT_EQ(last.at("scores/0/change/reading"), "noise") << last.text;
    EXPECT_NE(last.text.find(R"("by":10)"), std::string::npos) << last.text;
    const auto first_page = desk.get(of_elena() + "?scale=" + barthel + "&limit=2");
    EXPECT_EQ(first_page.at("items/1/scores/0/change/since"), "2026-09-01") << first_page.text;
    const auto second_page = desk.get(of_elena() + "?scale=" + barthel + "&limit=2&cursor=" + first_page.at("next"));
    EXPECT_EQ(second_page.at("items/0/filled_on"), "2026-09-01");
    EXPECT_EQ(second_page.at("items/0/scores/0/change/reading"), "") << "there was none before";
    EXPECT_EQ(second_page.at("next"), "null");
    filled(desk, body(tug, R"({"able":"alone","seconds":20})", "2026-09-15"));
    const auto faster = fill(desk, body(tug, R"({"able":"alone","seconds":11.5})", "2026-11-02"));
    EXPECT_EQ(faster.at("scores/0/change/reading"), "better") << faster.text;
    const auto latest = desk.get(of_elena() + "?latest=true");
    EXPECT_EQ(latest.at("items/0/scale"), tug);
    EXPECT_EQ(latest.at("items/1/scale"), barthel);
    EXPECT_EQ(latest.at("items/2/id"), "");
    EXPECT_NE(latest.text.find(R"("times":3)"), std::string::npos) << latest.text;
}

TEST_P(ScalesTest, wrong_answers_and_days_are_named) {
    const auto desk = sign_in(Role::desk, suzun.number);
    EXPECT_THAT(fill(desk, body(tug, R"({"able":"no","seconds":9,"x":1})", "2026-11-25")).errors(),
                ElementsAre("/answers/seconds forms.not_asked", "/answers/x core.unknown_field", "/filled_on forms.in_the_future"));
    EXPECT_THAT(fill(desk, body(tug, R"({"able":"alone"})")).errors(), ElementsAre("/answers/seconds core.required"));
    EXPECT_THAT(fill(desk, body(tug, R"({"able":"no"})", "1950-03-07")).errors(), ElementsAre("/filled_on forms.before_birth", "/filled_on scales.not_yet_in_force"));
    EXPECT_THAT(fill(desk, body("0190d7a5-0000-7000-8000-00000000dead", "{}")).errors(), ElementsAre("/scale core.absent"));
    EXPECT_EQ(fill(desk, body(barthel, able(R"("b11":"v5")"))).status, 422);
    EXPECT_EQ(desk.get(of_elena()).at("items/0/id"), "") << "nothing was written";
}

TEST_P(ScalesTest, correction_takes_the_place_and_says_why) {
    const auto desk = sign_in(Role::desk, suzun.number);
    const auto first = filled(desk, body(tug, R"({"able":"alone","seconds":41})"));
    const auto path = "/api/v1/filled-scales/" + first + "/correct";
    EXPECT_EQ(desk.post(path, R"({"filled_on":"2026-11-20","answers":{"able":"alone"},"reason":"описка"})").status, 422);
    const auto second = desk.post(path, R"({"filled_on":"2026-11-20","answers":{"able":"alone","seconds":14.1},"reason":"описка в числе"})");
    ASSERT_EQ(second.status, 201) << second.text;
    EXPECT_EQ(second.at("reason"), "описка в числе");
    EXPECT_EQ(desk.post(path, R"({"filled_on":"2026-11-20","answers":{"able":"no"},"reason":"ещё раз"})").code(), "scales.corrected_already");
    const auto listed = desk.get(of_elena());
    EXPECT_EQ(listed.at("items/0/id"), second.at("id"));
    EXPECT_EQ(listed.at("items/1/id"), "");
    EXPECT_NE(desk.get("/api/v1/filled-scales/" + first).text.find(R"("corrected":true)"), std::string::npos) << "the first one stays";
}

TEST_P(ScalesTest, confidential_one_is_read_by_its_author_and_by_who_fills_it_too) {
    const auto well = R"({"w01":1,"w02":1,"w03":2,"w04":2,"w05":2})";
    const auto psychologist = sign_in(Role::specialist, suzun.number);
    const auto first = filled(psychologist, body(who, well, "2026-11-01"));
    EXPECT_NE(psychologist.get("/api/v1/filled-scales/" + first).text.find(R"("w03":2)"), std::string::npos);
    const auto colleague = sign_in(Role::specialist, suzun.number);
    for (const auto& path : {of_elena(), "/api/v1/filled-scales/" + first}) {
        const auto seen = colleague.get(path);
        EXPECT_NE(seen.text.find("2026-11-01"), std::string::npos) << "that it exists and of when";
        EXPECT_EQ(seen.text.find(R"("scores":)"), std::string::npos) << seen.text;
        EXPECT_EQ(seen.text.find(R"("answers":)"), std::string::npos) << seen.text;
    }
    const std::string correction = std::string(R"({"filled_on":"2026-11-01","reason":"описка","answers":)") + well + "}";
    EXPECT_EQ(colleague.post("/api/v1/filled-scales/" + first + "/correct", correction).status, 403);
    EXPECT_EQ(fill(colleague, body(who, well, "2026-11-10")).at("scores/0/change/reading"), "same") << "who fills it too reads what was before";
    EXPECT_NE(colleague.get("/api/v1/filled-scales/" + first).text.find(R"("scores":)"), std::string::npos);
}

TEST_P(ScalesTest, region_and_other_centres_read_no_answer) {
    const auto made = filled(sign_in(Role::desk, suzun.number), body(tug, R"({"able":"no"})"));
    const auto stranger = sign_in(Role::desk, kargat.number);
    EXPECT_EQ(stranger.get("/api/v1/filled-scales/" + made).status, 404);
    EXPECT_EQ(stranger.get(of_elena()).status, 404);
    EXPECT_EQ(fill(stranger, body(tug, R"({"able":"no"})")).status, 404);
    EXPECT_EQ(stranger.post("/api/v1/filled-scales/" + made + "/correct", R"({"filled_on":"2026-11-20","answers":{"able":"no"},"reason":"чужой"})").status, 404);
    EXPECT_THAT(sign_in(Role::coordinator).get("/api/v1/filled-scales/" + made).status, ::testing::AnyOf(403, 404));
    EXPECT_EQ(visitor().get(of_elena()).status, 401);
    const db::Caller region{1, 0, {db::Reach::everything, db::Reach::nothing, {}}, {}};
    const auto rows = [&](db::Sql count) { return database().read_as(region, [&](db::Tx& tx) { return *tx.value<std::int64_t>(count); }); };
    EXPECT_EQ(rows("select count(id) from v_scales_filled"), 1);
    EXPECT_EQ(rows("select count(filled) from v_scales_answers"), 0);
}

TEST_P(ScalesTest, scales_of_a_person_are_found_by_an_index) {
    testing::Explained explained(database());
    explained.read_as(db::Caller::system(), [](db::Tx& tx) {
        store::has_filled(tx, 1, {1}, 1);
        return store::of_person(tx, {1}, {0, false, Date{99'999}, 0, 50});
    });
    for (const auto* table : {"scales_filled", "scales_score"}) EXPECT_FALSE(explained.read_whole().contains(table)) << table;
}

TEST_P(ScalesTest, what_the_region_made_of_a_scale_stays_when_the_program_comes_anew) {
    const auto own = replaced(shipped().at("tug.yaml"), "Встань и иди (TUG)", "Встань и иди по-нашему");
    ASSERT_EQ(sign_in(Role::coordinator).post(library, publication(own, 1, "2020-01-01")).status, 201);
    ASSERT_TRUE(database().write_now(db::Caller::system(), [](db::Tx& tx) { install(tx, shipped()); }));
    const auto desk = sign_in(Role::desk, suzun.number);
    EXPECT_EQ(desk.get(library + "/" + tug).at("titles/ru"), "Встань и иди по-нашему");
    EXPECT_EQ(desk.get(library).at("items/17/code"), "zarit") << "all the others are there now";
}

RYADOM_BOTH_ENGINES(ScalesTest);

}  // namespace
}  // namespace ryadom::scales
