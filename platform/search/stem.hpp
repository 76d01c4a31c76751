// Words brought to what their forms share, and the other layout of the keyboard.
#pragma once

#include "platform/i18n/catalogue.hpp"

#include <string>
#include <string_view>

namespace ryadom::search {

/// The stem of a folded word. A word in Latin letters is taken for English whatever the text is.
std::string stem(std::string_view word, i18n::Language language);

/// What the longest-suffix stripping leaves of a folded Kazakh word: case, possession, number, and the consonant
/// that the vowel of possession had softened.
std::string stem_kazakh(std::string_view word);

/// The text as the same keys give it in the other layout: "ghjrfn" is "прокат", "ыуфкср" is "search". Signs without
/// a letter stay.
std::string other_layout(std::string_view text);

}  // namespace ryadom::search
