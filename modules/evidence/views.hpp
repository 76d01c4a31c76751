// The comparison, the cost and the outcomes as screens are given them.
#pragma once

#include "modules/evidence/model.hpp"

namespace ryadom::evidence {

enum class Measure { recipients, facts, minutes };
constexpr auto names(json::Type<Measure>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{Measure::recipients, "recipients"sv}, std::pair{Measure::facts, "facts"sv}, std::pair{Measure::minutes, "minutes"sv}};
}

struct ComparisonQuery {
    Measure measure = Measure::recipients;
};
constexpr auto describe(json::Type<ComparisonQuery>) {
    return json::object("ComparisonQuery", json::field("measure", &ComparisonQuery::measure, "What is compared"));
}

/// What must hold for the effect to mean what it says, as far as the data show it.
enum class Assumption { centres, months, waiting, alike_before };
constexpr auto names(json::Type<Assumption>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{Assumption::centres, "centres"sv}, std::pair{Assumption::months, "months"sv}, std::pair{Assumption::waiting, "waiting"sv},
                      std::pair{Assumption::alike_before, "alike_before"sv}};
}
enum class Verdict { holds, broken, unknown };
constexpr auto names(json::Type<Verdict>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{Verdict::holds, "holds"sv}, std::pair{Verdict::broken, "broken"sv}, std::pair{Verdict::unknown, "unknown"sv}};
}

struct AssumptionState {
    Assumption assumption = Assumption::centres;
    Verdict verdict = Verdict::unknown;
};
constexpr auto describe(json::Type<AssumptionState>) {
    return json::object("AssumptionState", json::field("assumption", &AssumptionState::assumption, "Which"),
                        json::field("verdict", &AssumptionState::verdict, "Whether it holds"));
}

/// A row of the picture of the design.
struct ComparedCentre {
    Id<network::Organisation> organisation;
    std::string centre;
    std::optional<Date> started_on;
};
constexpr auto describe(json::Type<ComparedCentre>) {
    return json::object("ComparedCentre", json::field("organisation", &ComparedCentre::organisation, "Id"),
                        json::field("centre", &ComparedCentre::centre, "Short title"), json::field("started_on", &ComparedCentre::started_on, "First day; absent: not yet"));
}

/// What a month was like on average: for those that had started on its first day, and for those that had not by its last.
struct ComparedMonth {
    Date month;
    int centres_started = 0;
    int centres_waiting = 0;
    std::optional<double> started;
    std::optional<double> waiting;
};
constexpr auto describe(json::Type<ComparedMonth>) {
    using T = ComparedMonth;
    using json::field;
    return json::object("ComparedMonth", field("month", &T::month, "First day"), field("centres_started", &T::centres_started, "Centres that had started"),
                        field("centres_waiting", &T::centres_waiting, "Centres that had not"), field("started", &T::started, "Mean of those that had started"),
                        field("waiting", &T::waiting, "Mean of those that had not"));
}

struct FoundEffect {
    double estimate = 0;
    double from = 0;
    double to = 0;
    double within_months = 0;
    double chance = 0;
    bool proven = false;
};
constexpr auto describe(json::Type<FoundEffect>) {
    using T = FoundEffect;
    using json::field;
    return json::object("FoundEffect", field("estimate", &T::estimate, "Change after the start"), field("from", &T::from, "95 % interval"),
                        field("to", &T::to, "95 % interval"), field("within_months", &T::within_months, "The same, each month compared within itself only"),
                        field("chance", &T::chance, "How often starts dealt out by chance show at least such a difference"),
                        field("proven", &T::proven, "The interval does not hold 0, chance is rare, and no assumption is broken"));
}

