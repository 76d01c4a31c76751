// The practice package: its document as structs, and the functions that read, check and write it.
// docs/package.md is the contract; nothing in a package is executed, and nothing here touches SQL or HTTP.
#pragma once

#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "modules/practices/package_forms.hpp"
#include "modules/practices/package_parts.hpp"
#include "modules/practices/package_problem.hpp"
#include "modules/practices/package_services.hpp"
#include "modules/practices/package_standard.hpp"

namespace ryadom::practices {

/// The document `practice.yaml`. A field that is absent or equal to its default is an empty optional or an
/// empty list.
struct Package {
    int schema = 1;
    std::string code;
    std::string version;
    Line title;
    Text summary;
    Text body;
    Origin origin;
    std::string licence;
    Audience audience;
    std::vector<Point> indications;
    std::vector<Contraindication> contraindications;
    std::vector<Law> legal_basis;
    Components components;
    std::vector<Service> services;
    Procedure procedure;
    Needs needs;
    std::vector<Form> forms;
    std::optional<Course> course;
    std::vector<Slot> schedule;
    std::vector<DocumentTemplate> document_templates;
    Standard standard;
    Rollout rollout;
    Floor floor;
    std::vector<Indicator> indicators;
    std::vector<Risk> risks;
    Cost cost;
    std::vector<Evidence> evidence;
    std::vector<Dependency> depends;
    std::vector<UpgradeNote> upgrade_notes;
    bool operator==(const Package&) const = default;
};
constexpr auto describe(json::Type<Package>) {
    using T = Package;
    return json::object(
        "Package", need("schema", &T::schema, "Version of the format", json::range(1, 1)),
        need("code", &T::code, "Reverse-domain name", Shape::practice_code, json::length(1, 100)),
        need("version", &T::version, "MAJOR.MINOR.PATCH", Shape::version),
        need("title", &T::title, "Title", json::length(1, 120)),
        need("summary", &T::summary, "One paragraph for a card", Shape::summary, json::length(1, 600)),
        need("body", &T::body, "Problem, idea, how it works"), need("origin", &T::origin, "Who invented it"),
        need("licence", &T::licence, "SPDX identifier", Shape::licence),
        need("audience", &T::audience, "For whom"), may("indications", &T::indications, "When to offer it"),
        may("contraindications", &T::contraindications, "When not to offer it"),
        may("legal_basis", &T::legal_basis, "Laws"), need("components", &T::components, "What is core"),
        need("services", &T::services, "Services"), need("procedure", &T::procedure, "Procedure"),
        need("needs", &T::needs, "What a centre needs"), may("forms", &T::forms, "Forms"),
        may("course", &T::course, "Course"), may("schedule", &T::schedule, "A typical week"),
        may("document_templates", &T::document_templates, "Templates"),
        need("standard", &T::standard, "Standard"), need("rollout", &T::rollout, "Plan of the rollout"),
        need("floor", &T::floor, "Floor of delivery"), may("indicators", &T::indicators, "Indicators"),
        may("risks", &T::risks, "Risks"), need("cost", &T::cost, "Cost"),
        may("evidence", &T::evidence, "Evidence"), may("depends", &T::depends, "Other practices"),
        may("upgrade_notes", &T::upgrade_notes, "Notes on upgrading"));
}

/// A package's files by path, `practice.yaml` among them; the map keeps them in the byte order of the path.
using PackageFiles = std::map<std::string, std::string>;

inline constexpr std::string_view document_path = "practice.yaml";

struct ReadPackage {
    Package package;
    std::vector<Problem> warnings;
};
using PackageResult = std::expected<ReadPackage, std::vector<Problem>>;

/// Reads and checks a package with all its files. A refusal holds errors and warnings, all at once.
PackageResult read_package(const PackageFiles& files);

/// The same for a document that comes as JSON (from the editor). Empty lists count as absent; there are no
/// lines. Without `files` the files are not looked at.
PackageResult read_package_json(const json::Value& document, const PackageFiles* files = nullptr);

/// A form that stands alone, as a scale of the region does: the map of docs/package.md, "Forms", in a document of its own.
struct ReadForm {
    Form form;
    std::vector<Problem> warnings;
};
using FormResult = std::expected<ReadForm, std::vector<Problem>>;
/// `file` is what problems call it. Who fills it may be any role, as there is no staff list beside it.
FormResult read_form(std::string_view text, std::string_view file);

/// The one canonical YAML text of a package (docs/package.md, section 4).
std::string write_package(const Package& package);

}  // namespace ryadom::practices
