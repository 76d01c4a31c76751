#include "modules/travel/rules.hpp"

#include "platform/core/bytes.hpp"

#include <algorithm>
#include <set>

namespace ryadom::travel {
namespace {

using practices::PublicKey;
using practices::SignatureState;

constexpr json::ParseLimits text_limits{8, most_text};
/// A text inside JSON takes a backslash before each of its quotes, and some room around it.
constexpr json::ParseLimits envelope_limits{4, 2 * most_text};

template <class T>
std::optional<T> parse(std::string_view text, const json::ParseLimits& limits) {
    const auto value = json::parse(text, limits);
    if (!value) return std::nullopt;
    auto read = json::read<T>(*value);
    if (!read) return std::nullopt;
    return std::move(*read);
}

bool signed_by(const Signed& signed_text, const PublicKey& key) {
    return practices::verify_signature(signed_text.text, signed_text.signature, {key}).kind == SignatureState::Kind::valid;
}

/// What is signed of a change: it begins as no feed, no counts and no manifest does.
std::string said_of(std::string_view before, std::string_view after) {
    return "ryadom-key-1 " + std::string(before) + " " + std::string(after) + "\n";
}

bool is_digest(std::string_view text) { return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos; }

/// Code and version become a part of an address.
bool is_code(std::string_view text) { return text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-_") == std::string_view::npos; }

bool well_formed(const Feed& feed) {
    std::set<std::pair<std::string_view, std::string_view>> seen;
    return feed.format == feed_format && std::ranges::all_of(feed.entries, [&](const FeedEntry& entry) {
        return is_code(entry.code) && practices::is_version(entry.version) && is_digest(entry.package_sha256) && seen.emplace(entry.code, entry.version).second;
    });
}

FeedEntry entry_of(const practices::PublishedVersion& version) {
    return {version.code, version.version, version.titles, version.package_sha256, version.bytes, local_date(version.published_at, "UTC"), version.withdrawn_reason};
}

}  // namespace

std::string fingerprint(const PublicKey& key) {
    constexpr std::size_t digits = 32;
    const auto hash = hex(sha256({reinterpret_cast<const char*>(key.bytes.data()), key.bytes.size()}));
    std::string out;
    for (std::size_t i = 0; i < digits; i += 4) out.append(i == 0 ? "" : " ").append(hash, i, 4);
    return out;
}

Signed sign(std::string text, const practices::SigningKey& key) {
    auto signature = practices::sign_manifest(text, key);
    return {std::move(text), std::move(signature)};
}

KeyChange change_of(const practices::SigningKey& before, const PublicKey& after) {
    const auto signed_by = practices::to_text(practices::public_key(before));
    const auto key = practices::to_text(after);
    return {key, signed_by, practices::sign_manifest(said_of(signed_by, key), before)};
}

bool leads(const std::vector<KeyChange>& changes, const PublicKey& from, const PublicKey& to) {
    auto at = from;
    for (const auto& change : changes) {
        if (at == to) return true;
        const auto next = practices::parse_public_key(change.key);
        if (next && practices::parse_public_key(change.signed_by) == at && signed_by({said_of(change.signed_by, change.key), change.signature}, at)) at = *next;
    }
    return at == to;
}

Feed feed_of(std::string server, const practices::SigningKey& key, const std::vector<practices::PublishedVersion>& versions, std::vector<KeyChange> keys) {
    Feed out{std::string(feed_format), std::move(server), practices::to_text(practices::public_key(key)), 0, {}, std::move(keys)};
    for (const auto& version : versions) {
        out.entries.push_back(entry_of(version));
        out.sequence += version.withdrawn_reason ? 2 : 1;
    }
    return out;
}

std::string entries_sha256(const Feed& feed) { return hex(sha256(json::to_json(feed.entries))); }

Checked<Feed> open_feed(std::string_view body) {
    const auto envelope = parse<Signed>(body, envelope_limits);
    if (!envelope) return refuse("travel.not_a_feed");
    auto feed = parse<Feed>(envelope->text, text_limits);
    if (!feed || !well_formed(*feed)) return refuse("travel.not_a_feed");
    const auto key = practices::parse_public_key(feed->key);
    if (!key) return refuse("travel.not_a_feed");
    if (!signed_by(*envelope, *key)) return refuse("travel.altered");
    return std::move(*feed);
}

Checked<Feed> open_feed(std::string_view body, const Known& known) {
    auto feed = open_feed(body);
    if (!feed) return feed;
    const auto key = practices::parse_public_key(feed->key);
    if (!key || !leads(feed->keys, known.key, *key)) return refuse("travel.other_key");
    if (feed->sequence < known.sequence) return refuse("travel.went_back");
    if (feed->sequence == known.sequence && !known.entries_sha256.empty() && entries_sha256(*feed) != known.entries_sha256) return refuse("travel.rewritten");
    return feed;
}

Checked<Returns> open_returns(const Signed& returned, const PublicKey& publisher) {
    auto returns = parse<Returns>(returned.text, text_limits);
    if (!returns || returns->format != returns_format) return refuse("travel.not_counts");
    const auto key = practices::parse_public_key(returns->key);
    if (!key || !signed_by(returned, *key)) return refuse("travel.altered");
    if (returns->to != practices::to_text(publisher)) return refuse("travel.not_counts");
    return std::move(*returns);
}

}  // namespace ryadom::travel
