// What other servers may ask without a session: the feed, its packages, and taking their counts.
#include "modules/travel/http.hpp"

#include "modules/travel/pace.hpp"
#include "platform/audit/audit.hpp"
#include "platform/auth/throttle.hpp"
#include "platform/core/bytes.hpp"

#include <ranges>

namespace ryadom::travel {
namespace {

using http::Call;
using http::Written;

/// Whoever makes keys by the thousand fills no table.
constexpr std::int64_t most_undecided = 100;
/// Who was not decided about for so long makes room for others, and may ask again.
constexpr std::int64_t undecided_for_ms = 30LL * 24 * 3'600'000;
/// A bank has some dozens of practices; packing one takes a thread of the heavy pool.
constexpr int most_packages = 60;
constexpr std::int64_t packages_within_ms = 600'000;

[[noreturn]] void refuse_for(int seconds) { throw Refused({Refusal::Kind::too_many, "travel.wait", {{"seconds", std::to_string(seconds)}}, {}}); }

/// Absent where the administrator does not publish: whether a server stands here is nobody's business then.
store::ServerRow publishing(db::Tx& tx) {
    auto server = must(store::server(tx));
    if (!server.publishing) throw Refused(absent());
    return server;
}

http::Response get_feed(Call& call) {
    auto body = call.database().read_as(db::Caller::system(), [](db::Tx& tx) {
        const auto server = publishing(tx);
        return json::to_json(sign(json::to_json(feed_of(server.name, server.key, practices::published(tx), store::key_changes(tx))), server.key));
    });
    auto tag = "\"" + hex(sha256(body)) + "\"";
    if (call.request().header("if-none-match").value_or("") == tag) return {304, {{"ETag", std::move(tag)}, {"Cache-Control", "no-cache"}}, std::string()};
    return {200, {{"Content-Type", "application/json"}, {"Cache-Control", "no-cache"}, {"ETag", std::move(tag)}}, std::move(body)};
}

http::Download get_package(Call& call, Pace& pace) {
    auto archive = call.database().read_as(db::Caller::system(), [&](db::Tx& tx) {
        publishing(tx);
        if (const auto seconds = pace.wait(call.request().peer, call.now())) refuse_for(*seconds);
        return must(practices::archive_of(tx, call.path("code"), call.path("version")));
    });
    return {"application/zip", call.path("code") + "-" + call.path("version") + ".practice", std::move(archive)};
}

/// Under the key that it has now, or under one that led to it.
std::optional<store::SubscriberRow> known_as(db::Tx& tx, const Returns& returns) {
    if (auto found = store::find_subscriber(tx, returns.key)) return found;
    const auto now = practices::parse_public_key(returns.key);
    for (const auto& change : std::views::reverse(returns.keys)) {
        auto found = store::find_subscriber(tx, change.signed_by);
        if (!found) continue;
        const auto before = practices::parse_public_key(change.signed_by);
        return before && now && leads(returns.keys, *before, *now) ? std::move(found) : std::nullopt;
    }
    return std::nullopt;
}

/// Reads and verifies before anything is written: the writer works for everybody. The try is counted before it is judged; a
/// key that is known forgives it, so that nobody makes himself known by the hundred.
Returns verified(Call& call, const Signed& returned, auth::Throttle& throttle) {
    const auto& peer = call.request().peer;
    const auto server = call.database().read_as(db::Caller::system(), publishing);
    if (const auto seconds = throttle.wait("returns", peer, call.now())) refuse_for(*seconds);
    throttle.count("returns", peer, call.now());
    auto returns = must(open_returns(returned, practices::public_key(server.key)));
    const bool known = call.database().read_as(db::Caller::system(), [&](db::Tx& tx) { return known_as(tx, returns).has_value(); });
    if (known) throttle.forgive("returns", peer);
    return returns;
}

StandingAnswer take(db::Tx& tx, const Returns& returns) {
    publishing(tx);
    const auto known = known_as(tx, returns);
    if (known && known->key != returns.key) {
        store::set_subscriber_key(tx, known->number, returns.key);
        audit::record(tx, "travel.subscriber_key_followed", known->id);
    }
    if (!known) {
        if (store::undecided(tx) >= most_undecided) store::forget_undecided(tx, tx.now() + -undecided_for_ms);
        if (store::undecided(tx) >= most_undecided) throw Refused({Refusal::Kind::too_many, "travel.too_many_asked", {}, {}});
        store::insert_subscriber(tx, returns);
        audit::record(tx, "travel.made_known");
        return {Standing::asked};
    }
    if (known->standing == Standing::accepted) {
        if (returns.sequence <= known->sequence) throw Refused(refuse("travel.went_back").error());
        store::put_counts(tx, known->number, returns);
    }
    return {known->standing};
}

Written<StandingAnswer> post_returns(Call& call, const Signed& returned, auth::Throttle& throttle) {
    return call.write([returns = verified(call, returned, throttle)](db::Tx& tx) { return take(tx, returns); });
}

}  // namespace

void add_public_routes(http::Routes& routes) {
    const auto pace = std::make_shared<Pace>(most_packages, packages_within_ms);
    const auto throttle = std::make_shared<auth::Throttle>();
    routes.get("/feed/v1", http::anybody, "The signed feed of the practices that this server publishes", get_feed);
    routes.get("/feed/v1/packages/{code}/{version}", http::anybody, "A package that the feed names", [pace](Call& call) {
        return get_package(call, *pace);
    }).pool = http::Pool::heavy;
    routes.act("/feed/v1/returns", http::anybody, "Tell how many centres run its practices, signed; the first time is a request to be accepted",
               [throttle](Call& call, Signed returned) { return post_returns(call, returned, *throttle); });
}

}  // namespace ryadom::travel
