// Assessments over the API: who sees them, what is kept, what a recalculation shows.
#include "modules/payment/test/payment_fixture.hpp"

namespace ryadom::payment {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class PaymentAssessmentTest : public PaymentTest {
  protected:
    void SetUp() override {
        PaymentTest::SetUp();
        set_region();
    }
    std::string record(std::int64_t monthly, const std::string& extra = "", const std::string& effective = "2026-11-23") {
        const auto made = desk(suzun).post(path(elena), assessment(monthly, extra, effective));
        EXPECT_EQ(made.status, 201) << made.text;
        return made.at("id");
    }
};

TEST_P(PaymentAssessmentTest, what_was_given_and_every_line_is_kept) {
    const auto id = record(2'400'000);
    const auto read = desk(suzun).get("/api/v1/payment/assessments/" + id);
    ASSERT_EQ(read.status, 200) << read.text;
    EXPECT_EQ(read.at("calculation/payment_kopecks"), "150000");
    EXPECT_EQ(read.at("calculation/average_income_kopecks"), "2400000");
    EXPECT_EQ(read.at("calculation/steps/0/kind"), "service");
    EXPECT_EQ(read.at("calculation/steps/0/service"), shopping);
    EXPECT_THAT(read.at("calculation/steps/0/norm"), Not(IsEmpty()));
    EXPECT_EQ(read.at("input/members/0/incomes/11"), "2400000");
    EXPECT_EQ(read.at("recorded_on"), "2026-11-23");
    EXPECT_EQ(read.at("organisation"), suzun.id);
    EXPECT_EQ(read.at("previous"), "");
}

TEST_P(PaymentAssessmentTest, preview_says_the_same_and_records_nothing) {
    const auto clerk = desk(suzun);
    const auto shown = clerk.post(path(elena, "/preview"), R"({"input":)" + input(2'400'000) + "}");
    ASSERT_EQ(shown.status, 200) << shown.text;
    EXPECT_EQ(shown.at("calculation/payment_kopecks"), "150000");
    EXPECT_EQ(shown.at("changes"), "[]");
    EXPECT_EQ(clerk.get(path(elena)).at("items"), "[]");
    record(2'100'000);
    const auto again = clerk.post(path(elena, "/preview"), R"({"input":)" + input(2'400'000) + "}");
    EXPECT_EQ(again.at("changes/3/figure"), "payment");
    EXPECT_EQ(again.at("changes/3/before"), "0");
    EXPECT_EQ(again.at("changes/3/after"), "150000");
}

TEST_P(PaymentAssessmentTest, whoever_reckons_without_having_looked_is_noted_once_an_hour) {
    const auto clerk = desk(suzun);
    const auto reckon = [&] { EXPECT_EQ(clerk.post(path(elena, "/preview"), R"({"input":)" + input(2'400'000) + "}").status, 200); };
    reckon();
    reckon();
    EXPECT_THAT(log_of(elena), ElementsAre("payment.seen"));
    clock.set("2026-11-23T06:20:00Z");
    reckon();
    EXPECT_THAT(log_of(elena), ElementsAre("payment.seen"));
    for (const auto* later : {"2026-11-23T06:40:00Z", "2026-11-23T07:01:00Z"}) {
        clock.set(later);
        EXPECT_EQ(clerk.get("/api/v1/payment/norms").status, 200) << "the session goes on";
    }
    reckon();
    EXPECT_THAT(log_of(elena), ElementsAre("payment.seen", "payment.seen"));
}

TEST_P(PaymentAssessmentTest, recalculation_shows_old_and_new_with_the_reason) {
    const auto first = record(2'400'000);
    ASSERT_EQ(sign_in(Role::coordinator).post("/api/v1/payment/norms", act(tariff(100'000), "2026-12-01")).status, 201);
    const auto second = record(2'400'000, following(first, "новый тариф с 1 декабря"), "2026-12-01");
    const auto list = desk(suzun).get(path(elena));
    EXPECT_EQ(list.at("items/0/id"), second);
    EXPECT_EQ(list.at("items/0/previous"), first);
    EXPECT_EQ(list.at("items/0/reason"), "новый тариф с 1 декабря");
    EXPECT_EQ(list.at("items/0/changes/0/before"), "230000");
    EXPECT_EQ(list.at("items/0/changes/0/after"), "100000");
    EXPECT_EQ(list.at("items/0/changes/3/before"), "150000");
    EXPECT_EQ(list.at("items/0/changes/3/after"), "100000");
    EXPECT_EQ(list.at("items/1/calculation/payment_kopecks"), "150000") << "kept as it was";
    EXPECT_EQ(list.at("items/1/changes"), "[]");
}

TEST_P(PaymentAssessmentTest, follows_the_last_one_for_a_reason_or_not_at_all) {
    const auto first = record(2'400'000);
    const auto clerk = desk(suzun);
    EXPECT_EQ(clerk.post(path(elena), assessment(2'500'000)).code(), "payment.assessed_meanwhile");
    EXPECT_THAT(clerk.post(path(elena), assessment(2'500'000, R"(,"previous":")" + first + "\"")).errors(), ElementsAre("/reason core.required"));
    record(2'500'000, following(first));
    EXPECT_EQ(clerk.post(path(elena), assessment(2'600'000, following(first))).code(), "payment.assessed_meanwhile");
}

TEST_P(PaymentAssessmentTest, wrong_input_is_named_field_by_field_in_both) {
    const auto clerk = desk(suzun);
    const auto future = assessment(1, "", "2026-11-01");
    EXPECT_THAT(clerk.post(path(elena), future).errors(), ElementsAre("/input/effective_on payment.before_application"));
    EXPECT_THAT(clerk.post(path(elena, "/preview"), R"({"input":)" + input(1, "2026-11-01") + "}").errors(), ElementsAre("/input/effective_on payment.before_application"));
    ASSERT_EQ(sign_in(Role::coordinator).post("/api/v1/payment/norms", act(tariff(1), "2026-12-01", R"("valid_to":"2026-12-31",)")).status, 201);
    const auto refused = clerk.post(path(elena), assessment(2'400'000, "", "2027-01-01"));
    EXPECT_THAT(refused.errors(), ElementsAre("/input/services/0/service payment.no_tariff"));
    EXPECT_THAT(refused.text, HasSubstr("household.01"));
}

TEST_P(PaymentAssessmentTest, free_category_of_the_personal_file_counts_on_its_days) {
    ASSERT_EQ(sign_in(Role::coordinator).post("/api/v1/payment/norms", act(R"({"kind":"free_category","category":"siege_resident"})")).status, 201);
    const auto clerk = desk(suzun);
    const auto file = R"({"former_names":[],"documents":[],"addresses":[],"phones":[],"languages":[],"relatives":[],"representatives":[],"circumstances":[],)"
                      R"("categories":[{"code":"siege_resident","since":"2026-01-15","until":"2026-11-30"}]})";
    ASSERT_EQ(clerk.put("/api/v1/persons/" + elena + "/file", file, "\"1\"").status, 200);
    const auto free_on = [&](const std::string& day) { return clerk.post(path(elena, "/preview"), R"({"input":)" + input(9'000'000, day) + "}").at("calculation/free"); };
    EXPECT_EQ(free_on("2026-11-30"), "category");
    EXPECT_EQ(free_on("2026-12-01"), "");
}

TEST_P(PaymentAssessmentTest, another_centre_and_the_region_see_nothing) {
    const auto id = record(2'400'000);
    const auto single = "/api/v1/payment/assessments/" + id;
    EXPECT_EQ(visitor().get(path(elena)).status, 401);
    EXPECT_EQ(visitor().post(path(elena), assessment(1)).status, 401);
    for (const auto role : {Role::director, Role::specialist, Role::desk}) {
        const auto stranger = sign_in(role, kargat.number);
        EXPECT_EQ(stranger.get(path(elena)).status, 404);
        EXPECT_EQ(stranger.get(single).status, 404);
        EXPECT_EQ(stranger.post(path(elena), assessment(1)).status, 404);
        EXPECT_EQ(stranger.post(path(elena, "/preview"), R"({"input":)" + input(1) + "}").status, 404);
        EXPECT_EQ(sign_in(role, suzun.number).get(single).status, 200);
    }
    for (const auto role : {Role::coordinator, Role::administrator}) {
        EXPECT_EQ(sign_in(role).get(path(elena)).status, 404);
        EXPECT_EQ(sign_in(role).get(single).status, 404);
    }
}

TEST_P(PaymentAssessmentTest, incomes_go_with_the_person_to_the_centre_that_serves) {
    const auto id = record(2'400'000);
    const auto single = "/api/v1/payment/assessments/" + id;
    ASSERT_EQ(desk(suzun).post("/api/v1/persons/" + elena + "/detach", R"({"organisation":")" + suzun.id + R"(","reason":"переехала в Каргат"})").status, 204);
    EXPECT_EQ(desk(suzun).get(single).status, 404) << "whoever serves no longer reads no incomes";
}

TEST_P(PaymentAssessmentTest, every_look_and_every_record_is_in_the_log) {
    const auto id = record(2'400'000);
    const auto clerk = desk(suzun);
    EXPECT_EQ(clerk.get(path(elena)).status, 200);
    EXPECT_EQ(clerk.get("/api/v1/payment/assessments/" + id).status, 200);
    EXPECT_THAT(log_of(elena), ElementsAre("payment.assessed", "payment.seen", "payment.read"));
}

TEST_P(PaymentAssessmentTest, who_pays_by_a_norm_that_has_ended_is_listed_until_reckoned_anew) {
    const auto path_of = [&](const Place& place) { return "/api/v1/payment/outdated?organisation=" + place.id; };
    const auto first = record(2'400'000, "", "2026-11-21");
    const auto clerk = desk(suzun);
    EXPECT_EQ(clerk.get(path_of(suzun)).at("items"), "[]");
    ASSERT_EQ(sign_in(Role::coordinator).post("/api/v1/payment/norms", act(tariff(100'000) + "," + rule(160), "2026-11-22")).status, 201);
    const auto listed = clerk.get(path_of(suzun));
    EXPECT_EQ(listed.at("items/0/person"), elena) << listed.text;
    EXPECT_EQ(listed.at("items/0/name"), "Иванова Е.");
    EXPECT_EQ(listed.at("items/0/norms"), "2");
    EXPECT_EQ(listed.at("items/0/payment_kopecks"), "150000");
    EXPECT_EQ(desk(kargat).get(path_of(suzun)).status, 404);
    EXPECT_EQ(desk(kargat).get(path_of(kargat)).at("items"), "[]");
    record(2'400'000, following(first, "новые тарифы"));
    EXPECT_EQ(clerk.get(path_of(suzun)).at("items"), "[]");
}

TEST_P(PaymentAssessmentTest, list_goes_on_where_it_was_cut) {
    const auto first = record(2'400'000);
    const auto second = record(2'500'000, following(first));
    const auto clerk = desk(suzun);
    const auto page = clerk.get(path(elena, "?limit=1"));
    EXPECT_EQ(page.at("items/0/id"), second);
    EXPECT_EQ(clerk.get(path(elena, "?limit=1&cursor=" + page.at("next"))).at("items/0/id"), first);
}

RYADOM_BOTH_ENGINES(PaymentAssessmentTest);

}  // namespace
}  // namespace ryadom::payment
