#include "modules/payment/rules.hpp"

#include "modules/payment/rules_norms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace ryadom::payment {
namespace {

constexpr std::int64_t hundred = 100;

/// Sums so that every intermediate product stays far below the largest number: 20 people × 12 months × this × 1000 percent.
constexpr std::int64_t largest_income = 10'000'000'000;

class Reckoning {
  public:
    Reckoning(const AssessmentInput& input, const Situation& situation, const std::string& pointer)
        : input_(input), situation_(situation), pointer_(pointer) {}

    Checked<Calculation> run() {
        services();
        if (!by_category() && !by_care_package()) {
            const auto income = average_income();
            if (input_.care_form == CareForm::residential) residential(income);
            else at_limit(income);
        }
        if (!errors_.empty()) return std::unexpected(Refusal{Refusal::Kind::invalid, "core.invalid", {}, std::move(errors_)});
        return std::move(out_);
    }

  private:
    Step& step(StepKind kind, std::vector<Operand> operands, std::int64_t result) {
        out_.steps.push_back({kind, std::move(operands), result, {}, {}, {}, {}});
        return out_.steps.back();
    }
    Step& step(StepKind kind, std::vector<Operand> operands, std::int64_t result, const Norm& norm) {
        auto& out = step(kind, std::move(operands), result);
        out.norm = norm.id;
        out.ground = norm.ground;
        return out;
    }
    void fault(const std::string& at, std::string code, Arguments arguments = {}) {
        arguments.emplace("day", written(input_.effective_on));
        errors_.push_back({pointer_ + at, std::move(code), std::move(arguments)});
    }
    template <class Fits>
    const Norm* norm(NormKind kind, Fits fits) const {
        const auto found = std::ranges::find_if(situation_.norms, [&](const Norm& each) {
            return each.value.kind == kind && holds_on(each, input_.effective_on) && fits(each.value);
        });
        return found == situation_.norms.end() ? nullptr : &*found;
    }
    const Norm* norm(NormKind kind) const {
        return norm(kind, [](const NormValue&) { return true; });
    }

    void services() {
        std::vector<Operand> addends;
        for (std::size_t i = 0; i < input_.services.size(); ++i) {
            if (const auto sum = service(i)) addends.push_back({OperandName::sum, *sum});
        }
        for (const auto& each : addends) out_.services_kopecks += each.value;
        step(StepKind::services_sum, std::move(addends), out_.services_kopecks);
    }

    std::optional<std::int64_t> service(std::size_t place) {
        const auto& wanted = input_.services[place];
        const auto at = fmt::format("/services/{}/service", place);
        const auto title = situation_.services.find(wanted.service);
        if (title == situation_.services.end()) return fault(at, "core.absent"), std::nullopt;
        if (wanted.care_package) {
            const auto* free = norm(NormKind::free_care_package);
            if (!free) return fault(at, "payment.no_free_care_package"), std::nullopt;
            step(StepKind::care_package_service, {{OperandName::quantity, wanted.quantity}}, 0, *free).service = wanted.service;
            return 0;
        }
        const auto* tariff = norm(NormKind::tariff, [&](const NormValue& each) { return each.service == wanted.service && (!each.area || *each.area == input_.area); });
        if (!tariff) return fault(at, "payment.no_tariff", {{"service", title->second}}), std::nullopt;
        const auto price = tariff->value.amount_kopecks.value_or(0);
        const auto sum = divide_half_up(price * wanted.quantity, hundred);
        step(StepKind::service, {{OperandName::tariff, price}, {OperandName::quantity, wanted.quantity}}, sum, *tariff).service = wanted.service;
        return sum;
    }

    void free_of_charge(FreeOfCharge why) {
        out_.free = why;
        out_.payment_kopecks = 0;
    }

    bool by_category() {
        for (const auto& category : situation_.categories) {
            const auto* free = norm(NormKind::free_category, [&](const NormValue& each) { return each.category == category; });
            if (!free) continue;
            step(StepKind::free_category, {{OperandName::sum, out_.services_kopecks}}, 0, *free).subject = category;
            free_of_charge(FreeOfCharge::category);
            return true;
        }
        return false;
    }

    /// Nothing but the package: nobody needs to tell the income.
    bool by_care_package() {
        const bool only = !input_.services.empty() && std::ranges::all_of(input_.services, &PaidService::care_package);
        const auto* free = only ? norm(NormKind::free_care_package) : nullptr;
        if (!free) return false;
        step(StepKind::free_care_package, {{OperandName::sum, out_.services_kopecks}}, 0, *free);
        free_of_charge(FreeOfCharge::care_package);
        return true;
    }

    std::int64_t average_income() {
        if (input_.members.empty()) return fault("/members", "payment.no_family"), 0;
        std::vector<Operand> totals;
        std::int64_t family = 0;
        for (const auto& member : input_.members) {
            std::vector<Operand> months;
            std::int64_t total = 0;
            for (const auto income : member.incomes) {
                months.push_back({OperandName::income, income});
                total += income;
            }
            auto& line = step(StepKind::member_income, std::move(months), total);
            line.subject = member.who;
            line.ground = member.document;
            totals.push_back({OperandName::income, total});
            family += total;
        }
        step(StepKind::family_income, std::move(totals), family);
        const auto heads = static_cast<std::int64_t>(input_.members.size());
        const auto average = divide_half_up(family, months_of_income * heads);
        step(StepKind::average_income, {{OperandName::income, family}, {OperandName::months, months_of_income}, {OperandName::members, heads}}, average);
        out_.average_income_kopecks = average;
        return average;
    }

