// Events: proposed, announced, held, closed or cancelled; their programmes and protocols.
#include "modules/exchange/http.hpp"

#include "platform/audit/audit.hpp"

#include <algorithm>
#include <charconv>

namespace ryadom::exchange {

enum class When { coming, past };
constexpr auto names(json::Type<When>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{When::coming, "coming"sv}, std::pair{When::past, "past"sv}};
}

struct EventsQuery {
    std::optional<When> when;
    std::optional<std::string> cursor;
    std::optional<int> limit;
};
constexpr auto describe(json::Type<EventsQuery>) {
    using T = EventsQuery;
    return json::object("ExchangeEventsQuery", json::field("when", &T::when, "Coming, the next first; or past, the last first"),
                        json::field("cursor", &T::cursor, "Where to go on", json::length(0, 60)),
                        json::field("limit", &T::limit, "How many rows", json::range(1, 200)));
}

namespace {

using http::Call;
using http::Written;

/// "2026-05-14.17": the day and the number of the last row.
store::Place place_of(const std::optional<std::string>& cursor, const store::Place& start) {
    if (!cursor || cursor->empty()) return start;
    store::Place out;
    const auto day = parse_date(cursor->substr(0, 10));
    const auto* const end = cursor->data() + cursor->size();
    const bool whole = cursor->size() > 11 && (*cursor)[10] == '.' && std::from_chars(cursor->data() + 11, end, out.number).ptr == end;
    if (!day || !whole) throw Refused(refuse_field("/cursor", "core.unknown_value", {{"value", *cursor}}).error());
    out.day = *day;
    return out;
}

http::Page<EventHead> list_events(Call& call, const EventsQuery& query) {
    const auto size = query.limit.value_or(50);
    const bool coming = query.when.value_or(When::coming) == When::coming;
    const auto today = call.today();
    const auto place = place_of(query.cursor, coming ? store::Place{*make_date(1, 1, 1), 0} : store::Place{today, INT64_MAX});
    return call.read([&](db::Tx& tx) {
        auto rows = coming ? store::coming(tx, today, place, size + 1) : store::past(tx, today, place, size + 1);
        http::Page<EventHead> page;
        if (cut(rows, size)) page.next = to_string(rows.back().head.event.starts_on) + "." + std::to_string(rows.back().number.value);
        for (auto& row : rows) page.items.push_back(std::move(row.head));
        return page;
    });
}

EventView shown(db::Tx& tx, const Id<Event>& id, i18n::Language language) { return event_view(tx, must(store::find_event(tx, id)), language); }

Written<EventView> post_event(Call& call, Event event) {
    must(acceptable(event));
    return call.write([event, language = call.language()](db::Tx& tx) {
        const auto host = organisation_at(tx, event.host, "/host");
        if (event.ends_on < today_at(tx, host)) throw Refused(refuse_field("/ends_on", "exchange.past_day").error());
        const auto id = store::insert_event(tx, event, host, network::zone(tx, host.value));
        audit::record(tx, "exchange.proposed", id);
        return shown(tx, id, language);
    });
}

/// Whoever proposed an event may change it until it is announced; after that its host and the region may.
store::EventRow changeable(db::Tx& tx, const Id<Event>& id) {
    auto row = must(store::find_event(tx, id));
    const bool proposer = row.event.state == EventState::proposed && row.proposed_by == tx.caller().account;
    if (!proposer && !tx.caller().scope.holds(row.host.value)) throw Refused(absent());
    must(takes_changes(row.event.state));
    return row;
}

/// The programme goes with the event to its new days.
void move_programme(db::Tx& tx, const store::EventRow& row, const Event& event) {
    auto items = store::programme(tx, row.number);
    for (auto& each : items) each.item.day = std::min(each.item.day + (event.starts_on - row.event.starts_on), event.ends_on);
    store::write_programme(tx, row.number, items);
}

Written<EventView> put_event(Call& call, Event event) {
    event.id = call.id<Event>("event");
    event.revision = call.revision();
    return call.write([event, language = call.language()](db::Tx& tx) {
        const auto row = changeable(tx, event.id);
        must(acceptable(event));
        const auto host = organisation_at(tx, event.host, "/host");
        if (host != row.host && row.event.state != EventState::proposed) throw Refused(refuse_field("/host", "exchange.host_stands").error());
        const bool moves = !same_time(event, row.event);
        if (moves && row.event.state == EventState::held) throw Refused(refuse_field("/starts_on", "exchange.held_already").error());
        http::must_change(store::update_event(tx, row, event, host, network::zone(tx, host.value)));
        if (moves) {
            move_programme(tx, row, event);
            store::ask_again(tx, row.number);
        }
        audit::record(tx, moves ? "exchange.moved" : "exchange.changed", event.id);
        seat(tx, must(store::find_event(tx, row.number)));
        return shown(tx, event.id, language);
    });
}

Written<EventView> put_programme(Call& call, Programme programme) {
    return call.write([programme, id = call.id<Event>("event"), revision = call.revision(), language = call.language()](db::Tx& tx) {
        const auto row = changeable(tx, id);
        must(acceptable(programme, row.event));
        std::vector<store::ItemRow> items;
        for (std::size_t i = 0; i < programme.items.size(); ++i) {
            store::ItemRow item{programme.items[i], {}};
            for (std::size_t k = 0; k < item.item.practices.size(); ++k) {
                const auto pointer = "/items/" + std::to_string(i) + "/practices/" + std::to_string(k);
                const auto practice = practice_at(tx, item.item.practices[k], pointer);
                if (std::ranges::find(item.practices, practice) != item.practices.end()) throw Refused(refuse_field(pointer, "exchange.named_twice").error());
                item.practices.push_back(practice);
            }
            items.push_back(std::move(item));
        }
        http::must_change(store::touch(tx, row.number, revision));
        store::write_programme(tx, row.number, items);
        audit::record(tx, "exchange.programme_written", id);
        return shown(tx, id, language);
    });
}

Written<EventView> put_protocol(Call& call, Protocol protocol) {
    return call.write([protocol, id = call.id<Event>("event"), revision = call.revision(), language = call.language()](db::Tx& tx) {
        const auto row = hosted(tx, id);
        must(takes_traces(row.event.state));
        http::must_change(store::set_protocol(tx, row.number, protocol.text, revision));
        audit::record(tx, "exchange.protocol_written", id);
        return shown(tx, id, language);
    });
}

Written<EventView> move(const Call& call, Move step, const std::string& reason, std::string_view action) {
    return call.write([step, reason, action, id = call.id<Event>("event"), language = call.language()](db::Tx& tx) {
        const auto row = must(store::find_event(tx, id));
        const auto state = must(moved(row.event, step, today_at(tx, row.host), row.protocol.empty() ? Paper::missing : Paper::written));
        store::set_state(tx, row.number, state, reason);
        if (state == EventState::cancelled) store::end_links(tx, row.number);
        audit::record(tx, action, id);
        return shown(tx, id, language);
    });
}

}  // namespace

