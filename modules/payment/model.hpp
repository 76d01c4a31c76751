// What the region set in money and shares, each from a day to a day.
#pragma once

#include "modules/catalogue/catalogue.hpp"

#include <array>

namespace ryadom::payment {

/// Prices may differ between them.
enum class Area { city, village };
constexpr auto names(json::Type<Area>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{Area::city, "city"sv}, std::pair{Area::village, "village"sv}};
}

/// The subsistence minimum is set for each.
enum class PopulationGroup { per_capita, working_age, pensioner, child };
constexpr auto names(json::Type<PopulationGroup>) {
    using namespace std::string_view_literals;
    using enum PopulationGroup;
    return std::array{std::pair{per_capita, "per_capita"sv}, std::pair{working_age, "working_age"sv}, std::pair{pensioner, "pensioner"sv}, std::pair{child, "child"sv}};
}

enum class NormKind {
    tariff,               ///< what the recipient pays for a unit of a service
    per_capita_norm,      ///< what the unit costs the budget
    subsistence_minimum,  ///< of a group, a month
    payment_rule,
    free_category,        ///< whom the law serves free of charge in every form
    free_care_package     ///< the package of long-term care is free whatever the income
};
constexpr auto names(json::Type<NormKind>) {
    using namespace std::string_view_literals;
    using enum NormKind;
    return std::array{std::pair{tariff, "tariff"sv}, std::pair{per_capita_norm, "per_capita_norm"sv}, std::pair{subsistence_minimum, "subsistence_minimum"sv},
                      std::pair{payment_rule, "payment_rule"sv}, std::pair{free_category, "free_category"sv}, std::pair{free_care_package, "free_care_package"sv}};
}

/// How the payment follows from the income.
struct PaymentRule {
    int limit_percent = 0;  ///< of the subsistence minimum: up to there home and semi-residential care are free
    int share_percent = 0;  ///< of the income above the limit: at most so much is paid for them
    int cap_percent = 0;    ///< of the income: at most so much is paid for residential care
};
constexpr auto describe(json::Type<PaymentRule>) {
    using json::field;
    using json::range;
    using T = PaymentRule;
    return json::object("PaymentRule", field("limit_percent", &T::limit_percent, "The limit of free care, in percent of the subsistence minimum", range(1, 1000)),
                        field("share_percent", &T::share_percent, "At home and semi-residential: at most these percent of the income above the limit", range(0, 100)),
                        field("cap_percent", &T::cap_percent, "Residential: at most these percent of the income", range(0, 100)));
}

constexpr auto amount_limits = json::range(0, 100'000'000'000);

/// Which fields a norm has follows from its kind.
struct NormValue {
    NormKind kind = NormKind::tariff;
    std::optional<Id<catalogue::Service>> service;
    std::optional<Area> area;  ///< absent: in city and village alike
    std::optional<PopulationGroup> group;
    std::optional<std::string> category;  ///< a code of the region's list of categories
    std::optional<std::int64_t> amount_kopecks;
    std::optional<PaymentRule> rule;
};
constexpr auto describe(json::Type<NormValue>) {
    using json::field;
    using T = NormValue;
    return json::object("PaymentNormValue", field("kind", &T::kind, "Kind"), field("service", &T::service, "Service, of a tariff and of a per-capita norm"),
                        field("area", &T::area, "Where it holds; absent: everywhere"), field("group", &T::group, "Group, of a subsistence minimum"),
                        field("category", &T::category, "Category of payment that is free", json::length(1, 60)),
                        field("amount_kopecks", &T::amount_kopecks, "Kopecks a unit or a month", amount_limits),
                        field("rule", &T::rule, "Rule of payment"));
}

struct Norm {
    Id<Norm> id;
    NormValue value;
    std::string ground;  ///< the act that set it
    Date valid_from;
    std::optional<Date> valid_to;
    Date recorded_on;
    std::optional<std::string> withdrawn;  ///< why it was wrong from the beginning
};
constexpr auto describe(json::Type<Norm>) {
    using json::field;
    using T = Norm;
    return json::object("PaymentNorm", field("id", &T::id, "Id"), field("value", &T::value, "What is set"), field("ground", &T::ground, "The act that set it"),
                        field("valid_from", &T::valid_from, "In force from"), field("valid_to", &T::valid_to, "In force until"),
                        field("recorded_on", &T::recorded_on, "Day of recording"),
                        field("withdrawn", &T::withdrawn, "Why it was withdrawn: it was wrong from the beginning"));
}

constexpr auto ground_limits = json::length(3, 300);

/// What one act sets from one day on.
struct NewNorms {
    Date valid_from;
    std::optional<Date> valid_to;
    std::string ground;
    std::vector<NormValue> norms;
};
constexpr auto describe(json::Type<NewNorms>) {
    using json::field;
    using T = NewNorms;
    return json::object("NewPaymentNorms", field("valid_from", &T::valid_from, "In force from"), field("valid_to", &T::valid_to, "In force until"),
                        field("ground", &T::ground, "The act that sets them", ground_limits),
                        field("norms", &T::norms, "What is set", json::length(1, 1000)));
}

inline bool holds_on(const Norm& norm, Date day) { return !norm.withdrawn && norm.valid_from <= day && (!norm.valid_to || day <= *norm.valid_to); }

}  // namespace ryadom::payment
