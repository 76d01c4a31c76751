// This server, and the feeds that it reads.
#include "modules/travel/store.hpp"

namespace ryadom::travel::store {
namespace {

constexpr db::Sql the_server = "select name, seed, publishing, sharing, revision from v_travel_server where number = 1";
constexpr db::Sql insert_server =
    "insert into travel_server (number, organisation, name, seed, publishing, sharing, revision) values (1, 0, $1, $2, false, false, 1)";
constexpr db::Sql set_server =
    "update travel_server set name = $1, publishing = $2, sharing = $3, revision = revision + 1 where number = 1 and revision = $4";
constexpr db::Sql set_seed = "update travel_server set seed = $1, revision = revision + 1 where number = 1 and revision = $2";
constexpr db::Sql last_key_changes = "select key, signed_by, signature from v_travel_key_change order by number desc limit $1";
constexpr db::Sql insert_key_change = "insert into travel_key_change (key, signed_by, signature, changed_at) values ($1, $2, $3, $4) returning number";
constexpr db::Sql delete_key_changes = "delete from travel_key_change";

constexpr db::Text feed_columns(
    "select number, id, url, title, key, sequence, entries_sha256, entries, tag, asked_at, answered_at, fault, standing, returned_at from v_travel_feed ");
constexpr db::Sql every_feed = db::sql<feed_columns, "order by number">;
constexpr db::Sql feed_by_id = db::sql<feed_columns, "where id = $1">;
constexpr db::Sql insert_feed_row =
    "insert into travel_feed (id, url, title, key, sequence, entries_sha256, entries, tag, asked_at, answered_at) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) returning number";
constexpr db::Sql set_feed =
    "update travel_feed set title = $1, sequence = $2, entries_sha256 = $3, entries = $4, tag = $5, asked_at = $6, answered_at = $6, fault = null, "
    "key = $7 where number = $8 and key = $9 and sequence <= $2";
constexpr db::Sql set_trusted =
    "update travel_feed set title = $1, sequence = $2, entries_sha256 = $3, entries = $4, tag = $5, asked_at = $6, answered_at = $6, fault = null, "
    "key = $7, standing = null, returned_at = null where number = $8";
constexpr db::Sql set_unchanged = "update travel_feed set asked_at = $1, answered_at = $1, fault = null where number = $2";
constexpr db::Sql set_fault = "update travel_feed set asked_at = $1, fault = $2 where number = $3";
constexpr db::Sql set_standing = "update travel_feed set standing = $1, returned_at = $2 where number = $3";
constexpr db::Sql delete_feed = "delete from travel_feed where number = $1";

/// In the one form in which keys are compared.
std::string key_text(const Feed& feed) { return practices::to_text(practices::parse_public_key(feed.key).value()); }

ServerRow read_server(const db::Row& row) {
    return {row.get<std::string>(0), practices::parse_signing_key(row.get<std::string>(1)).value(), row.get<bool>(2), row.get<bool>(3), row.get<std::int64_t>(4)};
}

FeedRow read_feed(const db::Row& row) {
    FeedRow out{row.get<std::int64_t>(0), row.get<Id<FeedView>>(1), row.get<std::string>(2), row.get<std::string>(3),
                practices::parse_public_key(row.get<std::string>(4)).value(), row.get<std::int64_t>(5), row.get<std::string>(6), {}, row.get<std::string>(8),
                row.get<std::optional<Instant>>(9), row.get<std::optional<Instant>>(10), row.get<std::optional<std::string>>(11),
                row.get<std::optional<Standing>>(12), row.get<std::optional<Instant>>(13)};
    const auto entries = json::parse(row.get<std::string>(7), {8, most_text});
    out.entries = must(json::read<std::vector<FeedEntry>>(entries.value()));
    return out;
}

}  // namespace

std::optional<ServerRow> server(db::Tx& tx) { return tx.find(the_server, read_server); }

ServerRow ensure_server(db::Tx& tx) {
    if (auto found = server(tx)) return std::move(*found);
    tx.run(insert_server, "Ryadom", practices::to_text(practices::make_signing_key(tx.random())));
    return *server(tx);
}

std::int64_t update_server(db::Tx& tx, const Server& server) {
    return tx.run(set_server, server.name, server.publishing, server.sharing, server.revision);
}

std::int64_t set_key(db::Tx& tx, const practices::SigningKey& key, std::int64_t revision) { return tx.run(set_seed, practices::to_text(key), revision); }

std::vector<KeyChange> key_changes(db::Tx& tx) {
    auto out = tx.list(last_key_changes, [](const db::Row& row) { return KeyChange{row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2)}; },
                       static_cast<std::int64_t>(most_key_changes));
    std::ranges::reverse(out);
    return out;
}

void add_key_change(db::Tx& tx, const KeyChange& change) { tx.insert(insert_key_change, change.key, change.signed_by, change.signature, tx.now()); }

void forget_key_changes(db::Tx& tx) { tx.run(delete_key_changes); }

std::vector<FeedRow> feeds(db::Tx& tx) { return tx.list(every_feed, read_feed); }

std::optional<FeedRow> find_feed(db::Tx& tx, const Id<FeedView>& id) { return tx.find(feed_by_id, read_feed, id); }

Id<FeedView> insert_feed(db::Tx& tx, std::string_view url, const Feed& feed, std::string_view tag) {
    const auto id = tx.make_id<FeedView>();
    tx.insert(insert_feed_row, id, url, feed.server, key_text(feed), feed.sequence, entries_sha256(feed), json::to_json(feed.entries), tag, tx.now());
    return id;
}

std::int64_t note_feed(db::Tx& tx, const FeedRow& row, const Feed& feed, std::string_view tag) {
    return tx.run(set_feed, feed.server, feed.sequence, entries_sha256(feed), json::to_json(feed.entries), tag, tx.now(), key_text(feed), row.number,
                  practices::to_text(row.key));
}

void trust_feed(db::Tx& tx, std::int64_t feed, const Feed& said, std::string_view tag) {
    tx.run(set_trusted, said.server, said.sequence, entries_sha256(said), json::to_json(said.entries), tag, tx.now(), key_text(said), feed);
}

void note_unchanged(db::Tx& tx, std::int64_t feed) { tx.run(set_unchanged, tx.now(), feed); }

void note_fault(db::Tx& tx, std::int64_t feed, std::string_view code) { tx.run(set_fault, tx.now(), code, feed); }

void note_standing(db::Tx& tx, std::int64_t feed, Standing standing) { tx.run(set_standing, standing, tx.now(), feed); }

void remove_feed(db::Tx& tx, std::int64_t feed) { tx.run(delete_feed, feed); }

}  // namespace ryadom::travel::store
