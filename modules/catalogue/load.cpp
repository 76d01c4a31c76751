// The shipped catalogue, practices/catalogue.yaml, as the first rows of a fresh region.
#include "modules/catalogue/rules.hpp"
#include "modules/catalogue/store.hpp"
#include "platform/audit/audit.hpp"

#include <set>

namespace ryadom::catalogue {

struct NormMinutes {
    int from = 0;
    int to = 0;
};

struct ServiceEntry {
    std::string id;
    std::string code;
    std::string kind;
    Titles title;
    std::string unit;
    std::optional<NormMinutes> norm_minutes;
    std::optional<json::Value> norm_source;
};

struct KindEntry {
    std::string code;
    Titles title;
};

struct CatalogueFile {
    int schema = 0;
    std::string code;
    Date valid_from;
    std::string region;
    json::Value source;
    std::vector<KindEntry> kinds;
    std::vector<ServiceEntry> services;
};

constexpr auto describe(json::Type<NormMinutes>) {
    using json::field;
    return json::object("NormMinutes", field("from", &NormMinutes::from, "At least", json::range(0, 1440)),
                        field("to", &NormMinutes::to, "At most", json::range(1, 1440)));
}

constexpr auto describe(json::Type<KindEntry>) {
    using json::field;
    return json::object("KindEntry", field("code", &KindEntry::code, "Code", json::length(1, 60)), field("title", &KindEntry::title, "Names"));
}

constexpr auto describe(json::Type<ServiceEntry>) {
    using json::field;
    return json::object("ServiceEntry", field("id", &ServiceEntry::id, "Id in the file"), field("code", &ServiceEntry::code, "Code", json::length(1, 60)),
                        field("kind", &ServiceEntry::kind, "Kind"), field("title", &ServiceEntry::title, "Names"),
                        field("unit", &ServiceEntry::unit, "Unit", json::length(1, 40)),
                        field("norm_minutes", &ServiceEntry::norm_minutes, "Norm"),
                        field("norm_source", &ServiceEntry::norm_source, "Where the norm comes from"));
}

constexpr auto describe(json::Type<CatalogueFile>) {
    using json::field;
    return json::object("CatalogueFile", field("schema", &CatalogueFile::schema, "Form of the file", json::range(1, 1)),
                        field("code", &CatalogueFile::code, "Code"), field("valid_from", &CatalogueFile::valid_from, "In force from"),
                        field("region", &CatalogueFile::region, "Region"), field("source", &CatalogueFile::source, "Where the names come from"),
                        field("kinds", &CatalogueFile::kinds, "Kinds of services", json::length(1, 100)),
                        field("services", &CatalogueFile::services, "Services", json::length(1, 2000)));
}

namespace {

Service service_of(const ServiceEntry& entry, Date valid_from) {
    Service service;
    service.code = entry.code;
    service.kind = entry.kind;
    service.titles = entry.title;
    service.unit = entry.unit;
    if (entry.norm_minutes) service.norm_minutes = entry.norm_minutes->to;
    service.valid_from = valid_from;
    return service;
}

Checked<CatalogueFile> read_file(const json::Value& value) {
    auto file = json::read<CatalogueFile>(value);
    if (!file) return file;
    std::vector<FieldError> errors;
    std::set<std::string> known;
    const auto gather = [&errors](std::vector<FieldError> found) { errors.insert(errors.end(), found.begin(), found.end()); };
    for (std::size_t i = 0; i < file->kinds.size(); ++i) {
        gather(faults(file->kinds[i].title, "/kinds/" + std::to_string(i) + "/title"));
        known.insert(file->kinds[i].code);
    }
    for (std::size_t i = 0; i < file->services.size(); ++i) {
        const auto place = "/services/" + std::to_string(i);
        const auto& entry = file->services[i];
        gather(faults(entry.title, place + "/title"));
        if (!is_code(entry.code)) errors.push_back({place + "/code", "catalogue.code_form", {}});
        if (!known.contains(entry.kind)) errors.push_back({place + "/kind", "catalogue.unknown_kind", {{"kind", entry.kind}}});
    }
    if (!errors.empty()) return std::unexpected(Refusal{Refusal::Kind::invalid, "core.invalid", {}, std::move(errors)});
    return file;
}

}  // namespace

Checked<int> load_catalogue(db::Tx& tx, const json::Value& value) {
    const auto file = read_file(value);
    if (!file) return std::unexpected(file.error());
    std::set<std::string> present;
    for (auto& kind : kinds(tx)) present.insert(std::move(kind.code));
    for (const auto& kind : file->kinds)
        if (present.insert(kind.code).second) store::insert_kind(tx, {kind.code, kind.title});
    present.clear();
    for (auto& row : all_services(tx)) present.insert(std::move(row.service.code));
    int added = 0;
    for (const auto& entry : file->services) {
        if (!present.insert(entry.code).second) continue;
        store::insert_service(tx, service_of(entry, file->valid_from));
        ++added;
    }
    if (added != 0) audit::record(tx, "catalogue.loaded");
    return added;
}

}  // namespace ryadom::catalogue
