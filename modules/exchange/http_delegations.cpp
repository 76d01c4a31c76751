// Delegations: signed up, approved by their directors, counted at the event.
#include "modules/exchange/http.hpp"

#include "platform/audit/audit.hpp"

namespace ryadom::exchange {

void seat(db::Tx& tx, const store::EventRow& event) {
    if (event.event.state != EventState::announced) return;
    const auto rows = store::delegations(tx, event.number);
    std::vector<Seats> seats;
    for (const auto& each : rows) seats.push_back({each.delegation.state, each.delegation.people});
    for (const auto at : seated(event.event.capacity, seats)) {
        store::set_delegation(tx, rows[at].number, DelegationState::approved);
        audit::record(tx, "exchange.delegation_seated", rows[at].delegation.id);
    }
}

namespace {

using http::Call;
using http::Written;

std::vector<store::Person> people_of(db::Tx& tx, const std::vector<DelegateRequest>& delegates, store::Centre organisation) {
    std::vector<store::Person> out;
    for (std::size_t i = 0; i < delegates.size(); ++i) {
        const auto& each = delegates[i];
        const auto at = "/delegates/" + std::to_string(i);
        if (each.staff) {
            auto found = store::find_staff(tx, *each.staff, organisation);
            if (!found) throw Refused(refuse_field(at + "/staff", "core.absent").error());
            out.push_back(std::move(*found));
        } else {
            if (!each.name) throw Refused(refuse_field(at + "/name", "core.required").error());
            if (!each.position) throw Refused(refuse_field(at + "/position", "core.required").error());
            out.push_back({{}, *each.name, *each.position});
        }
    }
    return out;
}

Written<EventView> post_delegation(Call& call, DelegationRequest request) {
    return call.write([request, id = call.id<Event>("event"), language = call.language()](db::Tx& tx) {
        const auto organisation = network::own(tx, request.organisation);
        const auto event = must(store::find_event(tx, id));
        must(takes_delegations(event.event.state));
        if (organisation == event.host) throw Refused(refuse_field("/organisation", "exchange.host_is_there").error());
        const auto people = people_of(tx, request.delegates, organisation);
        auto standing = store::find_delegation(tx, event.number, organisation);
        if (standing && standing->delegation.state != DelegationState::withdrawn) throw Refused(refuse("exchange.signed_up_already").error());
        if (standing) store::set_delegation(tx, standing->number, DelegationState::proposed);
        else standing = store::find_delegation(tx, store::insert_delegation(tx, event, organisation));
        store::write_delegates(tx, *standing, event.host, people);
        audit::record(tx, "exchange.delegation_signed_up", standing->delegation.id);
        return event_view(tx, event, language);
    });
}

/// Those who stand in a delegation of the caller's.
std::vector<Delegate> delegates_of(db::Tx& tx, const store::DelegationRow& row) {
    std::vector<Delegate> out;
    for (auto& [delegation, delegate] : store::delegates(tx, row.event))
        if (delegation == row.number) out.push_back(std::move(delegate));
    return out;
}

template <class People>
std::vector<std::string> names_of(const People& people) {
    std::vector<std::string> out;
    for (const auto& each : people) out.push_back(each.name);
    return out;
}

/// A delegation of an organisation of the caller's, with its event.
struct Own {
    store::DelegationRow row;
    store::EventRow event;
};
Own own(db::Tx& tx, const Id<Delegation>& id) {
    auto row = must(store::find_delegation(tx, id));
    if (!tx.caller().scope.holds(row.organisation.value)) throw Refused(absent());
    auto event = must(store::find_event(tx, row.event));
    return {std::move(row), std::move(event)};
}

Written<EventView> put_delegation(Call& call, DelegationRequest request) {
    return call.write([request, id = call.id<Delegation>("delegation"), revision = call.revision(), language = call.language()](db::Tx& tx) {
        const auto [row, event] = own(tx, id);
        const auto before = delegates_of(tx, row);
        must(takes_names(event.event.state, before));
        const auto people = people_of(tx, request.delegates, row.organisation);
        const auto state = after_change(row.delegation.state, names_of(before), names_of(people));
        http::must_change(store::set_delegation(tx, row, state, revision));
        store::write_delegates(tx, row, event.host, people);
        audit::record(tx, "exchange.delegation_changed", id);
        seat(tx, event);
        return event_view(tx, event, language);
    });
}

Written<EventView> approve(Call& call) {
    return call.write([id = call.id<Delegation>("delegation"), language = call.language()](db::Tx& tx) {
        const auto [row, event] = own(tx, id);
        must(takes_delegations(event.event.state));
        switch (row.delegation.state) {
            case DelegationState::proposed: store::set_delegation(tx, row.number, DelegationState::waiting); break;
            case DelegationState::unconfirmed: store::set_delegation(tx, row.number, DelegationState::approved); break;
            case DelegationState::approved:
            case DelegationState::waiting:
            case DelegationState::withdrawn: throw Refused(refuse("exchange.nothing_to_approve").error());
        }
        audit::record(tx, "exchange.delegation_approved", id);
        seat(tx, event);
        return event_view(tx, event, language);
    });
}

Written<EventView> withdraw(Call& call) {
    return call.write([id = call.id<Delegation>("delegation"), language = call.language()](db::Tx& tx) {
        const auto [row, event] = own(tx, id);
        must(takes_names(event.event.state, delegates_of(tx, row)));
        store::set_delegation(tx, row.number, DelegationState::withdrawn);
        audit::record(tx, "exchange.delegation_withdrawn", id);
        seat(tx, event);
        return event_view(tx, event, language);
    });
}

Written<EventView> attendance(Call& call, AttendanceRequest request) {
    return call.write([request, id = call.id<Delegation>("delegation"), language = call.language()](db::Tx& tx) {
        const auto row = must(store::find_delegation(tx, id));
        const auto event = must(store::find_event(tx, row.event));
        if (!tx.caller().scope.holds(event.host.value)) throw Refused(absent());
        must(takes_attendance(event.event, today_at(tx, event.host)));
        if (row.delegation.state == DelegationState::withdrawn) throw Refused(refuse("exchange.withdrawn").error());
        if (store::mark(tx, row.number, request.delegate, request.attended) == 0) throw Refused(refuse_field("/delegate", "core.absent").error());
        audit::record(tx, "exchange.attendance_marked", id);
        return event_view(tx, event, language);
    });
}

}  // namespace

void add_delegation_routes(http::Routes& routes) {
    // Answers hold names of staff: a repeated request is told only that it was done.
    routes.post("/api/v1/exchange/events/{event}/delegations", "exchange.sign_up", "Sign up a delegation", post_delegation).replay = http::Replay::done;
    routes.put("/api/v1/exchange/delegations/{delegation}", "exchange.sign_up", "Change who comes; whoever is new asks for approval again", put_delegation);
    routes.act("/api/v1/exchange/delegations/{delegation}/approve", "exchange.approve", "Approve a delegation, or confirm it after another date", approve).replay =
        http::Replay::done;
    routes.act("/api/v1/exchange/delegations/{delegation}/withdraw", "exchange.approve", "Withdraw a delegation", withdraw).replay = http::Replay::done;
    routes.act("/api/v1/exchange/delegations/{delegation}/attendance", "exchange.host", "Mark who was there: one of them, or all", attendance).replay =
        http::Replay::done;
}

}  // namespace ryadom::exchange
