// What the matrix is made of, in a handful of statements however many cells it has.
#include "modules/rollout/store.hpp"

#include <fmt/format.h>

namespace ryadom::rollout::store {
namespace {

constexpr db::Sql every_version = "select adoption, version, chosen_on from v_rollout_adoption_version order by adoption, number";
constexpr db::Sql every_stop = "select adoption, stopped_on, reason, resumed_on from v_rollout_stop order by adoption, number";
constexpr db::Sql every_line =
    "select number, adoption, need, kind, mandatory, due, created_on, closed_on from v_rollout_plan_line order by number";
constexpr db::Sql every_move = "select line, moved_on, due_before from v_rollout_plan_line_move order by line, number desc";
constexpr db::Sql every_order =
    "select a.number, a.id, a.organisation, a.practice, a.target, a.wave, c.id, c.order_number, c.signed_on from v_rollout_assignment a "
    "join v_rollout_campaign c on c.number = a.campaign where c.state = 'signed' order by c.signed_on, a.number";
constexpr db::Sql every_change = "select assignment, kind, changed_on, deadline from v_rollout_assignment_change order by assignment, number";

constexpr db::Sql sum_of_pulses = "select cast(coalesce(sum(changes), 0) as bigint), count(*) from v_rollout_pulse";
constexpr db::Sql sum_of_organisations = "select cast(coalesce(sum(revision), 0) as bigint), count(*) from v_network_organisation";

constexpr db::Sql staff_positions =
    "with recursive tree (number) as (select number from v_network_organisation where number = $1 "
    "union all select o.number from v_network_organisation o join tree on o.parent = tree.number) "
    "select s.id, s.position from tree join v_network_staff s on s.organisation = tree.number";

std::pair<std::int64_t, Tracked> read_tracked(const db::Row& row) {
    return {row.get<std::int64_t>(0),
            {row.get<Number<Adoption>>(1),
             {row.get<std::string>(2), row.get<LineKind>(3), row.get<bool>(4) ? Obligation::mandatory : Obligation::advisory,
              row.get<Date>(5), row.get<Date>(6), row.get<std::optional<Date>>(7)}}};
}

Order read_order(const db::Row& row) {
    return {row.get<Number<Assignment>>(0), row.get<Id<Assignment>>(1), row.get<Centre>(2), row.get<Number<practices::Practice>>(3),
            row.get<Stage>(4), row.get<int>(5), row.get<Id<Campaign>>(6), row.get<std::string>(7), row.get<Date>(8)};
}

std::string sums(const db::Row& row) { return fmt::format("{}/{}", row.get<std::int64_t>(0), row.get<std::int64_t>(1)); }

}  // namespace

Everything everything(db::Tx& tx) {
    Everything out;
    out.adoptions = all_adoptions(tx);
    out.versions = tx.list(every_version, [](const db::Row& row) {
        return Version{row.get<Number<Adoption>>(0), row.get<Number<practices::Version>>(1), row.get<Date>(2)};
    });
    out.stops = tx.list(every_stop, [](const db::Row& row) {
        return Stop{row.get<Number<Adoption>>(0), row.get<Date>(1), row.get<std::string>(2), row.get<std::optional<Date>>(3)};
    });
    out.lines = tx.list(every_line, read_tracked);
    out.moves = tx.list(every_move, [](const db::Row& row) { return Move{row.get<std::int64_t>(0), row.get<Date>(1), row.get<Date>(2)}; });
    out.orders = tx.list(every_order, read_order);
    out.changes = tx.list(every_change, [](const db::Row& row) {
        return OrderChange{row.get<Number<Assignment>>(0), row.get<ChangeKind>(1), row.get<Date>(2), row.get<Date>(3)};
    });
    return out;
}

std::string pulse_of_all(db::Tx& tx) {
    return *tx.find(sum_of_pulses, sums) + " " + *tx.find(sum_of_organisations, sums);
}

std::map<Uuid, std::string> positions_of_staff(db::Tx& tx, Centre organisation) {
    std::map<Uuid, std::string> out;
    tx.each(staff_positions, [&](const db::Row& row) { out.emplace(row.get<Uuid>(0), row.get<std::string>(1)); }, organisation);
    return out;
}

}  // namespace ryadom::rollout::store
