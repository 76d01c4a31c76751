// What other modules may ask of the bank of practices.
#pragma once

#include "modules/catalogue/catalogue.hpp"
#include "modules/practices/package.hpp"
#include "platform/db/transaction.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ryadom::db {
class Database;
}

namespace ryadom::practices {

struct Practice;
struct Version;

struct PracticeRow {
    Number<Practice> number;
    Id<Practice> id;
    std::string code;
    std::map<std::string, std::string> titles;
};

struct VersionRow {
    Number<Version> number;
    Id<Version> id;
    Number<Practice> practice;
    std::string version;  ///< semver
    Instant installed_at;
    bool withdrawn = false;
};

/// Practices with at least one published version, in order of their Russian title.
std::vector<PracticeRow> all_practices(db::Tx& tx);
std::optional<PracticeRow> find_practice(db::Tx& tx, const Id<Practice>& id);
std::optional<PracticeRow> find_practice(db::Tx& tx, std::string_view code);
std::optional<PracticeRow> find_practice(db::Tx& tx, Number<Practice> number);
std::optional<VersionRow> find_version(db::Tx& tx, const Id<Version>& id);
std::optional<VersionRow> find_version(db::Tx& tx, Number<Version> number);
/// The newest published version by semver.
std::optional<VersionRow> latest_version(db::Tx& tx, Number<Practice> practice);

/// The whole package of a version, from its stored document; kept parsed, since a published version never changes.
std::shared_ptr<const Package> package_of(db::Tx& tx, Number<Version> version);

/// A package's service as the catalogue knows it.
struct ServiceUse {
    Number<Version> version;
    std::string package_service;  ///< id in the package
    Number<catalogue::Service> service;
    std::vector<std::string> channels;
    bool counts_unnamed;
};
std::vector<ServiceUse> services_of(db::Tx& tx, Number<Version> version);
/// Every version that delivers the service, with the ways in which it does.
std::vector<ServiceUse> uses_of(db::Tx& tx, Number<catalogue::Service> service);

/// Kopecks for a piece of equipment in this region, by its kind.
using EquipmentPrices = std::map<std::string, std::int64_t, std::less<>>;
EquipmentPrices equipment_prices(db::Tx& tx);
/// Kopecks for one piece of what is needed: the package's price, or the region's.
std::optional<std::int64_t> price_of(const EquipmentNeed& need, const EquipmentPrices& prices);

/// Tells the search what is listed of the practice now.
void tell_search(db::Tx& tx, Number<Practice> practice);
/// Tells the search of every practice, in a database from before it.
void tell_search(db::Database& database);

}  // namespace ryadom::practices