    const Norm* rule() {
        const auto* found = norm(NormKind::payment_rule);
        if (!found) fault("/effective_on", "payment.no_rule");
        return found;
    }

    void at_limit(std::int64_t income) {
        const auto* rules = rule();
        const auto* minimum = norm(NormKind::subsistence_minimum, [&](const NormValue& each) { return each.group == input_.group; });
        if (!minimum) fault("/group", "payment.no_minimum");
        if (!rules || !minimum) return;
        const auto base = minimum->value.amount_kopecks.value_or(0);
        step(StepKind::minimum, {}, base, *minimum).subject = json::name_of(input_.group);
        const auto percent = rules->value.rule->limit_percent;
        const auto limit = divide_half_up(base * percent, hundred);
        step(StepKind::limit, {{OperandName::minimum, base}, {OperandName::percent, percent}}, limit, *rules);
        out_.limit_kopecks = limit;
        if (income <= limit) {
            step(StepKind::free_by_income, {{OperandName::income, income}, {OperandName::limit, limit}}, 0, *rules);
            return free_of_charge(FreeOfCharge::income);
        }
        const auto excess = income - limit;
        step(StepKind::excess, {{OperandName::income, income}, {OperandName::limit, limit}}, excess);
        const auto share = rules->value.rule->share_percent;
        const auto ceiling = divide_half_up(excess * share, hundred);
        step(StepKind::share_ceiling, {{OperandName::excess, excess}, {OperandName::percent, share}}, ceiling, *rules);
        smaller(ceiling);
    }

    void residential(std::int64_t income) {
        const auto* rules = rule();
        if (!rules) return;
        const auto cap = rules->value.rule->cap_percent;
        const auto ceiling = divide_half_up(income * cap, hundred);
        step(StepKind::cap_ceiling, {{OperandName::income, income}, {OperandName::percent, cap}}, ceiling, *rules);
        smaller(ceiling);
    }

    void smaller(std::int64_t ceiling) {
        out_.payment_kopecks = std::min(out_.services_kopecks, ceiling);
        step(StepKind::payment, {{OperandName::sum, out_.services_kopecks}, {OperandName::ceiling, ceiling}}, out_.payment_kopecks);
    }

    const AssessmentInput& input_;
    const Situation& situation_;
    const std::string& pointer_;
    Calculation out_;
    std::vector<FieldError> errors_;
};

void check_member(std::vector<FieldError>& out, const FamilyMember& member, const std::string& at) {
    if (member.who.find_first_not_of(' ') == std::string::npos) out.push_back({at + "/who", "core.required", {}});
    if (std::ssize(member.incomes) != months_of_income) out.push_back({at + "/incomes", "payment.twelve_months", {}});
    for (std::size_t i = 0; i < member.incomes.size(); ++i)
        if (member.incomes[i] < 0 || member.incomes[i] > largest_income) out.push_back({fmt::format("{}/incomes/{}", at, i), "payment.no_such_income", {}});
}

}  // namespace

std::vector<FieldError> faults(const AssessmentInput& input, Date birth, Date today, const std::string& pointer) {
    std::vector<FieldError> out;
    if (input.applied_on > today) out.push_back({pointer + "/applied_on", "payment.in_the_future", {}});
    if (input.applied_on < birth) out.push_back({pointer + "/applied_on", "payment.before_birth", {}});
    if (input.effective_on < input.applied_on) out.push_back({pointer + "/effective_on", "payment.before_application", {}});
    if (input.services.empty()) out.push_back({pointer + "/services", "payment.no_services", {}});
    for (std::size_t i = 0; i < input.members.size(); ++i) check_member(out, input.members[i], fmt::format("{}/members/{}", pointer, i));
    for (std::size_t i = 1; i < input.services.size(); ++i) {
        const auto before = std::span(input.services).first(i);
        const auto& each = input.services[i];
        if (std::ranges::any_of(before, [&](const PaidService& other) { return other.service == each.service && other.care_package == each.care_package; }))
            out.push_back({fmt::format("{}/services/{}/service", pointer, i), "payment.twice", {}});
    }
    return out;
}

Checked<Calculation> calculate(const AssessmentInput& input, const Situation& situation, const std::string& pointer) {
    return Reckoning(input, situation, pointer).run();
}

std::vector<Change> compare(const Calculation& before, const Calculation& after) {
    std::vector<Change> out{{Figure::services, before.services_kopecks, after.services_kopecks}};
    const auto add = [&](Figure figure, const std::optional<std::int64_t>& one, const std::optional<std::int64_t>& other) {
        if (one || other) out.push_back({figure, one, other});
    };
    add(Figure::average_income, before.average_income_kopecks, after.average_income_kopecks);
    add(Figure::limit, before.limit_kopecks, after.limit_kopecks);
    out.push_back({Figure::payment, before.payment_kopecks, after.payment_kopecks});
    return out;
}

}  // namespace ryadom::payment
