#include "modules/ledger/verify_store.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ryadom::ledger::store {
namespace {

constexpr std::int64_t people_at_once = 50'000;

constexpr db::Sql span_of_days = "select min(performed_on), max(performed_on), max(recorded_on) from v_ledger_fact";
constexpr db::Sql span_of_numbers =
    "select coalesce(max(person), 0), coalesce(max(home_provider), 0), coalesce(max(performer_provider), 0), coalesce(max(practice), 0) from v_ledger_fact";
constexpr db::Sql branches =
    "with recursive level (number, depth) as (select number, 0 from v_network_organisation where parent is null "
    "union all select o.number, l.depth + 1 from level l join v_network_organisation o on o.parent = l.number), "
    "tree (root, member) as (select number, number from v_network_organisation "
    "union all select t.root, o.number from tree t join v_network_organisation o on o.parent = t.member) "
    "select t.root, t.member, l.depth from tree t join level l on l.number = t.root order by t.root, t.member";

// $1 and $2: range of people; $3: position; $4: day.
constexpr db::Text humans(
    "noted (person, survivor) as (select m.person, m.survivor from v_ledger_merge m where m.recorded_on <= $4 and m.after_position <= $3 "
    "and not exists (select 1 from v_ledger_merge l where l.person = m.person and l.number > m.number and l.recorded_on <= $4 and l.after_position <= $3)), "
    "way (person, human) as (select person, survivor from noted where survivor <> 0 "
    "union all select w.person, n.survivor from way w join noted n on n.person = w.human where n.survivor <> 0), "
    "human (person, human) as (select w.person, w.human from way w where not exists (select 1 from noted n where n.person = w.human and n.survivor <> 0)) ");
constexpr db::Text known(
    "from v_ledger_fact f left join human h on h.person = f.person join v_ledger_fact_order q on q.number = f.number left join v_ledger_fact r on r.reverses = f.number "
    "left join v_ledger_fact_order rq on rq.number = r.number "
    "where f.reverses is null and q.position <= $3 and f.recorded_on <= $4 "
    "and (rq.position is null or rq.position > $3 or r.recorded_on > $4) ");
// Those who are one human lie in any ranges: they are taken together.
constexpr db::Text named("and f.person between $1 and $2 and f.person not in (select person from human union select human from human) ");
constexpr db::Text merged("and cast($1 as bigint) <= cast($2 as bigint) and f.person in (select person from human union select human from human) ");
constexpr db::Text unnamed("and f.person is null and cast($1 as bigint) <= cast($2 as bigint) ");
constexpr db::Text figures(
    ", coalesce(f.practice, 0), substr(cast(f.performed_on as text), 1, 7), count(*), count(distinct coalesce(h.human, f.person)), "
    "cast(sum(f.minutes) as bigint), cast(sum(f.unnamed_count) as bigint) ");
constexpr db::Text grouped("group by 1, 2, 3");
/// What is known of the unnamed, of ranges of people, and of those who were merged.
struct Statements {
    db::Sql unnamed;
    db::Sql named;
    db::Sql merged;
};
constexpr Statements home{db::sql<"with recursive ", humans, "select f.home_provider", figures, known, unnamed, grouped>,
                          db::sql<"with recursive ", humans, "select f.home_provider", figures, known, named, grouped>,
                          db::sql<"with recursive ", humans, "select f.home_provider", figures, known, merged, grouped>};
constexpr Statements performer{db::sql<"with recursive ", humans, "select f.performer_provider", figures, known, unnamed, grouped>,
                               db::sql<"with recursive ", humans, "select f.performer_provider", figures, known, named, grouped>,
                               db::sql<"with recursive ", humans, "select f.performer_provider", figures, known, merged, grouped>};

constexpr db::Text tree_of(
    ", tree (root, member) as (select number, number from v_network_organisation "
    "union all select t.root, o.number from tree t join v_network_organisation o on o.parent = t.member), "
    "counted as (select f.number, f.practice, f.performed_on as day, coalesce(h.human, f.person) as person, f.home_provider as home, f.performer_provider as performer, ");
constexpr db::Text by_month("substr(cast(f.performed_on as text), 1, 7) as period ");
constexpr db::Text by_quarter(
    "substr(cast(f.performed_on as text), 1, 4) || cast((cast(substr(cast(f.performed_on as text), 6, 2) as bigint) + 2) / 3 as text) as period ");
// A fact counts for the adoption of its home provider and for that of its performer; once if both are the same.
constexpr db::Text credited(
    "and f.practice is not null), "
    "credited as (select t.root, c.number, c.practice, c.day, c.person, c.period from counted c join tree t on t.member = c.home "
    "union select t.root, c.number, c.practice, c.day, c.person, c.period from counted c join tree t on t.member = c.performer), "
    "arrived as (select root, practice, min(day) as day from credited where person is not null group by root, practice, period, person) "
    "select root, practice, day, count(*), 0 from credited group by root, practice, day "
    "union all select root, practice, day, 0, count(*) from arrived group by root, practice, day");
constexpr Statements months{db::sql<"with recursive ", humans, tree_of, by_month, known, unnamed, credited>,
                            db::sql<"with recursive ", humans, tree_of, by_month, known, named, credited>,
                            db::sql<"with recursive ", humans, tree_of, by_month, known, merged, credited>};
constexpr Statements quarters{db::sql<"with recursive ", humans, tree_of, by_quarter, known, unnamed, credited>,
                              db::sql<"with recursive ", humans, tree_of, by_quarter, known, named, credited>,
                              db::sql<"with recursive ", humans, tree_of, by_quarter, known, merged, credited>};

struct Check {
    db::Sql sql;
    const char* fault;
};

constexpr std::array checks{
    Check{"select f.number from v_ledger_fact f join v_ledger_fact o on o.number = f.reverses where o.reverses is not null order by f.number limit 1",
          "takes back a row that takes back another"},
    Check{"select f.number from v_ledger_fact f left join v_ledger_fact o on o.number = f.reverses "
          "where f.reverses is not null and (o.number is null or o.service <> f.service or o.performed_on <> f.performed_on or o.minutes <> f.minutes "
          "or o.home_provider <> f.home_provider or o.performer_provider <> f.performer_provider or coalesce(o.person, 0) <> coalesce(f.person, 0)) "
          "order by f.number limit 1",
          "is not the reversal of the fact that it names"},
    Check{"select f.number from v_ledger_fact f left join v_people_person p on p.number = f.person "
          "where f.person is not null and p.number is null order by f.number limit 1",
          "names a person who is not registered"},
    Check{"select f.number from v_ledger_fact f left join v_catalogue_service s on s.number = f.service where s.number is null order by f.number limit 1",
          "names a service that is not in the catalogue"},
    Check{"select f.number from v_ledger_fact f left join v_network_organisation h on h.number = f.home_provider "
          "left join v_network_organisation p on p.number = f.performer_provider where h.number is null or p.number is null order by f.number limit 1",
          "names an organisation that is not in the network"},
    Check{"select f.number from v_ledger_fact f left join v_practices_version v on v.number = f.practice_version and v.practice = f.practice "
          "where f.practice is not null and v.number is null order by f.number limit 1",
          "names a practice version that is not in the bank"},
    Check{"select f.number from v_ledger_fact f left join v_network_staff w on w.number = f.worker "
          "where f.worker is not null and w.number is null order by f.number limit 1",
          "names a worker who is not in the register"},
    Check{"select f.number from v_ledger_fact f left join v_ledger_group g on g.number = f.group_number "
          "where f.group_number is not null and g.number is null order by f.number limit 1",
          "names a group that is not there"},
    Check{"select number from v_ledger_fact where performed_on > recorded_on order by number limit 1", "was performed after the day of its recording"},
};

/// Calls the statement of the named for every range of people, the others once.
template <class Each>
void each_range(db::Tx& tx, const Extent& extent, const Cut& cut, const Statements& statements, const Each& each) {
    tx.each(statements.unnamed, each, 0, 0, cut.position, cut.day);
    for (std::int64_t first = 1; first <= extent.largest_person; first += people_at_once)
        tx.each(statements.named, each, first, first + people_at_once - 1, cut.position, cut.day);
    tx.each(statements.merged, each, 0, 0, cut.position, cut.day);
}

}  // namespace

