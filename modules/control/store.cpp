// Self-checks and visits with their marks.
#include "modules/control/store.hpp"

namespace ryadom::control::store {
namespace {

constexpr db::Text inspections_text(
    "select i.number, i.organisation, i.version, s.practice, i.id, i.kind, o.id, o.short_title, v.id, s.code, v.ordinal, v.title, p.id, i.begun_on, "
    "i.quarter, i.closed_on, coalesce(a.name, ''), s.service, c.id from v_control_inspection i join v_network_organisation o on o.number = i.organisation "
    "join v_standards_version v on v.number = i.version join v_standards_standard s on s.number = v.standard "
    "left join v_practices_practice p on p.number = s.practice left join v_catalogue_service c on c.number = s.service "
    "left join v_auth_account a on a.number = i.account ");
constexpr db::Sql inspection_by_id = db::sql<inspections_text, "where i.id = $1">;
constexpr db::Sql inspections_before = db::sql<inspections_text, "where i.number < $1 order by i.number desc limit $2">;
constexpr db::Sql inspections_of = db::sql<inspections_text, "where i.organisation = $1 and i.number < $2 order by i.number desc limit $3">;
constexpr db::Sql inspections_of_quarter = db::sql<inspections_text, "where i.organisation = $1 and i.quarter = $2 order by i.number">;
constexpr db::Sql insert_inspection_row =
    "insert into control_inspection (id, organisation, version, kind, begun_on, quarter, recorded_at, account) values ($1, $2, $3, $4, $5, $6, $7, $8) "
    "returning number";
constexpr db::Sql close_inspection = "update control_inspection set closed_on = $1 where number = $2 and closed_on is null";

constexpr db::Sql marks_of =
    "select m.item, m.mark, m.note, m.owner, m.days, m.verdict, m.recorded_on from v_control_mark m where m.inspection = $1 order by m.number";
constexpr db::Sql insert_mark_row =
    "insert into control_mark (inspection, organisation, item, mark, note, owner, days, verdict, recorded_on, recorded_at, account) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
// A self-check is later than another when its quarter is: an earlier one may have been closed after it. Visits have none.
constexpr db::Sql closed_marks_of =
    "select m.item, m.mark, m.note, m.owner, m.days, m.verdict, m.recorded_on, i.number from v_control_inspection i "
    "join v_control_mark m on m.inspection = i.number where i.organisation = $1 and i.version = $2 and i.kind = $3 and i.closed_on <= $4 "
    "order by i.quarter, i.closed_on, i.number, m.number";

InspectionRow read_inspection(const db::Row& row) {
    const auto title = must(json::read<practices::Line>(*json::parse(row.get<std::string>(11), {64, 16U << 20U})));
    return {row.get<Number<Inspection>>(0), row.get<Centre>(1), row.get<Number<standards::Version>>(2),
            row.get<std::optional<Number<practices::Practice>>>(3), row.get<std::optional<Number<catalogue::Service>>>(17),
            {row.get<Id<Inspection>>(4), row.get<Kind>(5), row.get<Id<network::Organisation>>(6), row.get<std::string>(7),
             row.get<Id<standards::Version>>(8), row.get<std::string>(9), row.get<int>(10), title,
             row.get<std::optional<Id<practices::Practice>>>(12), row.get<std::optional<Id<catalogue::Service>>>(18), row.get<Date>(13),
             row.get<std::optional<Date>>(14), row.get<std::optional<Date>>(15), row.get<std::string>(16)}};
}

MarkView read_mark(const db::Row& row) {
    MarkView out{row.get<Mark>(1), row.get<std::string>(2), {}, row.get<std::optional<int>>(4), row.get<std::optional<verdicts::Outcome>>(5),
                 row.get<Date>(6)};
    if (auto owner = row.get<std::string>(3); !owner.empty()) out.owner = std::move(owner);
    return out;
}

}  // namespace

std::optional<InspectionRow> find_inspection(db::Tx& tx, const Id<Inspection>& id) { return tx.find(inspection_by_id, read_inspection, id); }

std::vector<InspectionRow> inspections(db::Tx& tx, std::optional<Centre> organisation, std::int64_t before, int limit) {
    if (!organisation) return tx.list(inspections_before, read_inspection, before, limit);
    return tx.list(inspections_of, read_inspection, *organisation, before, limit);
}

std::vector<InspectionRow> of_quarter(db::Tx& tx, Centre organisation, Date quarter) {
    return tx.list(inspections_of_quarter, read_inspection, organisation, quarter);
}

InspectionRow insert_inspection(db::Tx& tx, Kind kind, Centre organisation, Number<standards::Version> version, Date today) {
    const auto id = tx.make_id<Inspection>();
    const auto quarter = kind == Kind::self_check ? std::optional(quarter_of(today)) : std::nullopt;
    tx.insert(insert_inspection_row, id, organisation, version, kind, today, quarter, tx.now(), tx.caller().account);
    return *find_inspection(tx, id);
}

std::int64_t close(db::Tx& tx, Number<Inspection> inspection, Date today) { return tx.run(close_inspection, today, inspection); }

Marks marks(db::Tx& tx, Number<Inspection> inspection) {
    Marks out;
    tx.each(marks_of, [&](const db::Row& row) { out.insert_or_assign(row.get<std::string>(0), read_mark(row)); }, inspection);
    return out;
}

void insert_mark(db::Tx& tx, const InspectionRow& row, const std::string& item, const MarkView& mark) {
    tx.run(insert_mark_row, row.number, row.organisation, item, mark.mark, mark.note, mark.owner.value_or(""), mark.days, mark.verdict, mark.day, tx.now(),
           tx.caller().account);
}

std::map<std::string, ClosedMark> closed_marks(db::Tx& tx, Centre organisation, Number<standards::Version> version, Kind kind, Date day) {
    std::map<std::string, ClosedMark> out;
    tx.each(closed_marks_of, [&](const db::Row& row) {
        out.insert_or_assign(row.get<std::string>(0), ClosedMark{row.get<Number<Inspection>>(7), read_mark(row)});
    }, organisation, version, kind, day);
    return out;
}

}  // namespace ryadom::control::store
