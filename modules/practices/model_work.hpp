// What authors and those who install exchange with the bank: problems in words, reports of an import, drafts.
#pragma once

#include "modules/practices/model.hpp"
#include "modules/practices/signature.hpp"
#include "platform/i18n/catalogue.hpp"

namespace ryadom::practices {

constexpr auto names(json::Type<Problem::Level>) {
    using enum Problem::Level;
    return Words<Problem::Level, 2>{{{error, "error"}, {warning, "warning"}}};
}

struct WordedProblem {
    Problem::Level level = Problem::Level::error;
    std::string code;
    std::string pointer;
    std::string file;
    std::optional<int> line;
    std::optional<int> column;
    std::string text;
};
constexpr auto describe(json::Type<WordedProblem>) {
    using T = WordedProblem;
    using json::field;
    return json::object("PackageProblem", field("level", &T::level, "How bad it is"), field("code", &T::code, "Code", json::words(i18n::code_words)),
                        field("pointer", &T::pointer, "JSON pointer into the document"), field("file", &T::file, "File of the package"),
                        field("line", &T::line, "Line"), field("column", &T::column, "Column"), field("text", &T::text, "In words"));
}

struct ImportQuery {
    std::optional<bool> dry_run;
    std::optional<bool> accept_unsigned;
    std::optional<bool> add_codes;
};
constexpr auto describe(json::Type<ImportQuery>) {
    using T = ImportQuery;
    return json::object("ImportQuery", json::field("dry_run", &T::dry_run, "Only say what would happen"),
                        json::field("accept_unsigned", &T::accept_unsigned, "Take it without the signature of a trusted key"),
                        json::field("add_codes", &T::add_codes, "Add the codes that the region does not know"));
}

constexpr auto names(json::Type<SignatureState::Kind>) {
    using enum SignatureState::Kind;
    return Words<SignatureState::Kind, 4>{{{unsigned_, "unsigned"}, {valid, "valid"}, {unknown_key, "unknown_key"}, {wrong, "wrong"}}};
}

enum class ImportOutcome { new_practice, new_version, installed_already, version_taken };
constexpr auto names(json::Type<ImportOutcome>) {
    using enum ImportOutcome;
    return Words<ImportOutcome, 4>{{{new_practice, "new_practice"}, {new_version, "new_version"},
                                    {installed_already, "installed_already"}, {version_taken, "version_taken"}}};
}

/// What becomes of a service of the package in the catalogue.
struct ServiceFate {
    std::string package_service;
    std::string code;
    std::string title;
    bool added = false;  ///< or mapped to the service that has this code
};
constexpr auto describe(json::Type<ServiceFate>) {
    using T = ServiceFate;
    return json::object("ServiceFate", json::field("package_service", &T::package_service, "Id in the package"),
                        json::field("code", &T::code, "Code in the catalogue"), json::field("title", &T::title, "Title"),
                        json::field("added", &T::added, "The catalogue gets a new service"));
}

struct UnknownCode {
    std::string vocabulary;
    std::string code;
    auto operator<=>(const UnknownCode&) const = default;
};
constexpr auto describe(json::Type<UnknownCode>) {
    return json::object("UnknownCode", json::field("vocabulary", &UnknownCode::vocabulary, "Table of codes"),
                        json::field("code", &UnknownCode::code, "Code that the region does not have"));
}

struct DependencyState {
    std::string code;
    std::string versions;
    bool mandatory = true;
    bool met = false;
};
constexpr auto describe(json::Type<DependencyState>) {
    using T = DependencyState;
    return json::object("DependencyState", json::field("code", &T::code, "Practice"), json::field("versions", &T::versions, "Versions that fit"),
                        json::field("mandatory", &T::mandatory, "It does not work without"),
                        json::field("met", &T::met, "A fitting version is in the bank"));
}

struct ImportReport {
    std::string code;
    std::string version;
    Line title;
    std::string package_sha256;
    ImportOutcome outcome = ImportOutcome::new_practice;
    std::optional<std::string> compared_with;  ///< version that the differences are from
    std::vector<WordedDifference> differences;
    std::vector<ServiceFate> services;
    std::vector<UnknownCode> unknown_codes;
    std::vector<DependencyState> dependencies;
    SignatureState::Kind signature = SignatureState::Kind::unsigned_;
    std::optional<std::string> key_id;
    std::vector<WordedProblem> warnings;
    std::optional<VersionSummary> installed;  ///< absent after a dry run
};
constexpr auto describe(json::Type<ImportReport>) {
    using T = ImportReport;
    using json::field;
    return json::object("ImportReport", field("code", &T::code, "Code of the practice"), field("version", &T::version, "Version"),
                        field("title", &T::title, "Title"), field("package_sha256", &T::package_sha256, "Digest of the package"),
                        field("outcome", &T::outcome, "What it is to this bank"),
                        field("compared_with", &T::compared_with, "Version that the differences are from"),
                        field("differences", &T::differences, "What differs from that version"),
                        field("services", &T::services, "What becomes of its services"),
                        field("unknown_codes", &T::unknown_codes, "Codes that the region does not have"),
                        field("dependencies", &T::dependencies, "Practices that it builds upon"),
                        field("signature", &T::signature, "Signature"), field("key_id", &T::key_id, "Key of the signature"),
                        field("warnings", &T::warnings, "Warnings"), field("installed", &T::installed, "The version as it stands now"));
}

struct DraftSummary {
    Id<struct Draft> id;
    std::string title;
    std::optional<std::string> code;
    std::string version;
    Instant changed_at;
    std::int64_t revision = 1;
};
constexpr auto describe(json::Type<DraftSummary>) {
    using T = DraftSummary;
    using json::field;
    return json::object("PracticeDraftSummary", field("id", &T::id, "Id", json::read_only), field("title", &T::title, "Russian title"),
                        field("code", &T::code, "Code"), field("version", &T::version, "Version"),
                        field("changed_at", &T::changed_at, "Last change"), field("revision", &T::revision, "Revision", json::read_only));
}

/// A practice that is being written: the document may be incomplete, the problems say how.
struct Draft {
    Id<Draft> id;
    json::Value document;
    std::optional<Id<Version>> based_on;
    std::vector<PackageFile> files;
    std::vector<WordedProblem> problems;
    std::optional<std::string> package_sha256;  ///< once there is no error
    Instant changed_at;
    std::int64_t revision = 1;
};
constexpr auto describe(json::Type<Draft>) {
    using T = Draft;
    using json::field;
    return json::object("PracticeDraft", field("id", &T::id, "Id", json::read_only), field("document", &T::document, "The package, as far as it goes"),
                        field("based_on", &T::based_on, "Version that it began with", json::read_only),
                        field("files", &T::files, "Files beside the document", json::read_only),
                        field("problems", &T::problems, "What is wrong so far", json::read_only),
                        field("package_sha256", &T::package_sha256, "Digest of the package, once it has no error", json::read_only),
                        field("changed_at", &T::changed_at, "Last change", json::read_only),
                        field("revision", &T::revision, "Revision", json::read_only));
}

/// A new draft, empty or from a version.
struct NewDraft {
    std::optional<Id<Version>> from;
};
constexpr auto describe(json::Type<NewDraft>) {
    return json::object("NewPracticeDraft", json::field("from", &NewDraft::from, "Version to begin with"));
}

struct DraftCheck {
    bool readable = false;  ///< it can be published
    bool complete = false;  ///< it can be offered to a network
    std::vector<WordedProblem> problems;
};
constexpr auto describe(json::Type<DraftCheck>) {
    using T = DraftCheck;
    return json::object("PracticeDraftCheck", json::field("readable", &T::readable, "It can be published"),
                        json::field("complete", &T::complete, "It can be offered to a network"),
                        json::field("problems", &T::problems, "What is wrong or missing"));
}

}  // namespace ryadom::practices
