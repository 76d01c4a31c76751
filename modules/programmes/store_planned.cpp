// What is planned for whom, and who is under contract: what other modules ask for whole months of a centre.
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

constexpr db::Text contract_columns(
    "select c.number, c.person, c.id, c.label, p.id, o.id, g.id, c.concluded_on, c.since, c.until_on, c.last_on, c.form, c.signer, c.payment, c.payment_kopecks, "
    "c.ended_on, c.end_reason, c.end_note, c.revision from v_programmes_contract c join v_people_person p on p.number = c.person "
    "join v_network_organisation o on o.number = c.organisation join v_programmes_programme g on g.number = c.programme ");
constexpr db::Sql contracts_there =
    db::sql<contract_columns, "where c.organisation = $1 and c.last_on >= $2 and c.since <= $3 order by c.person, c.number">;
constexpr db::Sql contracts_for = db::sql<contract_columns, "where c.person = $1 and c.last_on >= $2 and c.since <= $3 order by c.number">;

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

ContractRow read_contract(const db::Row& row) {
    Contract out;
    out.id = row.get<Id<Contract>>(2);
    out.number = row.get<std::string>(3);
    out.person = row.get<Id<people::Person>>(4);
    out.organisation = row.get<Id<network::Organisation>>(5);
    out.programme = row.get<Id<Programme>>(6);
    out.concluded_on = row.get<Date>(7);
    out.since = row.get<Date>(8);
    out.until = row.get<Date>(9);
    out.last_on = row.get<Date>(10);
    out.form = row.get<Form>(11);
    out.signer = row.get<std::optional<std::string>>(12);
    out.payment = row.get<Id<payment::Assessment>>(13);
    out.payment_kopecks = row.get<std::int64_t>(14);
    out.ended_on = row.get<std::optional<Date>>(15);
    out.end_reason = row.get<std::optional<std::string>>(16);
    out.end_note = row.get<std::optional<std::string>>(17);
    out.revision = row.get<std::int64_t>(18);
    return {row.get<Number<Contract>>(0), row.get<Number<people::Person>>(1), std::move(out)};
}

}  // namespace

std::vector<PlannedService> planned(db::Tx& tx, Number<network::Organisation> organisation, Date first, Date last) {
    return within(tx.list(planned_there, read_planned, organisation, first, last), first, last);
}

std::vector<PlannedService> planned(db::Tx& tx, Number<people::Person> person, Date first, Date last) {
    return within(tx.list(planned_for, read_planned, person, first, last), first, last);
}

std::vector<ContractRow> contracts(db::Tx& tx, Number<network::Organisation> organisation, Date first, Date last) {
    return tx.list(contracts_there, read_contract, organisation, first, last);
}

std::vector<ContractRow> contracts(db::Tx& tx, Number<people::Person> person, Date first, Date last) {
    return tx.list(contracts_for, read_contract, person, first, last);
}

}  // namespace ryadom::programmes
