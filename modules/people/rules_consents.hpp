// When a text of consent, a consent, its withdrawal and a word of the region's lists are sound. Pure.
#pragma once

#include "modules/people/consents.hpp"

namespace ryadom::people {

/// The same without needless blanks; languages without a text are left out. The paragraphs of a body stay.
ConsentText tidy(ConsentText text);
/// `last_since`: when the version before it came into force.
std::vector<FieldError> faults(const ConsentText& text, std::optional<Date> last_since);

ConsentGiven tidy(ConsentGiven given);
/// What a consent is held against.
struct ConsentGround {
    const ConsentText& text;
    const Person& person;
    const std::vector<Representative>& representatives;
    const Consent* last;  ///< the person's last one to the same purpose, or none
};
std::vector<FieldError> faults(const ConsentGiven& given, const ConsentGround& ground, Date today);

std::vector<FieldError> faults(const ConsentWithdrawal& withdrawal, const Consent& consent, Date today);

ListedWord tidy(ListedWord word);
std::vector<FieldError> faults(const ListedWord& word);

}  // namespace ryadom::people
