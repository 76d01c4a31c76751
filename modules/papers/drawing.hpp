// From a kind, a template and data to a paper.
#pragma once

#include "modules/papers/store.hpp"
#include "platform/templates/template.hpp"

namespace ryadom::papers {

/// A template that a paper is drawn by.
struct Chosen {
    i18n::Language language = i18n::Language::ru;
    std::string text;
    std::optional<std::int64_t> version;  ///< the row of the region's version; nothing: the template of the program
};
/// In the language asked for where there is one, else in Russian.
Chosen choose(db::Tx& tx, const Kind& kind, i18n::Language language, Date day);

/// The words with the data in them. A template that does not read is one of before the kind was changed.
Checked<templates::Drawn> drawn(const Kind& kind, const Chosen& chosen, const json::Value& data);

/// As a document: its name, foot and sheet in the language of the template.
documents::Paper document_of(const Kind& kind, templates::Drawn drawn, i18n::Language language, const i18n::Catalogue& texts, const std::string& label);

/// The data of a kind's preview, with those of a paper.
json::Value sample_of(const Kind& kind, i18n::Language language, Date day);

}  // namespace ryadom::papers
