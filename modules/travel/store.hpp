// Every SQL statement of the module stands in store*.cpp.
#pragma once

#include "modules/travel/rules.hpp"
#include "modules/travel/views.hpp"

namespace ryadom::travel::store {

struct ServerRow {
    std::string name;
    practices::SigningKey key;
    bool publishing = false;
    bool sharing = false;
    std::int64_t revision = 1;
};
std::optional<ServerRow> server(db::Tx& tx);
/// Makes the row and its key where there is none.
ServerRow ensure_server(db::Tx& tx);
/// Zero rows: another revision stands by now.
std::int64_t update_server(db::Tx& tx, const Server& server);
std::int64_t set_key(db::Tx& tx, const practices::SigningKey& key, std::int64_t revision);

/// That led to the key of this server, the oldest first.
std::vector<KeyChange> key_changes(db::Tx& tx);
void add_key_change(db::Tx& tx, const KeyChange& change);
void forget_key_changes(db::Tx& tx);

struct FeedRow {
    std::int64_t number = 0;
    Id<FeedView> id;
    std::string url;
    std::string title;
    practices::PublicKey key;
    std::int64_t sequence = 0;
    std::string entries_sha256;
    std::vector<FeedEntry> entries;
    std::string tag;
    std::optional<Instant> asked_at;
    std::optional<Instant> answered_at;
    std::optional<std::string> fault;  ///< code
    std::optional<Standing> standing;
    std::optional<Instant> returned_at;
};
/// In the order in which they were subscribed to.
std::vector<FeedRow> feeds(db::Tx& tx);
std::optional<FeedRow> find_feed(db::Tx& tx, const Id<FeedView>& id);
Id<FeedView> insert_feed(db::Tx& tx, std::string_view url, const Feed& feed, std::string_view tag);
/// Zero rows where somebody ended the subscription or trusted another key, or another answer went further, meanwhile.
std::int64_t note_feed(db::Tx& tx, const FeedRow& row, const Feed& feed, std::string_view tag);
/// Whatever was said by another key before.
void trust_feed(db::Tx& tx, std::int64_t feed, const Feed& said, std::string_view tag);
void note_unchanged(db::Tx& tx, std::int64_t feed);
void note_fault(db::Tx& tx, std::int64_t feed, std::string_view code);
void note_standing(db::Tx& tx, std::int64_t feed, Standing standing);
void remove_feed(db::Tx& tx, std::int64_t feed);

struct SubscriberRow {
    std::int64_t number = 0;
    Id<SubscriberView> id;
    std::string key;
    std::string title;
    Standing standing = Standing::asked;
    Instant asked_at;
    std::int64_t sequence = 0;
    std::optional<Instant> counted_at;
    std::int64_t centres = 0;
};
/// In the order in which they made themselves known; `after` is the number of the last one of the page before.
std::vector<SubscriberRow> subscribers(db::Tx& tx, std::int64_t after, int limit);
std::optional<SubscriberRow> find_subscriber(db::Tx& tx, const Id<SubscriberView>& id);
std::optional<SubscriberRow> find_subscriber(db::Tx& tx, std::string_view key);
std::int64_t undecided(db::Tx& tx);
/// Those who made themselves known before that moment and are still undecided; they have no counts.
void forget_undecided(db::Tx& tx, Instant before);
void insert_subscriber(db::Tx& tx, const Returns& returns);
void decide(db::Tx& tx, std::int64_t subscriber, Standing standing);
void set_subscriber_key(db::Tx& tx, std::int64_t subscriber, std::string_view key);
void remove_counts(db::Tx& tx, std::int64_t subscriber);
void put_counts(db::Tx& tx, std::int64_t subscriber, const Returns& returns);

Abroad abroad(db::Tx& tx, std::string_view code);

}  // namespace ryadom::travel::store
