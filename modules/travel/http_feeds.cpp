// The feeds that this server reads: subscribing, what is new in them, taking it in.
#include "modules/travel/http.hpp"

#include "platform/audit/audit.hpp"

#include <algorithm>

namespace ryadom::travel {
namespace {

using http::Call;
using http::Page;
using http::Written;

FeedView view(const i18n::Voice& voice, const store::FeedRow& row) {
    FeedView out{row.id, row.url, row.title, fingerprint(row.key), static_cast<int>(row.entries.size()), row.asked_at, row.answered_at, {}, row.standing,
                 row.returned_at, false};
    if (row.fault) out.fault = voice.text(*row.fault);
    out.other_key = row.fault == "travel.other_key";
    return out;
}

store::FeedRow feed_of(const Call& call) {
    return call.read([&](db::Tx& tx) { return must(store::find_feed(tx, call.id<FeedView>("feed"))); });
}

FeedLook look(Call&, Outgoing& outgoing, const FeedAddress& address) {
    const auto url = base_address(address.url);
    const auto heard = must(first_look(outgoing, url));
    const auto key = *practices::parse_public_key(heard.feed.key);
    return {url, heard.feed.server, heard.feed.key, fingerprint(key), static_cast<int>(heard.feed.entries.size())};
}

/// The person compared the fingerprint of the key that the page showed: another one by now is refused.
Heard heard_by(Outgoing& outgoing, const std::string& url, std::string_view compared) {
    const auto key = practices::parse_public_key(compared);
    if (!key) throw Refused(refuse_field("/key", "travel.key_form").error());
    auto heard = must(first_look(outgoing, url));
    if (practices::parse_public_key(heard.feed.key) != key) throw Refused(refuse("travel.other_key").error());
    return heard;
}

Written<FeedView> subscribe(Call& call, Outgoing& outgoing, const Subscribe& ask) {
    const auto url = base_address(ask.url);
    auto heard = heard_by(outgoing, url, ask.key);
    return call.write([url, heard, voice = call.voice()](db::Tx& tx) {
        const auto id = store::insert_feed(tx, url, heard.feed, heard.tag);
        audit::record(tx, "travel.subscribed", id);
        return view(voice, *store::find_feed(tx, id));
    });
}

/// A key that the trusted one did not vouch for: what stood under that one is replaced.
Written<FeedView> trust(Call& call, Outgoing& outgoing, const TrustKey& ask) {
    auto heard = heard_by(outgoing, feed_of(call).url, ask.key);
    return call.write([heard, id = call.id<FeedView>("feed"), voice = call.voice()](db::Tx& tx) {
        store::trust_feed(tx, must(store::find_feed(tx, id)).number, heard.feed, heard.tag);
        audit::record(tx, "travel.key_trusted", id);
        return view(voice, *store::find_feed(tx, id));
    });
}

Page<FeedView> get_feeds(Call& call) {
    return call.read([&](db::Tx& tx) {
        Page<FeedView> page;
        for (const auto& row : store::feeds(tx)) page.items.push_back(view(call.voice(), row));
        return page;
    });
}

FeedView ask_now(Call& call, Outgoing& outgoing) {
    if (outgoing.busy()) throw Refused(refuse("travel.busy").error());
    poll(call.database(), outgoing, feed_of(call));
    return view(call.voice(), feed_of(call));
}

Written<void> delete_feed(Call& call) {
    return call.write([id = call.id<FeedView>("feed")](db::Tx& tx) {
        store::remove_feed(tx, must(store::find_feed(tx, id)).number);
        audit::record(tx, "travel.unsubscribed", id);
    });
}

/// What this bank holds of a practice.
struct Held {
    std::string newest;
    std::map<std::string, bool> withdrawn;  ///< by version
};
std::map<std::string, Held> bank(db::Tx& tx) {
    std::map<std::string, Held> out;
    for (const auto& version : practices::published(tx)) {
        auto& held = out[version.code];
        held.newest = version.version;
        held.withdrawn.emplace(version.version, version.withdrawn_reason.has_value());
    }
    return out;
}

std::optional<Novelty> novelty(const FeedEntry& entry, const Held* held) {
    const auto here = held ? std::optional(held->withdrawn.find(entry.version)) : std::nullopt;
    const bool present = here && *here != held->withdrawn.end();
    if (entry.withdrawn) return present && !(*here)->second ? std::optional(Novelty::withdrawn) : std::nullopt;
    if (!held) return Novelty::new_practice;
    if (present || practices::compare_versions(entry.version, held->newest) < 0) return std::nullopt;
    return Novelty::new_version;
}

/// Of several new versions of a practice the newest is told: an update goes to it at once.
void add_offers(db::Tx& tx, const store::FeedRow& row, const std::map<std::string, Held>& bank, std::vector<Offer>& out) {
    const auto first = out.size();
    for (const auto& entry : row.entries) {
        const auto at = bank.find(entry.code);
        const auto* held = at == bank.end() ? nullptr : &at->second;
        const auto what = novelty(entry, held);
        if (!what) continue;
        Offer offer{row.id, row.title, *what, entry, {}, {}};
        if (held) offer.installed = held->newest;
        if (const auto practice = practices::find_practice(tx, entry.code)) offer.practice = practice->id;
        const auto earlier = std::find_if(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(), [&](const Offer& each) {
            return each.entry.code == entry.code && each.novelty == *what && *what != Novelty::withdrawn;
        });
        if (earlier == out.end()) out.push_back(std::move(offer));
        else if (practices::compare_versions(entry.version, earlier->entry.version) > 0) *earlier = std::move(offer);
    }
}

Page<Offer> get_offers(Call& call) {
    return call.read([](db::Tx& tx) {
        const auto held = bank(tx);
        Page<Offer> page;
        for (const auto& row : store::feeds(tx)) add_offers(tx, row, held, page.items);
        return page;
    });
}

struct Fetched {
    std::string archive;
    std::string sha256;
};
Fetched fetched(const Call& call, Outgoing& outgoing, const OfferRequest& request) {
    const auto row = feed_of(call);
    const auto entry = std::ranges::find_if(row.entries, [&](const FeedEntry& each) { return each.code == request.code && each.version == request.version; });
    if (entry == row.entries.end()) throw Refused(absent());
    if (entry->withdrawn) throw Refused(refuse("travel.withdrawn").error());
    return {must(download(outgoing, row, *entry)), entry->package_sha256};
}

}  // namespace

void add_feed_routes(http::Routes& routes, const SharedOutgoing& outgoing) {
    const std::string feed = "/api/v1/travel/feeds/{feed}";
    const auto slow = [](http::Route& route) { route.pool = http::Pool::heavy; };
    slow(routes.act("/api/v1/travel/look", "travel.subscribe", "What a server says of itself before it is trusted",
                    [outgoing](Call& call, FeedAddress address) { return look(call, *outgoing, address); }));
    routes.get("/api/v1/travel/feeds", "travel.subscribe", "Feeds that this server reads", get_feeds);
    slow(routes.post("/api/v1/travel/feeds", "travel.subscribe", "Read a feed from now on",
                     [outgoing](Call& call, Subscribe ask) { return subscribe(call, *outgoing, ask); }));
    routes.remove(feed, "travel.subscribe", "Read a feed no longer", delete_feed);
    slow(routes.act(feed + "/ask", "travel.subscribe", "Ask a feed now", [outgoing](Call& call) { return ask_now(call, *outgoing); }));
    slow(routes.act(feed + "/trust", "travel.subscribe", "Trust the new key of a feed, after its fingerprint was compared",
                    [outgoing](Call& call, TrustKey ask) { return trust(call, *outgoing, ask); }));
    routes.get("/api/v1/travel/offers", "travel.subscribe", "What is new in the feeds", get_offers);
    slow(routes.act(feed + "/examine", "travel.subscribe", "What an offered version would change here", [outgoing](Call& call, OfferRequest request) {
        const auto package = fetched(call, *outgoing, request);
        return practices::examine(call, package.archive, package.sha256);
    }));
    slow(routes.act(feed + "/install", "travel.subscribe", "Install an offered version", [outgoing](Call& call, OfferRequest request) {
        const auto package = fetched(call, *outgoing, request);
        return practices::take_in(call, package.archive, package.sha256, request.add_codes.value_or(false));
    }));
}

}  // namespace ryadom::travel
