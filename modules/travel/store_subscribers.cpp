// Who reads the feed of this server, and what they tell of their adoptions.
#include "modules/travel/store.hpp"

namespace ryadom::travel::store {
namespace {

constexpr db::Text subscriber_columns(
    "select s.number, s.id, s.key, s.title, s.standing, s.asked_at, s.sequence, s.counted_at, "
    "coalesce((select cast(sum(c.centres) as bigint) from v_travel_count c where c.subscriber = s.number and c.stage <> 'stopped'), 0) from v_travel_subscriber s ");
constexpr db::Sql page_of_subscribers = db::sql<subscriber_columns, "where s.number > $1 order by s.number limit $2">;
constexpr db::Sql subscriber_by_id = db::sql<subscriber_columns, "where s.id = $1">;
constexpr db::Sql subscriber_by_key = db::sql<subscriber_columns, "where s.key = $1">;
constexpr db::Sql count_undecided = "select count(*) from v_travel_subscriber where standing = 'asked'";
constexpr db::Sql delete_undecided = "delete from travel_subscriber where standing = 'asked' and asked_at < $1";
constexpr db::Sql insert_row =
    "insert into travel_subscriber (id, key, title, standing, asked_at, sequence) values ($1, $2, $3, 'asked', $4, 0) returning number";
constexpr db::Sql set_standing = "update travel_subscriber set standing = $1 where number = $2";
constexpr db::Sql replace_key = "update travel_subscriber set key = $1 where number = $2";
constexpr db::Sql set_counted = "update travel_subscriber set title = $1, sequence = $2, counted_at = $3 where number = $4";
constexpr db::Sql delete_counts = "delete from travel_count where subscriber = $1";
constexpr db::Sql insert_count = "insert into travel_count (subscriber, code, version, stage, centres) values ($1, $2, $3, $4, $5)";
constexpr db::Sql regions_abroad = "select count(distinct subscriber) from v_travel_count where code = $1 and stage <> 'stopped'";
constexpr db::Sql stages_abroad = "select stage, cast(sum(centres) as bigint) from v_travel_count where code = $1 group by stage";

SubscriberRow read_subscriber(const db::Row& row) {
    return {row.get<std::int64_t>(0), row.get<Id<SubscriberView>>(1), row.get<std::string>(2), row.get<std::string>(3), row.get<Standing>(4),
            row.get<Instant>(5), row.get<std::int64_t>(6), row.get<std::optional<Instant>>(7), row.get<std::int64_t>(8)};
}

}  // namespace

std::vector<SubscriberRow> subscribers(db::Tx& tx, std::int64_t after, int limit) { return tx.list(page_of_subscribers, read_subscriber, after, limit); }

std::optional<SubscriberRow> find_subscriber(db::Tx& tx, const Id<SubscriberView>& id) { return tx.find(subscriber_by_id, read_subscriber, id); }

std::optional<SubscriberRow> find_subscriber(db::Tx& tx, std::string_view key) { return tx.find(subscriber_by_key, read_subscriber, key); }

std::int64_t undecided(db::Tx& tx) { return *tx.value<std::int64_t>(count_undecided); }

void forget_undecided(db::Tx& tx, Instant before) { tx.run(delete_undecided, before); }

void insert_subscriber(db::Tx& tx, const Returns& returns) {
    tx.insert(insert_row, tx.make_id<SubscriberView>(), returns.key, returns.server, tx.now());
}

void decide(db::Tx& tx, std::int64_t subscriber, Standing standing) { tx.run(set_standing, standing, subscriber); }

void set_subscriber_key(db::Tx& tx, std::int64_t subscriber, std::string_view key) { tx.run(replace_key, key, subscriber); }

void remove_counts(db::Tx& tx, std::int64_t subscriber) { tx.run(delete_counts, subscriber); }

void put_counts(db::Tx& tx, std::int64_t subscriber, const Returns& returns) {
    remove_counts(tx, subscriber);
    for (const auto& count : returns.counts) tx.run(insert_count, subscriber, count.code, count.version, count.stage, count.centres);
    tx.run(set_counted, returns.server, returns.sequence, tx.now(), subscriber);
}

Abroad abroad(db::Tx& tx, std::string_view code) {
    Abroad out;
    out.regions = *tx.value<std::int64_t>(regions_abroad, code);
    tx.each(stages_abroad, [&](const db::Row& row) {
        const StageCount count{row.get<Stage>(0), row.get<std::int64_t>(1)};
        if (count.stage != Stage::stopped) out.centres += count.centres;
        out.stages.push_back(count);
    }, code);
    std::ranges::sort(out.stages, {}, &StageCount::stage);
    return out;
}

}  // namespace ryadom::travel::store
