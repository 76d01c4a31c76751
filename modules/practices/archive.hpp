// The archive in which a package travels: a zip that is written in one way, byte for byte (docs/package.md,
// section 7). Because there is only one way, the reader needs no inflating and no extracting: it takes the
// stored entries, writes the archive anew and compares. What a zip could hide (a second directory, bytes
// between entries) cannot be equal.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/practices/manifest.hpp"
#include "modules/practices/package.hpp"
#include "modules/practices/signature.hpp"

namespace ryadom::practices {

struct ArchiveContent {
    PackageFiles files;  ///< without MANIFEST and SIGNATURE
    std::string manifest;
    std::optional<std::string> signature;
};

/// Takes an archive apart in memory and holds the files against the manifest. The document is not read.
std::expected<ArchiveContent, std::vector<Problem>> open_archive(std::string_view bytes);

struct ArchivedPackage {
    Package package;
    PackageFiles files;
    Sha256 digest{};
    SignatureState signature;
    std::vector<Problem> warnings;
};

/// The whole way in: the form of the archive, its manifest, its signature, the package. A wrong signature
/// refuses; an unknown key is the warning "archive.key", because the region may approve the key; unsigned is
/// for the caller.
std::expected<ArchivedPackage, std::vector<Problem>> read_archive(std::string_view bytes,
                                                                  const std::vector<PublicKey>& trusted);

/// The files that travel: the document in canonical form and the files that it names.
PackageFiles files_to_pack(const ReadPackage& read, const PackageFiles& files);

/// The archive of the files; MANIFEST is made here, SIGNATURE if there is a key.
std::string write_archive(const PackageFiles& files, const SigningKey* key = nullptr);

/// "<code>-<version>.practice"
std::string archive_name(const Package& package);

}  // namespace ryadom::practices
