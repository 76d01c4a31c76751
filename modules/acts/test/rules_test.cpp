// What a month comes to, as tables: services, assessment, sum, payment.
#include "modules/acts/rules.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

namespace ryadom::acts {
namespace {

using payment::Area;
using payment::FreeOfCharge;
using payment::NormKind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Date day(std::string_view text) { return *parse_date(text); }

template <class Thing>
Id<Thing> id(std::uint8_t last) {
    Id<Thing> out;
    out.uuid.bytes[15] = last;
    return out;
}

/// Services 1 shopping, 2 cleaning, 3 talks; the last has no tariff.
const Services services{{1, {id<catalogue::Service>(1), "household.01", "Покупка продуктов", "service"}},
                        {2, {id<catalogue::Service>(2), "household.02", "Уборка", "service"}},
                        {3, {id<catalogue::Service>(3), "household.03", "Беседа", "service"}}};

payment::Norm tariff(std::uint8_t number, std::uint8_t service, std::int64_t kopecks, std::string_view from, std::optional<Date> to = {}, std::optional<Area> area = {}) {
    payment::Norm out;
    out.id = id<payment::Norm>(number);
    out.value.kind = NormKind::tariff;
    out.value.service = id<catalogue::Service>(service);
    out.value.area = area;
    out.value.amount_kopecks = kopecks;
    out.ground = "приказ " + std::to_string(number);
    out.valid_from = day(from);
    out.valid_to = to;
    return out;
}

const Prices prices({tariff(1, 1, 23'000, "2026-01-01"), tariff(2, 2, 10'000, "2026-01-01", day("2026-10-15")), tariff(3, 2, 12'000, "2026-10-16")});

Assessed assessment(std::int64_t number, std::string_view since, std::optional<std::int64_t> ceiling, std::optional<FreeOfCharge> free = {},
                    std::vector<payment::PaidService> planned = {}) {
    return {number, id<payment::Assessment>(static_cast<std::uint8_t>(number)), day(since), Area::city, free, ceiling, std::move(planned)};
}

struct Case {
    const char* name;
    std::vector<DeliveredFact> facts;
    std::vector<Assessed> assessments;
    std::int64_t sum;
    std::optional<std::int64_t> payable;
};

std::vector<Case> cases() {
    const auto ten = [](int service) {
        std::vector<DeliveredFact> out;
        for (int i = 1; i <= 10; ++i) out.push_back({day("2026-10-01") + i, service, 100});
        return out;
    };
    const payment::PaidService package{id<catalogue::Service>(1), 400, true};
    const payment::PaidService paid{id<catalogue::Service>(1), 400, false};
    return {
        {"up to the ceiling: min(2300, 0.5 · 3000)", ten(1), {assessment(1, "2026-01-01", 150'000)}, 230'000, 150'000},
        {"below the ceiling the services are paid", ten(1), {assessment(1, "2026-01-01", 300'000)}, 230'000, 230'000},
        {"free by income", ten(1), {assessment(1, "2026-01-01", {}, FreeOfCharge::income)}, 230'000, 0},
        {"free by category", ten(1), {assessment(1, "2026-01-01", {}, FreeOfCharge::category)}, 230'000, 0},
        {"a part of a unit", {{day("2026-10-01"), 1, 33}}, {assessment(1, "2026-01-01", 300'000)}, 7'590, 7'590},
        {"nobody reckoned: not known", ten(1), {}, 230'000, {}},
        {"reckoned after the month: not known", ten(1), {assessment(1, "2026-11-01", 150'000)}, 230'000, {}},
        {"no tariff: not known", {{day("2026-10-01"), 3, 100}}, {assessment(1, "2026-01-01", 150'000)}, 0, {}},
        {"no tariff, but free", {{day("2026-10-01"), 3, 100}}, {assessment(1, "2026-01-01", {}, FreeOfCharge::category)}, 0, 0},
        {"the tariff is that of the day", {{day("2026-10-15"), 2, 100}, {day("2026-10-16"), 2, 100}}, {assessment(1, "2026-01-01", 300'000)}, 22'000, 22'000},
        {"all of the package", ten(1), {assessment(1, "2026-01-01", {}, FreeOfCharge::care_package, {package})}, 0, 0},
        {"the package first, then paid: 4 of 10 free", ten(1), {assessment(1, "2026-01-01", 300'000, {}, {package, paid})}, 138'000, 138'000},
        {"beside the package, and no income known", {{day("2026-10-01"), 1, 100}, {day("2026-10-02"), 2, 100}},
         {assessment(1, "2026-01-01", {}, FreeOfCharge::care_package, {package})}, 10'000, {}},
        {"reckoned anew within the month: each part by its own ceiling", ten(1), {assessment(1, "2026-01-01", 50'000), assessment(2, "2026-10-07", 80'000)}, 230'000, 80'000},
        {"free until the 6th, then up to the ceiling", ten(1), {assessment(1, "2026-01-01", {}, FreeOfCharge::income), assessment(2, "2026-10-07", 300'000)}, 230'000, 115'000},
        {"the newest counts, though an older one begins later", ten(1), {assessment(1, "2026-10-01", 10'000), assessment(2, "2026-09-01", 20'000)}, 230'000, 20'000},
        {"nothing delivered", {}, {assessment(1, "2026-01-01", 150'000)}, 0, 0},
    };
}

TEST(Bill, comes_to_what_tariffs_and_assessment_say) {
    for (const auto& each : cases()) {
        const auto bill = bill_of(each.facts, each.assessments, prices, services);
        EXPECT_EQ(bill.sum_kopecks, each.sum) << each.name;
        EXPECT_EQ(bill.payable_kopecks, each.payable) << each.name;
        EXPECT_EQ(bill.facts, std::ssize(each.facts)) << each.name;
        std::int64_t lines = 0;
        for (const auto& line : bill.lines) lines += line.sum_kopecks;
        EXPECT_EQ(lines, each.sum) << each.name;
        if (each.payable) { EXPECT_EQ(*bill.budget_kopecks + *bill.payable_kopecks, each.sum) << each.name; }
    }
}

TEST(Bill, says_by_which_act_a_line_is_priced) {
    const auto bill = bill_of({{day("2026-10-15"), 2, 100}, {day("2026-10-16"), 2, 150}}, {assessment(1, "2026-01-01", 300'000)}, prices, services);
    ASSERT_THAT(bill.lines, SizeIs(2));
    EXPECT_EQ(bill.lines[0].ground, "приказ 2");
    EXPECT_EQ(bill.lines[0].sum_kopecks, 10'000);
    EXPECT_EQ(bill.lines[1].ground, "приказ 3");
    EXPECT_EQ(bill.lines[1].sum_kopecks, 18'000);
}

TEST(Bill, takes_the_tariff_of_where_the_person_lives) {
    const Prices apart({tariff(1, 1, 100, "2026-01-01", {}, Area::city), tariff(2, 1, 200, "2026-01-01", {}, Area::village)});
    auto village = assessment(1, "2026-01-01", 300'000);
    village.area = Area::village;
    EXPECT_EQ(bill_of({{day("2026-10-01"), 1, 100}}, {village}, apart, services).sum_kopecks, 200);
    EXPECT_EQ(bill_of({{day("2026-10-01"), 1, 100}}, {}, apart, services).lines.front().kind, LineKind::unpriced) << "without an assessment nobody knows where";
}

TEST(Bill, is_the_same_in_whatever_order_facts_were_recorded) {
    std::mt19937 random(7);
    for (const auto& each : cases()) {
        const auto first = json::to_json(bill_of(each.facts, each.assessments, prices, services));
        auto facts = each.facts;
        for (int i = 0; i < 5; ++i) {
            std::ranges::shuffle(facts, random);
            EXPECT_EQ(json::to_json(bill_of(facts, each.assessments, prices, services)), first) << each.name;
        }
    }
}

TEST(Changes, tell_a_late_fact_and_one_taken_back_by_service) {
    const std::vector<Assessed> paid{assessment(1, "2026-01-01", 300'000)};
    const auto before = bill_of({{day("2026-10-01"), 1, 100}, {day("2026-10-02"), 2, 100}}, paid, prices, services);
    const auto after = bill_of({{day("2026-10-01"), 1, 100}, {day("2026-10-03"), 1, 100}}, paid, prices, services);
    const auto told = changes(before, after);
    ASSERT_THAT(told, SizeIs(2));
    EXPECT_EQ(told[0].title, "Покупка продуктов");
    EXPECT_EQ(told[0].quantity_after - told[0].quantity_before, 100);
    EXPECT_EQ(told[0].sum_after_kopecks, 46'000);
    EXPECT_EQ(told[1].title, "Уборка");
    EXPECT_EQ(told[1].sum_after_kopecks, 0);
    EXPECT_TRUE(differs(before, after));
    EXPECT_FALSE(differs(before, before));
    EXPECT_THAT(changes(after, after), IsEmpty());
}

TEST(Changes, know_another_assessment_and_another_tariff) {
    const std::vector<DeliveredFact> facts{{day("2026-10-01"), 1, 100}};
    const auto before = bill_of(facts, {assessment(1, "2026-01-01", 300'000)}, prices, services);
    const auto assessed_anew = bill_of(facts, {assessment(1, "2026-01-01", 300'000), assessment(2, "2026-10-01", {}, FreeOfCharge::income)}, prices, services);
    EXPECT_TRUE(other_assessment(before, assessed_anew));
    EXPECT_FALSE(other_tariff(before, assessed_anew));
    EXPECT_TRUE(differs(before, assessed_anew));
    const auto dearer = bill_of(facts, {assessment(1, "2026-01-01", 300'000)}, Prices({tariff(9, 1, 24'000, "2026-01-01")}), services);
    EXPECT_TRUE(other_tariff(before, dearer));
    EXPECT_FALSE(other_assessment(before, dearer));
}

TEST(Prices, fingerprint_changes_with_what_holds_in_the_month_alone) {
    const auto october = period_of(day("2026-10-01"), PeriodLength::month);
    const std::vector<payment::Norm> norms{tariff(1, 1, 1, "2026-01-01"), tariff(2, 2, 1, "2026-11-01")};
    auto ended = norms;
    ended[0].valid_to = day("2026-11-30");
    EXPECT_EQ(Prices(norms).fingerprint(october), Prices(ended).fingerprint(october)) << "what ends later changes nothing";
    ended[0].valid_to = day("2026-10-30");
    EXPECT_NE(Prices(norms).fingerprint(october), Prices(ended).fingerprint(october));
    EXPECT_NE(Prices(norms).fingerprint(october), Prices({norms[1]}).fingerprint(october));
}

TEST(Month, is_closed_when_it_is_over_and_in_order) {
    const auto month = [](std::string_view first) { return period_of(day(first), PeriodLength::month); };
    const auto code = [&](std::string_view first, std::string_view today, std::optional<Date> last) {
        const auto may = may_close(month(first), day(today), last);
        return may ? std::string() : may.error().code;
    };
    EXPECT_EQ(code("2026-10-01", "2026-10-30", {}), "acts.month_not_over");
    EXPECT_EQ(code("2026-10-01", "2026-10-31", {}), "");
    EXPECT_EQ(code("2026-10-01", "2026-11-03", day("2026-09-01")), "");
    EXPECT_EQ(code("2026-10-01", "2026-11-03", day("2026-08-01")), "acts.earlier_open");
    EXPECT_EQ(code("2026-10-01", "2026-11-03", day("2026-10-01")), "acts.closed_already");
    EXPECT_EQ(code("2026-10-01", "2026-12-03", day("2026-11-01")), "acts.later_closed");
    EXPECT_EQ(code("2027-01-01", "2027-02-01", day("2026-12-01")), "");
}

TEST(Words, write_sums_and_quantities_as_accountants_do) {
    EXPECT_EQ(roubles(0), "0,00");
    EXPECT_EQ(roubles(150'000), "1\u00a0500,00");
    EXPECT_EQ(roubles(123'456'789'05), "123\u00a0456\u00a0789,05");
    EXPECT_EQ(roubles(-7), "−0,07");
    EXPECT_EQ(units(100), "1");
    EXPECT_EQ(units(150), "1,5");
    EXPECT_EQ(units(1205), "12,05");
}

}  // namespace
}  // namespace ryadom::acts
