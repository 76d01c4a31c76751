// Kazakh has no Snowball stemmer. Endings of nouns follow one another in a fixed order (stem, number, possession, case), so
// one ending of each layer is taken off, from the last to the first. Words are folded: the endings are written in
// Russian letters, and front and back vowels that differ only by a Kazakh letter fall together.
#include "platform/search/stem.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace ryadom::search {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t letter = "ы"sv.size();

// Each layer has its longest endings first.
constexpr std::array cases{"ндагы"sv, "ндеги"sv, "нда"sv, "нде"sv, "дагы"sv, "деги"sv, "тагы"sv, "теги"sv,
                           "нан"sv, "нен"sv, "дан"sv, "ден"sv, "тан"sv, "тен"sv, "нын"sv, "нин"sv, "дын"sv, "дин"sv, "тын"sv, "тин"sv,
                           "мен"sv, "бен"sv, "пен"sv, "да"sv, "де"sv, "та"sv, "те"sv, "га"sv, "ге"sv, "ка"sv, "ке"sv, "на"sv, "не"sv,
                           "ны"sv, "ни"sv, "ды"sv, "ди"sv, "ты"sv, "ти"sv};
constexpr std::array possessions{"ымыз"sv, "имиз"sv, "ыныз"sv, "иниз"sv, "мыз"sv, "миз"sv, "ныз"sv, "низ"sv, "сын"sv, "син"sv,
                                 "ым"sv, "им"sv, "ын"sv, "ин"sv, "сы"sv, "си"sv, "ы"sv, "и"sv};
constexpr std::array numbers{"лар"sv, "лер"sv, "дар"sv, "дер"sv, "тар"sv, "тер"sv};

/// Whether the ending's first consonant is one that may follow the stem: voiceless after voiceless, voiced after the others.
bool agrees(std::string_view stem, std::string_view ending) {
    constexpr std::array voiceless_endings{"т"sv, "к"sv, "п"sv};
    constexpr std::array voiced_endings{"д"sv, "г"sv, "б"sv, "н"sv, "л"sv};
    constexpr std::array voiceless{"п"sv, "к"sv, "т"sv, "с"sv, "ш"sv, "щ"sv, "ч"sv, "ц"sv, "ф"sv, "х"sv};
    const bool after_voiceless = std::ranges::any_of(voiceless, [&](auto each) { return stem.ends_with(each); });
    const auto begins = [&](const auto& with) { return std::ranges::any_of(with, [&](auto each) { return ending.starts_with(each); }); };
    return after_voiceless ? !begins(voiced_endings) : !begins(voiceless_endings);
}

/// Takes the longest ending of the layer off, if enough of the word stays.
bool strip(std::string& word, std::span<const std::string_view> layer, std::size_t least) {
    for (const auto ending : layer) {
        if (!word.ends_with(ending) || word.size() < ending.size() + least * letter) continue;
        if (!agrees(std::string_view(word).substr(0, word.size() - ending.size()), ending)) continue;
        word.resize(word.size() - ending.size());
        return true;
    }
    return false;
}

void replace_end(std::string& word, std::string_view from, std::string_view to) {
    if (word.ends_with(from)) word.replace(word.size() - from.size(), from.size(), to);
}

}  // namespace

std::string stem_kazakh(std::string_view word) {
    std::string out(word);
    if (std::ranges::any_of(out, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return out;
    strip(out, cases, 2);
    if (strip(out, possessions, 3)) {
        replace_end(out, "г", "к");
        replace_end(out, "б", "п");
    }
    strip(out, numbers, 2);
    return out;
}

}  // namespace ryadom::search
