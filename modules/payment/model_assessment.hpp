// What a person is able to pay: what was given and every line of what followed from it.
#pragma once

#include "modules/network/network.hpp"
#include "modules/payment/model.hpp"

namespace ryadom::payment {

enum class CareForm { home, semi_residential, residential };
constexpr auto names(json::Type<CareForm>) {
    using namespace std::string_view_literals;
    using enum CareForm;
    return std::array{std::pair{home, "home"sv}, std::pair{semi_residential, "semi_residential"sv}, std::pair{residential, "residential"sv}};
}

/// Incomes of the twelve months before that of the application, the earliest first.
constexpr int months_of_income = 12;

struct FamilyMember {
    std::string who;
    std::vector<std::int64_t> incomes;
    std::optional<std::string> document;  ///< what the incomes stand on
};
constexpr auto describe(json::Type<FamilyMember>) {
    using json::field;
    using json::length;
    using T = FamilyMember;
    return json::object("PaymentFamilyMember", field("who", &T::who, "Who: the recipient, a spouse…", length(1, 100)),
                        field("incomes", &T::incomes, "Kopecks of the twelve months before the application, the earliest first", length(0, months_of_income)),
                        field("document", &T::document, "What the incomes stand on", length(0, 300)));
}

struct PaidService {
    Id<catalogue::Service> service;
    int quantity = 100;         ///< hundredths of a unit a month
    bool care_package = false;  ///< of the package of long-term care
};
constexpr auto describe(json::Type<PaidService>) {
    using json::field;
    using T = PaidService;
    return json::object("PaymentService", field("service", &T::service, "Service"),
                        field("quantity", &T::quantity, "Hundredths of a unit a month", json::range(1, 1'000'000)),
                        field("care_package", &T::care_package, "Of the package of long-term care"));
}

struct AssessmentInput {
    CareForm care_form = CareForm::home;
    Area area = Area::city;
    PopulationGroup group = PopulationGroup::pensioner;
    Date applied_on;
    Date effective_on;  ///< norms are those of this day
    std::vector<FamilyMember> members;
    std::vector<PaidService> services;
};
constexpr auto describe(json::Type<AssessmentInput>) {
    using json::field;
    using json::length;
    using T = AssessmentInput;
    return json::object("PaymentInput", field("care_form", &T::care_form, "Form of care"), field("area", &T::area, "Where the person lives"),
                        field("group", &T::group, "Whose subsistence minimum counts"), field("applied_on", &T::applied_on, "Day of the application"),
                        field("effective_on", &T::effective_on, "Paid from; norms are those of this day"),
                        field("members", &T::members, "The family with its incomes", length(0, 20)),
                        field("services", &T::services, "Services of a month", length(0, 100)));
}

/// A line of the calculation.
enum class StepKind { service, care_package_service, services_sum, free_category, free_care_package, member_income, family_income, average_income,
                      minimum, limit, free_by_income, excess, share_ceiling, cap_ceiling, payment };
constexpr auto names(json::Type<StepKind>) {
    using namespace std::string_view_literals;
    using enum StepKind;
    return std::array{std::pair{service, "service"sv}, std::pair{care_package_service, "care_package_service"sv}, std::pair{services_sum, "services_sum"sv},
                      std::pair{free_category, "free_category"sv}, std::pair{free_care_package, "free_care_package"sv},
                      std::pair{member_income, "member_income"sv}, std::pair{family_income, "family_income"sv}, std::pair{average_income, "average_income"sv},
                      std::pair{minimum, "minimum"sv}, std::pair{limit, "limit"sv}, std::pair{free_by_income, "free_by_income"sv}, std::pair{excess, "excess"sv},
                      std::pair{share_ceiling, "share_ceiling"sv}, std::pair{cap_ceiling, "cap_ceiling"sv}, std::pair{payment, "payment"sv}};
}

/// What a line reckons with. Money is in kopecks, a quantity in hundredths.
enum class OperandName { tariff, quantity, sum, income, months, members, minimum, percent, limit, excess, ceiling };
constexpr auto names(json::Type<OperandName>) {
    using namespace std::string_view_literals;
    using enum OperandName;
    return std::array{std::pair{tariff, "tariff"sv}, std::pair{quantity, "quantity"sv}, std::pair{sum, "sum"sv}, std::pair{income, "income"sv},
                      std::pair{months, "months"sv}, std::pair{members, "members"sv}, std::pair{minimum, "minimum"sv}, std::pair{percent, "percent"sv},
                      std::pair{limit, "limit"sv}, std::pair{excess, "excess"sv}, std::pair{ceiling, "ceiling"sv}};
}

struct Operand {
    OperandName name = OperandName::sum;
    std::int64_t value = 0;
    bool operator==(const Operand&) const = default;
};
constexpr auto describe(json::Type<Operand>) {
    using json::field;
    return json::object("PaymentOperand", field("name", &Operand::name, "What it is"), field("value", &Operand::value, "Kopecks, hundredths, percent or a count"));
}

struct Step {
    StepKind kind = StepKind::payment;
    std::vector<Operand> operands;
    std::int64_t result = 0;
    std::optional<Id<catalogue::Service>> service;
    std::optional<std::string> subject;  ///< who, or the code of the category or group
    std::optional<Id<Norm>> norm;
    std::optional<std::string> ground;
};
constexpr auto describe(json::Type<Step>) {
    using json::field;
    using T = Step;
    return json::object("PaymentStep", field("kind", &T::kind, "What is reckoned"), field("operands", &T::operands, "With what"),
                        field("result", &T::result, "Kopecks"), field("service", &T::service, "Service"),
                        field("subject", &T::subject, "Member of the family, category or group"), field("norm", &T::norm, "Norm that was used"),
                        field("ground", &T::ground, "The act behind it"));
}

/// Why nothing is paid, whatever the services cost.
enum class FreeOfCharge { category, care_package, income };
constexpr auto names(json::Type<FreeOfCharge>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{FreeOfCharge::category, "category"sv}, std::pair{FreeOfCharge::care_package, "care_package"sv}, std::pair{FreeOfCharge::income, "income"sv}};
}

