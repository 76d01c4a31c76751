// Cyrillic letters one by one.
#pragma once

#include <string>
#include <string_view>

namespace ryadom::names {

std::u32string letters(std::string_view text);
std::string text(std::u32string_view letters);

char32_t lower(char32_t letter);
char32_t upper(char32_t letter);
std::u32string lower(std::u32string_view letters);

bool cyrillic(char32_t letter);
bool vowel(char32_t letter);  ///< of Russian or Kazakh, in lower case
inline bool consonant(char32_t letter) { return cyrillic(letter) && !vowel(letter) && letter != U'ь' && letter != U'ъ'; }

}  // namespace ryadom::names
