#include "modules/practices/prepare.hpp"

#include <algorithm>
#include <array>

#include "platform/files/files.hpp"
#include "platform/i18n/catalogue.hpp"

namespace ryadom::practices {
namespace {

void append_translations(const auto& translated, std::string& out) {
    out += translated.ru + ' ' + translated.kk.value_or("") + ' ' + translated.en.value_or("") + ' ';
}

std::string search_text(const Package& package) {
    std::string out = package.code + ' ';
    append_translations(package.title, out);
    append_translations(package.summary, out);
    append_translations(package.origin.centre, out);
    if (package.origin.region) append_translations(*package.origin.region, out);
    for (const auto& service : package.services) append_translations(service.title, out);
    return ' ' + i18n::fold(out);  // a blank before every word: words are found by their beginnings
}

std::set<Facet> facets_of(const Package& package) {
    std::set<Facet> out;
    for (const auto& group : package.audience.groups) out.insert({"group", group});
    for (const auto& service : package.services) {
        out.insert({"kind", service.kind});
        for (const auto channel : service.channels) out.insert({"channel", std::string(json::name_of(channel))});
    }
    return out;
}

PracticeCard card_of(const Package& package) {
    PracticeCard card;
    card.code = package.code;
    card.version = package.version;
    card.title = package.title;
    card.summary = package.summary;
    card.origin = package.origin.centre;
    card.groups = package.audience.groups;
    card.cost = package.cost;
    auto evidence = evidence_level(package);
    card.evidence_level = evidence.level;
    card.weakest_axes = std::move(evidence.weakest);
    for (const auto& facet : facets_of(package)) {
        if (facet.facet == "kind") card.kinds.push_back(facet.code);
        if (facet.facet == "channel") card.channels.push_back(*json::parse_name<Channel>(facet.code));
    }
    return card;
}

std::set<UnknownCode> unknown_codes(const std::vector<Problem>& warnings) {
    std::set<UnknownCode> out;
    for (const auto& warning : warnings)
        if (warning.code == "practices.code.unknown") out.insert({warning.arguments.at("table"), warning.arguments.at("value")});
    return out;
}

PreparedFile prepared_file(std::string path, const std::string& content) {
    return {std::move(path), files::hash_of(content), static_cast<std::int64_t>(content.size()), content};
}

}  // namespace

std::string digest_of(const std::vector<PreparedFile>& files) {
    std::map<std::string_view, std::string_view> hashes;
    for (const auto& file : files) hashes.emplace(file.path, file.sha256);
    std::string manifest;
    for (const auto& [path, hash] : hashes) manifest.append(hash).append("  ").append(path).append("\n");
    return hex(package_digest(manifest));
}

EvidenceLevel evidence_level(const Package& package) {
    std::array<int, 4> levels{};
    for (const auto& item : package.evidence) {
        auto& level = levels.at(static_cast<std::size_t>(item.axis));
        level = std::max(level, item.level);
    }
    EvidenceLevel out{*std::ranges::min_element(levels), {}};
    for (const auto& [axis, name] : names(json::Type<Axis>{}))
        if (levels.at(static_cast<std::size_t>(axis)) == out.level) out.weakest.push_back(axis);
    return out;
}

std::map<std::string, std::string> by_language(const Line& line) {
    std::map<std::string, std::string> out{{"ru", line.ru}};
    if (line.kk) out.emplace("kk", *line.kk);
    if (line.en) out.emplace("en", *line.en);
    return out;
}

Prepared prepare(const ReadPackage& read, std::vector<PreparedFile> files) {
    Prepared out;
    out.package = read.package;
    out.document = json::to_json(read.package);
    const auto& document = files.emplace_back(prepared_file(std::string(document_path), write_package(read.package)));
    out.document_sha256 = document.sha256;
    out.package_sha256 = digest_of(files);
    out.card = card_of(read.package);
    out.search = search_text(read.package);
    out.facets = facets_of(read.package);
    out.unknown_codes = unknown_codes(read.warnings);
    out.files = std::move(files);
    return out;
}

Prepared prepare(const ReadPackage& read, const PackageFiles& files) {
    std::vector<PreparedFile> prepared;
    for (const auto& [path, content] : files_to_pack(read, files))
        if (path != document_path) prepared.push_back(prepared_file(path, content));
    return prepare(read, std::move(prepared));
}

Prepared prepare(const ArchivedPackage& archived, std::optional<std::string> signature) {
    auto out = prepare(ReadPackage{archived.package, archived.warnings}, archived.files);
    if (signature) out.signer = archived.signature.key_id;
    out.signature = std::move(signature);
    return out;
}

}  // namespace ryadom::practices
