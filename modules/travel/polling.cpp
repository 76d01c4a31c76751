#include "modules/travel/polling.hpp"

#include "platform/audit/audit.hpp"

#include <algorithm>
#include <set>

namespace ryadom::travel {
namespace {

constexpr std::string_view feed_path = "/feed/v1";
constexpr std::size_t most_archive = 52U << 20;  // a package has at most 50 MiB

std::unexpected<Refusal> not_heard(fetch::Failure failure) {
    switch (failure) {
        case fetch::Failure::address: return refuse("travel.address");
        case fetch::Failure::forbidden: return refuse("travel.private_address");
        case fetch::Failure::unreachable: return refuse("travel.unreachable");
        case fetch::Failure::certificate: return refuse("travel.certificate");
        case fetch::Failure::slow: return refuse("travel.slow");
        case fetch::Failure::large: return refuse("travel.large");
    }
    return refuse("travel.unreachable");
}

/// Status 404 is what a server says whose feed is not open, or that is no Ryadom at all.
Checked<fetch::Answer> heard_of(fetch::Result answer) {
    if (!answer) return not_heard(answer.error());
    if (answer->status == 404) return refuse("travel.no_feed");
    if (answer->status != 200 && answer->status != 304) return refuse("travel.answered");
    return std::move(*answer);
}

Checked<fetch::Answer> ask_at_once(Outgoing& outgoing, const fetch::Ask& question) {
    auto answer = outgoing.try_ask(question);
    if (!answer) return refuse("travel.busy");
    return heard_of(std::move(*answer));
}

fetch::Ask feed_question(const std::string& url, std::string tag = {}) {
    return {.url = url + std::string(feed_path), .known_tag = std::move(tag), .most_bytes = 2 * most_text};
}

Stage stage_of(rollout::Stage stage) {
    switch (stage) {
        case rollout::Stage::assigned:
        case rollout::Stage::chosen: return Stage::chosen;
        case rollout::Stage::preparing: return Stage::preparing;
        case rollout::Stage::ready: return Stage::ready;
        case rollout::Stage::started: return Stage::started;
        case rollout::Stage::delivering: return Stage::delivering;
        case rollout::Stage::sustained: return Stage::sustained;
        case rollout::Stage::lapsed: return Stage::lapsed;
        case rollout::Stage::stopped: return Stage::stopped;
    }
    return Stage::chosen;
}

/// Tells the publisher how far its practices are here.
void give_back(db::Database& database, Outgoing& outgoing, const store::FeedRow& row, const std::vector<FeedEntry>& entries) {
    const auto system = db::Caller::system();
    const auto server = database.read_as(system, [](db::Tx& tx) { return store::server(tx); });
    if (!server || !server->sharing) return;
    const auto now = database.now();
    const auto ways = outgoing.ways(database, now);
    Returns returns{std::string(returns_format), practices::to_text(row.key), server->name, practices::to_text(practices::public_key(server->key)),
                    now.milliseconds, database.read_as(system, [&](db::Tx& tx) { return counts(tx, ways, entries); }),
                    database.read_as(system, store::key_changes)};
    const auto answer = outgoing.ask({.url = row.url + std::string(feed_path) + "/returns", .body = json::to_json(sign(json::to_json(returns), server->key))});
    if (!answer || answer->status != 200) return;
    const auto body = json::parse(answer->body);
    if (!body) return;
    if (const auto said = json::read<StandingAnswer>(*body))
        must(database.write_now(system, [number = row.number, standing = said->standing](db::Tx& tx) { store::note_standing(tx, number, standing); }));
}

Checked<std::optional<Heard>> listen(Outgoing& outgoing, const store::FeedRow& row) {
    auto answer = heard_of(outgoing.ask(feed_question(row.url, row.tag)));
    if (!answer) return std::unexpected(std::move(answer.error()));
    if (answer->status == 304) return std::optional<Heard>();
    auto feed = open_feed(answer->body, {row.key, row.sequence, row.entries_sha256});
    if (!feed) return std::unexpected(std::move(feed.error()));
    return Heard{std::move(*feed), std::move(answer->tag)};
}

/// What the feed said, and that its key led to another one if it did.
void note(db::Tx& tx, const store::FeedRow& row, const Heard& heard) {
    const bool other = practices::parse_public_key(heard.feed.key) != row.key;
    if (store::note_feed(tx, row, heard.feed, heard.tag) > 0 && other) audit::record(tx, "travel.key_followed", row.id);
}

}  // namespace

std::string base_address(std::string_view url) {
    while (url.starts_with(' ')) url.remove_prefix(1);
    while (url.ends_with('/') || url.ends_with(' ')) url.remove_suffix(1);
    return std::string(url);
}

Checked<Heard> first_look(Outgoing& outgoing, const std::string& url) {
    auto answer = ask_at_once(outgoing, feed_question(url));
    if (!answer) return std::unexpected(std::move(answer.error()));
    auto feed = open_feed(answer->body);
    if (!feed) return std::unexpected(std::move(feed.error()));
    return Heard{std::move(*feed), std::move(answer->tag)};
}

void poll(db::Database& database, Outgoing& outgoing, const store::FeedRow& row) {
    auto heard = listen(outgoing, row);
    const auto write = [&](auto work) { must(database.write_now(db::Caller::system(), std::move(work))); };
    if (!heard) return write([number = row.number, code = heard.error().code](db::Tx& tx) { store::note_fault(tx, number, code); });
    if (!*heard) {
        write([number = row.number](db::Tx& tx) { store::note_unchanged(tx, number); });
        return give_back(database, outgoing, row, row.entries);
    }
    write([row, said = **heard](db::Tx& tx) { note(tx, row, said); });
    auto now = row;
    now.key = *practices::parse_public_key((*heard)->feed.key);
    give_back(database, outgoing, now, (*heard)->feed.entries);
}

Checked<std::string> download(Outgoing& outgoing, const store::FeedRow& row, const FeedEntry& entry) {
    auto answer = ask_at_once(outgoing, {.url = row.url + std::string(feed_path) + "/packages/" + entry.code + "/" + entry.version,
                                         .most_bytes = most_archive,
                                         .time = std::chrono::minutes(2)});
    if (!answer) return std::unexpected(std::move(answer.error()));
    return std::move(answer->body);
}

std::vector<Count> counts(db::Tx& tx, const std::vector<rollout::Way>& ways, const std::vector<FeedEntry>& entries) {
    std::set<std::string_view> named;
    for (const auto& entry : entries) named.insert(entry.code);
    std::map<std::int64_t, std::string> codes;
    std::map<std::int64_t, std::string> versions;
    std::map<std::tuple<std::string, std::string, Stage>, int> sums;
    for (const auto& way : ways) {
        auto& code = codes[way.practice.value];
        if (code.empty()) code = must(practices::find_practice(tx, way.practice)).code;
        if (!named.contains(code)) continue;
        auto& version = versions[way.version.value];
        if (version.empty()) version = must(practices::find_version(tx, way.version)).version;
        ++sums[{code, version, stage_of(way.stage)}];
    }
    std::vector<Count> out;
    for (const auto& [key, sum] : sums) out.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), sum});
    return out;
}

}  // namespace ryadom::travel
