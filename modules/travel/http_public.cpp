// What other servers may ask without a session: the feed, its packages, and taking their counts.
#include "modules/travel/http.hpp"

#include "platform/audit/audit.hpp"
#include "platform/core/bytes.hpp"

namespace ryadom::travel {
namespace {

using http::Call;
using http::Written;

/// Whoever makes keys by the thousand fills no table.
constexpr std::int64_t most_undecided = 100;

/// Absent where the administrator does not publish: whether a server stands here is nobody's business then.
store::ServerRow publishing(db::Tx& tx) {
    auto server = must(store::server(tx));
    if (!server.publishing) throw Refused(absent());
    return server;
}

http::Response get_feed(Call& call) {
    auto body = call.database().read_as(db::Caller::system(), [](db::Tx& tx) {
        const auto server = publishing(tx);
        return json::to_json(sign(json::to_json(feed_of(server.name, server.key, practices::published(tx))), server.key));
    });
    auto tag = "\"" + hex(sha256(body)) + "\"";
    if (call.request().header("if-none-match").value_or("") == tag) return {304, {{"ETag", std::move(tag)}, {"Cache-Control", "no-cache"}}, std::string()};
    return {200, {{"Content-Type", "application/json"}, {"Cache-Control", "no-cache"}, {"ETag", std::move(tag)}}, std::move(body)};
}

http::Download get_package(Call& call) {
    auto archive = call.database().read_as(db::Caller::system(), [&](db::Tx& tx) {
        publishing(tx);
        return must(practices::archive_of(tx, call.path("code"), call.path("version")));
    });
    return {"application/zip", call.path("code") + "-" + call.path("version") + ".practice", std::move(archive)};
}

StandingAnswer take(db::Tx& tx, const Signed& returned) {
    const auto server = publishing(tx);
    const auto returns = must(open_returns(returned, practices::public_key(server.key)));
    const auto known = store::find_subscriber(tx, returns.key);
    if (!known) {
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

Written<StandingAnswer> post_returns(Call& call, Signed returned) {
    return call.write([returned](db::Tx& tx) { return take(tx, returned); });
}

}  // namespace

void add_public_routes(http::Routes& routes) {
    routes.get("/feed/v1", http::anybody, "The signed feed of the practices that this server publishes", get_feed);
    routes.get("/feed/v1/packages/{code}/{version}", http::anybody, "A package that the feed names", get_package).pool = http::Pool::heavy;
    routes.act("/feed/v1/returns", http::anybody, "Tell how many centres run its practices, signed; the first time is a request to be accepted", post_returns);
}

}  // namespace ryadom::travel
