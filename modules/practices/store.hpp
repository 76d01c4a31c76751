// Every SQL statement of the module stands in store*.cpp.
#pragma once

#include "modules/practices/prepare.hpp"
#include "modules/practices/prices.hpp"

namespace ryadom::practices::store {

/// A practice as the inside needs it.
struct Owned {
    Number<Practice> number;
    Id<Practice> id;
    std::int64_t organisation = 0;  ///< whose practice it is; 0: of the region
};
std::optional<Owned> find_owned(db::Tx& tx, std::string_view code);
Owned insert_practice(db::Tx& tx, const Package& package, std::int64_t organisation);

struct StoredVersion {
    Number<Version> number;
    Number<Practice> practice;
    std::string code;
    VersionSummary summary;
    std::optional<std::string> signature;
};
std::optional<StoredVersion> find_version(db::Tx& tx, const Id<Version>& id);
std::optional<StoredVersion> find_version(db::Tx& tx, Number<Practice> practice, std::string_view version);
/// Newest first.
std::vector<VersionSummary> versions(db::Tx& tx, Number<Practice> practice);
/// The highest version that ever stood, withdrawn ones too.
std::optional<StoredVersion> highest_version(db::Tx& tx, Number<Practice> practice);
std::vector<std::string> published_versions(db::Tx& tx, std::string_view code);

/// With services, files and facets; the numbers of the services are by their ids in the package.
Id<Version> insert_version(db::Tx& tx, Number<Practice> practice, const Prepared& prepared,
                           const std::map<std::string, Number<catalogue::Service>>& services);
void withdraw(db::Tx& tx, Number<Version> version, std::string_view reason);
/// Lists the practice by its newest published version, or not at all.
void relist(db::Tx& tx, Number<Practice> practice);

/// One more than `limit` where there are more.
std::vector<PracticeCard> cards(db::Tx& tx, const BankFilter& filter, int limit);
/// practice.yaml among them.
std::vector<PackageFile> files(db::Tx& tx, Number<Version> version);
PackageFiles contents(db::Tx& tx, Number<Version> version);
std::optional<std::string> file_hash(db::Tx& tx, Number<Version> version, std::string_view path);

std::vector<PublisherKey> keys(db::Tx& tx);
std::optional<PublisherKey> find_key(db::Tx& tx, const Id<PublisherKey>& id);
void insert_key(db::Tx& tx, const PublisherKey& key);
void remove_key(db::Tx& tx, const Id<PublisherKey>& id);

std::set<UnknownCode> region_codes(db::Tx& tx);
void insert_code(db::Tx& tx, const UnknownCode& code);

std::vector<EquipmentPrice> prices(db::Tx& tx);
void put_price(db::Tx& tx, const EquipmentPrice& price);
void remove_price(db::Tx& tx, std::string_view kind);
/// What each published version costs to start, at the prices of now.
void restate_start_costs(db::Tx& tx);

struct StoredDraft {
    std::int64_t number = 0;
    Id<Draft> id;
    std::int64_t organisation = 0;
    std::optional<Id<Version>> based_on;
    std::string document;
    Instant changed_at;
    std::int64_t revision = 1;
};
/// What the list of drafts shows of a document that may be incomplete.
struct DraftHead {
    std::optional<std::string> code;
    std::string title;
    std::string version;
};
/// In order of creation, from `after` on.
std::vector<DraftSummary> drafts(db::Tx& tx, const Id<Draft>& after, int limit);
std::optional<StoredDraft> find_draft(db::Tx& tx, const Id<Draft>& id);
StoredDraft insert_draft(db::Tx& tx, std::int64_t organisation, const DraftHead& head, std::string_view document,
                         const std::optional<Id<Version>>& based_on);
std::int64_t update_draft(db::Tx& tx, const StoredDraft& draft, const DraftHead& head);
/// The files changed: the revision goes on.
std::int64_t touch_draft(db::Tx& tx, std::int64_t draft, std::int64_t revision);
void remove_draft(db::Tx& tx, std::int64_t draft);

std::vector<PackageFile> draft_files(db::Tx& tx, std::int64_t draft);
/// Of Markdown everything, of other files the first bytes: what the reader of packages looks at.
PackageFiles draft_heads(db::Tx& tx, std::int64_t draft);
std::optional<std::string> draft_file_hash(db::Tx& tx, std::int64_t draft, std::string_view path);
void put_draft_file(db::Tx& tx, std::int64_t draft, const PackageFile& file);
/// False: there was none.
bool remove_draft_file(db::Tx& tx, std::int64_t draft, std::string_view path);
void copy_files(db::Tx& tx, Number<Version> from, std::int64_t draft);

}  // namespace ryadom::practices::store
