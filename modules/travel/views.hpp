// What the pages of the exchange of packages ask and are answered.
#pragma once

#include "modules/travel/model.hpp"

namespace ryadom::travel {

/// This server among others.
struct Server {
    std::string name;
    bool publishing = false;
    bool sharing = false;
    std::string key;
    std::string fingerprint;
    std::int64_t revision = 1;
};
constexpr auto describe(json::Type<Server>) {
    using T = Server;
    using json::field;
    return json::object("TravelServer", field("name", &T::name, "How others see it", json::length(1, 200)),
                        field("publishing", &T::publishing, "Its feed is open to everybody"),
                        field("sharing", &T::sharing, "It returns counts of adoptions to the feeds that it reads"),
                        field("key", &T::key, "Public key", json::read_only), field("fingerprint", &T::fingerprint, "To compare by telephone", json::read_only),
                        field("revision", &T::revision, "Revision", json::read_only));
}

struct NewKey {
    bool stolen = false;
};
constexpr auto describe(json::Type<NewKey>) {
    return json::object("TravelNewKey", json::field("stolen", &NewKey::stolen, "The old key is in strange hands: it does not vouch for the new one"));
}

struct FeedAddress {
    std::string url;
};
constexpr auto describe(json::Type<FeedAddress>) {
    return json::object("FeedAddress", json::field("url", &FeedAddress::url, "Address of the other server", json::length(1, 500)));
}

/// What a feed says before anybody trusts it.
struct FeedLook {
    std::string url;
    std::string server;
    std::string key;
    std::string fingerprint;
    int versions = 0;
};
constexpr auto describe(json::Type<FeedLook>) {
    using T = FeedLook;
    using json::field;
    return json::object("FeedLook", field("url", &T::url, "Address"), field("server", &T::server, "What it calls itself"), field("key", &T::key, "Public key"),
                        field("fingerprint", &T::fingerprint, "To compare by telephone"), field("versions", &T::versions, "How many versions it offers"));
}

struct Subscribe {
    std::string url;
    std::string key;
};
constexpr auto describe(json::Type<Subscribe>) {
    return json::object("FeedSubscription", json::field("url", &Subscribe::url, "Address", json::length(1, 500)),
                        json::field("key", &Subscribe::key, "The key whose fingerprint was compared", json::length(1, 100)));
}

struct TrustKey {
    std::string key;
};
constexpr auto describe(json::Type<TrustKey>) {
    return json::object("FeedTrust", json::field("key", &TrustKey::key, "The key whose fingerprint was compared", json::length(1, 100)));
}

struct FeedView {
    Id<FeedView> id;
    std::string url;
    std::string title;
    std::string fingerprint;
    int versions = 0;
    std::optional<Instant> asked_at;
    std::optional<Instant> answered_at;
    std::optional<std::string> fault;  ///< in words
    std::optional<Standing> standing;
    std::optional<Instant> returned_at;
    bool other_key = false;
};
constexpr auto describe(json::Type<FeedView>) {
    using T = FeedView;
    using json::field;
    return json::object("TravelFeed", field("id", &T::id, "Id", json::read_only), field("url", &T::url, "Address"), field("title", &T::title, "Whose"),
                        field("fingerprint", &T::fingerprint, "Of its key"), field("versions", &T::versions, "How many versions it offers"),
                        field("asked_at", &T::asked_at, "When it was last asked"), field("answered_at", &T::answered_at, "When it last answered well"),
                        field("fault", &T::fault, "Why it did not"), field("standing", &T::standing, "How it stands to our counts"),
                        field("returned_at", &T::returned_at, "When counts last went there"),
                        field("other_key", &T::other_key, "It was signed by another key than the trusted one, which did not vouch for it"));
}

enum class Novelty { new_practice, new_version, withdrawn };
constexpr auto names(json::Type<Novelty>) {
    using enum Novelty;
    return practices::Words<Novelty, 3>{{{new_practice, "new_practice"}, {new_version, "new_version"}, {withdrawn, "withdrawn"}}};
}

/// Something that a feed tells and this bank does not have so.
struct Offer {
    Id<FeedView> feed;
    std::string server;
    Novelty novelty = Novelty::new_version;
    FeedEntry entry;
    std::optional<std::string> installed;  ///< newest version here
    std::optional<Id<practices::Practice>> practice;
};
constexpr auto describe(json::Type<Offer>) {
    using T = Offer;
    using json::field;
    return json::object("TravelOffer", field("feed", &T::feed, "Feed"), field("server", &T::server, "Whose"), field("novelty", &T::novelty, "What is new"),
                        field("entry", &T::entry, "The version"), field("installed", &T::installed, "Newest version here"),
                        field("practice", &T::practice, "The practice here"));
}

struct OfferRequest {
    std::string code;
    std::string version;
    std::optional<bool> add_codes;
};
constexpr auto describe(json::Type<OfferRequest>) {
    using T = OfferRequest;
    return json::object("OfferRequest", json::field("code", &T::code, "Practice", json::length(1, 120)),
                        json::field("version", &T::version, "Version", json::length(5, 20)),
                        json::field("add_codes", &T::add_codes, "Add the codes that the region does not know"));
}

struct SubscriberView {
    Id<SubscriberView> id;
    std::string title;
    std::string fingerprint;
    Standing standing = Standing::asked;
    Instant asked_at;
    std::optional<Instant> counted_at;
    std::int64_t centres = 0;
};
constexpr auto describe(json::Type<SubscriberView>) {
    using T = SubscriberView;
    using json::field;
    return json::object("TravelSubscriber", field("id", &T::id, "Id", json::read_only), field("title", &T::title, "What it calls itself"),
                        field("fingerprint", &T::fingerprint, "Of its key"), field("standing", &T::standing, "Whether its counts are taken"),
                        field("asked_at", &T::asked_at, "When it first made itself known"), field("counted_at", &T::counted_at, "When it last told counts"),
                        field("centres", &T::centres, "Adoptions that it told of"));
}

struct Decision {
    bool accepted = false;
};
constexpr auto describe(json::Type<Decision>) {
    return json::object("SubscriberDecision", json::field("accepted", &Decision::accepted, "Whether its counts are taken"));
}

struct AbroadQuery {
    std::string code;
};
constexpr auto describe(json::Type<AbroadQuery>) {
    return json::object("AbroadQuery", json::field("code", &AbroadQuery::code, "Practice", json::length(1, 120)));
}

struct StageCount {
    Stage stage = Stage::chosen;
    std::int64_t centres = 0;
};
constexpr auto describe(json::Type<StageCount>) {
    return json::object("StageCount", json::field("stage", &StageCount::stage, "Stage"), json::field("centres", &StageCount::centres, "Centres"));
}

/// Who runs a practice in other regions. Stopped adoptions are told by stage, not in the sum.
struct Abroad {
    std::int64_t regions = 0;
    std::int64_t centres = 0;
    std::vector<StageCount> stages;
};
constexpr auto describe(json::Type<Abroad>) {
    using T = Abroad;
    return json::object("AdoptedAbroad", json::field("regions", &T::regions, "Servers"), json::field("centres", &T::centres, "Centres"),
                        json::field("stages", &T::stages, "By stage"));
}

}  // namespace ryadom::travel
