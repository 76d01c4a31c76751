// What other modules may ask of papers: they bring kinds, draw them from data by the template that the region has in force,
// and issue them with a number.
//
// A module above says what its paper can hold,
//
//     const papers::Kind& contract_paper() {
//         static const papers::Kind kind{.code = "programmes.contract", .title = "programmes.paper.contract",
//                                        .fields = {{"client", Type::name, "programmes.paper.client"}, …},
//                                        .about = "client",
//                                        .texts = papers::texts_named(embedded_programmes_papers(), "contract"),
//                                        .sample = [](i18n::Language) { return json::Value(json::Object{…}); }};
//         return kind;
//     }
//
// app/modules.cpp hands it to papers::module({…}), a test of the module holds it with `faults(kind)`, and a handler issues it
// inside its write: `const auto paper = must(papers::issue(tx, contract_paper(), {organisation, about, today, language, data}));`.
// The page then opens /api/v1/papers/{id}/pdf.
#pragma once

#include "modules/network/network.hpp"
#include "platform/core/embedded.hpp"
#include "platform/documents/paper.hpp"
#include "platform/i18n/catalogue.hpp"
#include "platform/templates/fields.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ryadom::papers {

using templates::Field;
using templates::Fields;
using templates::Type;

/// Besides its own fields every kind has those of the paper and of who issues it: paper_number (text, "7/2026"; empty on a
/// draft), paper_day (date), organisation (text: the full name), organisation_short, organisation_address,
/// organisation_phone (texts), director (name).
struct Kind {
    std::string code;   ///< "<module>.<paper>"
    std::string title;  ///< the key of its title in the catalogues
    /// Fields are added and never taken away or given another type: papers of last year are drawn from them again.
    Fields fields;
    std::string about;  ///< the field of type name that says whom a paper is about; empty: nobody
    /// The template that comes with the program. Russian is always there.
    std::map<i18n::Language, std::string> texts;
    /// What the preview of an editor shows: every field, every list with an element.
    std::function<json::Value(i18n::Language)> sample;
};

/// The templates of a kind that a module embeds as files: "consent.ru.txt", "consent.kk.txt"… by their language.
std::map<i18n::Language, std::string> texts_named(std::span<const EmbeddedFile> files, std::string_view name);

/// What is wrong with a kind: a template with an error, a sample that lacks a field, a field that hides one of the paper. Empty when it
/// is sound; papers::module() refuses one that is not. With catalogues also whether every field has its title.
std::string faults(const Kind& kind, const i18n::Catalogue* texts = nullptr);

/// A paper that was issued: its number is without gaps among those of the organisation, the kind and the year.
struct IssuedPaper {
    Id<IssuedPaper> id;
    Number<IssuedPaper> number;
    std::string label;  ///< as it is printed: "7/2026"
    Date day;
    std::vector<std::string> doubts;  ///< names that a case was asked of and that stand in the nominative: to be read before signing
};

/// Whom a paper is about, as the module above knows them.
struct About {
    std::int64_t person = 0;
    Uuid id;
};

struct Issue {
    Number<network::Organisation> organisation;
    std::optional<About> about;
    Date day;
    i18n::Language language = i18n::Language::ru;
    json::Value data;  ///< the kind's own fields
};

/// Gives the paper its number and keeps what it is made of: the template, the data, the language. Quick: nothing is drawn here, so
/// that a closing may issue thousands in steps. The log ("papers.issued") is written here. Data that do not fit the fields are a
/// fault of the program and throw.
Checked<IssuedPaper> issue(db::Tx& tx, const Kind& kind, const Issue& what);

/// The paper without a number, by the template in force on the day, to be looked at before it is issued or printed blank.
/// Nothing is kept.
Checked<documents::Paper> draft(db::Tx& tx, const Kind& kind, const Issue& what, const i18n::Catalogue& texts);

/// An issued paper as it is drawn, the same at any later time. Absent outside the caller's scope, and where it is of another kind. What
/// is handed out is to be told with `handed_out`; the route of a single paper does so itself.
Checked<documents::Paper> paper_of(db::Tx& tx, const Kind& kind, const Id<IssuedPaper>& id, const i18n::Catalogue& texts);

/// Bytes with this SHA-256 (64 hex digits) left the house as this paper: by it a PDF is known again.
void handed_out(db::Tx& tx, Number<IssuedPaper> number, std::string_view sha256);

/// The papers about a person that the caller sees, the newest first.
struct AboutPerson {
    IssuedPaper paper;
    std::string kind;  ///< its code
};
std::vector<AboutPerson> papers_about(db::Tx& tx, std::int64_t person, int longest = 100);

}  // namespace ryadom::papers
