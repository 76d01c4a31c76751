// What is needed to tell what events led to.
#include "modules/exchange/store.hpp"

namespace ryadom::exchange::store {
namespace {

constexpr db::Text held_between("e.state in ('held', 'closed') and e.starts_on >= $1 and e.starts_on <= $2 ");
constexpr db::Sql held_events =
    db::sql<"select e.number, e.id, e.topic, e.starts_on, e.ends_on, e.host, o.id, o.short_title from v_exchange_event e "
            "join v_network_organisation o on o.number = e.host where ", held_between, "order by e.starts_on desc, e.number desc">;
constexpr db::Sql attended_events =
    db::sql<"select d.event, d.organisation from v_exchange_event e join v_exchange_delegation d on d.event = e.number where ", held_between,
            "and d.came > 0 and d.organisation <> e.host order by d.event, d.organisation">;
constexpr db::Sql shown_at_events =
    db::sql<"select distinct s.event, s.practice from v_exchange_event e join v_exchange_shown s on s.event = e.number where ", held_between,
            "order by s.event, s.practice">;
constexpr db::Sql followed_up =
    db::sql<"select d.state, d.due, d.closed_on from v_exchange_event e join v_exchange_decision d on d.event = e.number where ", held_between, "order by d.number">;

}  // namespace

std::vector<HeldRow> held(db::Tx& tx, Date from, Date to) {
    return tx.list(held_events, [](const db::Row& row) {
        return HeldRow{row.get<Number<Event>>(0), row.get<Id<Event>>(1), row.get<std::string>(2), row.get<Date>(3), row.get<Date>(4), row.get<Centre>(5),
                       {row.get<Uuid>(6), row.get<std::string>(7)}};
    }, from, to);
}

std::vector<std::pair<Number<Event>, Centre>> attended(db::Tx& tx, Date from, Date to) {
    return tx.list(attended_events, [](const db::Row& row) { return std::pair(row.get<Number<Event>>(0), row.get<Centre>(1)); }, from, to);
}

std::vector<std::pair<Number<Event>, Practice>> shown(db::Tx& tx, Date from, Date to) {
    return tx.list(shown_at_events, [](const db::Row& row) { return std::pair(row.get<Number<Event>>(0), row.get<Practice>(1)); }, from, to);
}

std::vector<Followed> followed(db::Tx& tx, Date from, Date to) {
    return tx.list(followed_up, [](const db::Row& row) {
        return Followed{row.get<DecisionState>(0), row.get<Date>(1), row.get<std::optional<Date>>(2)};
    }, from, to);
}

}  // namespace ryadom::exchange::store
