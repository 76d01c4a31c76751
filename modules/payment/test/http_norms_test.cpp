// The region sets its tariffs and norms, everybody reads them.
#include "modules/payment/test/payment_fixture.hpp"

namespace ryadom::payment {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr auto norms = "/api/v1/payment/norms";

class PaymentNormsTest : public PaymentTest {
  protected:
    testing::Answer set(const std::string& values, const std::string& from = "2026-01-01", const std::string& extra = "") {
        return sign_in(Role::coordinator).post(norms, act(values, from, extra));
    }
    std::string amount_on(const std::string& day) { return desk(suzun).get(std::string(norms) + "?on=" + day).at("items/0/value/amount_kopecks"); }
};

TEST_P(PaymentNormsTest, what_was_in_force_can_be_asked_for_any_day) {
    ASSERT_EQ(set(tariff(10'000)).status, 201);
    ASSERT_EQ(set(tariff(12'550), "2027-01-01").status, 201);
    EXPECT_EQ(amount_on("2025-12-31"), "");
    EXPECT_EQ(amount_on("2026-01-01"), "10000");
    EXPECT_EQ(amount_on("2026-12-31"), "10000");
    EXPECT_EQ(amount_on("2027-01-01"), "12550");
    const auto history = desk(suzun).get(std::string(norms) + "/history?kind=tariff&service=" + shopping);
    EXPECT_EQ(history.at("items/0/value/amount_kopecks"), "12550");
    EXPECT_EQ(history.at("items/0/valid_to"), "");
    EXPECT_EQ(history.at("items/1/valid_to"), "2026-12-31");
}

TEST_P(PaymentNormsTest, overlap_names_its_place_and_nothing_is_changed) {
    ASSERT_EQ(set(tariff(10'000), "2027-01-01").status, 201);
    const auto refused = set(minimum() + "," + tariff(9'000));
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.errors(), ElementsAre("/norms/1 payment.overlaps"));
    EXPECT_THAT(refused.text, HasSubstr("01.01.2027"));
    EXPECT_EQ(amount_on("2026-06-01"), "") << "nor was the minimum written";
    EXPECT_EQ(set(tariff(9'000), "2026-01-01", R"("valid_to":"2026-12-31",)").status, 201);
}

TEST_P(PaymentNormsTest, every_kind_comes_back_as_it_was_set) {
    const std::string values = rule() + "," + minimum() + "," + tariff(100, R"(,"area":"city")") + "," + tariff(200, R"(,"area":"village")") +
                               R"(,{"kind":"per_capita_norm","service":")" + shopping + R"(","amount_kopecks":500},{"kind":"free_category","category":"minor"},{"kind":"free_care_package"})";
    const auto answer = set(values);
    ASSERT_EQ(answer.status, 201) << answer.text;
    const auto text = desk(suzun).get(norms).text;
    for (const auto* part : {R"("limit_percent":150)", R"("group":"pensioner")", R"("area":"village")", R"("category":"minor")", R"("kind":"free_care_package")", R"("kind":"per_capita_norm")"})
        EXPECT_THAT(text, HasSubstr(part));
    const auto history = [&](const std::string& place) { return desk(suzun).get(std::string(norms) + "/history?kind=" + place).at("items/0/ground"); };
    EXPECT_EQ(history("payment_rule"), "приказ № 1");
    EXPECT_EQ(history("subsistence_minimum&group=pensioner"), "приказ № 1");
    EXPECT_EQ(history("subsistence_minimum&group=child"), "");
    EXPECT_EQ(history("free_category&category=minor"), "приказ № 1");
}

TEST_P(PaymentNormsTest, wrong_one_is_withdrawn_for_a_reason_and_stays_in_the_history) {
    const auto made = set(tariff(10'000)).at("items/0/id");
    const auto coordinator = sign_in(Role::coordinator);
    const auto path = std::string(norms) + "/" + made + "/withdraw";
    const auto withdrawn = coordinator.post(path, R"({"reason":"опечатка в приказе"})");
    EXPECT_EQ(withdrawn.status, 200) << withdrawn.text;
    EXPECT_EQ(withdrawn.at("withdrawn"), "опечатка в приказе");
    EXPECT_EQ(coordinator.post(path, R"({"reason":"ещё раз"})").code(), "payment.withdrawn_already");
    EXPECT_EQ(amount_on("2026-06-01"), "");
    EXPECT_EQ(set(tariff(11'000)).status, 201) << "from the same day";
    EXPECT_EQ(amount_on("2026-06-01"), "11000");
    EXPECT_EQ(desk(suzun).get(std::string(norms) + "/history?kind=tariff&service=" + shopping).at("items/1/withdrawn"), "опечатка в приказе");
}

TEST_P(PaymentNormsTest, what_is_open_ends_once_without_anything_in_its_place) {
    const auto made = set(R"({"kind":"free_category","category":"minor"})").at("items/0/id");
    const auto coordinator = sign_in(Role::coordinator);
    const auto path = std::string(norms) + "/" + made + "/end";
    EXPECT_THAT(coordinator.post(path, R"({"last":"2025-12-31"})").errors(), ElementsAre("/last payment.ends_before_it_begins"));
    EXPECT_EQ(coordinator.post(path, R"({"last":"2026-06-30"})").at("valid_to"), "2026-06-30");
    EXPECT_EQ(coordinator.post(path, R"({"last":"2026-07-30"})").code(), "payment.ended_already");
    EXPECT_EQ(desk(suzun).get(std::string(norms) + "?on=2026-06-30").at("items/0/value/category"), "minor");
    EXPECT_EQ(desk(suzun).get(std::string(norms) + "?on=2026-07-01").at("items"), "[]");
    EXPECT_THAT(desk(suzun).post(path, R"({"last":"2026-07-30"})").status, ::testing::AnyOf(403, 404));
    EXPECT_THAT(desk(suzun).get("/api/v1/payment/categories").text, HasSubstr("siege_resident"));
}

TEST_P(PaymentNormsTest, only_the_region_sets_them) {
    EXPECT_EQ(visitor().get(norms).status, 401);
    EXPECT_EQ(visitor().post(norms, act(tariff(1))).status, 401);
    const auto made = set(tariff(10'000)).at("items/0/id");
    for (const auto role : {Role::director, Role::specialist, Role::desk}) {
        const auto staff = sign_in(role, suzun.number);
        EXPECT_EQ(staff.get(norms).status, 200);
        EXPECT_EQ(staff.post(norms, act(tariff(1), "2027-01-01")).status, 403);
        EXPECT_THAT(staff.post(std::string(norms) + "/" + made + "/withdraw", R"({"reason":"не моё дело"})").status, ::testing::AnyOf(403, 404));
    }
    EXPECT_EQ(sign_in(Role::administrator).post(norms, act(tariff(1), "2027-01-01")).status, 403);
    EXPECT_EQ(amount_on("2027-01-01"), "10000");
}

RYADOM_BOTH_ENGINES(PaymentNormsTest);

}  // namespace
}  // namespace ryadom::payment
