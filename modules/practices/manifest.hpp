// MANIFEST: the SHA-256 of every file of a package, in the order of the paths. Its own SHA-256 is the
// package's digest.
#pragma once

#include <string>
#include <string_view>

#include "modules/practices/package.hpp"
#include "platform/core/bytes.hpp"

namespace ryadom::practices {

/// "<64 hex digits>  <path>\n" for every file, in byte order of the path.
std::string make_manifest(const PackageFiles& files);

/// The digest of a package: the same whether it is signed or not.
inline Sha256 package_digest(std::string_view manifest) { return sha256(manifest); }

/// Reports each file that the manifest does not list, lists wrongly or lists without its being there.
void check_manifest(std::string_view manifest, const PackageFiles& files, Problems& problems);

}  // namespace ryadom::practices
