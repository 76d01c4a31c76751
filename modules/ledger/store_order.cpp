// The ledger in its order, as the image reads it.
#include "modules/ledger/store.hpp"

#include <algorithm>

namespace ryadom::ledger::store {
namespace {

constexpr db::Sql after_position =
    "select o.position, f.person, f.unnamed_count, f.performed_on, f.recorded_on, f.worker, f.minutes, f.service, f.practice, f.practice_version, "
    "f.home_provider, f.performer_provider, f.channel, r.position, f.group_number "
    "from v_ledger_fact_order o join v_ledger_fact f on f.number = o.number left join v_ledger_fact_order r on r.number = f.reverses "
    "where o.position > $1 order by o.position limit $2";
constexpr db::Sql newest_position = "select position from v_ledger_fact_order order by position desc limit 1";
constexpr db::Sql without_position =
    "select f.number from v_ledger_fact f left join v_ledger_fact_order o on o.number = f.number where o.position is null";
constexpr db::Sql newest_number = "select number from v_ledger_fact order by number desc limit 1";
constexpr db::Sql id_at = "select f.id from v_ledger_fact_order o join v_ledger_fact f on f.number = o.number where o.position = $1";
constexpr db::Sql position_of = "select position from v_ledger_fact_order where number = $1";

constexpr db::Sql merges_from =
    "select m.after_position, m.recorded_on, m.person, m.survivor from v_ledger_merge_order o join v_ledger_merge m on m.number = o.number "
    "where o.position > $1 order by o.position";
constexpr db::Sql every_merge = "select count(number) from v_ledger_merge";
constexpr db::Sql insert_merge_row =
    "insert into ledger_merge (person, survivor, after_position, recorded_on, account) values ($1, $2, $3, $4, $5)";

template <class Column>
Column column(const db::Row& row, int at) {
    const auto value = row.get<std::optional<std::int64_t>>(at).value_or(0);
    if (value < 0 || value > std::int64_t{std::numeric_limits<Column>::max()}) db::misread(at, "a number that the image has room for");
    return static_cast<Column>(value);
}

image::Fact read_image_fact(const db::Row& row) {
    image::Fact fact;
    fact.position = row.get<image::Position>(0);
    fact.person = column<std::uint32_t>(row, 1);
    fact.unnamed_count = column<std::uint32_t>(row, 2);
    fact.day = row.get<Date>(3);
    fact.recorded_on = row.get<Date>(4);
    fact.worker = column<std::uint32_t>(row, 5);
    fact.minutes = column<std::uint16_t>(row, 6);
    fact.service = column<std::uint16_t>(row, 7);
    fact.practice = column<std::uint16_t>(row, 8);
    fact.practice_version = column<std::uint16_t>(row, 9);
    fact.home_provider = column<std::uint16_t>(row, 10);
    fact.performer_provider = column<std::uint16_t>(row, 11);
    if (fact.performer_provider == fact.home_provider) fact.performer_provider = 0;
    fact.channel = static_cast<std::uint8_t>(row.get<Channel>(12));
    fact.reverses = row.get<std::optional<image::Position>>(13).value_or(0);
    fact.group = column<std::uint32_t>(row, 14);
    return fact;
}

}  // namespace

std::vector<image::Fact> rows_after(db::Tx& tx, image::Position position, int limit) { return tx.list(after_position, read_image_fact, position, limit); }

std::vector<image::Merge> merges_after(db::Tx& tx, std::size_t seen) {
    return tx.list(merges_from, [](const db::Row& row) {
        return image::Merge{row.get<image::Position>(0), row.get<Date>(1), column<std::uint32_t>(row, 2), column<std::uint32_t>(row, 3)};
    }, seen);
}

std::size_t merges_so_far(db::Tx& tx) { return static_cast<std::size_t>(tx.value<std::int64_t>(every_merge).value_or(0)); }

void insert_merge(db::Tx& tx, std::int64_t person, std::int64_t survivor, Date recorded_on) {
    tx.run(insert_merge_row, person, survivor, last_position(tx), recorded_on, tx.caller().account);
}

std::optional<Uuid> fact_at(db::Tx& tx, image::Position position) { return tx.value<Uuid>(id_at, position); }

image::Position last_position(db::Tx& tx) { return tx.value<image::Position>(newest_position).value_or(0); }

std::optional<image::Position> position_of_newest(db::Tx& tx) {
    const auto number = tx.value<std::int64_t>(newest_number);
    return number ? tx.value<image::Position>(position_of, *number) : image::Position{0};
}

std::vector<std::int64_t> rows_without_position(db::Tx& tx) {
    return tx.list(without_position, [](const db::Row& row) { return row.get<std::int64_t>(0); });
}

bool has_position(db::Tx& tx, std::int64_t number) { return tx.value<image::Position>(position_of, number).has_value(); }

}  // namespace ryadom::ledger::store
