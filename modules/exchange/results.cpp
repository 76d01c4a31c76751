#include "modules/exchange/results.hpp"

#include <algorithm>

namespace ryadom::exchange {
namespace {

template <class Thing>
std::vector<Thing> of_event(const std::vector<std::pair<Number<Event>, Thing>>& list, Number<Event> event) {
    std::vector<Thing> out;
    for (const auto& [number, thing] : list)
        if (number == event) out.push_back(thing);
    return out;
}

HostFigures& host_in(std::vector<HostFigures>& hosts, const Named& host) {
    const auto at = std::ranges::find(hosts, host.id, [](const HostFigures& each) { return each.host.id; });
    if (at != hosts.end()) return *at;
    return hosts.emplace_back(HostFigures{host, 0, {}});
}

void count_decisions(YearFigures& out, const std::vector<store::Followed>& decisions, Date today) {
    for (const auto& each : decisions) {
        const auto state = shown_state(each.state, each.due, today);
        if (state == DecisionState::dropped) continue;
        ++out.decisions;
        if (state == DecisionState::overdue) ++out.decisions_overdue;
        if (state == DecisionState::done && each.closed_on && *each.closed_on <= each.due) ++out.decisions_in_term;
    }
}

}  // namespace

Ways::Ways(std::vector<rollout::Way> ways) : ways_(std::move(ways)) {
    for (std::size_t i = 0; i < ways_.size(); ++i) places_.emplace(std::pair(ways_[i].organisation.value, ways_[i].practice.value), i);
}

const rollout::Way* Ways::find(store::Centre organisation, store::Practice practice) const {
    const auto at = places_.find({organisation.value, practice.value});
    return at == places_.end() ? nullptr : &ways_[at->second];
}

Step Ways::step(store::Centre organisation, store::Practice practice) const {
    const auto* way = find(organisation, practice);
    if (!way) return {organisation, practice, {}, {}};
    return {organisation, practice, way->first[rollout::Stage::chosen], way->first[rollout::Stage::started]};
}

std::vector<Step> steps(const Ways& ways, const std::vector<store::Centre>& centres, const std::vector<store::Practice>& practices) {
    std::vector<Step> out;
    for (const auto centre : centres)
        for (const auto practice : practices) out.push_back(ways.step(centre, practice));
    return out;
}

OutcomeView view(const Outcome& outcome) { return {outcome.attended, outcome.could, outcome.adopted, outcome.started}; }

void add(OutcomeView& sum, const OutcomeView& part) {
    sum.attended += part.attended;
    sum.could += part.could;
    sum.adopted += part.adopted;
    sum.started += part.started;
}

std::vector<std::pair<store::HeldRow, EventFigures>> figures(db::Tx& tx, const Ways& ways, Date from, Date to, Date today) {
    const auto attended = store::attended(tx, from, to);
    const auto shown = store::shown(tx, from, to);
    std::vector<std::pair<store::HeldRow, EventFigures>> out;
    for (auto& row : store::held(tx, from, to)) {
        const auto led_to = outcome(steps(ways, of_event(attended, row.number), of_event(shown, row.number)), row.starts_on, row.ends_on);
        EventFigures figures{row.id, row.topic, row.starts_on, row.host_name, row.ends_on + followup_days < today, view(led_to)};
        out.emplace_back(std::move(row), std::move(figures));
    }
    return out;
}

YearFigures figures_of_year(db::Tx& tx, const Ways& ways, int year, Date today) {
    const auto from = *make_date(year, 1, 1);
    const auto to = *make_date(year, 12, 31);
    YearFigures out;
    out.year = year;
    for (auto& [row, event] : figures(tx, ways, from, to, today)) {
        ++out.events;
        add(out.outcome, event.outcome);
        auto& host = host_in(out.hosts, event.host);
        ++host.events;
        add(host.outcome, event.outcome);
        out.list.push_back(std::move(event));
    }
    std::ranges::stable_sort(out.hosts, [](const HostFigures& one, const HostFigures& other) { return one.outcome.adopted > other.outcome.adopted; });
    count_decisions(out, store::followed(tx, from, to), today);
    return out;
}

}  // namespace ryadom::exchange