void add_event_routes(http::Routes& routes) {
    routes.get("/api/v1/exchange/events", "exchange.see", "Events of exchange", [](Call& call, http::Query<EventsQuery> query) {
        return list_events(call, query.value);
    });
    routes.get("/api/v1/exchange/events/{event}", "exchange.see", "An event with all that belongs to it", [](Call& call) {
        return call.read([&](db::Tx& tx) { return shown(tx, call.id<Event>("event"), call.language()); });
    });
    routes.post("/api/v1/exchange/events", "exchange.propose", "Propose an event", post_event);
    routes.put("/api/v1/exchange/events/{event}", "exchange.propose", "Change an event; another time asks delegations again", put_event);
    routes.put("/api/v1/exchange/events/{event}/programme", "exchange.propose", "Write the programme", put_programme);
    routes.put("/api/v1/exchange/events/{event}/protocol", "exchange.host", "Write the protocol", put_protocol);
    routes.act("/api/v1/exchange/events/{event}/announce", "exchange.run", "Announce an event: delegations may sign up",
               [](Call& call) { return move(call, Move::announce, "", "exchange.announced"); });
    routes.act("/api/v1/exchange/events/{event}/hold", "exchange.run", "Say that an event was held",
               [](Call& call) { return move(call, Move::hold, "", "exchange.held"); });
    routes.act("/api/v1/exchange/events/{event}/close", "exchange.run", "Close an event that has its protocol",
               [](Call& call) { return move(call, Move::close, "", "exchange.closed"); });
    routes.act("/api/v1/exchange/events/{event}/cancel", "exchange.run", "Cancel an event",
               [](Call& call, Because because) { return move(call, Move::cancel, because.reason, "exchange.cancelled"); });
}

}  // namespace ryadom::exchange
