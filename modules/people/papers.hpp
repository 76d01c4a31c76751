// What a person signs.
#pragma once

#include "modules/papers/papers.hpp"
#include "modules/people/consents.hpp"

namespace ryadom::people {

/// Who signs and to whom.
struct ConsentSheet {
    const Person& person;
    const PersonalFile& file;
    const Representative* representative;      ///< who signs for the person, or nobody
    std::string representative_name;
    std::vector<std::string> organisations;    ///< that serve the person, within sight
};

/// The consent on one purpose, as a document of its own.
const papers::Kind& consent_kind();

/// In the reader's language where the text is written in it, else in Russian.
i18n::Language language_of(const ConsentText& text, i18n::Language reader);
/// What stands in its fields; the voice speaks that language.
json::Value consent_data(const ConsentText& text, const ConsentSheet& sheet, const i18n::Voice& voice);

}  // namespace ryadom::people
