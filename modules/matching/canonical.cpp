#include "modules/matching/canonical.hpp"

#include "platform/i18n/words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace ryadom::matching {
namespace {

using Pair = std::pair<std::u16string_view, std::u16string_view>;

// The longest first: what stands earlier is tried earlier.
constexpr std::array latin{
    Pair{u"shch", u"ш"}, Pair{u"sch", u"ш"}, Pair{u"shh", u"ш"}, Pair{u"zh", u"ж"}, Pair{u"kh", u"х"}, Pair{u"ch", u"ч"}, Pair{u"sh", u"ш"},
    Pair{u"ts", u"ц"},   Pair{u"tc", u"ц"},  Pair{u"cz", u"ц"},  Pair{u"ck", u"к"}, Pair{u"yu", u"ю"}, Pair{u"iu", u"ю"}, Pair{u"ju", u"ю"},
    Pair{u"ya", u"я"},   Pair{u"ia", u"я"},  Pair{u"ja", u"я"},  Pair{u"yo", u"е"}, Pair{u"jo", u"е"}, Pair{u"io", u"е"}, Pair{u"ye", u"е"},
    Pair{u"je", u"е"},   Pair{u"ie", u"е"},  Pair{u"ph", u"ф"},  Pair{u"a", u"а"},  Pair{u"b", u"б"},  Pair{u"c", u"ц"},  Pair{u"d", u"д"},
    Pair{u"e", u"е"},    Pair{u"f", u"ф"},   Pair{u"g", u"г"},   Pair{u"h", u"х"},  Pair{u"i", u"и"},  Pair{u"j", u"и"},  Pair{u"k", u"к"},
    Pair{u"l", u"л"},    Pair{u"m", u"м"},   Pair{u"n", u"н"},   Pair{u"o", u"о"},  Pair{u"p", u"п"},  Pair{u"q", u"к"},  Pair{u"r", u"р"},
    Pair{u"s", u"с"},    Pair{u"t", u"т"},   Pair{u"u", u"у"},   Pair{u"v", u"в"},  Pair{u"w", u"в"},  Pair{u"x", u"кс"}, Pair{u"y", u"и"},
    Pair{u"z", u"з"},    Pair{u"š", u"ш"},   Pair{u"č", u"ч"},   Pair{u"ž", u"ж"},  Pair{u"ŝ", u"ш"},  Pair{u"â", u"я"},  Pair{u"û", u"ю"},
    Pair{u"ë", u"е"},    Pair{u"è", u"е"},   Pair{u"ï", u"и"}};

// What transliterations do not keep apart in Cyrillic itself.
constexpr std::array cyrillic{Pair{u"ие", u"е"}, Pair{u"ье", u"е"}, Pair{u"ио", u"е"}, Pair{u"ьо", u"е"}, Pair{u"йо", u"е"}, Pair{u"ия", u"я"},
                              Pair{u"ью", u"ю"}, Pair{u"ию", u"ю"}, Pair{u"ья", u"я"}, Pair{u"й", u"и"},  Pair{u"ы", u"и"},  Pair{u"э", u"е"},
                              Pair{u"щ", u"ш"},  Pair{u"ь", u""},   Pair{u"ъ", u""},   Pair{u"ё", u"е"}};

template <std::size_t Count>
std::u16string replaced(std::u16string_view text, const std::array<Pair, Count>& table) {
    std::u16string out;
    while (!text.empty()) {
        const auto* const found = std::ranges::find_if(table, [&](const Pair& pair) { return text.starts_with(pair.first); });
        if (found == table.end()) {
            out += text.front();
            text.remove_prefix(1);
        } else {
            out += found->second;
            text.remove_prefix(found->first.size());
        }
    }
    return out;
}

bool strike(std::u16string& text, std::u16string_view end, std::u16string_view instead = {}) {
    constexpr std::size_t shortest = 2;
    if (!text.ends_with(end) || text.size() - end.size() < shortest) return false;
    text.replace(text.size() - end.size(), end.size(), instead);
    return true;
}

}  // namespace

std::u16string letters_of(std::string_view folded) {
    std::u16string out;
    for (std::size_t at = 0; at < folded.size();)
        if (const auto letter = i18n::next_letter(folded, at); letter != U' ') out += static_cast<char16_t>(letter);
    return out;
}

std::u16string canonical(std::string_view folded) {
    // Latin "iia" is и and я: only the second pass sees what is left of it.
    auto out = replaced(replaced(letters_of(folded), latin), cyrillic);
    out.erase(std::ranges::unique(out).begin(), out.end());
    return replaced(out, cyrillic);
}

std::u16string family_stem(std::u16string text) {
    using namespace std::string_view_literals;
    for (const auto end : {u"ская"sv, u"ски"sv, u"цкая"sv, u"цки"sv})
        if (strike(text, end, end.substr(0, 2))) return text;
    for (const auto end : {u"ова"sv, u"ева"sv, u"ина"sv})
        if (strike(text, end, end.substr(0, 2))) return text;
    strike(text, u"ая");
    return text;
}

std::u16string patronymic_stem(std::u16string text) {
    using namespace std::string_view_literals;
    for (const auto end : {u"ович"sv, u"евич"sv, u"инична"sv, u"овна"sv, u"евна"sv, u"ична"sv, u"ич"sv, u"ули"sv, u"кизи"sv, u"огли"sv, u"угли"sv, u"уули"sv})
        if (strike(text, end)) return text;
    return text;
}

}  // namespace ryadom::matching
