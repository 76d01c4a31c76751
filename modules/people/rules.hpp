// Pure decisions about persons: numbers, names, dates.
#pragma once

#include "modules/people/model.hpp"

namespace ryadom::people {

/// The digits of a number as people write it, "112-233-445 95"; nothing when something else stands among them.
std::optional<std::string> digits(std::string_view written);
/// Eleven digits with the right control number; those up to 001-001-998 have none.
bool sound_snils(std::string_view digits);
/// Twelve digits that begin with a birthday and end with the right control digit.
bool sound_iin(std::string_view digits);
/// Letters as Russian, Kazakh and Latin names have them, with blanks, hyphens, dots and apostrophes between.
bool sound_name(std::string_view text);

/// Without blanks before and after, with one blank for many.
std::string tidied(std::string_view text);
/// The same; nothing when no text is left.
std::optional<std::string> tidy_text(const std::optional<std::string>& text);
/// Five to fifteen digits and what people write between them.
bool sound_phone(std::string_view text);

/// What is wrong with the numbers of a person.
std::vector<FieldError> number_faults(const Person& person, const std::string& pointer);
/// Everything wrong with a person whose texts are trimmed and whose numbers are digits.
std::vector<FieldError> faults(const Person& person, Date today, const std::string& pointer);
/// The same person without needless blanks, empty texts and separators of numbers.
Person tidy(Person person);

/// "Иванова Елена Петровна"
std::string full_name(std::string_view family, std::string_view given, const std::optional<std::string>& patronymic);
/// "Иванова Е. П.": how lists name a person.
std::string short_name(std::string_view family, std::string_view given, const std::optional<std::string>& patronymic);
/// "И. Е. П.": what one centre learns of a person of another.
std::string initials(std::string_view family, std::string_view given, const std::optional<std::string>& patronymic);

/// A reason that a reviewer can judge: at least ten characters besides blanks, and not the same few over and over.
bool sound_reason(std::string_view text);

}  // namespace ryadom::people
