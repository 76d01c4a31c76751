#include "modules/scales/store.hpp"

#include "modules/people/merges.hpp"

namespace ryadom::scales {
namespace {

constexpr db::Text versions(
    "select v.number, s.number, s.id, s.code, v.version, v.valid_from, v.description, v.published_at, a.name from v_scales_version v "
    "join v_scales_scale s on s.number = v.scale left join v_auth_account a on a.number = v.account ");
constexpr db::Sql every_version = db::sql<versions, "order by s.code, v.version">;
constexpr db::Sql versions_by_id = db::sql<versions, "where s.id = $1 order by v.version">;
constexpr db::Sql versions_by_code = db::sql<versions, "where s.code = $1 order by v.version">;
constexpr db::Sql version_by_number = db::sql<versions, "where v.number = $1">;
constexpr db::Sql add_scale = "insert into scales_scale (id, code) values ($1, $2) returning number";
constexpr db::Sql add_version =
    "insert into scales_version (scale, version, valid_from, description, published_at, account) values ($1, $2, $3, $4, $5, $6)";

constexpr db::Text fields(
    "select f.number, f.id, f.person, f.organisation, f.scale, f.version, f.filled_on, f.replaces, f.reason, f.recorded_on, o.id, f.account, a.name, ");
constexpr db::Text joined("join v_network_organisation o on o.number = f.organisation left join v_auth_account a on a.number = f.account ");
constexpr db::Sql filled_by_id = db::sql<
    fields, "n.number, cast(1 as bigint), cast(null as bigint), cast(null as date), cast(null as bigint) from v_scales_filled f left join v_scales_filled n on n.replaces = f.number ",
    joined, "where f.id = $1">;
// The scales of one person are few: they are numbered as a whole, and a page is cut from that.
constexpr db::Text numbered(
    "cast(null as bigint), f.times, f.previous, p.filled_on, p.account from (select s.*, "
    "lag(s.number) over (partition by s.scale order by s.filled_on, s.number) as previous, "
    "row_number() over (partition by s.scale order by s.filled_on desc, s.number desc) as place, "
    "count(s.number) over (partition by s.scale) as times "
    "from v_scales_filled s left join v_scales_filled n on n.replaces = s.number where n.number is null and ");
constexpr db::Text with_previous(
    ") f left join v_scales_filled p on p.number = f.previous ");
constexpr db::Sql filled_of_person = db::sql<
    fields, numbered, people::of_human<"s.person">, with_previous, joined, "where (cast($2 as bigint) = 0 or f.scale = $2) and f.place <= $3 and (f.filled_on < $4 or (f.filled_on = $4 and f.number < $5)) "
    "order by f.filled_on desc, f.number desc limit $6">;
constexpr db::Sql results_of_filled = "select score, hundredths, band from v_scales_score where filled = $1 order by number";
constexpr db::Sql answers_of_filled = "select answers from v_scales_answers where filled = $1";
constexpr db::Sql filled_by_account =
    db::sql<"select f.number from v_scales_filled f where ", people::of_human<"f.person">, "and f.scale = $2 and f.account = $3 limit 1">;

constexpr db::Sql add_filled =
    "insert into scales_filled (id, person, organisation, scale, version, filled_on, replaces, reason, recorded_at, recorded_on, account) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning number";
constexpr db::Sql add_answers = "insert into scales_answers (filled, organisation, answers) values ($1, $2, $3)";
constexpr db::Sql add_score = "insert into scales_score (filled, organisation, score, hundredths, band) values ($1, $2, $3, $4, $5)";

store::VersionRow read_version(const db::Row& row) {
    return {row.get<Number<Version>>(0), row.get<Number<Scale>>(1), row.get<Id<Scale>>(2), row.get<std::string>(3), static_cast<int>(row.get<std::int64_t>(4)),
            row.get<Date>(5), row.get<std::string>(6), row.get<Instant>(7), row.get<std::optional<std::string>>(8)};
}

store::Row read_row(const db::Row& row) {
    using Key = std::optional<std::int64_t>;
    StoredScale filled;
    filled.person = row.get<std::int64_t>(2);
    filled.organisation = row.get<std::int64_t>(3);
    filled.scale = row.get<Number<Scale>>(4);
    filled.version = row.get<Number<Version>>(5);
    filled.filled_on = row.get<Date>(6);
    filled.replaces = row.get<Key>(7);
    filled.reason = row.get<std::optional<std::string>>(8);
    filled.recorded_on = row.get<Date>(9);
    return {row.get<std::int64_t>(0), row.get<Id<FilledScale>>(1), std::move(filled), row.get<Id<network::Organisation>>(10), row.get<std::int64_t>(11),
            row.get<std::optional<std::string>>(12), row.get<Key>(13).has_value(), static_cast<int>(row.get<std::int64_t>(14)), row.get<Key>(15),
            row.get<std::optional<Date>>(16), row.get<Key>(17)};
}

}  // namespace

Id<FilledScale> append(db::Tx& tx, const StoredScale& filled, const std::vector<forms::Result>& results) {
    const auto id = tx.make_id<FilledScale>();
    const auto number = tx.insert(add_filled, id, filled.person, filled.organisation, filled.scale, filled.version, filled.filled_on, filled.replaces,
                                  filled.reason, tx.now(), filled.recorded_on, tx.caller().account);
    tx.run(add_answers, number, filled.organisation, json::to_json(filled.answers));
    for (const auto& each : results) tx.run(add_score, number, filled.organisation, each.score, each.hundredths, each.band);
    return id;
}

namespace store {

std::vector<VersionRow> all_versions(db::Tx& tx) { return tx.list(every_version, read_version); }
std::vector<VersionRow> versions_of(db::Tx& tx, const Id<Scale>& id) { return tx.list(versions_by_id, read_version, id); }
std::vector<VersionRow> versions_of_code(db::Tx& tx, std::string_view code) { return tx.list(versions_by_code, read_version, code); }
VersionRow version(db::Tx& tx, Number<Version> number) { return must(tx.find(version_by_number, read_version, number)); }

Number<Scale> insert_scale(db::Tx& tx, std::string_view code) { return {tx.insert(add_scale, tx.make_id<Scale>(), code)}; }

void insert_version(db::Tx& tx, Number<Scale> scale, int version, Date valid_from, std::string_view description) {
    tx.run(add_version, scale, std::int64_t{version}, valid_from, description, tx.now(), tx.caller().account);
}

std::optional<Row> find(db::Tx& tx, const Id<FilledScale>& id) { return tx.find(filled_by_id, read_row, id); }

std::vector<Row> of_person(db::Tx& tx, Number<people::Person> person, const Wanted& wanted) {
    const std::int64_t places = wanted.latest ? 1 : INT32_MAX;
    return tx.list(filled_of_person, read_row, person, wanted.scale, places, wanted.before_day, wanted.before_number, wanted.limit);
}

std::vector<forms::Result> results_of(db::Tx& tx, std::int64_t filled) {
    return tx.list(results_of_filled, [](const db::Row& row) {
        return forms::Result{row.get<std::string>(0), row.get<std::optional<std::int64_t>>(1), row.get<std::optional<std::string>>(2)};
    }, filled);
}

forms::Answers answers_of(db::Tx& tx, std::int64_t filled) {
    forms::Answers out;
    const auto text = tx.value<std::string>(answers_of_filled, filled);
    auto value = text ? json::parse(*text) : json::Value(json::Object{});
    if (!value || !value->as<json::Object>()) throw std::logic_error("answers that are no object");
    for (auto& [name, answer] : *value->as<json::Object>()) out.emplace(std::move(name), std::move(answer));
    return out;
}

bool has_filled(db::Tx& tx, std::int64_t person, Number<Scale> scale, std::int64_t account) {
    return tx.value<std::int64_t>(filled_by_account, person, scale, account).has_value();
}

}  // namespace store
}  // namespace ryadom::scales
