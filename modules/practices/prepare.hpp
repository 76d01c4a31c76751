// Everything about a package that can be worked out before the transaction that stores it.
#pragma once

#include "modules/practices/archive.hpp"
#include "modules/practices/model_work.hpp"

namespace ryadom::practices {

/// A file of a version; a content that the database holds already is not carried along.
struct PreparedFile {
    std::string path;
    std::string sha256;
    std::int64_t size = 0;
    std::optional<std::string> content;
};

struct Facet {
    std::string facet;  ///< "group", "kind", "channel"
    std::string code;
    auto operator<=>(const Facet&) const = default;
};

struct Prepared {
    Package package;
    std::string document;  ///< as JSON
    std::string document_sha256;
    std::string package_sha256;
    std::optional<std::string> signer;     ///< id of the key in the signature, trusted or not
    std::optional<std::string> signature;  ///< the text of SIGNATURE, which travels on with the package
    PracticeCard card;
    std::string search;
    std::set<Facet> facets;
    std::set<UnknownCode> unknown_codes;
    std::vector<PreparedFile> files;  ///< practice.yaml among them
};

/// `files` without practice.yaml, which is written anew in its one form.
Prepared prepare(const ReadPackage& read, std::vector<PreparedFile> files);
Prepared prepare(const ArchivedPackage& archived, std::optional<std::string> signature);
/// A folder: files that the document does not name stay behind.
Prepared prepare(const ReadPackage& read, const PackageFiles& files);

/// The digest of a package from the hashes of its files.
std::string digest_of(const std::vector<PreparedFile>& files);

/// The level of the weakest of the four axes, and which have no better one; an axis without evidence has level 0.
struct EvidenceLevel {
    int level = 0;
    std::vector<Axis> weakest;
};
EvidenceLevel evidence_level(const Package& package);

std::map<std::string, std::string> by_language(const Line& line);

}  // namespace ryadom::practices