struct Calculation {
    std::vector<Step> steps;
    std::int64_t services_kopecks = 0;
    std::optional<std::int64_t> average_income_kopecks;
    std::optional<std::int64_t> limit_kopecks;
    std::int64_t payment_kopecks = 0;
    std::optional<FreeOfCharge> free;
};
constexpr auto describe(json::Type<Calculation>) {
    using json::field;
    using T = Calculation;
    return json::object("PaymentCalculation", field("steps", &T::steps, "Line by line"), field("services_kopecks", &T::services_kopecks, "Services of a month by tariffs"),
                        field("average_income_kopecks", &T::average_income_kopecks, "Average income a head and month"),
                        field("limit_kopecks", &T::limit_kopecks, "Up to where care is free"), field("payment_kopecks", &T::payment_kopecks, "Payment of a month"),
                        field("free", &T::free, "Why nothing is paid"));
}

enum class Figure { services, average_income, limit, payment };
constexpr auto names(json::Type<Figure>) {
    using namespace std::string_view_literals;
    using enum Figure;
    return std::array{std::pair{services, "services"sv}, std::pair{average_income, "average_income"sv}, std::pair{limit, "limit"sv}, std::pair{payment, "payment"sv}};
}

/// A figure before and after a recalculation, in kopecks.
struct Change {
    Figure figure = Figure::payment;
    std::optional<std::int64_t> before;
    std::optional<std::int64_t> after;
    bool operator==(const Change&) const = default;
};
constexpr auto describe(json::Type<Change>) {
    using json::field;
    return json::object("PaymentChange", field("figure", &Change::figure, "Figure"), field("before", &Change::before, "Before"), field("after", &Change::after, "After"));
}

}  // namespace ryadom::payment
