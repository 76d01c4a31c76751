// This server as others see it, and whose counts it takes.
#include "modules/travel/http.hpp"

#include "platform/audit/audit.hpp"

namespace ryadom::travel {
namespace {

using http::Call;
using http::Page;
using http::Query;
using http::Written;

Server view(const store::ServerRow& row) {
    const auto key = practices::public_key(row.key);
    return {row.name, row.publishing, row.sharing, practices::to_text(key), fingerprint(key), row.revision};
}

/// The first look makes the key; a reader has no right to write.
Server get_server(Call& call) {
    const auto row = call.read([](db::Tx& tx) { return store::server(tx); });
    if (row) return view(*row);
    return view(must(call.database().write_now(db::Caller::system(), store::ensure_server)));
}

Written<Server> put_server(Call& call, Server server) {
    server.revision = call.revision();
    return call.write([server](db::Tx& tx) {
        store::ensure_server(tx);
        http::must_change(store::update_server(tx, server));
        audit::record(tx, "travel.server_changed", std::nullopt, std::nullopt,
                      std::string(R"({"publishing":)") + (server.publishing ? "true" : "false") + R"(,"sharing":)" + (server.sharing ? "true" : "false") + "}");
        return view(*store::server(tx));
    });
}

/// The old key vouches for the new one, unless somebody else may have it: then every subscriber compares the fingerprint anew.
Written<Server> put_key(Call& call, NewKey ask) {
    return call.write([ask, revision = call.revision()](db::Tx& tx) {
        const auto before = must(store::server(tx)).key;
        const auto after = practices::make_signing_key(tx.random());
        http::must_change(store::set_key(tx, after, revision));
        if (ask.stolen) store::forget_key_changes(tx);
        else store::add_key_change(tx, change_of(before, practices::public_key(after)));
        audit::record(tx, ask.stolen ? "travel.key_replaced" : "travel.key_changed");
        return view(*store::server(tx));
    });
}

SubscriberView view(const store::SubscriberRow& row) {
    const auto key = practices::parse_public_key(row.key);
    return {row.id, row.title, key ? fingerprint(*key) : "", row.standing, row.asked_at, row.counted_at, row.centres};
}

Page<SubscriberView> get_subscribers(Call& call, Query<http::Paging> paging) {
    return call.read([&](db::Tx& tx) {
        auto rows = store::subscribers(tx, http::place(paging->cursor).value_or(0), paging->size() + 1);
        Page<SubscriberView> page;
        if (cut(rows, paging->size())) page.next = std::to_string(rows.back().number);
        for (const auto& row : rows) page.items.push_back(view(row));
        return page;
    });
}

Written<SubscriberView> post_decision(Call& call, Decision decision) {
    return call.write([decision, id = call.id<SubscriberView>("subscriber")](db::Tx& tx) {
        const auto row = must(store::find_subscriber(tx, id));
        store::decide(tx, row.number, decision.accepted ? Standing::accepted : Standing::refused);
        if (!decision.accepted) store::remove_counts(tx, row.number);
        audit::record(tx, decision.accepted ? "travel.subscriber_accepted" : "travel.subscriber_refused", id);
        return view(*store::find_subscriber(tx, id));
    });
}

Abroad get_abroad(Call& call, Query<AbroadQuery> query) {
    return call.read([&](db::Tx& tx) { return store::abroad(tx, query->code); });
}

}  // namespace

void add_publish_routes(http::Routes& routes) {
    routes.get("/api/v1/travel/server", "travel.subscribe", "This server as others see it", get_server);
    routes.put("/api/v1/travel/server", "travel.publish", "Name, open feed, return of counts", put_server);
    routes.put("/api/v1/travel/server/key", "travel.publish", "Sign by a new key from now on", put_key);
    routes.get("/api/v1/travel/subscribers", "travel.subscribe", "Servers that read our feed and made themselves known", get_subscribers);
    routes.act("/api/v1/travel/subscribers/{subscriber}/decision", "travel.publish", "Take the counts of a server, or not", post_decision);
    routes.get("/api/v1/travel/adopted", "travel.see", "How many centres of other regions run a practice", get_abroad);
}

}  // namespace ryadom::travel
