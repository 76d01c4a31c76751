#include "modules/network/store.hpp"

#include "modules/network/found.hpp"

#include <algorithm>

namespace ryadom::network {
namespace {

constexpr db::Text organisations(
    "select o.number, o.id, o.code, o.kind, o.title, o.short_title, p.id, d.id, o.zone, o.address, o.phone, o.director, o.closed_on, "
    "o.revision, o.district from v_network_organisation o left join v_network_organisation p on p.number = o.parent "
    "left join v_network_district d on d.number = o.district ");
constexpr db::Sql organisation_by_id = db::sql<organisations, "where o.id = $1">;
constexpr db::Sql organisation_by_number = db::sql<organisations, "where o.number = $1">;
constexpr db::Sql organisation_by_code = db::sql<organisations, "where o.code = $1">;
constexpr db::Sql every_organisation = db::sql<organisations, "order by o.short_title, o.number">;

constexpr db::Sql below =
    "with recursive tree (number) as (select number from v_network_organisation where number = $1 "
    "union all select o.number from v_network_organisation o join tree on o.parent = tree.number) select number from tree order by number";
constexpr db::Sql parent_of = "select parent from v_network_organisation where number = $1";
constexpr db::Sql zone_of = "select zone from v_network_organisation where number = $1";
constexpr db::Sql zone_of_region = "select zone from v_network_organisation where parent is null order by number limit 1";
constexpr db::Sql number_of = "select number from v_network_organisation where id = $1";
constexpr db::Sql number_of_district = "select number from v_network_district where id = $1";
constexpr db::Sql insert_organisation_row =
    "insert into network_organisation (id, code, kind, title, short_title, parent, district, zone, address, phone, director, closed_on, revision) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)";
constexpr db::Sql change_organisation =
    "update network_organisation set code = $1, kind = $2, title = $3, short_title = $4, parent = $5, district = $6, zone = $7, "
    "address = $8, phone = $9, director = $10, closed_on = $11, revision = revision + 1 where id = $12 and revision = $13";

OrganisationRow read_organisation(const db::Row& row) {
    return {row.get<Number<Organisation>>(0),
            {row.get<Id<Organisation>>(1), row.get<std::string>(2), row.get<OrganisationKind>(3), row.get<std::string>(4),
             row.get<std::string>(5), row.get<std::optional<Id<Organisation>>>(6), row.get<std::optional<Id<District>>>(7),
             row.get<std::string>(8), row.get<std::string>(9), row.get<std::string>(10), row.get<std::string>(11),
             row.get<std::optional<Date>>(12), row.get<std::int64_t>(13)},
            row.get<std::optional<Number<District>>>(14)};
}

std::optional<std::int64_t> parent_number(db::Tx& tx, const Organisation& organisation) {
    if (!organisation.parent) return std::nullopt;
    const auto number = tx.value<std::int64_t>(number_of, *organisation.parent);
    if (!number) throw Refused(refuse_field("/parent", "core.absent").error());
    return number;
}

std::optional<std::int64_t> district_number(db::Tx& tx, const Organisation& organisation) {
    if (!organisation.district) return std::nullopt;
    const auto number = tx.value<std::int64_t>(number_of_district, *organisation.district);
    if (!number) throw Refused(refuse_field("/district", "core.absent").error());
    return number;
}

}  // namespace

std::optional<OrganisationRow> find_organisation(db::Tx& tx, const Id<Organisation>& id) { return tx.find(organisation_by_id, read_organisation, id); }

std::optional<OrganisationRow> find_organisation(db::Tx& tx, Number<Organisation> number) {
    return tx.find(organisation_by_number, read_organisation, number);
}

std::optional<OrganisationRow> find_organisation_by_code(db::Tx& tx, std::string_view code) {
    return tx.find(organisation_by_code, read_organisation, code);
}

std::vector<OrganisationRow> all_organisations(db::Tx& tx) { return tx.list(every_organisation, read_organisation); }

const OrganisationRow* body_of_region(const std::vector<OrganisationRow>& all) {
    const OrganisationRow* first = nullptr;
    for (const auto& row : all)
        if (on_top(row.organisation) && (!first || row.number.value < first->number.value)) first = &row;
    return first;
}

std::vector<std::int64_t> subtree(db::Tx& tx, std::int64_t organisation) {
    return tx.list(below, [](const db::Row& row) { return row.get<std::int64_t>(0); }, organisation);
}

std::vector<Number<Organisation>> ancestors(db::Tx& tx, Number<Organisation> organisation) {
    std::vector<Number<Organisation>> out;
    for (std::optional<std::int64_t> next = organisation.value; next; next = tx.value<std::optional<std::int64_t>>(parent_of, *next).value_or(std::nullopt))
        out.push_back({*next});
    return out;
}

std::string zone(db::Tx& tx, std::int64_t organisation) {
    const auto zone = organisation == 0 ? tx.value<std::string>(zone_of_region) : tx.value<std::string>(zone_of, organisation);
    return zone.value_or("UTC");
}

Number<Organisation> own(db::Tx& tx, const Id<Organisation>& id) {
    const auto number = tx.value<Number<Organisation>>(number_of, id);
    if (!number || !tx.caller().scope.holds(number->value)) throw Refused(absent());
    return *number;
}

namespace store {

Id<Organisation> insert_organisation(db::Tx& tx, const Organisation& organisation) {
    const auto id = tx.make_id<Organisation>();
    tx.run(insert_organisation_row, id, organisation.code, organisation.kind, organisation.title, organisation.short_title,
           parent_number(tx, organisation), district_number(tx, organisation), organisation.zone, organisation.address,
           organisation.phone, organisation.director, organisation.closed_on);
    tell_search(tx, id);
    return id;
}

std::int64_t update_organisation(db::Tx& tx, const Organisation& organisation) {
    const auto changed = tx.run(change_organisation, organisation.code, organisation.kind, organisation.title, organisation.short_title,
                  parent_number(tx, organisation), district_number(tx, organisation), organisation.zone, organisation.address,
                  organisation.phone, organisation.director, organisation.closed_on, organisation.id, organisation.revision);
    if (changed != 0) tell_search(tx, organisation.id);
    return changed;
}

}  // namespace store
}  // namespace ryadom::network
