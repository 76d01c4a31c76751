// The papers of an event and its entry for calendars. Whoever sees the event may print it; names stand where the reader sees them.
#include "modules/exchange/http.hpp"
#include "modules/exchange/papers.hpp"
#include "platform/http/routes.hpp"

#include <algorithm>

namespace ryadom::exchange {
namespace {

using http::Call;

struct ReportQuery {
    Id<Delegation> delegation;
};
constexpr auto describe(json::Type<ReportQuery>) {
    return json::object("TripReportQuery", json::field("delegation", &ReportQuery::delegation, "Whose report it is"));
}

EventView seen(const Call& call) {
    return call.read([&](db::Tx& tx) { return event_view(tx, must(store::find_event(tx, call.id<Event>("event"))), call.language()); });
}

template <documents::Paper (*paper)(const EventView&, const i18n::Voice&)>
documents::Paper print(Call& call) {
    return paper(seen(call), call.voice());
}

/// For the centre itself, the host and the region: others do not see who went.
documents::Paper print_report(Call& call, http::Query<ReportQuery> query) {
    const auto view = seen(call);
    const auto found = std::ranges::find(view.delegations, query->delegation.uuid, [](const Delegation& each) { return each.id.uuid; });
    if (found == view.delegations.end() || !found->delegates) throw Refused(absent());
    return trip_report(view, *found, call.voice());
}

}  // namespace

void add_paper_routes(http::Routes& routes) {
    const std::string event = "/api/v1/exchange/events/{event}";
    routes.get(event + "/papers/invitation", "exchange.see", "The invitation to an event", print<invitation>);
    routes.get(event + "/papers/programme", "exchange.see", "The programme of an event on paper", print<programme_paper>);
    routes.get(event + "/papers/attendance", "exchange.see", "The attendance sheet of an event", print<attendance_sheet>);
    routes.get(event + "/papers/protocol", "exchange.see", "The protocol of an event with its decisions", print<protocol_paper>);
    routes.get(event + "/papers/report", "exchange.see", "What a delegation reports of its trip", print_report);
    routes.get(event + "/calendar", "exchange.see", "An event for a calendar", [](Call& call) { return event_calendar(seen(call), call.voice(), call.now()); });
}

}  // namespace ryadom::exchange
