// The bank as everybody reads it.
#include "modules/practices/carried.hpp"
#include "modules/practices/http.hpp"

#include <algorithm>

#include "platform/audit/audit.hpp"
#include "platform/files/files.hpp"

namespace ryadom::practices {
namespace {

using http::Call;
using http::Page;
using http::Query;
using http::Written;

constexpr int page_size = 50;

Page<PracticeCard> get_practices(Call& call, Query<BankFilter> filter) {
    return call.read([&](db::Tx& tx) {
        const int limit = filter->limit.value_or(page_size);
        Page<PracticeCard> page{store::cards(tx, filter.value, limit + 1), {}};
        if (cut(page.items, limit)) page.next = to_string(page.items.back().id);
        return page;
    });
}

PracticeDetail get_practice(Call& call) {
    return call.read([&](db::Tx& tx) {
        auto row = must(find_practice(tx, call.id<Practice>("practice")));
        return PracticeDetail{row.id, std::move(row.code), std::move(row.titles), store::versions(tx, row.number)};
    });
}

/// By "1.2.0" or by id; a version of another practice is absent.
store::StoredVersion version_of(db::Tx& tx, const Id<Practice>& practice_id, const std::string& word) {
    const auto practice = must(find_practice(tx, practice_id));
    const auto id = parse_uuid(word);
    auto version = must(id ? store::find_version(tx, Id<Version>{*id}) : store::find_version(tx, practice.number, word));
    if (version.practice != practice.number) throw Refused(absent());
    return version;
}

store::StoredVersion version_of(db::Tx& tx, const Call& call) { return version_of(tx, call.id<Practice>("practice"), call.path("version")); }

std::vector<MappedService> mapped_services(db::Tx& tx, Number<Version> version) {
    std::map<std::int64_t, MappedService> rows;
    for (const auto& row : catalogue::all_services(tx)) rows.emplace(row.number.value, MappedService{"", row.service.id, row.service.code});
    std::vector<MappedService> out;
    for (const auto& use : services_of(tx, version)) {
        out.push_back(rows.at(use.service.value));
        out.back().package_service = use.package_service;
    }
    return out;
}

Passport get_version(Call& call) {
    return call.read([&](db::Tx& tx) {
        auto version = version_of(tx, call);
        Passport passport{std::move(version.summary), std::move(version.code), *package_of(tx, version.number),
                          mapped_services(tx, version.number), store::files(tx, version.number), 0, {}, {}, store::prices(tx)};
        std::erase_if(passport.files, [](const PackageFile& file) { return file.path == document_path; });
        auto evidence = evidence_level(passport.package);
        passport.evidence_level = evidence.level;
        passport.weakest_axes = std::move(evidence.weakest);
        passport.start_kopecks = start_cost(passport.package, by_kind(passport.prices));
        std::erase_if(passport.prices, [&](const EquipmentPrice& price) {
            return std::ranges::find(passport.package.needs.equipment, price.kind, &EquipmentNeed::kind) == passport.package.needs.equipment.end();
        });
        return passport;
    });
}

http::Download get_file(Call& call, Query<FileQuery> query) {
    auto content = call.read([&](db::Tx& tx) {
        const auto hash = must(store::file_hash(tx, version_of(tx, call).number, query->path));
        return must(files::get(tx, hash));
    });
    return file_download(call, query->path.substr(query->path.rfind('/') + 1), std::move(content));
}

http::Download get_package(Call& call) {
    std::string name;
    auto archive = call.read([&](db::Tx& tx) {
        const auto version = version_of(tx, call);
        name = version.code + "-" + version.summary.version + ".practice";
        return archive_of(tx, version);
    });
    call.header("Content-Security-Policy", std::string(files::content_policy));
    return {"application/zip", std::move(name), std::move(archive)};
}

std::map<std::string, std::string> hashes(db::Tx& tx, Number<Version> version) {
    std::map<std::string, std::string> out;
    for (auto& file : store::files(tx, version)) out.emplace(std::move(file.path), std::move(file.sha256));
    return out;
}

Page<WordedDifference> get_compare(Call& call, Query<CompareQuery> query) {
    return call.read([&](db::Tx& tx) {
        const auto practice = call.id<Practice>("practice");
        const auto from = version_of(tx, practice, query->from).number;
        const auto to = version_of(tx, practice, query->to).number;
        auto differences = compare(*package_of(tx, from), *package_of(tx, to));
        std::ranges::move(compare_hashes(hashes(tx, from), hashes(tx, to)), std::back_inserter(differences));
        return Page<WordedDifference>{wording_of(call).worded(std::move(differences)), {}};
    });
}

Page<PricedKind> get_prices(Call& call) {
    return call.read([](db::Tx& tx) { return Page<PricedKind>{priced_kinds(tx), {}}; });
}

Written<Page<PricedKind>> post_prices(Call& call, NewPrices prices) {
    if (prices.as_of > call.today()) throw Refused(refuse_field("/as_of", "practices.future_day").error());
    return call.write([prices](db::Tx& tx) {
        set_prices(tx, prices);
        return Page<PricedKind>{priced_kinds(tx), {}};
    });
}

Written<VersionSummary> withdraw_version(Call& call, Withdrawal withdrawal) {
    return call.write([practice = call.id<Practice>("practice"), word = call.path("version"), withdrawal](db::Tx& tx) {
        auto version = version_of(tx, practice, word);
        if (version.summary.state == VersionState::withdrawn) throw Refused(refuse("practices.withdrawn_already").error());
        store::withdraw(tx, version.number, withdrawal.reason);
        store::relist(tx, version.practice);
        audit::record(tx, "practices.withdrawn", version.summary.id);
        return must(store::find_version(tx, version.summary.id)).summary;
    });
}

}  // namespace

http::Download file_download(Call& call, std::string name, std::string content) {
    call.header("Content-Security-Policy", std::string(files::content_policy));
    std::string type(files::content_type(content));
    return {std::move(type), std::move(name), std::move(content)};
}

bool may_write(const db::Tx& tx, const store::Owned& practice) {
    const auto& scope = tx.caller().scope;
    if (scope.records == db::Reach::everything) return true;
    return scope.records == db::Reach::listed && std::ranges::binary_search(scope.organisations, practice.organisation);
}

void add_bank_routes(http::Routes& routes) {
    const std::string version = "/api/v1/practices/{practice}/versions/{version}";
    routes.get("/api/v1/practices", "practices.see", "The bank of practices", get_practices);
    routes.get("/api/v1/practices/{practice}", "practices.see", "A practice and its versions", get_practice);
    routes.get("/api/v1/practices/{practice}/compare", "practices.see", "What differs between two versions", get_compare);
    routes.get(version, "practices.see", "The passport: everything about a version", get_version);
    routes.get(version + "/files", "practices.see", "A file of a version", get_file);
    routes.get(version + "/package", "practices.see", "The package as one file", get_package).pool = http::Pool::heavy;
    routes.get("/api/v1/equipment-prices", "practices.see", "What equipment costs in the region, by kind", get_prices);
    routes.act("/api/v1/equipment-prices", "practices.price", "Set prices of equipment", post_prices);
    routes.act(version + "/withdraw", "practices.install", "Withdraw a version: it stays readable and is offered no more", withdraw_version);
}

}  // namespace ryadom::practices
