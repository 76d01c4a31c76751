// What events led to: computed from who was there and from the matrix, never typed.
#pragma once

#include "modules/exchange/store.hpp"

#include <map>

namespace ryadom::exchange {

/// A centre and a practice that was shown to it.
struct StepView {
    Named organisation;
    Named practice;
    bool before = false;  ///< adopted before the event
    bool in_time = false; ///< adopted within 90 days
    std::optional<Date> chosen_on;
    std::optional<Date> started_on;
    std::optional<rollout::Stage> stage;
};
constexpr auto describe(json::Type<StepView>) {
    using T = StepView;
    using json::field;
    return json::object("ExchangeStep", field("organisation", &T::organisation, "Centre that was there"), field("practice", &T::practice, "Practice that was shown"),
                        field("before", &T::before, "Adopted before the event"), field("in_time", &T::in_time, "Adopted within 90 days"),
                        field("chosen_on", &T::chosen_on, "Adopted on"), field("started_on", &T::started_on, "Started on"), field("stage", &T::stage, "Stage now"));
}

struct OutcomeView {
    int attended = 0;
    int could = 0;
    int adopted = 0;
    int started = 0;
};
constexpr auto describe(json::Type<OutcomeView>) {
    using T = OutcomeView;
    using json::field;
    return json::object("ExchangeOutcome", field("attended", &T::attended, "Centres that were there, without the host"),
                        field("could", &T::could, "Of these, had not yet adopted all that was shown"),
                        field("adopted", &T::adopted, "Of these, took something home within 90 days"), field("started", &T::started, "Of these, have started"));
}

struct ResultView {
    Date until;            ///< the 90th day
    bool settled = false;  ///< it is past
    OutcomeView outcome;
    std::vector<StepView> steps;  ///< by centre, then practice
};
constexpr auto describe(json::Type<ResultView>) {
    using T = ResultView;
    using json::field;
    return json::object("ExchangeResult", field("until", &T::until, "The 90th day after the event"), field("settled", &T::settled, "It is past"),
                        field("outcome", &T::outcome, "Centres"), field("steps", &T::steps, "By centre and practice"));
}

struct EventFigures {
    Id<Event> id;
    std::string topic;
    Date starts_on;
    Named host;
    bool settled = false;
    OutcomeView outcome;
};
constexpr auto describe(json::Type<EventFigures>) {
    using T = EventFigures;
    using json::field;
    return json::object("ExchangeEventFigures", field("id", &T::id, "Event"), field("topic", &T::topic, "Topic"), field("starts_on", &T::starts_on, "First day"),
                        field("host", &T::host, "Host"), field("settled", &T::settled, "Its 90 days are past"), field("outcome", &T::outcome, "Centres"));
}

struct HostFigures {
    Named host;
    int events = 0;
    OutcomeView outcome;  ///< sums over events: a centre counts once for each
};
constexpr auto describe(json::Type<HostFigures>) {
    using T = HostFigures;
    return json::object("ExchangeHostFigures", json::field("host", &T::host, "Host"), json::field("events", &T::events, "Events"),
                        json::field("outcome", &T::outcome, "Visits of centres"));
}

struct YearFigures {
    int year = 0;
    int events = 0;
    OutcomeView outcome;
    int decisions = 0;
    int decisions_in_term = 0;  ///< done by their day
    int decisions_overdue = 0;
    std::vector<HostFigures> hosts;
    std::vector<EventFigures> list;
};
constexpr auto describe(json::Type<YearFigures>) {
    using T = YearFigures;
    using json::field;
    return json::object("ExchangeFigures", field("year", &T::year, "Year of the events"), field("events", &T::events, "Events held"),
                        field("outcome", &T::outcome, "Visits of centres"), field("decisions", &T::decisions, "Decisions that were not dropped"),
                        field("decisions_in_term", &T::decisions_in_term, "Done by their day"), field("decisions_overdue", &T::decisions_overdue, "Open past their day"),
                        field("hosts", &T::hosts, "By host"), field("list", &T::list, "By event, the latest first"));
}

/// How far every centre is with every practice.
class Ways {
  public:
    explicit Ways(std::vector<rollout::Way> ways);
    const rollout::Way* find(store::Centre organisation, store::Practice practice) const;
    Step step(store::Centre organisation, store::Practice practice) const;
    const std::vector<rollout::Way>& all() const { return ways_; }

  private:
    std::vector<rollout::Way> ways_;
    std::map<std::pair<std::int64_t, std::int64_t>, std::size_t> places_;
};

/// Every centre that was there with every practice that was shown.
std::vector<Step> steps(const Ways& ways, const std::vector<store::Centre>& centres, const std::vector<store::Practice>& practices);

OutcomeView view(const Outcome& outcome);
void add(OutcomeView& sum, const OutcomeView& part);

/// The events between two days, with what they led to by today.
std::vector<std::pair<store::HeldRow, EventFigures>> figures(db::Tx& tx, const Ways& ways, Date from, Date to, Date today);
YearFigures figures_of_year(db::Tx& tx, const Ways& ways, int year, Date today);

}  // namespace ryadom::exchange
