#include "modules/programmes/store.hpp"
#include "modules/programmes/stored.hpp"

#include <set>

namespace ryadom::programmes::store {
namespace {

constexpr db::Text rows(
    "select g.number, g.id, g.person, p.id, g.organisation, o.id, g.year, g.ordinal, a.id, g.repeated, g.ended_on, g.end_reason, g.conclusion "
    "from v_programmes_programme g join v_people_person p on p.number = g.person join v_network_organisation o on o.number = g.organisation "
    "left join v_programmes_application a on a.number = g.application ");
constexpr db::Sql row_by_id = db::sql<rows, "where g.id = $1">;
constexpr db::Sql last_ordinal = "select coalesce(max(ordinal), 0) from v_programmes_programme where organisation = $1 and year = $2";
constexpr db::Sql any_before = "select number from v_programmes_programme where person = $1 limit 1";
constexpr db::Sql number_of_application = "select number from v_programmes_application where id = $1";
constexpr db::Sql insert_row =
    "insert into programmes_programme (id, person, organisation, application, year, ordinal, repeated, recorded_on, account) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
constexpr db::Sql end_row = "update programmes_programme set ended_on = $1, end_reason = $2, conclusion = $3 where number = $4 and ended_on is null";

constexpr db::Sql versions_of =
    "select v.version, v.content, v.last_on, v.reason, v.approved_on, u.name, v.recorded_on, w.name, v.revision from v_programmes_version v "
    "left join v_auth_account u on u.number = v.approver left join v_auth_account w on w.number = v.account where v.programme = $1 order by v.version desc";
constexpr db::Sql number_of_version = "select number from v_programmes_version where programme = $1 and version = $2";
constexpr db::Sql insert_version_row =
    "insert into programmes_version (programme, person, organisation, version, since, until_on, last_on, review_on, form, care_level, content, reason, revision, "
    "recorded_on, account) values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10, $11, 1, $12, $13) returning number";
constexpr db::Sql update_draft_row =
    "update programmes_version set since = $1, until_on = $2, last_on = $2, review_on = $3, form = $4, care_level = $5, content = $6, reason = $7, "
    "revision = revision + 1 where programme = $8 and version = $9 and revision = $10 and approved_on is null";
constexpr db::Sql delete_draft_row = "delete from programmes_version where programme = $1 and version = $2 and approved_on is null";
constexpr db::Sql approve_row =
    "update programmes_version set approved_on = $1, approver = $2, revision = revision + 1 where programme = $3 and version = $4 and approved_on is null";
constexpr db::Sql end_version_rows =
    "update programmes_version set last_on = $1 where programme = $2 and version < $3 and last_on > $1 and approved_on is not null";
constexpr db::Sql insert_line =
    "insert into programmes_line (version, person, organisation, place, service, quantity, times, every, weekly_minutes, since, until_on, note) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
constexpr db::Sql delete_lines = "delete from programmes_line where version = $1";

constexpr db::Sql insert_mark_row =
    "insert into programmes_mark (programme, person, organisation, service, outcome, reason, note, day, recorded_at, account) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
constexpr db::Sql marks_of =
    "select s.id, m.outcome, m.reason, m.note, m.day, u.name from v_programmes_mark m join v_catalogue_service s on s.number = m.service "
    "left join v_auth_account u on u.number = m.account where m.programme = $1 order by m.number desc";

ProgrammeRow read_row(const db::Row& row) {
    ProgrammeRow out;
    out.number = row.get<Number<Programme>>(0);
    out.person = row.get<Number<people::Person>>(2);
    out.organisation_number = row.get<Number<network::Organisation>>(4);
    auto& given = out.programme;
    given.id = row.get<Id<Programme>>(1);
    given.person = row.get<Id<people::Person>>(3);
    given.organisation = row.get<Id<network::Organisation>>(5);
    given.number = number_of(row.get<std::int64_t>(7), row.get<std::int64_t>(6));
    given.application = row.get<std::optional<Id<Application>>>(8);
    given.repeated = row.get<bool>(9);
    given.ended_on = row.get<std::optional<Date>>(10);
    given.end_reason = row.get<std::optional<std::string>>(11);
    given.conclusion = row.get<std::optional<std::string>>(12);
    return out;
}

Version read_version(const db::Row& row) {
    Version out;
    out.version = row.get<int>(0);
    out.content = stored<Content>(row.get<std::string>(1));
    out.last_on = row.get<Date>(2);
    out.reason = row.get<std::optional<std::string>>(3);
    out.approved_on = row.get<std::optional<Date>>(4);
    out.approved_by = row.get<std::optional<std::string>>(5);
    out.recorded_on = row.get<Date>(6);
    out.recorded_by = row.get<std::optional<std::string>>(7);
    out.revision = row.get<std::int64_t>(8);
    return out;
}

Mark read_mark(const db::Row& row) {
    return {row.get<Id<catalogue::Service>>(0), row.get<Outcome>(1), row.get<std::optional<std::string>>(2), row.get<std::optional<std::string>>(3), row.get<Date>(4),
            row.get<std::optional<std::string>>(5)};
}

/// For whoever asks what is planned in a month; the content says the same.
void write_lines(db::Tx& tx, const ProgrammeRow& row, std::int64_t version, const Content& content) {
    int place = 0;
    for (const auto& line : content.lines) {
        const auto service = must(catalogue::find_service(tx, line.service)).number;
        tx.run(insert_line, version, row.person, row.organisation_number, place++, service, line.quantity, line.times, line.every, line.weekly_minutes, line.since, line.until,
               line.note);
    }
}

}  // namespace

ProgrammeRow insert(db::Tx& tx, const people::PersonRow& person, const NewProgramme& given, Number<network::Organisation> organisation, Date today) {
    const auto id = tx.make_id<Programme>();
    const std::int64_t year = parts(today).year;
    const auto ordinal = *tx.value<std::int64_t>(last_ordinal, organisation, year) + 1;
    const auto application = given.application ? tx.value<std::int64_t>(number_of_application, *given.application) : std::nullopt;
    const bool repeated = tx.value<std::int64_t>(any_before, person.number).has_value();
    tx.run(insert_row, id, person.number, organisation, application, year, ordinal, repeated, today, tx.caller().account);
    auto row = must(find_programme(tx, id));
    insert_version(tx, row, 1, given.content, {}, today);
    return row;
}

std::optional<ProgrammeRow> find_programme(db::Tx& tx, const Id<Programme>& id) { return tx.find(row_by_id, read_row, id); }

void end_programme(db::Tx& tx, const ProgrammeRow& row, const EndProgramme& given) { tx.run(end_row, given.ended_on, given.reason, given.conclusion, row.number); }

std::vector<Version> versions(db::Tx& tx, Number<Programme> programme) { return tx.list(versions_of, read_version, programme); }

void insert_version(db::Tx& tx, const ProgrammeRow& row, int version, const Content& content, const std::optional<std::string>& reason, Date today) {
    const auto number = tx.insert(insert_version_row, row.number, row.person, row.organisation_number, version, content.since, content.until,
                                  content.review_on.value_or(content.until), content.form, content.care_level, json::to_json(content), reason, today, tx.caller().account);
    write_lines(tx, row, number, content);
}

bool update_draft(db::Tx& tx, const ProgrammeRow& row, int version, const ChangeDraft& given, std::int64_t revision) {
    const auto& content = given.content;
    if (tx.run(update_draft_row, content.since, content.until, content.review_on.value_or(content.until), content.form, content.care_level, json::to_json(content),
               given.reason, row.number, version, revision) == 0)
        return false;
    const auto number = *tx.value<std::int64_t>(number_of_version, row.number, version);
    tx.run(delete_lines, number);
    write_lines(tx, row, number, content);
    return true;
}

bool remove_draft(db::Tx& tx, const ProgrammeRow& row, int version) {
    const auto number = tx.value<std::int64_t>(number_of_version, row.number, version);
    if (!number) return false;
    tx.run(delete_lines, *number);
    return tx.run(delete_draft_row, row.number, version) == 1;
}

void approve(db::Tx& tx, const ProgrammeRow& row, int version, Date day) { tx.run(approve_row, day, tx.caller().account, row.number, version); }

void end_versions(db::Tx& tx, Number<Programme> programme, int before_version, Date last) { tx.run(end_version_rows, last, programme, before_version); }

void insert_mark(db::Tx& tx, const ProgrammeRow& row, Number<catalogue::Service> service, const NewMark& mark, Date day) {
    tx.run(insert_mark_row, row.number, row.person, row.organisation_number, service, mark.outcome, mark.reason, mark.note, day, tx.now(), tx.caller().account);
}

std::vector<Mark> marks(db::Tx& tx, Number<Programme> programme) {
    std::vector<Mark> out;
    std::set<Id<catalogue::Service>> seen;
    for (auto& each : tx.list(marks_of, read_mark, programme))
        if (seen.insert(each.service).second) out.push_back(std::move(each));
    return out;
}

}  // namespace ryadom::programmes::store
