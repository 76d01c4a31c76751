// Who pays what: the cases of the law's arithmetic and its edges.
#include "modules/payment/rules.hpp"

#include <gmock/gmock.h>

#include <numeric>

namespace ryadom::payment {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Date day(int year, int month, int number) { return *make_date(year, month, number); }
const Date today = day(2026, 11, 23);

template <class Thing>
Id<Thing> id(std::uint8_t last) {
    Id<Thing> out;
    out.uuid.bytes[15] = last;
    return out;
}
const auto shopping = id<catalogue::Service>(1);
const auto cleaning = id<catalogue::Service>(2);

constexpr std::int64_t roubles(std::int64_t whole, std::int64_t kopecks = 0) { return whole * 100 + kopecks; }

Norm norm(std::uint8_t number, NormValue value, Date from = day(2026, 1, 1), std::optional<Date> to = {}) {
    return {id<Norm>(number), std::move(value), "приказ № 1", from, to, from, {}};
}
NormValue tariff(const Id<catalogue::Service>& service, std::int64_t amount, std::optional<Area> area = {}) {
    return {NormKind::tariff, service, area, {}, {}, amount, {}};
}
NormValue minimum(PopulationGroup group, std::int64_t amount) { return {NormKind::subsistence_minimum, {}, {}, group, {}, amount, {}}; }
NormValue rule(int limit, int share, int cap) { return {NormKind::payment_rule, {}, {}, {}, {}, {}, PaymentRule{limit, share, cap}}; }

/// Limit 21,000, a half of what is above it, three quarters of the income; one service of 2,300 and one of 41,000.
Situation region() {
    return {{norm(1, rule(150, 50, 75)), norm(2, minimum(PopulationGroup::pensioner, roubles(14'000))), norm(3, tariff(shopping, roubles(2'300))),
             norm(4, tariff(cleaning, roubles(41'000)))},
            {},
            {{shopping, "Покупка продуктов"}, {cleaning, "Койко-место"}}};
}

FamilyMember member(std::int64_t monthly, std::string who = "Получатель") { return {std::move(who), std::vector(months_of_income, monthly), {}}; }

AssessmentInput at_home(std::int64_t income) {
    AssessmentInput out;
    out.applied_on = out.effective_on = today;
    out.members = {member(income)};
    out.services = {{shopping, 100, false}};
    return out;
}
AssessmentInput residential(std::int64_t income) {
    auto out = at_home(income);
    out.care_form = CareForm::residential;
    out.services = {{cleaning, 100, false}};
    return out;
}

Calculation reckoned(const AssessmentInput& input, const Situation& situation = region()) { return calculate(input, situation, "").value(); }

/// "pointer code", a line each.
std::vector<std::string> refused(const AssessmentInput& input, const Situation& situation) {
    std::vector<std::string> out;
    const auto result = calculate(input, situation, "/input");
    if (!result)
        for (const auto& each : result.error().fields) out.push_back(each.pointer + " " + each.code);
    return out;
}

std::vector<StepKind> lines(const Calculation& calculation) {
    std::vector<StepKind> out;
    for (const auto& each : calculation.steps) out.push_back(each.kind);
    return out;
}

const Step& line(const Calculation& calculation, StepKind kind) { return *std::ranges::find(calculation.steps, kind, &Step::kind); }

TEST(PaymentRules, income_below_the_limit_is_free) {
    const auto out = reckoned(at_home(roubles(20'999)));
    EXPECT_EQ(out.limit_kopecks, roubles(21'000));
    EXPECT_EQ(out.payment_kopecks, 0);
    EXPECT_EQ(out.free, FreeOfCharge::income);
    EXPECT_EQ(line(out, StepKind::free_by_income).ground, "приказ № 1");
}

TEST(PaymentRules, half_of_what_is_above_the_limit_is_paid_when_services_cost_more) {
    const auto out = reckoned(at_home(roubles(24'000)));
    EXPECT_EQ(out.payment_kopecks, roubles(1'500));
    EXPECT_EQ(out.free, std::nullopt);
    using enum StepKind;
    EXPECT_THAT(lines(out), ElementsAre(service, services_sum, member_income, family_income, average_income, minimum, limit, excess, share_ceiling, payment));
    EXPECT_THAT(line(out, limit).operands, ElementsAre(Operand{OperandName::minimum, roubles(14'000)}, Operand{OperandName::percent, 150}));
    EXPECT_THAT(line(out, payment).operands, ElementsAre(Operand{OperandName::sum, roubles(2'300)}, Operand{OperandName::ceiling, roubles(1'500)}));
}

TEST(PaymentRules, residential_payment_ends_at_three_quarters_of_the_income) {
    const auto out = reckoned(residential(roubles(22'000)));
    EXPECT_EQ(out.payment_kopecks, roubles(16'500));
    EXPECT_EQ(out.limit_kopecks, std::nullopt) << "no limit counts there";
}

TEST(PaymentRules, tariffs_are_paid_when_they_come_to_less_than_the_ceiling) {
    EXPECT_EQ(reckoned(at_home(roubles(60'000))).payment_kopecks, roubles(2'300));
    EXPECT_EQ(reckoned(residential(roubles(90'000))).payment_kopecks, roubles(41'000));
}

TEST(PaymentRules, at_the_limit_care_is_free_and_a_kopeck_above_it_is_shared_half_up) {
    EXPECT_EQ(reckoned(at_home(roubles(21'000))).free, FreeOfCharge::income);
    const auto above = reckoned(at_home(roubles(21'000, 1)));
    EXPECT_EQ(above.free, std::nullopt);
    EXPECT_EQ(line(above, StepKind::excess).result, 1);
    EXPECT_EQ(above.payment_kopecks, 1) << "half a kopeck is a kopeck";
}

TEST(PaymentRules, halves_are_rounded_up) {
    EXPECT_EQ(divide_half_up(5, 10), 1);
    EXPECT_EQ(divide_half_up(4, 10), 0);
    EXPECT_EQ(divide_half_up(1, 3), 0);
    EXPECT_EQ(divide_half_up(2, 3), 1);
    EXPECT_EQ(divide_half_up(0, 7), 0);
    auto input = at_home(0);
    input.services = {{shopping, 33, false}};
    auto situation = region();
    situation.norms[2].value.amount_kopecks = 150;
    EXPECT_EQ(reckoned(input, situation).services_kopecks, 50) << "49.5 kopecks";
}

TEST(PaymentRules, income_of_the_family_is_divided_by_months_and_heads_once) {
    auto input = at_home(0);
    input.members = {member(0), member(0, "Супруг"), member(0, "Внук")};
    input.members[0].incomes = {100, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    input.members[1].incomes = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 98};
    const auto out = reckoned(input);
    EXPECT_EQ(line(out, StepKind::family_income).result, 198);
    EXPECT_EQ(out.average_income_kopecks, 6) << "198 / 36 = 5.5";
    EXPECT_EQ(std::ranges::count(out.steps, StepKind::member_income, &Step::kind), 3);
    EXPECT_EQ(line(out, StepKind::member_income).subject, "Получатель");
}

TEST(PaymentRules, every_result_is_what_its_operands_come_to) {
    auto input = at_home(roubles(31'407, 13));
    input.members.push_back(member(roubles(19'999, 99), "Супруга"));
    input.services = {{shopping, 250, false}, {cleaning, 7, false}};
    const auto out = reckoned(input);
    for (const auto& step : out.steps) {
        std::map<OperandName, std::int64_t> of;
        for (const auto& each : step.operands) of[each.name] = each.value;
        const auto total = std::accumulate(step.operands.begin(), step.operands.end(), std::int64_t{0}, [](std::int64_t sum, const Operand& each) { return sum + each.value; });
        using enum OperandName;
        switch (step.kind) {
            case StepKind::service: EXPECT_EQ(step.result, divide_half_up(of[tariff] * of[quantity], 100)); break;
            case StepKind::services_sum:
            case StepKind::member_income:
            case StepKind::family_income: EXPECT_EQ(step.result, total); break;
            case StepKind::average_income: EXPECT_EQ(step.result, divide_half_up(of[income], of[months] * of[members])); break;
            case StepKind::limit: EXPECT_EQ(step.result, divide_half_up(of[OperandName::minimum] * of[percent], 100)); break;
            case StepKind::excess: EXPECT_EQ(step.result, of[income] - of[OperandName::limit]); break;
            case StepKind::share_ceiling: EXPECT_EQ(step.result, divide_half_up(of[OperandName::excess] * of[percent], 100)); break;
            case StepKind::payment: EXPECT_EQ(step.result, std::min(of[sum], of[ceiling])); break;
            case StepKind::minimum: EXPECT_EQ(step.result, roubles(14'000)); break;
            case StepKind::care_package_service:
            case StepKind::free_category:
            case StepKind::free_care_package:
            case StepKind::free_by_income:
            case StepKind::cap_ceiling: ADD_FAILURE() << "not in this calculation"; break;
        }
    }
    EXPECT_EQ(out.steps.back().result, out.payment_kopecks);
}

TEST(PaymentRules, free_category_pays_nothing_in_any_form_and_says_by_which_act) {
    auto situation = region();
    situation.norms.push_back(norm(9, {NormKind::free_category, {}, {}, {}, "war_invalid", {}, {}}));
    situation.categories = {"minor", "war_invalid"};
    for (auto input : {at_home(roubles(90'000)), residential(roubles(90'000))}) {
        input.members.clear();
        const auto out = reckoned(input, situation);
        EXPECT_EQ(out.payment_kopecks, 0);
        EXPECT_EQ(out.free, FreeOfCharge::category);
        EXPECT_EQ(out.steps.back().subject, "war_invalid");
        EXPECT_EQ(out.steps.back().ground, "приказ № 1");
        EXPECT_GT(out.services_kopecks, 0) << "what they cost is shown all the same";
    }
    situation.categories = {"minor"};
    EXPECT_GT(reckoned(at_home(roubles(90'000)), situation).payment_kopecks, 0) << "the region did not make this category free";
}

TEST(PaymentRules, lines_of_the_care_package_cost_nothing_and_the_others_are_paid) {
    auto situation = region();
    situation.norms.push_back(norm(9, {NormKind::free_care_package, {}, {}, {}, {}, {}, {}}));
    auto input = at_home(roubles(90'000));
    input.services = {{cleaning, 100, true}, {shopping, 100, false}};
    const auto mixed = reckoned(input, situation);
    EXPECT_EQ(mixed.payment_kopecks, roubles(2'300));
    EXPECT_EQ(line(mixed, StepKind::care_package_service).ground, "приказ № 1");
    input.services = {{cleaning, 100, true}};
    input.members.clear();
    const auto only = reckoned(input, situation);
    EXPECT_EQ(only.free, FreeOfCharge::care_package) << "whatever the income";
    EXPECT_THAT(refused(input, region()), ElementsAre("/input/services/0/service payment.no_free_care_package", "/input/members payment.no_family"));
}

TEST(PaymentRules, what_is_not_in_force_is_named_and_never_nothing) {
    auto situation = region();
    situation.norms[2].valid_to = day(2026, 11, 22);
    const auto refusal = calculate(at_home(roubles(24'000)), situation, "/input").error();
    ASSERT_EQ(refusal.fields.size(), 1U);
    EXPECT_EQ(refusal.fields[0].pointer, "/input/services/0/service");
    EXPECT_EQ(refusal.fields[0].code, "payment.no_tariff");
    EXPECT_EQ(refusal.fields[0].arguments.at("service"), "Покупка продуктов");
    EXPECT_EQ(refusal.fields[0].arguments.at("day"), "23.11.2026");
    situation = region();
    situation.norms.erase(situation.norms.begin(), situation.norms.begin() + 2);
    EXPECT_THAT(refused(at_home(roubles(24'000)), situation), ElementsAre("/input/effective_on payment.no_rule", "/input/group payment.no_minimum"));
    situation.norms[0].withdrawn = "опечатка";
    EXPECT_THAT(refused(residential(1), situation), ElementsAre("/input/effective_on payment.no_rule"));
}

TEST(PaymentRules, each_area_has_its_tariff) {
    auto situation = region();
    situation.norms[2] = norm(3, tariff(shopping, 100, Area::city));
    situation.norms.push_back(norm(5, tariff(shopping, 300, Area::village)));
    auto input = at_home(roubles(90'000));
    EXPECT_EQ(reckoned(input, situation).services_kopecks, 100);
    input.area = Area::village;
    EXPECT_EQ(reckoned(input, situation).services_kopecks, 300);
    EXPECT_EQ(line(reckoned(input, situation), StepKind::service).norm, id<Norm>(5));
}

TEST(PaymentRules, a_rule_that_changes_holds_from_its_day) {
    auto situation = region();
    situation.norms[0].valid_to = day(2026, 11, 30);
    situation.norms.push_back(norm(7, rule(200, 30, 60), day(2026, 12, 1)));
    auto input = at_home(roubles(30'000));
    input.effective_on = day(2026, 11, 30);
    const auto before = reckoned(input, situation);
    input.effective_on = day(2026, 12, 1);
    const auto after = reckoned(input, situation);
    EXPECT_EQ(before.payment_kopecks, roubles(2'300));
    EXPECT_EQ(after.limit_kopecks, roubles(28'000));
    EXPECT_EQ(after.payment_kopecks, roubles(600)) << "30 % of 2,000";
    EXPECT_EQ(line(after, StepKind::limit).norm, id<Norm>(7));
    EXPECT_THAT(compare(before, after),
                ElementsAre(Change{Figure::services, roubles(2'300), roubles(2'300)}, Change{Figure::average_income, roubles(30'000), roubles(30'000)},
                            Change{Figure::limit, roubles(21'000), roubles(28'000)}, Change{Figure::payment, roubles(2'300), roubles(600)}));
}

TEST(PaymentRules, what_was_given_is_checked_place_by_place) {
    auto input = at_home(roubles(24'000));
    const auto wrong = [&] {
        std::vector<std::string> out;
        for (const auto& each : faults(input, day(1950, 3, 8), today, "")) out.push_back(each.pointer + " " + each.code);
        return out;
    };
    EXPECT_THAT(wrong(), IsEmpty());
    input.members[0].incomes[3] = -1;
    input.members.push_back({" ", {1, 2}, {}});
    input.services.push_back(input.services[0]);
    input.effective_on = today - 1;
    EXPECT_THAT(wrong(), ElementsAre("/effective_on payment.before_application", "/members/0/incomes/3 payment.no_such_income", "/members/1/who core.required",
                                     "/members/1/incomes payment.twelve_months", "/services/1/service payment.twice"));
    input = at_home(0);
    input.applied_on = input.effective_on = today + 1;
    input.services.clear();
    EXPECT_THAT(wrong(), ElementsAre("/applied_on payment.in_the_future", "/services payment.no_services"));
    input.applied_on = day(1950, 3, 7);
    EXPECT_THAT(wrong(), ElementsAre("/applied_on payment.before_birth", "/services payment.no_services"));
}

}  // namespace
}  // namespace ryadom::payment
