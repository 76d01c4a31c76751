// What is planned for whom: asked by other modules for whole months of a centre.
#include "modules/programmes/programmes.hpp"

#include <algorithm>

namespace ryadom::programmes {
namespace {

constexpr db::Text line_columns("select l.person, v.since, l.version, l.place, l.service, l.quantity * l.times, l.every, l.weekly_minutes, v.last_on, l.since, l.until_on ");
constexpr db::Text in_order(" order by 1, 2, 3, 4");
constexpr db::Text in_force("and v.last_on >= $2 and v.since <= $3 and v.approved_on is not null");
/// Its own programmes; and those of others on which it has a contract, each line once however many contracts there were.
constexpr db::Sql planned_there =
    db::sql<line_columns, "from v_programmes_version v join v_programmes_line l on l.version = v.number where v.organisation = $1 ", in_force, " union ", line_columns,
            "from v_programmes_contract c join v_programmes_version v on v.programme = c.programme join v_programmes_line l on l.version = v.number "
            "where c.organisation = $1 and c.last_on >= $2 and c.since <= $3 and v.organisation <> $1 ", in_force, in_order>;
constexpr db::Sql planned_for = db::sql<line_columns, "from v_programmes_version v join v_programmes_line l on l.version = v.number where v.person = $1 ", in_force, in_order>;

PlannedService read_planned(const db::Row& row) {
    PlannedService out{row.get<Number<people::Person>>(0), row.get<Number<catalogue::Service>>(4), row.get<int>(5), row.get<Every>(6), {}, row.get<Date>(1), row.get<Date>(8)};
    if (const auto minutes = row.get<std::optional<std::int64_t>>(7)) out.weekly_minutes = static_cast<int>(*minutes);
    out.since = std::max(out.since, row.get<std::optional<Date>>(9).value_or(out.since));
    out.until = std::min(*out.until, row.get<std::optional<Date>>(10).value_or(*out.until));
    return out;
}

/// A line may hold for a part of its version only.
std::vector<PlannedService> within(std::vector<PlannedService> planned, Date first, Date last) {
    std::erase_if(planned, [&](const PlannedService& each) { return *each.until < first || each.since > last || *each.until < each.since; });
    return planned;
}

}  // namespace

std::vector<PlannedService> planned(db::Tx& tx, Number<network::Organisation> organisation, Date first, Date last) {
    return within(tx.list(planned_there, read_planned, organisation, first, last), first, last);
}

std::vector<PlannedService> planned(db::Tx& tx, Number<people::Person> person, Date first, Date last) {
    return within(tx.list(planned_for, read_planned, person, first, last), first, last);
}

}  // namespace ryadom::programmes
