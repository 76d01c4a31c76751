#include "modules/practices/install.hpp"

#include <algorithm>
#include <stdexcept>

#include "modules/practices/package_text.hpp"
#include "modules/practices/store.hpp"
#include "platform/audit/audit.hpp"
#include "platform/files/files.hpp"

namespace ryadom::practices {
namespace {

constexpr std::size_t large_file = 256U << 10;

std::map<std::string, std::string> hashes_of(const auto& files) {
    std::map<std::string, std::string> out;
    for (const auto& file : files) out.emplace(file.path, file.sha256);
    return out;
}

bool is_met(db::Tx& tx, const Dependency& dependency) {
    const auto wanted = parse_versions(dependency.versions);
    return std::ranges::any_of(store::published_versions(tx, dependency.code), [&](const std::string& version) {
        return wanted && satisfies(*parse_version(version), *wanted);
    });
}

/// Codes that neither the shipped tables nor the region have.
std::vector<UnknownCode> unknown_here(db::Tx& tx, const Prepared& prepared) {
    if (prepared.unknown_codes.empty()) return {};
    auto known = store::region_codes(tx);
    for (auto& kind : catalogue::kinds(tx)) known.insert({"service_kind", std::move(kind.code)});
    std::vector<UnknownCode> out;
    std::ranges::set_difference(prepared.unknown_codes, known, std::back_inserter(out));
    return out;
}

void refuse_codes(const std::vector<UnknownCode>& codes) {
    Refusal refusal{Refusal::Kind::conflict, "practices.unknown_codes", {}, {}};
    for (const auto& code : codes)
        refusal.fields.push_back({"", "practices.code.unknown", {{"value", code.code}, {"table", code.vocabulary}}});
    throw Refused(std::move(refusal));
}

void settle_codes(db::Tx& tx, const Prepared& prepared, NewCodes codes) {
    const auto unknown = unknown_here(tx, prepared);
    if (unknown.empty()) return;
    // Kinds of service are kept by the catalogue, with their titles.
    const bool addable = std::ranges::none_of(unknown, [](const UnknownCode& code) { return code.vocabulary == "service_kind"; });
    if (codes == NewCodes::refuse || !addable) refuse_codes(unknown);
    for (const auto& code : unknown) store::insert_code(tx, code);
}

void refuse_unmet_dependencies(db::Tx& tx, const Package& package) {
    for (std::size_t i = 0; i < package.depends.size(); ++i) {
        const auto& dependency = package.depends[i];
        if (dependency.mandatory && !is_met(tx, dependency))
            throw Refused(refuse_field("/depends/" + std::to_string(i), "practices.dependency_missing",
                                       {{"code", dependency.code}, {"versions", dependency.versions}}).error());
    }
}

/// A package does not say since when a service has been delivered, and past facts are loaded too.
constexpr YearMonthDay services_from{2000, 1, 1};

catalogue::Service catalogue_service(const Service& service) {
    catalogue::Service out;
    out.code = service.code;
    out.kind = service.kind;
    out.titles = by_language(service.title);
    out.unit = service.unit;
    out.norm_minutes = service.norm_minutes;
    out.valid_from = *make_date(services_from.year, services_from.month, services_from.day);
    return out;
}

std::map<std::string, Number<catalogue::Service>> map_services(db::Tx& tx, const Package& package) {
    std::map<std::string, Number<catalogue::Service>> known;
    for (auto& row : catalogue::all_services(tx)) known.emplace(std::move(row.service.code), row.number);
    std::map<std::string, Number<catalogue::Service>> out;
    for (const auto& service : package.services) {
        const auto found = known.find(service.code);
        out.emplace(service.id, found != known.end() ? found->second : catalogue::ensure_service(tx, catalogue_service(service)));
    }
    return out;
}

ImportOutcome outcome_of(db::Tx& tx, const Prepared& prepared, const std::optional<store::Owned>& practice) {
    if (!practice) return ImportOutcome::new_practice;
    const auto same = store::find_version(tx, practice->number, prepared.package.version);
    if (!same) return ImportOutcome::new_version;
    return same->summary.package_sha256 == prepared.package_sha256 ? ImportOutcome::installed_already : ImportOutcome::version_taken;
}

void refuse_present(ImportOutcome outcome) {
    switch (outcome) {
        case ImportOutcome::new_practice:
        case ImportOutcome::new_version: return;
        case ImportOutcome::installed_already: throw Refused(refuse("practices.installed_already").error());
        case ImportOutcome::version_taken: throw Refused(refuse("practices.archive.version_taken").error());
    }
}

void compare_with_latest(db::Tx& tx, const Prepared& prepared, Number<Practice> practice, const Wording& wording, ImportReport& report) {
    const auto latest = latest_version(tx, practice);
    if (!latest) return;
    report.compared_with = latest->version;
    auto differences = compare(*package_of(tx, latest->number), prepared.package);
    std::ranges::move(compare_hashes(hashes_of(store::files(tx, latest->number)), hashes_of(prepared.files)), std::back_inserter(differences));
    report.differences = wording.worded(std::move(differences));
}

std::vector<ServiceFate> fates(db::Tx& tx, const Package& package) {
    std::set<std::string, std::less<>> known;
    for (auto& row : catalogue::all_services(tx)) known.insert(std::move(row.service.code));
    std::vector<ServiceFate> out;
    for (const auto& service : package.services) out.push_back({service.id, service.code, service.title.ru, !known.contains(service.code)});
    return out;
}

Prepared prepare_folder(const PackageFiles& files) {
    auto read = read_package(files);
    if (!read) {
        const auto& first = read.error().front();
        throw std::runtime_error("a folder of the library is not a package: " + first.file + ":" + std::to_string(first.line) + " " + first.code);
    }
    return prepare(*read, files);
}

std::optional<VersionSummary> install_shipped(db::Database& database, Prepared package) {
    const auto caller = db::Caller::system();
    const auto prepared = store_large_files(database, caller, std::move(package));
    auto done = database.write_now(caller, [prepared](db::Tx& tx) {
        return install(tx, *prepared, {0, NewCodes::add, "practices.installed", R"({"source":"library"})"});
    });
    if (done) return std::move(*done);
    if (done.error().code == "practices.installed_already") return std::nullopt;
    throw Refused(std::move(done.error()));
}

bool waits_for_others(const Package& package, const std::map<std::string, Prepared>& waiting) {
    return std::ranges::any_of(package.depends, [&](const Dependency& each) { return each.mandatory && waiting.contains(each.code); });
}

}  // namespace

ImportReport preview(db::Tx& tx, const Prepared& prepared, const Wording& wording) {
    const auto& package = prepared.package;
    ImportReport report;
    report.code = package.code;
    report.version = package.version;
    report.title = package.title;
    report.package_sha256 = prepared.package_sha256;
    const auto practice = store::find_owned(tx, package.code);
    report.outcome = outcome_of(tx, prepared, practice);
    if (practice) compare_with_latest(tx, prepared, practice->number, wording, report);
    report.services = fates(tx, package);
    report.unknown_codes = unknown_here(tx, prepared);
    for (const auto& dependency : package.depends)
        report.dependencies.push_back({dependency.code, dependency.versions, dependency.mandatory, is_met(tx, dependency)});
    return report;
}

VersionSummary install(db::Tx& tx, const Prepared& prepared, const Installation& installation) {
    const auto& package = prepared.package;
    auto practice = store::find_owned(tx, package.code);
    refuse_present(outcome_of(tx, prepared, practice));
    refuse_unmet_dependencies(tx, package);
    settle_codes(tx, prepared, installation.codes);
    const auto services = map_services(tx, package);
    if (!practice) practice = store::insert_practice(tx, package, installation.organisation);
    const auto id = store::insert_version(tx, practice->number, prepared, services);
    store::relist(tx, practice->number);
    audit::record(tx, installation.event, id, std::nullopt, installation.detail);
    return must(store::find_version(tx, id)).summary;
}

std::shared_ptr<const Prepared> store_large_files(db::Database& database, const db::Caller& caller, Prepared prepared) {
    for (auto& file : prepared.files) {
        if (!file.content || file.content->size() < large_file) continue;
        const auto content = std::make_shared<const std::string>(std::move(*file.content));
        file.content.reset();
        must(database.write_now(caller, [hash = file.sha256, content](db::Tx& tx) { files::put(tx, hash, *content); }));
    }
    return std::make_shared<const Prepared>(std::move(prepared));
}

std::optional<VersionSummary> install_folder(db::Database& database, const PackageFiles& files) {
    return install_shipped(database, prepare_folder(files));
}

int install_library(db::Database& database, const std::map<std::string, PackageFiles>& folders) {
    std::map<std::string, Prepared> waiting;
    for (const auto& [name, files] : folders) {
        auto prepared = prepare_folder(files);
        auto code = prepared.package.code;
        waiting.emplace(std::move(code), std::move(prepared));
    }
    int added = 0;
    while (!waiting.empty()) {
        auto next = std::ranges::find_if(waiting, [&](const auto& each) { return !waits_for_others(each.second.package, waiting); });
        if (next == waiting.end()) next = waiting.begin();  // a ring: the installation names what is missing
        if (install_shipped(database, std::move(next->second))) ++added;
        waiting.erase(next);
    }
    return added;
}

}  // namespace ryadom::practices