struct Comparison {
    Measure measure = Measure::recipients;
    std::vector<ComparedMonth> months;
    std::vector<ComparedCentre> centres;  ///< by start, those that wait last
    int left_out = 0;
    int months_that_tell = 0;
    std::optional<double> trend_before;
    std::vector<AssumptionState> assumptions;
    std::optional<FoundEffect> effect;
};
constexpr auto describe(json::Type<Comparison>) {
    using T = Comparison;
    using json::field;
    return json::object("EvidenceComparison", field("measure", &T::measure, "What is compared"), field("months", &T::months, "Month by month"),
                        field("centres", &T::centres, "Centres compared"), field("left_out", &T::left_out, "Centres without what the measure needs"),
                        field("months_that_tell", &T::months_that_tell, "Months with both centres that had started and centres that had not"),
                        field("trend_before", &T::trend_before, "How much faster early starters grew a month before anybody started"),
                        field("assumptions", &T::assumptions, "What must hold"), field("effect", &T::effect, "Absent: no comparison is possible"));
}

struct CostQuery {
    std::optional<Date> from;
    std::optional<Date> to;
};
constexpr auto describe(json::Type<CostQuery>) {
    return json::object("EvidenceCostQuery", json::field("from", &CostQuery::from, "First day of a month; absent: twelve whole months"),
                        json::field("to", &CostQuery::to, "Last day of a month"));
}

struct WorkCost {
    std::string qualification;
    std::int64_t minutes = 0;
    std::int64_t hour_kopecks = 0;
    std::int64_t kopecks = 0;
};
constexpr auto describe(json::Type<WorkCost>) {
    using T = WorkCost;
    using json::field;
    return json::object("WorkCost", field("qualification", &T::qualification, "Qualification"), field("minutes", &T::minutes, "Minutes of facts"),
                        field("hour_kopecks", &T::hour_kopecks, "Rate of an hour"), field("kopecks", &T::kopecks, "Minutes at that rate"));
}

/// What is paid for having the practice at all: an amount for a centre and month, times how many of those there were.
struct StandingCost {
    std::int64_t kopecks = 0;  ///< of one centre: to start, or a month
    std::int64_t part = 0;     ///< of all centres in these days
    int months = 0;            ///< of centres that bear it
};
constexpr auto describe(json::Type<StandingCost>) {
    return json::object("StandingCost", json::field("kopecks", &StandingCost::kopecks, "For one centre"),
                        json::field("part", &StandingCost::part, "For all centres in these days"),
                        json::field("months", &StandingCost::months, "Months of centres that bear it, added up"));
}

struct Cost {
    Date from;
    Date to;
    std::vector<WorkCost> work;
    std::int64_t minutes_without_rate = 0;
    int centre_months = 0;
    int spread_months = 0;
    std::optional<StandingCost> start;
    std::optional<StandingCost> monthly;
    std::int64_t known_kopecks = 0;
    bool complete = false;
    std::optional<std::int64_t> recipients;
    std::optional<std::int64_t> per_recipient;
    std::optional<std::int64_t> claimed_per_recipient;
};
constexpr auto describe(json::Type<Cost>) {
    using T = Cost;
    using json::field;
    return json::object(
        "EvidenceCost", field("from", &T::from, "First day"), field("to", &T::to, "Last day"), field("work", &T::work, "Work by qualification and rate; none for fewer than five people"),
        field("minutes_without_rate", &T::minutes_without_rate, "Minutes of whoever holds no qualification that the package asks for and the region has a rate of"),
        field("centre_months", &T::centre_months, "Months in which centres ran the practice, added up"),
        field("spread_months", &T::spread_months, "Over how many months the cost of a start is spread"),
        field("start", &T::start, "Cost to start; absent: neither package nor region say it"), field("monthly", &T::monthly, "Cost a month; absent: the package leaves it open"),
        field("known_kopecks", &T::known_kopecks, "All parts that are known"), field("complete", &T::complete, "Whether those are all parts"),
        field("recipients", &T::recipients, "People, each once, rounded down to a multiple of five; absent: fewer than five"),
        field("per_recipient", &T::per_recipient, "All known parts for one of the rounded number, kopecks"),
        field("claimed_per_recipient", &T::claimed_per_recipient, "What the package says"));
}

}  // namespace ryadom::evidence