Extent extent(db::Tx& tx) {
    Extent out;
    tx.each(span_of_days, [&](const db::Row& row) {
        const auto first = row.get<std::optional<Date>>(0);
        out.any = first.has_value();
        if (!first) return;
        out.first = *first;
        out.last = row.get<Date>(1);
        out.last_recorded = row.get<Date>(2);
    });
    tx.each(span_of_numbers, [&](const db::Row& row) {
        out.largest_person = row.get<std::int64_t>(0);
        out.largest_organisation = std::max(row.get<std::int64_t>(1), row.get<std::int64_t>(2));
        out.largest_practice = row.get<std::int64_t>(3);
    });
    for (const auto& branch : tree(tx)) out.largest_organisation = std::max(out.largest_organisation, branch.member);
    return out;
}

std::vector<Branch> tree(db::Tx& tx) {
    return tx.list(branches, [](const db::Row& row) { return Branch{row.get<std::int64_t>(0), row.get<std::int64_t>(1), row.get<std::int64_t>(2)}; });
}

std::map<CountKey, image::Count> counts(db::Tx& tx, const Extent& extent, const Cut& cut, image::Provider provider) {
    std::map<CountKey, image::Count> out;
    each_range(tx, extent, cut, provider == image::Provider::home ? home : performer, [&](const db::Row& row) {
        auto& count = out[{row.get<std::int64_t>(0), row.get<std::int64_t>(1), row.get<std::string>(2)}];
        count.facts += row.get<std::uint64_t>(3);
        count.people += row.get<std::uint32_t>(4);
        count.minutes += row.get<std::uint64_t>(5);
        count.unnamed += row.get<std::uint64_t>(6);
    });
    return out;
}

std::map<DeliveryKey, Delivered> deliveries(db::Tx& tx, const Extent& extent, const Cut& cut, PeriodLength length) {
    std::map<DeliveryKey, Delivered> out;
    each_range(tx, extent, cut, length == PeriodLength::month ? months : quarters, [&](const db::Row& row) {
        auto& delivered = out[{row.get<std::int64_t>(0), row.get<std::int64_t>(1), row.get<Date>(2)}];
        delivered.facts += row.get<std::uint32_t>(3);
        delivered.new_people += row.get<std::uint32_t>(4);
    });
    return out;
}

std::optional<std::string> first_bad_row(db::Tx& tx) {
    for (const auto& check : checks)
        if (const auto number = tx.value<std::int64_t>(check.sql)) return fmt::format("fact {} {}", *number, check.fault);
    return std::nullopt;
}

}  // namespace ryadom::ledger::store
