// One spelling for many: what Cyrillic and its transliterations have in common.
#pragma once

#include <string>
#include <string_view>

namespace ryadom::matching {

/// Letters and digits of folded text without the blanks.
std::u16string letters_of(std::string_view folded);

/// The same in Cyrillic letters as far as every usual transliteration keeps them apart: й, ы as и; э as е; щ as ш; no ь, no ъ,
/// no letter twice. Latin is read by GOST 7.79, ISO 9, the passports (ICAO 9303), BGN and by ear alike.
std::u16string canonical(std::string_view folded);

/// A canonical family name without what tells a woman's from a man's.
std::u16string family_stem(std::u16string canonical);
/// The father's name in a canonical patronymic: Russian, Kazakh and Tatar endings are struck out.
std::u16string patronymic_stem(std::u16string canonical);

}  // namespace ryadom::matching
