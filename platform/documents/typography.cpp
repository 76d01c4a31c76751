#include "platform/documents/typography.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace ryadom::documents {
namespace {

using namespace std::string_view_literals;

constexpr auto no_break = "\u00A0"sv;

constexpr std::array prepositions = {"в"sv,  "к"sv,  "с"sv,  "о"sv,  "у"sv,  "и"sv,  "а"sv,  "я"sv,  "во"sv, "ко"sv, "со"sv, "об"sv, "от"sv,
                                     "до"sv, "из"sv, "на"sv, "за"sv, "по"sv, "не"sv, "ни"sv, "но"sv, "В"sv,  "К"sv,  "С"sv,  "О"sv,  "У"sv,
                                     "И"sv,  "А"sv,  "Я"sv,  "Во"sv, "Ко"sv, "Со"sv, "Об"sv, "От"sv, "До"sv, "Из"sv, "На"sv, "За"sv, "По"sv,
                                     "Не"sv, "Ни"sv, "Но"sv};
/// Before a number or a name.
constexpr std::array abbreviations = {"ст."sv, "п."sv, "пп."sv, "ч."sv, "г."sv, "ул."sv, "д."sv, "кв."sv, "пр."sv, "пос."sv, "с."sv, "каб."sv, "тел."sv};
constexpr std::array opening = {"«"sv, "„"sv, "("sv, "["sv, "\""sv};
constexpr std::array closing = {"»"sv, "“"sv, ")"sv, "]"sv, "\""sv, ","sv, ";"sv, ":"sv};

template <class Words>
bool among(const Words& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

/// Without quotes and brackets before it.
std::string_view opened(std::string_view word) {
    for (const auto mark : opening)
        if (word.starts_with(mark)) return opened(word.substr(mark.size()));
    return word;
}
std::string_view closed(std::string_view word) {
    for (const auto mark : closing)
        if (word.ends_with(mark)) return closed(word.substr(0, word.size() - mark.size()));
    return word;
}

/// The first letter, when it is of one byte, or of two as the Cyrillic ones are.
std::optional<char32_t> first_letter(std::string_view word) {
    if (word.empty()) return std::nullopt;
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(word[at]); };
    if (byte(0) < 0x80) return byte(0);
    if (byte(0) < 0xC0 || byte(0) >= 0xE0 || word.size() < 2) return std::nullopt;
    return static_cast<char32_t>((byte(0) & 0x1F) << 6 | (byte(1) & 0x3F));
}

/// In the extension of Cyrillic that holds the Kazakh letters, capital and small ones alternate.
bool capital(char32_t letter) {
    return (letter >= U'A' && letter <= U'Z') || (letter >= 0x0400 && letter <= 0x042F) || (letter >= 0x0460 && letter <= 0x052F && letter % 2 == 0);
}
bool small(char32_t letter) {
    return (letter >= U'a' && letter <= U'z') || (letter >= 0x0430 && letter <= 0x045F) || (letter >= 0x0460 && letter <= 0x052F && letter % 2 == 1);
}
bool digit(char c) { return c >= '0' && c <= '9'; }

bool begins_large(std::string_view word) {
    const auto letter = first_letter(word);
    return letter && capital(*letter);
}
bool begins_small(std::string_view word) {
    const auto letter = first_letter(word);
    return letter && small(*letter);
}

/// "Е." and "Е.П."
bool initials(std::string_view word) {
    if (word.empty()) return false;
    while (!word.empty()) {
        if (!begins_large(word)) return false;
        word.remove_prefix(static_cast<unsigned char>(word[0]) < 0x80 ? 1 : 2);
        if (!word.starts_with('.')) return false;
        word.remove_prefix(1);
    }
    return true;
}

bool group_of_digits(std::string_view word) {
    const auto plain = closed(word);
    return plain.size() >= 3 && std::all_of(plain.begin(), plain.begin() + 3, digit) && (plain.size() == 3 || !digit(plain[3]));
}

bool number_and_unit(std::string_view before, std::string_view after) {
    const auto number = opened(before);
    if (number.empty() || !digit(number.front()) || !digit(number.back()) || among(prepositions, after)) return false;
    return begins_small(after) || after.starts_with("%") || after.starts_with("₽") || after.starts_with("₸") || group_of_digits(after);
}

bool name_and_initials(std::string_view before, std::string_view after) {
    if (initials(opened(before))) return begins_large(after);
    return initials(closed(after)) && begins_large(opened(before)) && !before.ends_with('.') && closed(before) == before;
}

bool abbreviated(std::string_view before, std::string_view after) {
    return among(abbreviations, opened(before)) && (digit(after.front()) || begins_large(opened(after)));
}

bool hold_together(std::string_view before, std::string_view after) {
    if (before.empty() || after.empty()) return false;
    if (opened(before) == "№" || opened(before) == "§") return true;
    if (after == "—" || after == "–") return true;
    return among(prepositions, opened(before)) || number_and_unit(before, after) || name_and_initials(before, after) || abbreviated(before, after);
}

/// The word up to the next blank or line end.
std::string_view word_at(std::string_view text, std::size_t at) { return text.substr(at, text.find_first_of(" \n", at) - at); }

std::string cleaned(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\t') out += ' ';
        else if (c == '\n' || (byte >= 0x20 && byte != 0x7F)) out += c;
    }
    return out;
}

}  // namespace

std::string typeset(std::string_view text) {
    const auto clean = cleaned(text);
    std::string out;
    for (std::size_t at = 0; at < clean.size();) {
        const auto word = word_at(clean, at);
        out += word;
        at += word.size();
        if (at == clean.size()) break;
        const bool held = clean[at] == ' ' && hold_together(word, word_at(clean, at + 1));
        if (held) out += no_break;
        else out += clean[at];
        ++at;
    }
    return out;
}

}  // namespace ryadom::documents
