// What the bank of practices shows and takes: cards, versions, the passport, reports of an import, drafts, keys.
#pragma once

#include "modules/catalogue/catalogue.hpp"
#include "modules/practices/compare.hpp"
#include "modules/practices/practices.hpp"

namespace ryadom::practices {

/// What a list shows of a practice, taken from its newest published version.
struct PracticeCard {
    Id<Practice> id;
    Id<Version> version_id;
    std::string code;
    std::string version;
    Instant installed_at;
    Line title;
    Text summary;
    Line origin;
    std::vector<std::string> groups;
    std::vector<std::string> kinds;
    std::vector<Channel> channels;
    Cost cost;
    std::optional<std::int64_t> start_kopecks;  ///< by the package, or its mandatory equipment at the region's prices
    int evidence_level = 0;
    std::optional<std::vector<Axis>> weakest_axes;  ///< absent on cards that were written before they were kept
};
constexpr auto describe(json::Type<PracticeCard>) {
    using T = PracticeCard;
    using json::field;
    return json::object("PracticeCard", field("id", &T::id, "Id", json::read_only),
                        field("version_id", &T::version_id, "Id of the newest version", json::read_only),
                        field("code", &T::code, "Code"), field("version", &T::version, "Newest version"),
                        field("installed_at", &T::installed_at, "When it came", json::read_only), field("title", &T::title, "Title"),
                        field("summary", &T::summary, "One paragraph"), field("origin", &T::origin, "Who invented it"),
                        field("groups", &T::groups, "For whom"), field("kinds", &T::kinds, "Kinds of service"),
                        field("channels", &T::channels, "Where it is delivered"), field("cost", &T::cost, "Cost"),
                        field("start_kopecks", &T::start_kopecks, "Kopecks to start: the package's, or mandatory equipment at the region's prices",
                              json::read_only),
                        field("evidence_level", &T::evidence_level, "Level of the weakest axis of evidence", json::range(0, 3)),
                        field("weakest_axes", &T::weakest_axes, "The axes that have this level"));
}

/// The query of the bank.
struct BankFilter {
    std::optional<std::string> query;
    std::optional<std::string> audience;
    std::optional<std::string> kind;
    std::optional<Channel> channel;
    std::optional<std::int64_t> cost;
    std::optional<std::string> cursor;
    std::optional<int> limit;
};
constexpr auto describe(json::Type<BankFilter>) {
    using T = BankFilter;
    using json::field;
    using json::length;
    return json::object("BankFilter", field("query", &T::query, "Words of title, summary or origin", length(0, 200)),
                        field("audience", &T::audience, "Code of a group of people", length(0, 64)),
                        field("kind", &T::kind, "Code of a kind of service", length(0, 64)), field("channel", &T::channel, "Where it is delivered"),
                        field("cost", &T::cost, "Costs at most so many kopecks to start; what has no known price is left out",
                              json::range(0, 1'000'000'000'000)),
                        field("cursor", &T::cursor, "Where to go on", length(0, 500)),
                        field("limit", &T::limit, "How many rows", json::range(1, 200)));
}

enum class VersionState { published, withdrawn };
constexpr auto names(json::Type<VersionState>) {
    using enum VersionState;
    return Words<VersionState, 2>{{{published, "published"}, {withdrawn, "withdrawn"}}};
}

struct VersionSummary {
    Id<Version> id;
    Id<Practice> practice;
    std::string version;
    VersionState state = VersionState::published;
    std::optional<std::string> withdrawn_reason;
    Instant installed_at;
    std::string package_sha256;
    std::string document_sha256;
    std::optional<std::string> signer;  ///< id of the key whose signature came with it
};
constexpr auto describe(json::Type<VersionSummary>) {
    using T = VersionSummary;
    using json::field;
    return json::object("PracticeVersion", field("id", &T::id, "Id", json::read_only), field("practice", &T::practice, "Practice"),
                        field("version", &T::version, "MAJOR.MINOR.PATCH"), field("state", &T::state, "State"),
                        field("withdrawn_reason", &T::withdrawn_reason, "Why it was withdrawn"),
                        field("installed_at", &T::installed_at, "When it came"), field("package_sha256", &T::package_sha256, "Digest of the package"),
                        field("document_sha256", &T::document_sha256, "SHA-256 of practice.yaml"),
                        field("signer", &T::signer, "Key that signed it"));
}

struct PracticeDetail {
    Id<Practice> id;
    std::string code;
    std::map<std::string, std::string> titles;
    std::vector<VersionSummary> versions;  ///< newest first
};
constexpr auto describe(json::Type<PracticeDetail>) {
    using T = PracticeDetail;
    return json::object("Practice", json::field("id", &T::id, "Id", json::read_only), json::field("code", &T::code, "Code"),
                        json::field("titles", &T::titles, "Titles by language"),
                        json::field("versions", &T::versions, "Versions, the newest first"));
}

struct PackageFile {
    std::string path;
    std::string sha256;
    std::int64_t size = 0;
};
constexpr auto describe(json::Type<PackageFile>) {
    using T = PackageFile;
    return json::object("PracticeFile", json::field("path", &T::path, "Path in the package"), json::field("sha256", &T::sha256, "SHA-256"),
                        json::field("size", &T::size, "Bytes"));
}

/// A service of the package and the row of the catalogue that its facts name.
struct MappedService {
    std::string package_service;
    Id<catalogue::Service> service;
    std::string code;
};
constexpr auto describe(json::Type<MappedService>) {
    using T = MappedService;
    return json::object("PracticeService", json::field("package_service", &T::package_service, "Id in the package"),
                        json::field("service", &T::service, "Service of the catalogue"), json::field("code", &T::code, "Code in the catalogue"));
}

/// What one piece of a kind of equipment costs in the region.
struct EquipmentPrice {
    std::string kind;
    std::int64_t amount_kopecks = 0;
    Date as_of;
};
constexpr auto describe(json::Type<EquipmentPrice>) {
    using T = EquipmentPrice;
    using json::field;
    return json::object("EquipmentPrice", field("kind", &T::kind, "Kind of equipment"),
                        field("amount_kopecks", &T::amount_kopecks, "Price of one piece in kopecks"),
                        field("as_of", &T::as_of, "Day of the price"));
}

/// Everything about one version.
struct Passport {
    VersionSummary version;
    std::string code;
    Package package;
    std::vector<MappedService> services;
    std::vector<PackageFile> files;
    int evidence_level = 0;
    std::vector<Axis> weakest_axes;
    std::optional<std::int64_t> start_kopecks;
    std::vector<EquipmentPrice> prices;  ///< of the kinds that it needs, where the region has one
};
constexpr auto describe(json::Type<Passport>) {
    using T = Passport;
    using json::field;
    return json::object("PracticePassport", field("version", &T::version, "Version"), field("code", &T::code, "Code of the practice"),
                        field("package", &T::package, "The whole package"), field("services", &T::services, "Services in the catalogue"),
                        field("files", &T::files, "Files beside the document"),
                        field("evidence_level", &T::evidence_level, "Level of the weakest axis of evidence", json::range(0, 3)),
                        field("weakest_axes", &T::weakest_axes, "The axes that have this level"),
                        field("start_kopecks", &T::start_kopecks, "Kopecks to start: the package's, or mandatory equipment at the region's prices"),
                        field("prices", &T::prices, "The region's prices of the kinds that it needs"));
}

/// A difference, and the same in words of the caller's language.
struct WordedDifference {
    Difference difference;
    std::string text;
};
constexpr auto describe(json::Type<WordedDifference>) {
    return json::object("WordedDifference", json::field("difference", &WordedDifference::difference, "What differs"),
                        json::field("text", &WordedDifference::text, "In words"));
}

struct CompareQuery {
    std::string from;
    std::string to;
};
constexpr auto describe(json::Type<CompareQuery>) {
    return json::object("CompareQuery", json::field("from", &CompareQuery::from, "Version or its id", json::length(1, 64)),
                        json::field("to", &CompareQuery::to, "Version or its id", json::length(1, 64)));
}

struct FileQuery {
    std::string path;
};
constexpr auto describe(json::Type<FileQuery>) {
    return json::object("FileQuery", json::field("path", &FileQuery::path, "Path in the package", json::length(1, 120)));
}

struct Withdrawal {
    std::string reason;
};
constexpr auto describe(json::Type<Withdrawal>) {
    return json::object("Withdrawal", json::field("reason", &Withdrawal::reason, "Why", json::length(1, 1000)));
}

/// A key of a publisher whom the region trusts.
struct PublisherKey {
    Id<PublisherKey> id;
    std::string key_id;
    std::string title;
    std::string key;
    Instant added_at;
};
constexpr auto describe(json::Type<PublisherKey>) {
    using T = PublisherKey;
    using json::field;
    return json::object("PublisherKey", field("id", &T::id, "Id", json::read_only), field("key_id", &T::key_id, "Name of the key", json::read_only),
                        field("title", &T::title, "Whose key it is", json::length(1, 200)),
                        field("key", &T::key, "Ed25519 public key in Base64", json::length(1, 100)),
                        field("added_at", &T::added_at, "When it was trusted", json::read_only));
}

}  // namespace ryadom::practices
