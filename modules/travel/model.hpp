// What servers tell each other, and what pages show of it.
#pragma once

#include "modules/practices/parcel.hpp"

namespace ryadom::travel {

constexpr std::string_view feed_format = "ryadom-feed-1";
constexpr std::string_view returns_format = "ryadom-returns-1";
constexpr std::size_t most_entries = 20'000;
constexpr std::size_t most_counts = 20'000;
constexpr std::size_t most_key_changes = 50;
constexpr std::size_t most_text = 8U << 20;

// ---- Between servers

/// A text as it was signed.
struct Signed {
    std::string text;
    std::string signature;  ///< "ed25519 <key id> <Base64>\n"
};
constexpr auto describe(json::Type<Signed>) {
    return json::object("SignedText", json::field("text", &Signed::text, "JSON, byte for byte as it was signed", json::length(2, most_text)),
                        json::field("signature", &Signed::signature, "Signature of the text", json::length(1, 200)));
}

/// A server signs by another key from now on, and the key before it says so.
struct KeyChange {
    std::string key;
    std::string signed_by;  ///< the key before it
    std::string signature;  ///< by that key, of both
    bool operator==(const KeyChange&) const = default;
};
constexpr auto describe(json::Type<KeyChange>) {
    using T = KeyChange;
    using json::field;
    return json::object("KeyChange", field("key", &T::key, "The new public key", json::length(1, 100)),
                        field("signed_by", &T::signed_by, "The key before it", json::length(1, 100)),
                        field("signature", &T::signature, "By the key before it, of both", json::length(1, 200)));
}

struct FeedEntry {
    std::string code;
    std::string version;
    std::map<std::string, std::string> titles;
    std::string package_sha256;
    std::int64_t bytes = 0;
    Date published_on;
    std::optional<std::string> withdrawn;  ///< why
    bool operator==(const FeedEntry&) const = default;
};
constexpr auto describe(json::Type<FeedEntry>) {
    using T = FeedEntry;
    using json::field;
    return json::object("FeedEntry", field("code", &T::code, "Practice", json::length(1, 120)), field("version", &T::version, "Version", json::length(5, 20)),
                        field("titles", &T::titles, "Titles by language"), field("package_sha256", &T::package_sha256, "Digest", json::length(64, 64)),
                        field("bytes", &T::bytes, "Bytes of its files", json::range(0, 1'000'000'000)), field("published_on", &T::published_on, "Day"),
                        field("withdrawn", &T::withdrawn, "Why it was withdrawn"));
}

struct Feed {
    std::string format;
    std::string server;
    std::string key;
    std::int64_t sequence = 0;
    std::vector<FeedEntry> entries;
    std::vector<KeyChange> keys;  ///< that led to its key, the oldest first
};
constexpr auto describe(json::Type<Feed>) {
    using T = Feed;
    using json::field;
    return json::object("Feed", field("format", &T::format, "Format"), field("server", &T::server, "Whose", json::length(1, 200)),
                        field("key", &T::key, "Public key"), field("sequence", &T::sequence, "Never goes back", json::range(0, INT64_MAX)),
                        field("entries", &T::entries, "Versions", json::length(0, most_entries)),
                        field("keys", &T::keys, "Changes that led to its key", json::length(0, most_key_changes)));
}

/// Stages that a centre has of itself.
enum class Stage { chosen, preparing, ready, started, delivering, sustained, lapsed, stopped };
constexpr auto names(json::Type<Stage>) {
    using enum Stage;
    return practices::Words<Stage, 8>{{{chosen, "chosen"}, {preparing, "preparing"}, {ready, "ready"}, {started, "started"}, {delivering, "delivering"},
                            {sustained, "sustained"}, {lapsed, "lapsed"}, {stopped, "stopped"}}};
}

struct Count {
    std::string code;
    std::string version;
    Stage stage = Stage::chosen;
    int centres = 0;
    bool operator==(const Count&) const = default;
};
constexpr auto describe(json::Type<Count>) {
    using T = Count;
    return json::object("AdoptionCount", json::field("code", &T::code, "Practice", json::length(1, 120)),
                        json::field("version", &T::version, "Version", json::length(5, 20)), json::field("stage", &T::stage, "How far they are"),
                        json::field("centres", &T::centres, "How many centres", json::range(1, 100'000)));
}

struct Returns {
    std::string format;
    std::string to;      ///< key of the publisher, so that nobody hands them on
    std::string server;
    std::string key;
    std::int64_t sequence = 0;
    std::vector<Count> counts;
    std::vector<KeyChange> keys;  ///< that led to its key, the oldest first
};
constexpr auto describe(json::Type<Returns>) {
    using T = Returns;
    using json::field;
    return json::object("Returns", field("format", &T::format, "Format"), field("to", &T::to, "Key of the publisher"),
                        field("server", &T::server, "Who tells", json::length(1, 200)), field("key", &T::key, "Public key"),
                        field("sequence", &T::sequence, "Never goes back", json::range(0, INT64_MAX)),
                        field("counts", &T::counts, "Counts", json::length(0, most_counts)),
                        field("keys", &T::keys, "Changes that led to its key", json::length(0, most_key_changes)));
}

enum class Standing { asked, accepted, refused };
constexpr auto names(json::Type<Standing>) {
    using enum Standing;
    return practices::Words<Standing, 3>{{{asked, "asked"}, {accepted, "accepted"}, {refused, "refused"}}};
}
struct StandingAnswer {
    Standing standing = Standing::asked;
};
constexpr auto describe(json::Type<StandingAnswer>) {
    return json::object("Standing", json::field("standing", &StandingAnswer::standing, "How the publisher stands to the subscriber"));
}

}  // namespace ryadom::travel
