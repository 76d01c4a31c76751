// What a person's month comes to: what was delivered, at which price, and what of it is paid.
#pragma once

#include "modules/catalogue/catalogue.hpp"
#include "modules/payment/payment.hpp"

namespace ryadom::acts {

enum class LineKind {
    priced,        ///< by the tariff of the day and place
    care_package,  ///< of the package of long-term care: free
    unpriced       ///< no tariff was in force: the sum is not known
};
constexpr auto names(json::Type<LineKind>) {
    using namespace std::string_view_literals;
    using enum LineKind;
    return std::array{std::pair{priced, "priced"sv}, std::pair{care_package, "care_package"sv}, std::pair{unpriced, "unpriced"sv}};
}

/// A service at one price.
struct BillLine {
    Id<catalogue::Service> service;
    std::string code;
    std::string title;  ///< as the catalogue called it at the closing
    std::string unit;
    LineKind kind = LineKind::priced;
    int part = 0;      ///< which of the parts it belongs to
    int facts = 0;
    int quantity = 0;  ///< hundredths of a unit
    std::optional<std::int64_t> price_kopecks;
    std::int64_t sum_kopecks = 0;
    std::optional<std::string> ground;  ///< the act behind the price
};
constexpr auto describe(json::Type<BillLine>) {
    using json::field;
    using T = BillLine;
    return json::object("BillLine", field("service", &T::service, "Service"), field("code", &T::code, "Its code"), field("title", &T::title, "Its title"),
                        field("unit", &T::unit, "Unit"), field("kind", &T::kind, "How the price is known"), field("part", &T::part, "Index of the part that it belongs to"),
                        field("facts", &T::facts, "Facts"), field("quantity", &T::quantity, "Hundredths of a unit"),
                        field("price_kopecks", &T::price_kopecks, "Kopecks a unit"), field("sum_kopecks", &T::sum_kopecks, "Kopecks"),
                        field("ground", &T::ground, "The act behind the price"));
}

/// The days of a month on which one assessment was in effect.
struct BillPart {
    std::optional<Id<payment::Assessment>> assessment;  ///< absent: nothing was reckoned for these days
    std::optional<Date> effective_on;
    std::optional<payment::FreeOfCharge> free;
    std::optional<std::int64_t> ceiling_kopecks;  ///< at most so much is paid a month
    std::int64_t sum_kopecks = 0;
    std::optional<std::int64_t> payable_kopecks;  ///< absent: not known
};
constexpr auto describe(json::Type<BillPart>) {
    using json::field;
    using T = BillPart;
    return json::object("BillPart", field("assessment", &T::assessment, "The assessment by which is paid; absent: there was none"),
                        field("effective_on", &T::effective_on, "Since when it is in effect"), field("free", &T::free, "Why nothing is paid"),
                        field("ceiling_kopecks", &T::ceiling_kopecks, "At most so many kopecks are paid a month"), field("sum_kopecks", &T::sum_kopecks, "Services by tariffs"),
                        field("payable_kopecks", &T::payable_kopecks, "Paid; absent: not known"));
}

struct Bill {
    std::vector<BillLine> lines;
    std::vector<BillPart> parts;
    int facts = 0;
    std::int64_t sum_kopecks = 0;
    std::optional<std::int64_t> payable_kopecks;  ///< absent: what is paid for some part is not known
    std::optional<std::int64_t> budget_kopecks;   ///< what of the sum the recipient does not pay
};
constexpr auto describe(json::Type<Bill>) {
    using json::field;
    using T = Bill;
    return json::object("Bill", field("lines", &T::lines, "Services"), field("parts", &T::parts, "Payment by the assessments in effect"), field("facts", &T::facts, "Facts"),
                        field("sum_kopecks", &T::sum_kopecks, "Services by tariffs"), field("payable_kopecks", &T::payable_kopecks, "Paid by the recipient; absent: not known"),
                        field("budget_kopecks", &T::budget_kopecks, "What of the sum the budget carries"));
}

/// A service of which a correction says something else than what was reported.
struct LineChange {
    Id<catalogue::Service> service;
    std::string title;
    std::string unit;
    int quantity_before = 0;
    int quantity_after = 0;
    std::int64_t sum_before_kopecks = 0;
    std::int64_t sum_after_kopecks = 0;
};
constexpr auto describe(json::Type<LineChange>) {
    using json::field;
    using T = LineChange;
    return json::object("BillLineChange", field("service", &T::service, "Service"), field("title", &T::title, "Its title"), field("unit", &T::unit, "Unit"),
                        field("quantity_before", &T::quantity_before, "Hundredths of a unit as reported"), field("quantity_after", &T::quantity_after, "Hundredths of a unit as it was"),
                        field("sum_before_kopecks", &T::sum_before_kopecks, "Kopecks as reported"), field("sum_after_kopecks", &T::sum_after_kopecks, "Kopecks as it was"));
}

/// Why a closed month comes to something else.
struct Causes {
    int late = 0;          ///< facts recorded after it was closed
    int taken_back = 0;    ///< facts taken back after it was closed
    int merged = 0;        ///< facts that turned out to be another person's
    bool assessment = false;
    bool tariff = false;
};
constexpr auto describe(json::Type<Causes>) {
    using json::field;
    using T = Causes;
    return json::object("CorrectionCauses", field("late", &T::late, "Facts recorded after the month was closed"), field("taken_back", &T::taken_back, "Facts taken back after that"),
                        field("merged", &T::merged, "Facts that turned out to be another person's"), field("assessment", &T::assessment, "Another assessment is in effect"),
                        field("tariff", &T::tariff, "A tariff of those days was set or withdrawn later"));
}

}  // namespace ryadom::acts
