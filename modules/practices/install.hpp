// How a package comes into the bank: what would happen, and that it happens whole or not at all.
#pragma once

#include "modules/practices/wording.hpp"
#include "platform/db/database.hpp"

namespace ryadom::practices {

/// What an installation does with codes that the region does not know.
enum class NewCodes { refuse, add };

/// What would become of the package here.
ImportReport preview(db::Tx& tx, const Prepared& prepared, const Wording& wording);

struct Installation {
    std::int64_t organisation = 0;  ///< whose practice it is when it is a new one; 0: of the region
    NewCodes codes = NewCodes::refuse;
    std::string event = "practices.installed";
    std::string detail = "{}";  ///< for the audit log
};

/// Stores the version with its files, maps its services to the catalogue and lists it. Refuses with practices.installed_already,
/// practices.archive.version_taken, practices.dependency_missing, practices.unknown_codes.
VersionSummary install(db::Tx& tx, const Prepared& prepared, const Installation& installation);

/// Puts large contents in first, in writes of their own, so that the installation stays short. Contents are named by
/// their hashes: what an installation leaves behind that is then refused harms nothing and serves the next.
std::shared_ptr<const Prepared> store_large_files(db::Database& database, const db::Caller& caller, Prepared prepared);

/// Installs a folder that travels with the binary: no signature is asked for. Nothing when the version is there.
/// A folder that is not a package throws std::runtime_error.
std::optional<VersionSummary> install_folder(db::Database& database, const PackageFiles& files);

/// Installs folders (name → files) in the order of their dependencies; how many were new.
int install_library(db::Database& database, const std::map<std::string, PackageFiles>& folders);

}  // namespace ryadom::practices
