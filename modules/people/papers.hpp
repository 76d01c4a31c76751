// What a person signs.
#pragma once

#include "modules/people/consents.hpp"
#include "platform/documents/paper.hpp"
#include "platform/i18n/catalogue.hpp"

namespace ryadom::people {

/// Who signs and to whom.
struct ConsentSheet {
    const Person& person;
    const PersonalFile& file;
    const Representative* representative;      ///< who signs for the person, or nobody
    std::string representative_name;
    std::vector<std::string> organisations;    ///< that serve the person, within sight
};

/// The consent on one purpose, as a document of its own. In the reader's language where the text is written in it, else in Russian.
documents::Paper consent_paper(const ConsentText& text, const ConsentSheet& sheet, i18n::Voice voice);

}  // namespace ryadom::people
