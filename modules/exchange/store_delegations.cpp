// Who comes, who was there, and what they mean to take home.
#include "modules/exchange/store.hpp"

namespace ryadom::exchange::store {
namespace {

constexpr db::Text delegation_text(
    "select d.number, d.event, d.organisation, d.id, o.id, o.short_title, d.state, d.people, d.came, d.revision from v_exchange_delegation d "
    "join v_network_organisation o on o.number = d.organisation ");
constexpr db::Sql delegations_by_event = db::sql<delegation_text, "where d.event = $1 order by d.number">;
constexpr db::Sql delegation_by_id = db::sql<delegation_text, "where d.id = $1">;
constexpr db::Sql delegation_by_pair = db::sql<delegation_text, "where d.event = $1 and d.organisation = $2">;
constexpr db::Sql insert_delegation_row =
    "insert into exchange_delegation (id, event, organisation, state, people, came, revision) values ($1, $2, $3, 'proposed', 0, 0, 1)";
constexpr db::Sql change_revised = "update exchange_delegation set state = $1, revision = revision + 1 where number = $2 and revision = $3";
constexpr db::Sql change_delegation = "update exchange_delegation set state = $1, revision = revision + 1 where number = $2";
// Who waits has no places to keep, and would be seated without being asked: it begins anew.
constexpr db::Sql unconfirm =
    "update exchange_delegation set state = case state when 'approved' then 'unconfirmed' else 'proposed' end, revision = revision + 1 "
    "where event = $1 and state in ('approved', 'waiting')";
// Numbers are open to all staff where names are not: they are kept beside them.
constexpr db::Sql count_people =
    "update exchange_delegation set people = (select count(p.number) from v_exchange_delegate p where p.delegation = $1), "
    "came = (select count(p.number) from v_exchange_delegate p where p.delegation = $1 and p.attended) where number = $1";

constexpr db::Sql staff_by_id = "select number, name, position from v_network_staff where id = $1 and organisation = $2";
constexpr db::Sql delete_delegates = "delete from exchange_delegate where delegation = $1";
constexpr db::Sql insert_delegate =
    "insert into exchange_delegate (id, delegation, organisation, host, staff, name, position, attended) values ($1, $2, $3, $4, $5, $6, $7, null)";
constexpr db::Sql delegates_by_event =
    "select p.delegation, p.id, p.name, p.position, p.attended from v_exchange_delegation d join v_exchange_delegate p on p.delegation = d.number "
    "where d.event = $1 order by p.delegation, p.number";
constexpr db::Sql mark_all = "update exchange_delegate set attended = $1 where delegation = $2";
constexpr db::Sql mark_one = "update exchange_delegate set attended = $1 where delegation = $2 and id = $3";

constexpr db::Text pick_text(
    "select p.number, p.event, p.organisation, p.practice, p.id, o.id, o.short_title, p.picked_on, p.adoption from v_exchange_pick p "
    "join v_network_organisation o on o.number = p.organisation ");
constexpr db::Sql picks_by_event = db::sql<pick_text, "where p.event = $1 order by p.number">;
constexpr db::Sql pick_by_id = db::sql<pick_text, "where p.id = $1">;
constexpr db::Sql insert_pick_row =
    "insert into exchange_pick (id, event, organisation, practice, picked_on, adoption) values ($1, $2, $3, $4, $5, null)";
constexpr db::Sql change_pick = "update exchange_pick set adoption = $1 where number = $2";
constexpr db::Sql delete_pick = "delete from exchange_pick where number = $1";

DelegationRow read_delegation(const db::Row& row) {
    DelegationRow out{row.get<Number<Delegation>>(0), row.get<Number<Event>>(1), row.get<Centre>(2), {}};
    out.delegation = {row.get<Id<Delegation>>(3), {row.get<Uuid>(4), row.get<std::string>(5)}, row.get<DelegationState>(6), row.get<int>(7), row.get<int>(8),
                      {}, false, row.get<std::int64_t>(9)};
    return out;
}

PickRow read_pick(const db::Row& row) {
    PickRow out{row.get<Number<Pick>>(0), row.get<Number<Event>>(1), row.get<Centre>(2), row.get<Practice>(3), {}};
    out.pick = {row.get<Id<Pick>>(4), {row.get<Uuid>(5), row.get<std::string>(6)}, {}, row.get<Date>(7),
                row.get<std::optional<Id<rollout::Adoption>>>(8), false};
    return out;
}

}  // namespace

std::vector<DelegationRow> delegations(db::Tx& tx, Number<Event> event) { return tx.list(delegations_by_event, read_delegation, event); }

std::optional<DelegationRow> find_delegation(db::Tx& tx, const Id<Delegation>& id) { return tx.find(delegation_by_id, read_delegation, id); }

std::optional<DelegationRow> find_delegation(db::Tx& tx, Number<Event> event, Centre organisation) {
    return tx.find(delegation_by_pair, read_delegation, event, organisation);
}

Id<Delegation> insert_delegation(db::Tx& tx, const EventRow& event, Centre organisation) {
    const auto id = tx.make_id<Delegation>();
    tx.run(insert_delegation_row, id, event.number, organisation);
    return id;
}

std::int64_t set_delegation(db::Tx& tx, const DelegationRow& row, DelegationState state, std::int64_t revision) {
    return tx.run(change_revised, state, row.number, revision);
}

void set_delegation(db::Tx& tx, Number<Delegation> delegation, DelegationState state) { tx.run(change_delegation, state, delegation); }

void ask_again(db::Tx& tx, Number<Event> event) { tx.run(unconfirm, event); }

std::optional<Person> find_staff(db::Tx& tx, const Id<network::StaffMember>& id, Centre organisation) {
    return tx.find(staff_by_id, [](const db::Row& row) {
        return Person{row.get<Number<network::StaffMember>>(0), row.get<std::string>(1), row.get<std::string>(2)};
    }, id, organisation);
}

void write_delegates(db::Tx& tx, const DelegationRow& row, Centre host, const std::vector<Person>& people) {
    tx.run(delete_delegates, row.number);
    for (const auto& each : people)
        tx.run(insert_delegate, tx.make_id<Delegate>(), row.number, row.organisation, host, each.staff, each.name, each.position);
    tx.run(count_people, row.number);
}

std::vector<std::pair<Number<Delegation>, Delegate>> delegates(db::Tx& tx, Number<Event> event) {
    return tx.list(delegates_by_event, [](const db::Row& row) {
        return std::pair(row.get<Number<Delegation>>(0), Delegate{row.get<Id<Delegate>>(1), row.get<std::string>(2), row.get<std::string>(3),
                                                                  row.get<std::optional<bool>>(4)});
    }, event);
}

std::int64_t mark(db::Tx& tx, Number<Delegation> delegation, const std::optional<Id<Delegate>>& delegate, bool attended) {
    const auto changed = delegate ? tx.run(mark_one, attended, delegation, *delegate) : tx.run(mark_all, attended, delegation);
    tx.run(count_people, delegation);
    return changed;
}

std::vector<PickRow> picks(db::Tx& tx, Number<Event> event) { return tx.list(picks_by_event, read_pick, event); }

std::optional<PickRow> find_pick(db::Tx& tx, const Id<Pick>& id) { return tx.find(pick_by_id, read_pick, id); }

Id<Pick> insert_pick(db::Tx& tx, Number<Event> event, Centre organisation, Practice practice, Date day) {
    const auto id = tx.make_id<Pick>();
    tx.run(insert_pick_row, id, event, organisation, practice, day);
    return id;
}

void set_adoption(db::Tx& tx, Number<Pick> pick, const Id<rollout::Adoption>& adoption) { tx.run(change_pick, adoption, pick); }

void remove_pick(db::Tx& tx, Number<Pick> pick) { tx.run(delete_pick, pick); }

}  // namespace ryadom::exchange::store
