// Programmes as rows of lists: those in force by the day of their review, drafts, those of a person.
#include "modules/programmes/store.hpp"

namespace ryadom::programmes::store {
namespace {

constexpr db::Text rows(
    "select v.number, v.person, g.id, g.year, g.ordinal, p.id, v.form, v.approved_on, v.version, v.since, v.last_on, v.review_on, v.care_level "
    "from v_programmes_version v join v_programmes_programme g on g.number = v.programme join v_people_person p on p.number = v.person ");
constexpr db::Sql rows_in_force = db::sql<
    rows, "where v.organisation = $1 and v.approved_on is not null and v.review_on >= $2 and (v.review_on > $2 or v.number > $3) and v.last_on >= $4 and v.since <= $4 "
          "order by v.review_on, v.number limit $5">;
constexpr db::Sql rows_of_drafts = db::sql<rows, "where v.organisation = $1 and v.approved_on is null order by v.number limit $2">;
constexpr db::Sql rows_of_person = db::sql<
    rows, "where v.person = $1 and not exists (select 1 from v_programmes_version n where n.programme = v.programme and n.version > v.version) order by v.number desc limit $2">;

constexpr int most_of_a_person = 100;
constexpr int number_bits = 40;

std::int64_t place_of(Date day, std::int64_t number) { return (std::int64_t{day.days} << number_bits) + number; }

EntryRow read_row(const db::Row& row, Date today) {
    EntryRow out;
    out.person = row.get<Number<people::Person>>(1);
    auto& entry = out.entry;
    entry.id = row.get<Id<Programme>>(2);
    entry.number = number_of(row.get<std::int64_t>(4), row.get<std::int64_t>(3));
    entry.person = row.get<Id<people::Person>>(5);
    entry.form = row.get<Form>(6);
    entry.version = row.get<int>(8);
    entry.since = row.get<Date>(9);
    entry.last_on = row.get<Date>(10);
    entry.review_on = row.get<Date>(11);
    if (const auto level = row.get<std::optional<std::int64_t>>(12)) entry.care_level = static_cast<int>(*level);
    entry.state = state_on(row.get<std::optional<Date>>(7), entry.since, entry.last_on, today);
    out.place = place_of(entry.review_on, row.get<std::int64_t>(0));
    return out;
}

}  // namespace

std::vector<EntryRow> in_force(db::Tx& tx, Number<network::Organisation> organisation, Date day, std::int64_t after, int limit) {
    const Date review{static_cast<int>(after >> number_bits)};
    const auto number = after & ((std::int64_t{1} << number_bits) - 1);
    return tx.list(rows_in_force, [&](const db::Row& row) { return read_row(row, day); }, organisation, review, number, day, limit);
}

std::vector<EntryRow> drafts(db::Tx& tx, Number<network::Organisation> organisation, int limit) {
    return tx.list(rows_of_drafts, [](const db::Row& row) { return read_row(row, row.get<Date>(9)); }, organisation, limit);
}

std::vector<EntryRow> programmes_of(db::Tx& tx, Number<people::Person> person, Date day) {
    return tx.list(rows_of_person, [&](const db::Row& row) { return read_row(row, day); }, person, most_of_a_person);
}

}  // namespace ryadom::programmes::store
