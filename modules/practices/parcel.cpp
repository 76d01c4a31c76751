#include "modules/practices/carried.hpp"

#include "modules/practices/archive_zip.hpp"
#include "modules/practices/http.hpp"
#include "modules/practices/package_text.hpp"

namespace ryadom::practices {
namespace {

std::vector<PublicKey> trusted_keys(db::Tx& tx) {
    std::vector<PublicKey> out;
    for (const auto& key : store::keys(tx))
        if (const auto parsed = parse_public_key(key.key)) out.push_back(*parsed);
    return out;
}

/// The signature of the feed stands for that of the author, which travels on all the same.
Parcel vouched_parcel(const http::Call& call, const std::string& archive, std::string_view vouched) {
    auto parcel = open_parcel(call, archive);
    if (parcel.prepared.package_sha256 != vouched) throw Refused(refuse("practices.other_package").error());
    return parcel;
}

}  // namespace

Parcel open_parcel(const http::Call& call, const std::string& archive) {
    const auto wording = wording_of(call);
    const auto archived = read_archive(archive, call.read(trusted_keys));
    if (!archived) throw Refused(wording.refusal(archived.error()));
    Parcel out{prepare(*archived, open_archive(archive)->signature), {}, archived->signature};
    out.report = call.read([&](db::Tx& tx) { return preview(tx, out.prepared, wording); });
    out.report.signature = archived->signature.kind;
    if (!archived->signature.key_id.empty()) out.report.key_id = archived->signature.key_id;
    out.report.warnings = wording.worded(archived->warnings);
    return out;
}

http::Written<ImportReport> install_parcel(http::Call& call, Parcel parcel, const Installation& installation) {
    const auto stored = store_large_files(call.database(), call.caller(), std::move(parcel.prepared));
    return call.write([stored, report = std::move(parcel.report), installation](db::Tx& tx) {
        auto done = report;
        done.installed = install(tx, *stored, installation);
        return done;
    });
}

std::string archive_of(db::Tx& tx, const store::StoredVersion& version) {
    auto entries = store::contents(tx, version.number);
    auto manifest = make_manifest(entries);
    entries.emplace("MANIFEST", std::move(manifest));
    if (version.signature) entries.emplace("SIGNATURE", *version.signature);
    return zip::write(entries);
}

bool is_withdrawn(db::Tx& tx, const VersionRow& version) {
    const auto found = store::find_version(tx, version.practice, version.version);
    return found && found->summary.state == VersionState::withdrawn;
}

std::optional<std::string> archive_of(db::Tx& tx, std::string_view code, std::string_view version) {
    const auto practice = find_practice(tx, code);
    if (!practice) return std::nullopt;
    const auto found = store::find_version(tx, practice->number, version);
    if (!found || found->summary.state == VersionState::withdrawn) return std::nullopt;
    return archive_of(tx, *found);
}

bool is_version(std::string_view text) { return parse_version(text).has_value(); }

int compare_versions(std::string_view left, std::string_view right) {
    const auto order = *parse_version(left) <=> *parse_version(right);
    return order < 0 ? -1 : order > 0 ? 1 : 0;
}

ImportReport examine(const http::Call& call, const std::string& archive, std::string_view vouched) {
    return vouched_parcel(call, archive, vouched).report;
}

http::Written<ImportReport> take_in(http::Call& call, const std::string& archive, std::string_view vouched, bool add_codes) {
    auto parcel = vouched_parcel(call, archive, vouched);
    Installation installation;
    installation.codes = add_codes ? NewCodes::add : NewCodes::refuse;
    installation.detail = R"({"source":"feed"})";
    return install_parcel(call, std::move(parcel), installation);
}

}  // namespace ryadom::practices
