// Packages on their way between servers, for the module that carries them: what is published here, and the way in for a
// package that another server's signed feed names. Published to other modules beside practices.hpp.
#pragma once

#include "modules/practices/model_work.hpp"
#include "platform/http/call.hpp"

namespace ryadom::practices {

/// What a feed tells of a version.
struct PublishedVersion {
    std::string code;
    std::string version;
    std::map<std::string, std::string> titles;
    std::string package_sha256;
    std::int64_t bytes = 0;  ///< of its files
    Instant published_at;
    std::optional<std::string> withdrawn_reason;
};
/// Every version of the bank, by code and in the order of the versions.
std::vector<PublishedVersion> published(db::Tx& tx);
bool is_version(std::string_view text);
/// Negative where the first is older. Both must be versions.
int compare_versions(std::string_view left, std::string_view right);

/// Nobody is to begin with it any more.
bool is_withdrawn(db::Tx& tx, const VersionRow& version);

/// The archive as it came: the same bytes, with the signature of its publisher. Nothing of a withdrawn version.
std::optional<std::string> archive_of(db::Tx& tx, std::string_view code, std::string_view version);

/// What would become of the package here. `vouched` is the digest that somebody trusted named: another package is refused.
ImportReport examine(const http::Call& call, const std::string& archive, std::string_view vouched);
/// Installs it, whole or not at all.
http::Written<ImportReport> take_in(http::Call& call, const std::string& archive, std::string_view vouched, bool add_codes);

}  // namespace ryadom::practices
