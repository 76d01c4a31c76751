// Numbers in words, and words after numbers.
#pragma once

#include "platform/i18n/catalogue.hpp"

namespace ryadom::i18n {

enum class Gender { masculine, feminine, neuter };

/// "двадцать одна" (feminine), "жиырма бір", "twenty-one". Only Russian asks for the gender of what is counted.
std::string spelled(Language language, std::int64_t number, Gender gender = Gender::masculine);

/// The one of the forms that goes with the number: in Russian of "услуга, услуги, услуг" the third with 5 and 11, in English of
/// "service, services" the first with 1, in Kazakh always the first. With fewer forms than the language tells apart, the last.
const std::string& counted(Language language, std::int64_t number, const std::vector<std::string>& forms);

/// The day in words: "«5» ноября 2026 г.", "2026 жылғы «5» қараша", "5 November 2026".
std::string long_date(Language language, Date date);
/// "ноябрь 2026 г.", "2026 жылғы қараша", "November 2026".
std::string month_of(Language language, Date date);

/// Hundredths of a rouble or a tenge: "1 234,50" with no-break spaces.
std::string amount(Language language, std::int64_t hundredths);

enum class Currency { rouble, tenge };
/// "1 234 рубля 50 копеек": the figure with its words.
std::string amount_with_words(Language language, std::int64_t hundredths, Currency currency);
/// "одна тысяча двести тридцать четыре рубля 50 копеек", as contracts and acts spell a sum.
std::string amount_spelled(Language language, std::int64_t hundredths, Currency currency);

}  // namespace ryadom::i18n
