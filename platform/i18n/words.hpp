// A text cut into words in the form in which they are compared, each with its place in the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ryadom::i18n {

struct Word {
    std::string folded;  ///< as fold() has it
    std::uint32_t from = 0;  ///< bytes of the text
    std::uint32_t to = 0;
};

/// Every run of letters and digits. Stress marks and soft hyphens inside a word are no part of it and do not end it.
std::vector<Word> words(std::string_view text);

/// The code point of UTF-8 text that begins at byte `at`, which moves on behind it.
char32_t next_letter(std::string_view text, std::size_t& at);

}  // namespace ryadom::i18n
