#include "modules/duplicates/store.hpp"

#include <cmath>

namespace ryadom::duplicates::store {
namespace {

using Text = std::optional<std::string>;

constexpr db::Sql every_card =
    "select c.person, c.family_name, c.given_name, c.patronymic, c.birth, p.sex, c.snils, c.iin, c.phone from v_people_card c join v_people_person p on p.number = c.person "
    "order by c.person";
constexpr db::Sql entered_as_other = "select newcomer, known from v_people_same_decision where verdict = 'other' and newcomer is not null";
constexpr db::Sql last_run = "select coalesce(max(run), 0) from v_duplicates_pair";
constexpr db::Sql write_pair =
    "insert into duplicates_pair (id, one, other, weight, reasons, run, state) values ($1, $2, $3, $4, $5, $6, 'open') on conflict (one, other) do update set "
    "weight = case when duplicates_pair.state = 'open' then excluded.weight else duplicates_pair.weight end, "
    "reasons = case when duplicates_pair.state = 'open' then excluded.reasons else duplicates_pair.reasons end, run = excluded.run";
constexpr db::Sql forget = "delete from duplicates_pair where state = 'open' and run < $1";
constexpr db::Sql insert_run_row =
    "insert into duplicates_run (id, begun_at, ended_at, persons, pairs, parameters, account) values ($1, $2, $3, $4, $5, $6, $7)";
constexpr db::Sql newest_runs = "select id, begun_at, ended_at, persons, pairs from v_duplicates_run order by number desc limit 20";

constexpr db::Text pairs(
    "select q.number, q.id, q.weight, q.reasons, p.number, p.id, p.birth, c.family_name || ' ' || c.given_name || coalesce(' ' || c.patronymic, ''), "
    "o.number, o.id, o.birth, d.family_name || ' ' || d.given_name || coalesce(' ' || d.patronymic, '') from v_duplicates_pair q "
    "left join v_people_merged m on m.person = q.one join v_people_person p on p.number = coalesce(m.human, q.one) left join v_people_card c on c.person = p.number "
    "left join v_people_merged n on n.person = q.other join v_people_person o on o.number = coalesce(n.human, q.other) left join v_people_card d on d.person = o.number "
    "where q.state = 'open' and p.number <> o.number ");
constexpr db::Sql open_from = db::sql<pairs, "and (q.weight, q.number) < ($1, $2) order by q.weight desc, q.number desc limit $3">;
constexpr db::Sql open_by_id = db::sql<pairs, "and q.id = $1">;
constexpr db::Sql number_of_pair = "select number from v_duplicates_pair where one = $1 and other = $2";
constexpr db::Sql set_state = "update duplicates_pair set state = $2 where number = $1";
constexpr db::Sql insert_decision = "insert into duplicates_decision (pair, verdict, reason, account, at) values ($1, $2, $3, $4, $5)";

constexpr db::Sql facts_of =
    db::sql<"select count(f.number), max(f.performed_on) from v_ledger_fact f left join v_ledger_fact r on r.reverses = f.number where ", people::of_human<"f.person">,
            "and f.reverses is null and r.number is null">;

Side read_side(const db::Row& row, int first) {
    const auto birth = row.get<Date>(first + 1);
    Side out{{}, row.get<Text>(first + 2), parts(birth).year, {}};
    if (!out.name) return out;
    out.id = row.get<Id<people::Person>>(first);
    out.birth = birth;
    return out;
}

PairRow read_pair(const db::Row& row) {
    return {row.get<std::int64_t>(0), row.get<Id<Pair>>(1), static_cast<double>(row.get<std::int64_t>(2)) / 100, row.get<std::string>(3),
            row.get<Number<people::Person>>(4), row.get<Number<people::Person>>(8), read_side(row, 5), read_side(row, 9)};
}

Run read_run(const db::Row& row) {
    return {row.get<Id<Run>>(0), row.get<Instant>(1), row.get<Instant>(2), row.get<std::int64_t>(3), row.get<std::int64_t>(4)};
}

}  // namespace

void each_card(db::Tx& tx, const std::function<void(std::int64_t person, const Cells&)>& each) {
    Cells cells;
    tx.each(every_card, [&](const db::Row& row) {
        for (int i = 0; i < 8; ++i) cells[static_cast<std::size_t>(i)] = row.get<Text>(i + 1).value_or("");
        each(row.get<std::int64_t>(0), cells);
    });
}

std::set<std::pair<std::int64_t, std::int64_t>> known_as_two(db::Tx& tx) {
    std::set<std::pair<std::int64_t, std::int64_t>> out;
    tx.each(entered_as_other, [&](const db::Row& row) { out.insert(std::minmax({row.get<std::int64_t>(0), row.get<std::int64_t>(1)})); });
    return out;
}

std::int64_t begin_run(db::Tx& tx) { return tx.value<std::int64_t>(last_run).value_or(0) + 1; }

void write_pairs(db::Tx& tx, std::int64_t run, std::span<const FoundPair> found) {
    for (const auto& each : found) tx.run(write_pair, tx.make_id<Pair>(), each.one, each.other, std::int64_t{std::llround(each.weight * 100)}, each.reasons, run);
}

void forget_older(db::Tx& tx, std::int64_t run) { tx.run(forget, run); }

Run insert_run(db::Tx& tx, Instant begun_at, std::int64_t persons, std::int64_t found, const std::string& parameters) {
    Run out{tx.make_id<Run>(), begun_at, tx.now(), persons, found};
    tx.run(insert_run_row, out.id, out.begun_at, out.ended_at, persons, found, parameters, tx.caller().account);
    return out;
}

std::vector<Run> last_runs(db::Tx& tx) { return tx.list(newest_runs, read_run); }

std::vector<PairRow> open_pairs(db::Tx& tx, std::int64_t weight, std::int64_t number, int limit) { return tx.list(open_from, read_pair, weight, number, limit); }

std::optional<PairRow> find_open(db::Tx& tx, const Id<Pair>& id) { return tx.find(open_by_id, read_pair, id); }

std::optional<std::int64_t> pair_of(db::Tx& tx, Number<people::Person> one, Number<people::Person> other) {
    const auto [first, second] = std::minmax({one.value, other.value});
    return tx.value<std::int64_t>(number_of_pair, first, second);
}

void decide(db::Tx& tx, std::int64_t pair, Verdict verdict, const std::optional<std::string>& reason) {
    tx.run(insert_decision, pair, verdict, reason, tx.caller().account, tx.now());
    tx.run(set_state, pair, verdict);
}

Holdings holdings(db::Tx& tx, Number<people::Person> person) {
    return tx.find(facts_of, [](const db::Row& row) { return Holdings{row.get<std::int64_t>(0), row.get<std::optional<Date>>(1)}; }, person).value_or(Holdings{});
}

}  // namespace ryadom::duplicates::store
