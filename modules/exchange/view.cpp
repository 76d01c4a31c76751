#include "modules/exchange/view.hpp"

#include <algorithm>

namespace ryadom::exchange {
namespace {

std::vector<Delegation> delegations_of(db::Tx& tx, const store::EventRow& row) {
    const auto& scope = tx.caller().scope;
    const auto people = store::delegates(tx, row.number);
    std::vector<Delegation> out;
    for (auto& each : store::delegations(tx, row.number)) {
        each.delegation.own = scope.holds(each.organisation.value);
        if (each.delegation.own || scope.holds(row.host.value)) {
            each.delegation.delegates.emplace();
            for (const auto& [number, delegate] : people)
                if (number == each.number) each.delegation.delegates->push_back(delegate);
        }
        out.push_back(std::move(each.delegation));
    }
    return out;
}

int places_left(const Event& event, const std::vector<Delegation>& delegations) {
    std::vector<Seats> seats;
    for (const auto& each : delegations) seats.push_back({each.state, each.people});
    return std::max(0, event.capacity - taken(seats));
}

void add_programme(db::Tx& tx, const store::EventRow& row, Titles& titles, EventView& out) {
    for (auto& [item, practices] : store::programme(tx, row.number)) {
        for (const auto practice : practices) {
            auto named = titles.of(tx, practice);
            item.practices.push_back({named.id});
            if (std::ranges::find(out.practices, named.id, &Named::id) == out.practices.end()) out.practices.push_back(std::move(named));
        }
        out.programme.push_back(std::move(item));
    }
}

}  // namespace

Named Titles::of(db::Tx& tx, store::Practice practice) {
    const auto at = known_.find(practice.value);
    if (at != known_.end()) return at->second;
    const auto row = must(practices::find_practice(tx, practice));
    return known_.emplace(practice.value, Named{row.id.uuid, catalogue::title_in(row.titles, language_)}).first->second;
}

Date today_at(db::Tx& tx, store::Centre host) { return local_date(tx.now(), network::zone(tx, host.value)); }

EventView event_view(db::Tx& tx, const store::EventRow& row, i18n::Language language) {
    Titles titles(language);
    EventView out;
    out.event = row.event;
    out.host = {row.event.host.uuid, row.host_title};
    out.proposed_by = row.proposer;
    out.today = today_at(tx, row.host);
    out.hosts = tx.caller().scope.holds(row.host.value);
    add_programme(tx, row, titles, out);
    out.delegations = delegations_of(tx, row);
    out.places_left = places_left(row.event, out.delegations);
    for (auto& each : store::files(tx, row.number)) out.files.push_back(std::move(each.file));
    out.protocol = row.protocol;
    for (auto& each : store::decisions(tx, row.number)) out.decisions.push_back(decision_view(tx, std::move(each), out.today, titles));
    for (auto& each : store::picks(tx, row.number)) {
        each.pick.practice = titles.of(tx, each.practice);
        each.pick.own = tx.caller().scope.holds(each.organisation.value);
        out.picks.push_back(std::move(each.pick));
    }
    return out;
}

Decision decision_view(db::Tx& tx, store::DecisionRow row, Date today, Titles& titles) {
    auto out = std::move(row.decision);
    out.state = shown_state(out.state, out.due, today);
    if (row.practice) out.practice = titles.of(tx, *row.practice);
    if (out.link_until && *out.link_until <= tx.now()) out.link_until.reset();
    return out;
}

store::EventRow hosted(db::Tx& tx, const Id<Event>& id) {
    auto row = must(store::find_event(tx, id));
    if (!tx.caller().scope.holds(row.host.value)) throw Refused(absent());
    return row;
}

store::Practice practice_at(db::Tx& tx, const Id<practices::Practice>& id, const std::string& pointer) {
    const auto row = practices::find_practice(tx, id);
    if (!row) throw Refused(refuse_field(pointer, "core.absent").error());
    return row->number;
}

store::Centre organisation_at(db::Tx& tx, const Id<network::Organisation>& id, const std::string& pointer) {
    const auto row = network::find_organisation(tx, id);
    if (!row) throw Refused(refuse_field(pointer, "core.absent").error());
    return row->number;
}

}  // namespace ryadom::exchange
