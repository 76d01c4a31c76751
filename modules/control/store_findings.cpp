// Findings with their steps, and every file.
#include "modules/control/store.hpp"

namespace ryadom::control::store {
namespace {

// The last step that was recorded by the end of the day says how far the finding is.
constexpr db::Text last_kind("(select k.kind from v_control_step k where k.finding = f.number and k.recorded_on <= $1 order by k.number desc limit 1)");
constexpr db::Text due_then(
    "coalesce((select k.due from v_control_step k where k.finding = f.number and k.recorded_on <= $1 order by k.number desc limit 1), f.due)");
constexpr db::Text columns(
    "select f.number, f.organisation, i.version, f.item, f.id, i.id, o.id, o.short_title, v.id, s.code, f.text, f.owner, f.days, f.found_on, ");
constexpr db::Text tables(
    " from v_control_finding f join v_network_organisation o on o.number = f.organisation join v_control_inspection i on i.number = f.inspection "
    "join v_standards_version v on v.number = i.version join v_standards_standard s on s.number = v.standard where f.found_on <= $1 ");
constexpr db::Text not_accepted("and ($2 = 'all' or coalesce(");
constexpr db::Text not_late(", '') <> 'accepted') and ($2 <> 'overdue' or (coalesce(");
constexpr db::Sql finding_by_id = db::sql<columns, due_then, ", ", last_kind, tables, "and f.id = $2">;
constexpr db::Sql findings_before = db::sql<columns, due_then, ", ", last_kind, tables, not_accepted, last_kind, not_late, last_kind, ", '') <> 'done' and ",
                                            due_then, " < $1)) and f.number < $3 order by f.number desc limit $4">;
constexpr db::Sql findings_of = db::sql<columns, due_then, ", ", last_kind, tables, not_accepted, last_kind, not_late, last_kind, ", '') <> 'done' and ",
                                        due_then, " < $1)) and f.number < $3 and f.organisation = $5 order by f.number desc limit $4">;
constexpr db::Sql insert_finding_row =
    "insert into control_finding (id, inspection, organisation, item, text, owner, days, found_on, due, account) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning number";
constexpr db::Sql accepted_items =
    "select f.inspection, f.item from v_control_inspection i join v_control_finding f on f.inspection = i.number "
    "join v_control_step l on l.finding = f.number and l.kind = 'accepted' and l.recorded_on <= $1 where i.organisation = $2 and i.version = $3";

constexpr db::Sql steps_of =
    "select l.kind, l.note, l.due, l.recorded_on, coalesce(a.name, '') from v_control_step l left join v_auth_account a on a.number = l.account "
    "where l.finding = $1 order by l.number";
constexpr db::Sql insert_step_row =
    "insert into control_step (finding, organisation, kind, note, due, recorded_on, recorded_at, account) values ($1, $2, $3, $4, $5, $6, $7, $8)";

constexpr db::Text files_text("select f.id, f.item, f.name, f.recorded_on, f.sha from v_control_file f ");
constexpr db::Sql file_by_id = db::sql<files_text, "where f.id = $1">;
constexpr db::Sql files_of_inspection = db::sql<files_text, "where f.inspection = $1 order by f.number">;
constexpr db::Sql files_of_finding = db::sql<files_text, "where f.finding = $1 order by f.number">;
constexpr db::Sql files_of_self_checks = db::sql<files_text,
    "join v_control_inspection i on i.number = f.inspection where i.organisation = $1 and i.version = $2 and i.kind = 'self_check' "
    "and i.closed_on <= $3 order by f.number">;
constexpr db::Sql count_grounds =
    "select count(f.id) from v_control_inspection i join v_control_file f on f.inspection = i.number where i.organisation = $1 and i.version = $2 "
    "and f.item = $3 and (i.number = $4 or (i.kind = 'self_check' and i.closed_on is not null))";
constexpr db::Sql count_fresh_files =
    "select count(f.id) from v_control_file f where f.finding = $1 and f.recorded_at >= "
    "coalesce((select max(l.recorded_at) from v_control_step l where l.finding = $1 and l.kind = 'again'), f.recorded_at)";
constexpr db::Sql insert_file_row =
    "insert into control_file (id, organisation, inspection, finding, item, name, sha, recorded_on, recorded_at, account) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

FindingRow read_finding(const db::Row& row) {
    FindingRow out{row.get<Number<Finding>>(0), row.get<Centre>(1), row.get<Number<standards::Version>>(2), row.get<std::string>(3), {}};
    auto& finding = out.finding;
    finding.id = row.get<Id<Finding>>(4);
    finding.inspection = row.get<Id<Inspection>>(5);
    finding.organisation = row.get<Id<network::Organisation>>(6);
    finding.organisation_title = row.get<std::string>(7);
    finding.version = row.get<Id<standards::Version>>(8);
    finding.code = row.get<std::string>(9);
    finding.text = row.get<std::string>(10);
    finding.owner = row.get<std::string>(11);
    finding.days = row.get<int>(12);
    finding.found_on = row.get<Date>(13);
    finding.due = row.get<Date>(14);
    finding.state = state_of(row.get<std::optional<StepKind>>(15));
    return out;
}

File read_file(const db::Row& row) { return {row.get<Id<File>>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<Date>(3)}; }

}  // namespace

std::vector<FindingRow> findings(db::Tx& tx, std::optional<Centre> organisation, Which which, Date day, std::int64_t before, int limit) {
    if (!organisation) return tx.list(findings_before, read_finding, day, which, before, limit);
    return tx.list(findings_of, read_finding, day, which, before, limit, *organisation);
}

std::optional<FindingRow> find_finding(db::Tx& tx, const Id<Finding>& id, Date day) { return tx.find(finding_by_id, read_finding, day, id); }

Id<Finding> insert_finding(db::Tx& tx, const InspectionRow& row, const std::string& item, const MarkView& mark, Date today) {
    const auto id = tx.make_id<Finding>();
    const int days = mark.days.value_or(terms.front());
    tx.insert(insert_finding_row, id, row.number, row.organisation, item, mark.note, mark.owner.value_or(""), days, today, today + days, tx.caller().account);
    return id;
}

std::set<std::pair<std::int64_t, std::string>> put_right(db::Tx& tx, Centre organisation, Number<standards::Version> version, Date day) {
    std::set<std::pair<std::int64_t, std::string>> out;
    tx.each(accepted_items, [&](const db::Row& row) { out.emplace(row.get<std::int64_t>(0), row.get<std::string>(1)); }, day, organisation, version);
    return out;
}

std::vector<Step> steps(db::Tx& tx, Number<Finding> finding) {
    return tx.list(steps_of, [](const db::Row& row) {
        return Step{row.get<StepKind>(0), row.get<std::string>(1), row.get<Date>(2), row.get<Date>(3), row.get<std::string>(4)};
    }, finding);
}

void insert_step(db::Tx& tx, const FindingRow& row, const Step& step) {
    tx.run(insert_step_row, row.number, row.organisation, step.kind, step.note, step.due, step.day, tx.now(), tx.caller().account);
}

std::optional<FileRow> find_file(db::Tx& tx, const Id<File>& id) {
    return tx.find(file_by_id, [](const db::Row& row) { return FileRow{row.get<std::string>(4), read_file(row)}; }, id);
}

std::vector<File> files(db::Tx& tx, Number<Inspection> inspection) { return tx.list(files_of_inspection, read_file, inspection); }

std::vector<File> files(db::Tx& tx, Number<Finding> finding) { return tx.list(files_of_finding, read_file, finding); }

std::vector<File> evidence(db::Tx& tx, Centre organisation, Number<standards::Version> version, Date day) {
    return tx.list(files_of_self_checks, read_file, organisation, version, day);
}

std::int64_t grounds(db::Tx& tx, const InspectionRow& row, const std::string& item) {
    return tx.value<std::int64_t>(count_grounds, row.organisation, row.version, item, row.number).value_or(0);
}

std::int64_t fresh_files(db::Tx& tx, Number<Finding> finding) { return tx.value<std::int64_t>(count_fresh_files, finding).value_or(0); }

File insert_file(db::Tx& tx, const InspectionRow& row, const std::string& item, const std::string& name, const std::string& sha, Date today) {
    const auto id = tx.make_id<File>();
    tx.run(insert_file_row, id, row.organisation, row.number, nullptr, item, name, sha, today, tx.now(), tx.caller().account);
    return {id, item, name, today};
}

File insert_file(db::Tx& tx, const FindingRow& row, const std::string& name, const std::string& sha, Date today) {
    const auto id = tx.make_id<File>();
    tx.run(insert_file_row, id, row.organisation, nullptr, row.number, "", name, sha, today, tx.now(), tx.caller().account);
    return {id, "", name, today};
}

}  // namespace ryadom::control::store
