#include "modules/programmes/store.hpp"

namespace ryadom::programmes::store {
namespace {

/// How an open end is stored.
const Date open_end = *make_date(9999, 12, 31);

constexpr db::Sql every_norm =
    "select id, kind, level, amount, ground, valid_from, valid_to from v_programmes_norm where withdrawn_on is null order by kind, level, valid_from";
constexpr db::Sql insert_norm_row =
    "insert into programmes_norm (id, kind, level, amount, ground, valid_from, valid_to, recorded_on, account) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
constexpr db::Sql end_norm_row = "update programmes_norm set valid_to = $1 where id = $2";
constexpr db::Sql withdraw_norm_row = "update programmes_norm set withdrawn_on = $1 where id = $2";

constexpr db::Sql every_year = "select year, ground, revision from v_programmes_calendar_year order by year";
constexpr db::Sql every_day = "select year, day, kind from v_programmes_special_day order by day";
constexpr db::Sql insert_year = "insert into programmes_calendar_year (year, ground, revision) values ($1, $2, 1)";
constexpr db::Sql update_year = "update programmes_calendar_year set ground = $1, revision = revision + 1 where year = $2 and revision = $3";
constexpr db::Sql delete_days = "delete from programmes_special_day where year = $1";
constexpr db::Sql insert_day = "insert into programmes_special_day (year, day, kind) values ($1, $2, $3)";

constexpr db::Sql every_reason = "select kind, code, title_ru, title_kk, title_en, since, until_on from v_programmes_reason order by number";
constexpr db::Sql codes_in_force = "select code from v_programmes_reason where kind = $1 and since <= $2 and (until_on is null or until_on >= $2)";
constexpr db::Sql circumstances_in_force =
    "select code from v_people_listed_word where kind = 'circumstance' and since <= $1 and (until_on is null or until_on >= $1)";

Norm read_norm(const db::Row& row) {
    Norm out;
    out.id = row.get<Id<Norm>>(0);
    out.value.kind = row.get<NormKind>(1);
    if (const auto level = row.get<int>(2); level != 0) out.value.level = level;
    out.value.amount = row.get<int>(3);
    out.ground = row.get<std::string>(4);
    out.valid_from = row.get<Date>(5);
    if (const auto last = row.get<Date>(6); last != open_end) out.valid_to = last;
    return out;
}

Reason read_reason(const db::Row& row) {
    Reason out{row.get<ReasonKind>(0), row.get<std::string>(1), {{"ru", row.get<std::string>(2)}}, row.get<Date>(5), row.get<std::optional<Date>>(6)};
    if (auto kk = row.get<std::optional<std::string>>(3)) out.titles.emplace("kk", std::move(*kk));
    if (auto en = row.get<std::optional<std::string>>(4)) out.titles.emplace("en", std::move(*en));
    return out;
}

std::string read_code(const db::Row& row) { return row.get<std::string>(0); }

}  // namespace

std::vector<Norm> norms(db::Tx& tx) { return tx.list(every_norm, read_norm); }

Timetable timetable(db::Tx& tx) {
    Timetable out{{}, norms(tx)};
    tx.each(every_year, [&](const db::Row& row) { out.calendar.years.insert(row.get<int>(0)); });
    tx.each(every_day, [&](const db::Row& row) { out.calendar.days.emplace(row.get<Date>(1), row.get<SpecialDayKind>(2)); });
    return out;
}

void end_norm(db::Tx& tx, const Id<Norm>& norm, Date last) { tx.run(end_norm_row, last, norm); }

void withdraw_norm(db::Tx& tx, const Id<Norm>& norm, Date today) { tx.run(withdraw_norm_row, today, norm); }

void insert_norm(db::Tx& tx, const NewNorms& act, const NormValue& value, Date today) {
    tx.run(insert_norm_row, tx.make_id<Norm>(), value.kind, value.level.value_or(0), value.amount, act.ground, act.valid_from, open_end, today, tx.caller().account);
}

std::vector<CalendarYear> years(db::Tx& tx) {
    std::map<int, CalendarYear> found;
    tx.each(every_year, [&](const db::Row& row) {
        found[row.get<int>(0)] = {row.get<int>(0), row.get<std::string>(1), {}, row.get<std::int64_t>(2)};
    });
    tx.each(every_day, [&](const db::Row& row) { found.at(row.get<int>(0)).days.push_back({row.get<Date>(1), row.get<SpecialDayKind>(2)}); });
    std::vector<CalendarYear> out;
    for (auto& [year, each] : found) out.push_back(std::move(each));
    return out;
}

bool write_year(db::Tx& tx, const CalendarYear& year) {
    if (year.revision == 0) tx.run(insert_year, year.year, year.ground);
    else if (tx.run(update_year, year.ground, year.year, year.revision) == 0) return false;
    tx.run(delete_days, year.year);
    for (const auto& each : year.days) tx.run(insert_day, year.year, each.day, each.kind);
    return true;
}

std::vector<Reason> reasons(db::Tx& tx) { return tx.list(every_reason, read_reason); }

std::vector<std::string> reason_codes(db::Tx& tx, ReasonKind kind, Date day) { return tx.list(codes_in_force, read_code, kind, day); }

std::vector<std::string> circumstance_codes(db::Tx& tx, Date day) { return tx.list(circumstances_in_force, read_code, day); }

}  // namespace ryadom::programmes::store
