#include "modules/matching/values.hpp"

#include "modules/matching/canonical.hpp"
#include "modules/matching/dates.hpp"
#include "modules/matching/given_names.hpp"
#include "modules/matching/similarity.hpp"
#include "platform/core/text.hpp"
#include "platform/i18n/catalogue.hpp"
#include "platform/i18n/words.hpp"
#include "platform/search/stem.hpp"

#include <algorithm>

namespace ryadom::matching {
namespace {

/// Keys that give a sign with Shift give the same letter as without.
std::string without_shift(std::string_view text) {
    constexpr std::string_view shifted = "{}:\"<>~";
    constexpr std::string_view plain = "[];',.`";
    std::string out(text);
    for (auto& c : out)
        if (const auto at = shifted.find(c); at != std::string_view::npos) c = plain[at];
    return out;
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// The words in order of the alphabet: "кв. 5, ул. Мира" is "ул. Мира, кв. 5".
std::u16string sorted_words(std::string_view text) {
    std::vector<std::u16string> words;
    for (const auto& word : i18n::words(text)) words.push_back(canonical(word.folded));
    std::ranges::sort(words);
    std::u16string out;
    for (const auto& word : words) out += word;
    return out;
}

/// What was typed on the other keyboard layout reads as no word of the register.
std::string folded_words(std::string_view written, const Writing& writing) {
    constexpr double doubt = 1;  // a strange name that was typed as it is
    auto plain = i18n::fold(written);
    if (!writing.cyrillic) return plain;
    auto typed = i18n::fold(search::other_layout(without_shift(written)));
    const auto margin = is_ascii(written) ? 0 : doubt;
    return writing.letters.likelihood(canonical(typed)) > writing.letters.likelihood(canonical(plain)) + margin ? typed : plain;
}

Value read_words(std::string_view written, const Writing& writing) {
    Value out;
    out.text = folded_words(written, writing);
    out.letters = writing.cyrillic ? canonical(out.text) : letters_of(out.text);
    switch (writing.kind) {
        case Kind::family_name: out.stem = writing.cyrillic ? family_stem(out.letters) : out.letters; break;
        case Kind::patronymic: out.stem = writing.cyrillic ? patronymic_stem(out.letters) : out.letters; break;
        case Kind::given_name:
            out.stem = out.letters;
            if (writing.cyrillic) out.full_names = given_names().full_names(out.letters);
            break;
        default: out.stem = sorted_words(out.text);
    }
    return out;
}

Value read_digits(std::string_view written, Kind kind) {
    constexpr std::size_t subscriber = 10;
    Value out;
    std::ranges::copy_if(written, std::back_inserter(out.text), [](char c) { return c >= '0' && c <= '9'; });
    // 8 or +7 stand before the same number.
    if (kind == Kind::phone && out.text.size() > subscriber) out.text.erase(0, out.text.size() - subscriber);
    if (out.text.empty()) out.text = i18n::fold(written);
    return out;
}

Value read_sex(std::string_view written) {
    Value out;
    const auto word = i18n::fold(written);
    const auto first = word.empty() ? std::string() : word.substr(0, word[0] == '\xd0' || word[0] == '\xd1' ? 2 : 1);
    if (first == "м" || first == "m" || first == "е" || first == "1") out.text = "m";
    else if (first == "ж" || first == "f" || first == "w" || first == "а" || first == "2") out.text = "f";
    else out.text = word;
    return out;
}

bool meet(const std::vector<std::uint16_t>& one, const std::vector<std::uint16_t>& other) {
    return std::ranges::any_of(one, [&](std::uint16_t number) { return std::ranges::find(other, number) != other.end(); });
}

Level words_level(const Value& one, const Value& other) {
    if (one.letters == other.letters || one.stem == other.stem || meet(one.full_names, other.full_names)) return Level::form;
    const auto shorter = std::min(one.letters.size(), other.letters.size());
    if (shorter <= 1) return !one.letters.empty() && !other.letters.empty() && one.letters[0] == other.letters[0] ? Level::loose : Level::different;
    const int slips = damerau(one.letters, other.letters, 2);
    if (slips == 1 && shorter > 2) return Level::slip;
    const auto alike = jaro_winkler(one.letters, other.letters);
    if ((slips == 2 && shorter > 4) || alike >= 0.92) return Level::partial;
    return alike >= 0.83 ? Level::loose : Level::different;
}

Level digits_level(const Value& one, const Value& other) {
    constexpr std::size_t long_number = 7;
    const int slips = damerau(one.letters, other.letters, 2);
    if (slips == 1) return Level::slip;
    return slips == 2 && std::min(one.letters.size(), other.letters.size()) >= long_number ? Level::partial : Level::different;
}

}  // namespace

Value read_value(std::string_view written, const Writing& writing) {
    const auto text = trimmed(written);
    Value out;
    if (text.empty()) return out;
    switch (writing.kind) {
        case Kind::family_name:
        case Kind::given_name:
        case Kind::patronymic:
        case Kind::locality:
        case Kind::street:
        case Kind::text: return read_words(text, writing);
        case Kind::birth_date: out.text = date_digits(text, writing.order); break;
        case Kind::sex: out = read_sex(text); break;
        case Kind::identifier:
        case Kind::phone: out = read_digits(text, writing.kind); break;
        case Kind::house:
        case Kind::postcode:
        case Kind::category: out.text = i18n::fold(text); break;
    }
    out.letters = out.stem = letters_of(out.text);
    return out;
}

Level compare_values(Kind kind, const Value& one, const Value& other) {
    if (one.missing() || other.missing()) return Level::missing;
    if (one.text == other.text) return Level::exact;
    switch (kind) {
        case Kind::birth_date: return date_level(one.letters, other.letters);
        case Kind::sex: return Level::different;
        case Kind::identifier:
        case Kind::phone:
        case Kind::house:
        case Kind::postcode:
        case Kind::category: return digits_level(one, other);
        default: return words_level(one, other);
    }
}

}  // namespace ryadom::matching
