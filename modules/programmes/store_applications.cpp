#include "modules/programmes/store.hpp"
#include "modules/programmes/stored.hpp"

namespace ryadom::programmes::store {
namespace {

constexpr db::Text rows(
    "select a.number, a.id, a.person, p.id, a.organisation, o.id, a.year, a.ordinal, a.received_on, a.content, a.state, a.closed_on, a.revision, g.id, v.approved_on, u.name "
    "from v_programmes_application a join v_people_person p on p.number = a.person join v_network_organisation o on o.number = a.organisation "
    "left join v_auth_account u on u.number = a.account left join v_programmes_programme g on g.application = a.number left join v_programmes_version v on v.programme = g.number and v.version = 1 ");
constexpr db::Sql row_by_id = db::sql<rows, "where a.id = $1">;
constexpr db::Sql open_rows = db::sql<rows, "where a.organisation = $1 and a.closed_on is null order by a.number limit $2">;
constexpr db::Sql closed_rows =
    db::sql<rows, "where a.organisation = $1 and a.closed_on is not null and a.number < $2 order by a.number desc limit $3">;
constexpr db::Sql rows_of_person = db::sql<rows, "where a.person = $1 order by a.number desc limit $2">;

constexpr db::Sql last_ordinal = "select coalesce(max(ordinal), 0) from v_programmes_application where organisation = $1 and year = $2";
constexpr db::Sql insert_row =
    "insert into programmes_application (id, person, organisation, year, ordinal, received_on, content, form, state, revision, recorded_at, recorded_on, account) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, 'received', 1, $9, $10, $11)";
constexpr db::Sql update_row =
    "update programmes_application set received_on = $1, content = $2, form = $3, revision = revision + 1 where number = $4 and revision = $5";
constexpr db::Sql move_row = "update programmes_application set state = $1, closed_on = $2, revision = revision + 1 where number = $3";
constexpr db::Sql close_row = "update programmes_application set closed_on = $1, revision = revision + 1 where id = $2 and closed_on is null";

constexpr db::Sql insert_event =
    "insert into programmes_event (application, person, organisation, kind, day, reason, note, assessment, recorded_at, account) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
constexpr db::Text event_columns("select e.kind, e.day, e.reason, e.note, e.assessment, u.name, e.application from v_programmes_event e ");
constexpr db::Sql events_of =
    db::sql<event_columns, "left join v_auth_account u on u.number = e.account where e.application = $1 order by e.number">;
constexpr db::Sql open_events =
    db::sql<event_columns, "left join v_auth_account u on u.number = e.account join v_programmes_application a on a.number = e.application "
                           "where a.organisation = $1 and a.closed_on is null order by e.application, e.number">;

constexpr db::Sql standing_assessment =
    "select a.number from v_scales_assessment a where a.id = $1 and a.person = $2 and not exists (select 1 from v_scales_assessment n where n.replaces = a.number)";
constexpr db::Sql last_assessment =
    "select a.level, a.assessed_on from v_scales_assessment a where a.person = $1 and a.assessed_on <= $2 and a.level is not null "
    "and not exists (select 1 from v_scales_assessment n where n.replaces = a.number) order by a.assessed_on desc, a.number desc limit 1";

ApplicationRow read_row(const db::Row& row) {
    ApplicationRow out;
    out.number = row.get<Number<Application>>(0);
    out.person = row.get<Number<people::Person>>(2);
    out.organisation_number = row.get<Number<network::Organisation>>(4);
    auto& given = out.application;
    given.id = row.get<Id<Application>>(1);
    given.person = row.get<Id<people::Person>>(3);
    given.organisation = row.get<Id<network::Organisation>>(5);
    given.number = number_of(row.get<std::int64_t>(7), row.get<std::int64_t>(6));
    given.received_on = row.get<Date>(8);
    given.wish = stored<Wish>(row.get<std::string>(9));
    given.state = row.get<State>(10);
    given.closed_on = row.get<std::optional<Date>>(11);
    given.revision = row.get<std::int64_t>(12);
    given.programme = row.get<std::optional<Id<Programme>>>(13);
    out.following = {given.programme.has_value(), row.get<std::optional<Date>>(14)};
    out.author = row.get<std::optional<std::string>>(15);
    return out;
}

Event read_event(const db::Row& row) {
    return {row.get<EventKind>(0), row.get<Date>(1), row.get<std::optional<std::string>>(2), row.get<std::optional<std::string>>(3), row.get<std::optional<Uuid>>(4),
            row.get<std::optional<std::string>>(5)};
}

}  // namespace

ApplicationRow insert(db::Tx& tx, const people::PersonRow& person, const NewApplication& given, Number<network::Organisation> organisation, Date today) {
    const auto id = tx.make_id<Application>();
    const std::int64_t year = parts(given.received_on).year;
    const auto ordinal = *tx.value<std::int64_t>(last_ordinal, organisation, year) + 1;
    tx.run(insert_row, id, person.number, organisation, year, ordinal, given.received_on, json::to_json(given.wish), given.wish.form, tx.now(), today, tx.caller().account);
    return must(find_application(tx, id));
}

std::optional<ApplicationRow> find_application(db::Tx& tx, const Id<Application>& id) { return tx.find(row_by_id, read_row, id); }

bool update(db::Tx& tx, const ApplicationRow& row, const ChangeApplication& given) {
    return tx.run(update_row, given.received_on, json::to_json(given.wish), given.wish.form, row.number, row.application.revision) == 1;
}

void move(db::Tx& tx, const ApplicationRow& row, State state, const std::optional<Date>& closed_on) { tx.run(move_row, state, closed_on, row.number); }

void close(db::Tx& tx, const Id<Application>& application, Date day) { tx.run(close_row, day, application); }

std::vector<ApplicationRow> open_applications(db::Tx& tx, Number<network::Organisation> organisation, int limit) {
    return tx.list(open_rows, read_row, organisation, limit);
}

std::vector<ApplicationRow> closed_applications(db::Tx& tx, Number<network::Organisation> organisation, std::int64_t before, int limit) {
    return tx.list(closed_rows, read_row, organisation, before, limit);
}

std::vector<ApplicationRow> applications_of(db::Tx& tx, Number<people::Person> person, int limit) { return tx.list(rows_of_person, read_row, person, limit); }

void add_event(db::Tx& tx, const ApplicationRow& row, const Event& event) {
    tx.run(insert_event, row.number, row.person, row.organisation_number, event.kind, event.day, event.reason, event.note, event.assessment, tx.now(), tx.caller().account);
}

std::vector<Event> events(db::Tx& tx, Number<Application> application) { return tx.list(events_of, read_event, application); }

std::map<std::int64_t, std::vector<Event>> events_of_open(db::Tx& tx, Number<network::Organisation> organisation) {
    std::map<std::int64_t, std::vector<Event>> out;
    tx.each(open_events, [&](const db::Row& row) { out[row.get<std::int64_t>(6)].push_back(read_event(row)); }, organisation);
    return out;
}

bool assessed(db::Tx& tx, Number<people::Person> person, const Uuid& assessment) {
    return tx.value<std::int64_t>(standing_assessment, assessment, person).has_value();
}

std::optional<Level> level_on(db::Tx& tx, Number<people::Person> person, Date day) {
    return tx.find(last_assessment, [](const db::Row& row) { return Level{row.get<int>(0), row.get<Date>(1)}; }, person, day);
}

}  // namespace ryadom::programmes::store
