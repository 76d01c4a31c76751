#include "app/registers/faults.hpp"

#include "platform/search/stem.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace ryadom::registers {
namespace {

using generate::Dice;
using Words = std::pair<std::string_view, std::array<std::string_view, 2>>;

constexpr std::array<std::string_view, 6> keyboard{"йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "qwertyuiop", "asdfghjkl", "zxcvbnm"};

// Capital letter by capital letter would say the same again.
constexpr std::array letters_to_latin{
    Words{"а", {"a", "a"}},     Words{"б", {"b", "b"}},   Words{"в", {"v", "v"}},   Words{"г", {"g", "g"}},   Words{"д", {"d", "d"}},
    Words{"е", {"e", "e"}},     Words{"ё", {"e", "yo"}},  Words{"ж", {"zh", "zh"}}, Words{"з", {"z", "z"}},   Words{"и", {"i", "i"}},
    Words{"й", {"i", "j"}},     Words{"к", {"k", "k"}},   Words{"л", {"l", "l"}},   Words{"м", {"m", "m"}},   Words{"н", {"n", "n"}},
    Words{"о", {"o", "o"}},     Words{"п", {"p", "p"}},   Words{"р", {"r", "r"}},   Words{"с", {"s", "s"}},   Words{"т", {"t", "t"}},
    Words{"у", {"u", "u"}},     Words{"ф", {"f", "f"}},   Words{"х", {"kh", "x"}},  Words{"ц", {"ts", "cz"}}, Words{"ч", {"ch", "ch"}},
    Words{"ш", {"sh", "sh"}},   Words{"щ", {"shch", "shh"}}, Words{"ъ", {"ie", ""}}, Words{"ы", {"y", "y"}},  Words{"ь", {"", ""}},
    Words{"э", {"e", "e"}},     Words{"ю", {"iu", "yu"}}, Words{"я", {"ia", "ya"}}, Words{"ұ", {"u", "u"}},   Words{"қ", {"k", "k"}},
    Words{"ә", {"a", "a"}},     Words{"ғ", {"g", "g"}},   Words{"ң", {"n", "n"}},   Words{"ө", {"o", "o"}},   Words{"ү", {"u", "u"}},
    Words{"і", {"i", "i"}},     Words{"һ", {"h", "h"}}};

std::vector<std::string> letters(std::string_view text) {
    std::vector<std::string> out;
    for (const char byte : text) {
        if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) out.emplace_back();
        out.back() += byte;
    }
    return out;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const auto& each : parts) out += each;
    return out;
}

/// А to Я, Ё and A to Z as small letters.
std::string small(std::string letter) {
    if (letter.size() == 1 && letter[0] >= 'A' && letter[0] <= 'Z') return {static_cast<char>(letter[0] - 'A' + 'a')};
    if (letter.size() != 2) return letter;
    const auto code = static_cast<unsigned>(static_cast<unsigned char>(letter[0]) & 0x1fU) << 6U | (static_cast<unsigned char>(letter[1]) & 0x3fU);
    const auto low = code >= 0x410 && code <= 0x42f ? code + 0x20 : code == 0x401 ? 0x451U : code;
    return {static_cast<char>(0xc0U | (low >> 6U)), static_cast<char>(0x80U | (low & 0x3fU))};
}

std::string beside(Dice& dice, const std::string& letter) {
    for (const auto row : keyboard) {
        const auto keys = letters(row);
        const auto at = std::ranges::find(keys, small(letter));
        if (at == keys.end()) continue;
        if (at == keys.begin()) return *(at + 1);
        if (at + 1 == keys.end()) return *(at - 1);
        return dice.chance(0.5) ? *(at - 1) : *(at + 1);
    }
    return letter;
}

}  // namespace

std::string with_slip(Dice& dice, const std::string& word) {
    auto parts = letters(word);
    if (parts.size() < 3) return word;
    const auto last = static_cast<std::int64_t>(parts.size()) - 1;
    // The first letter is looked at most, and still goes wrong at times.
    const auto at = static_cast<std::size_t>(dice.chance(0.06) ? 0 : dice.between(1, last));
    switch (dice.between(0, 3)) {
        case 0: parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(at), dice.chance(0.5) ? small(parts[at]) : beside(dice, parts[at])); break;
        case 1: parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(at)); break;
        case 2: parts[at] = beside(dice, parts[at]); break;
        default: std::swap(parts[at], parts[at == static_cast<std::size_t>(last) ? at - 1 : at + 1]);
    }
    return joined(parts);
}

std::string with_wrong_digit(Dice& dice, const std::string& number) {
    std::string out = number;
    std::vector<std::size_t> digits;
    for (std::size_t i = 0; i < out.size(); ++i)
        if (out[i] >= '0' && out[i] <= '9') digits.push_back(i);
    if (digits.size() < 2) return out;
    const auto at = static_cast<std::size_t>(dice.between(0, static_cast<std::int64_t>(digits.size()) - 2));
    if (dice.chance(0.5) && out[digits[at]] != out[digits[at + 1]]) std::swap(out[digits[at]], out[digits[at + 1]]);
    else out[digits[at]] = static_cast<char>('0' + (out[digits[at]] - '0' + dice.between(1, 9)) % 10);
    return out;
}

std::string transliterated(const std::string& russian, Transliteration system) {
    std::string out;
    for (const auto& letter : letters(russian)) {
        const auto low = small(letter);
        const auto* const found = std::ranges::find(letters_to_latin, low, &Words::first);
        auto latin = found == letters_to_latin.end() ? letter : std::string(found->second.at(system == Transliteration::gost ? 1 : 0));
        if (low != letter && !latin.empty()) latin[0] = static_cast<char>(latin[0] - 'a' + 'A');
        out += latin;
    }
    return out;
}

std::string on_latin_layout(const std::string& russian) {
    std::string low;
    for (const auto& letter : letters(russian)) low += small(letter);
    return search::other_layout(low);
}

}  // namespace ryadom::registers
