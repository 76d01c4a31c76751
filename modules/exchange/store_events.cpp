// Events and their programmes.
#include "modules/exchange/store.hpp"

#include "modules/exchange/found.hpp"

namespace ryadom::exchange::store {
namespace {

constexpr db::Text event_columns(
    "e.number, e.id, e.kind, e.topic, e.summary, e.starts_on, e.starts_time, e.ends_on, e.ends_time, e.zone, o.id, e.place, e.capacity, e.state, "
    "e.cancel_reason, e.revision, o.short_title");
constexpr db::Text from_events("from v_exchange_event e join v_network_organisation o on o.number = e.host ");
constexpr db::Text with_people(
    "(select count(d.number) from v_exchange_delegation d where d.event = e.number and d.state in ('approved', 'unconfirmed')), "
    "(select cast(coalesce(sum(d.people), 0) as bigint) from v_exchange_delegation d where d.event = e.number and d.state in ('approved', 'unconfirmed')) ");
constexpr db::Text one_event(", e.host, e.proposed_by, a.name, e.protocol ");
constexpr db::Text proposer("left join v_auth_account a on a.number = e.proposed_by ");
constexpr db::Sql event_by_id = db::sql<"select ", event_columns, one_event, from_events, proposer, "where e.id = $1">;
constexpr db::Sql event_by_number = db::sql<"select ", event_columns, one_event, from_events, proposer, "where e.number = $1">;
// Events end at most thirty days after they begin: the index by first days leads to what ends on a day.
constexpr db::Sql coming_events =
    db::sql<"select ", event_columns, ", ", with_people, from_events,
            "where e.ends_on >= $1 and e.starts_on >= $2 and (e.starts_on > $3 or (e.starts_on = $3 and e.number > $4)) "
            "order by e.starts_on, e.number limit $5">;
constexpr db::Sql past_events =
    db::sql<"select ", event_columns, ", ", with_people, from_events,
            "where e.ends_on < $1 and e.starts_on <= $2 and (e.starts_on < $2 or e.number < $3) order by e.starts_on desc, e.number desc limit $4">;

constexpr db::Sql insert_event_row =
    "insert into exchange_event (id, kind, topic, summary, starts_on, starts_time, ends_on, ends_time, zone, host, place, capacity, state, cancel_reason, "
    "proposed_by, proposed_at, protocol, revision) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'proposed', '', $13, $14, '', 1) returning number";
constexpr db::Sql change_event =
    "update exchange_event set kind = $1, topic = $2, summary = $3, starts_on = $4, starts_time = $5, ends_on = $6, ends_time = $7, zone = $8, host = $9, "
    "place = $10, capacity = $11, revision = revision + 1 where number = $12 and revision = $13";
constexpr db::Sql change_state = "update exchange_event set state = $1, cancel_reason = $2, revision = revision + 1 where number = $3";
constexpr db::Sql change_protocol = "update exchange_event set protocol = $1, revision = revision + 1 where number = $2 and revision = $3";
constexpr db::Sql touch_event = "update exchange_event set revision = revision + 1 where number = $1 and revision = $2";

constexpr db::Sql items_of_event =
    "select number, day, starts_time, ends_time, title, speaker from v_exchange_item where event = $1 order by day, starts_time, number";
constexpr db::Sql shown_of_event = "select item, practice from v_exchange_shown where event = $1 order by item, practice";
constexpr db::Sql practice_shown = "select practice from v_exchange_shown where event = $1 and practice = $2 limit 1";
constexpr db::Sql delete_shown = "delete from exchange_shown where event = $1";
constexpr db::Sql delete_items = "delete from exchange_item where event = $1";
constexpr db::Sql insert_item =
    "insert into exchange_item (event, day, starts_time, ends_time, title, speaker) values ($1, $2, $3, $4, $5, $6) returning number";
constexpr db::Sql insert_shown = "insert into exchange_shown (item, event, practice) values ($1, $2, $3)";

constexpr int longest_event = 30;

Event read_event(const db::Row& row) {
    Event out{row.get<Id<Event>>(1), row.get<EventKind>(2), row.get<std::string>(3), row.get<std::string>(4), row.get<Date>(5), row.get<std::string>(6),
              row.get<Date>(7), row.get<std::string>(8), row.get<std::string>(9), row.get<Id<network::Organisation>>(10), row.get<std::string>(11),
              row.get<int>(12), row.get<EventState>(13), {}, row.get<std::int64_t>(15)};
    if (auto reason = row.get<std::string>(14); !reason.empty()) out.cancel_reason = std::move(reason);
    return out;
}

EventRow read_row(const db::Row& row) {
    return {row.get<Number<Event>>(0), read_event(row), row.get<Centre>(17), row.get<std::string>(16), row.get<std::int64_t>(18),
            row.get<std::optional<std::string>>(19), row.get<std::string>(20)};
}

HeadRow read_head(const db::Row& row) {
    auto event = read_event(row);
    const auto host = event.host.uuid;
    return {row.get<Number<Event>>(0), {std::move(event), {host, row.get<std::string>(16)}, row.get<int>(17), row.get<int>(18)}};
}

}  // namespace

std::optional<EventRow> find_event(db::Tx& tx, const Id<Event>& id) { return tx.find(event_by_id, read_row, id); }

std::optional<EventRow> find_event(db::Tx& tx, Number<Event> number) { return tx.find(event_by_number, read_row, number); }

std::vector<HeadRow> coming(db::Tx& tx, Date day, const Place& after, int limit) {
    return tx.list(coming_events, read_head, day, day - longest_event, after.day, after.number, limit);
}

std::vector<HeadRow> past(db::Tx& tx, Date day, const Place& before, int limit) {
    return tx.list(past_events, read_head, day, before.day, before.number, limit);
}

Id<Event> insert_event(db::Tx& tx, const Event& event, Centre host, std::string_view zone) {
    const auto id = tx.make_id<Event>();
    const Number<Event> number{tx.insert(insert_event_row, id, event.kind, event.topic, event.summary, event.starts_on, event.starts_time, event.ends_on,
                                         event.ends_time, zone, host, event.place, event.capacity, tx.caller().account, tx.now())};
    tell_search(tx, number);
    return id;
}

std::int64_t update_event(db::Tx& tx, const EventRow& row, const Event& event, Centre host, std::string_view zone) {
    const auto changed = tx.run(change_event, event.kind, event.topic, event.summary, event.starts_on, event.starts_time, event.ends_on, event.ends_time,
                                zone, host, event.place, event.capacity, row.number, event.revision);
    if (changed != 0) tell_search(tx, row.number);
    return changed;
}

void set_state(db::Tx& tx, Number<Event> event, EventState state, std::string_view cancel_reason) {
    tx.run(change_state, state, cancel_reason, event);
    tell_search(tx, event);
}

std::int64_t set_protocol(db::Tx& tx, Number<Event> event, std::string_view text, std::int64_t revision) {
    const auto changed = tx.run(change_protocol, text, event, revision);
    if (changed != 0) tell_search(tx, event);
    return changed;
}

std::vector<ItemRow> programme(db::Tx& tx, Number<Event> event) {
    std::vector<std::int64_t> numbers;
    auto out = tx.list(items_of_event, [&](const db::Row& row) {
        numbers.push_back(row.get<std::int64_t>(0));
        ItemRow item{{row.get<Date>(1), row.get<std::string>(2), {}, row.get<std::string>(4), row.get<std::string>(5), {}}, {}};
        if (auto ends = row.get<std::string>(3); !ends.empty()) item.item.ends_time = std::move(ends);
        return item;
    }, event);
    tx.each(shown_of_event, [&](const db::Row& row) {
        const auto at = std::ranges::find(numbers, row.get<std::int64_t>(0));
        if (at != numbers.end()) out[static_cast<std::size_t>(at - numbers.begin())].practices.push_back(row.get<Practice>(1));
    }, event);
    return out;
}

void write_programme(db::Tx& tx, Number<Event> event, const std::vector<ItemRow>& items) {
    tx.run(delete_shown, event);
    tx.run(delete_items, event);
    for (const auto& [item, practices] : items) {
        const auto number = tx.insert(insert_item, event, item.day, item.starts_time, item.ends_time.value_or(""), item.title, item.speaker);
        for (const auto practice : practices) tx.run(insert_shown, number, event, practice);
    }
    tell_search(tx, event);
}

std::int64_t touch(db::Tx& tx, Number<Event> event, std::int64_t revision) { return tx.run(touch_event, event, revision); }

bool shows(db::Tx& tx, Number<Event> event, Practice practice) { return tx.value<std::int64_t>(practice_shown, event, practice).has_value(); }

}  // namespace ryadom::exchange::store
