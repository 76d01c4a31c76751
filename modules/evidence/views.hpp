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

struct OutcomesQuery {
    std::optional<Date> as_of;
};
constexpr auto describe(json::Type<OutcomesQuery>) {
    return json::object("EvidenceOutcomesQuery", json::field("as_of", &OutcomesQuery::as_of, "As it was known at the end of this day; absent: today"));
}

/// How a score changed for some people, always a multiple of five of them.
struct ScaleChange {
    std::int64_t people = 0;
    double before = 0;
    double after = 0;
    double change = 0;
    double from = 0;
    double to = 0;
    std::optional<double> improved_percent;
};
constexpr auto describe(json::Type<ScaleChange>) {
    using T = ScaleChange;
    using json::field;
    return json::object("ScaleChange", field("people", &T::people, "People, each once, in fives"), field("before", &T::before, "Mean at the start"),
                        field("after", &T::after, "Mean at the end"), field("change", &T::change, "Mean of end less start"), field("from", &T::from, "95 % interval"),
                        field("to", &T::to, "95 % interval"),
                        field("improved_percent", &T::improved_percent, "Of the people, who improved; absent: the package does not say which way is better"));
}

struct CentreChange {
    Id<network::Organisation> organisation;
    std::string centre;
    ScaleChange change;
};
constexpr auto describe(json::Type<CentreChange>) {
    using T = CentreChange;
    return json::object("CentreChange", json::field("organisation", &T::organisation, "Id"), json::field("centre", &T::centre, "Short title"),
                        json::field("change", &T::change, "How the score changed there"));
}

/// A score of a form that is filled at the start and at the end.
struct ScaleOutcome {
    std::string form;
    practices::Line form_title;
    std::string score;
    practices::Line title;
    bool confidential = false;
    std::optional<practices::Better> better;
    std::optional<double> at_least;
    std::optional<ScaleChange> region;
    std::optional<std::int64_t> unpaired;
    std::vector<CentreChange> centres;
};
constexpr auto describe(json::Type<ScaleOutcome>) {
    using T = ScaleOutcome;
    using json::field;
    return json::object(
        "ScaleOutcome", field("form", &T::form, "Form"), field("form_title", &T::form_title, "Its title"), field("score", &T::score, "Score"),
        field("title", &T::title, "Its title"), field("confidential", &T::confidential, "The form is confidential: told of the region only"),
        field("better", &T::better, "Which way is better; absent: the package does not say"),
        field("at_least", &T::at_least, "From which change on the package speaks of a result; absent: any change to the better"),
        field("region", &T::region, "Over all centres; absent: too few people"),
        field("unpaired", &T::unpaired, "People with one end only, rounded down to a multiple of five; absent: fewer than five"),
        field("centres", &T::centres, "Centres with five people or more, by start"));
}

struct Outcomes {
    Date as_of;
    std::vector<ScaleOutcome> scales;
};
constexpr auto describe(json::Type<Outcomes>) {
    return json::object("EvidenceOutcomes", json::field("as_of", &Outcomes::as_of, "As it was known at the end of this day"),
                        json::field("scales", &Outcomes::scales, "Scores in the order of the package"));
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

/// What it costs that one person improves on a score.
struct ResultCost {
    practices::Line form;
    practices::Line score;
    std::optional<std::int64_t> people;
    std::optional<std::int64_t> per_result;
};
constexpr auto describe(json::Type<ResultCost>) {
    using T = ResultCost;
    using json::field;
    return json::object("ResultCost", field("form", &T::form, "Title of the form"), field("score", &T::score, "Title of the score"),
                        field("people", &T::people, "People who improved and ended in these days, rounded down to a multiple of five; absent: fewer than five"),
                        field("per_result", &T::per_result, "All known parts for one of the rounded number, kopecks"));
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
    std::vector<ResultCost> results;  ///< by score; each is a denominator of its own
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
        field("claimed_per_recipient", &T::claimed_per_recipient, "What the package says"),
        field("results", &T::results, "What one improved person costs, for each score with a better way"));
}

}  // namespace ryadom::evidence
