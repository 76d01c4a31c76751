#include "platform/names/letters.hpp"

#include "platform/i18n/words.hpp"

#include <algorithm>

namespace ryadom::names {
namespace {

// Letters of Kazakh and its neighbours stand in pairs, the capital at the even place.
bool paired(char32_t letter) { return letter >= 0x490 && letter <= 0x4ff && letter != 0x4c0 && (letter < 0x4c1 || letter > 0x4cf); }

}  // namespace

std::u32string letters(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) out += i18n::next_letter(text, at);
    return out;
}

std::string text(std::u32string_view letters) {
    std::string out;
    for (const auto letter : letters) {
        if (letter < 0x80) {
            out += static_cast<char>(letter);
        } else if (letter < 0x800) {
            out += static_cast<char>(0xc0U | (letter >> 6));
            out += static_cast<char>(0x80U | (letter & 0x3fU));
        } else if (letter < 0x10000) {
            out += static_cast<char>(0xe0U | (letter >> 12));
            out += static_cast<char>(0x80U | ((letter >> 6) & 0x3fU));
            out += static_cast<char>(0x80U | (letter & 0x3fU));
        } else {
            out += static_cast<char>(0xf0U | (letter >> 18));
            out += static_cast<char>(0x80U | ((letter >> 12) & 0x3fU));
            out += static_cast<char>(0x80U | ((letter >> 6) & 0x3fU));
            out += static_cast<char>(0x80U | (letter & 0x3fU));
        }
    }
    return out;
}

char32_t lower(char32_t letter) {
    if (letter >= U'А' && letter <= U'Я') return letter + 0x20;
    if (letter >= 0x400 && letter <= 0x40f) return letter + 0x50;
    if (paired(letter)) return letter | 1U;
    return letter;
}

char32_t upper(char32_t letter) {
    if (letter >= U'а' && letter <= U'я') return letter - 0x20;
    if (letter >= 0x450 && letter <= 0x45f) return letter - 0x50;
    if (paired(letter)) return letter & ~char32_t{1};
    return letter;
}

std::u32string lower(std::u32string_view letters) {
    std::u32string out(letters);
    std::ranges::transform(out, out.begin(), [](char32_t letter) { return lower(letter); });
    return out;
}

bool cyrillic(char32_t letter) { return letter >= 0x400 && letter <= 0x4ff; }

bool vowel(char32_t letter) { return std::u32string_view(U"аеёиоуыэюяәіөұү").find(letter) != std::u32string_view::npos; }

}  // namespace ryadom::names
