#include "platform/search/stem.hpp"

#include <array>
#include <unordered_map>

namespace ryadom::search {
namespace {

constexpr std::string_view latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
constexpr std::array<std::string_view, 33> cyrillic{"й", "ц", "у", "к", "е", "н", "г", "ш", "щ", "з", "х", "ъ", "ф", "ы", "в", "а", "п",
                                                    "р", "о", "л", "д", "ж", "э", "я", "ч", "с", "м", "и", "т", "ь", "б", "ю", "ё"};
static_assert(latin.size() == cyrillic.size());

std::unordered_map<std::string_view, std::string_view> keys() {
    std::unordered_map<std::string_view, std::string_view> out;
    for (std::size_t i = 0; i < latin.size(); ++i) {
        out.emplace(latin.substr(i, 1), cyrillic.at(i));
        out.emplace(cyrillic.at(i), latin.substr(i, 1));
    }
    return out;
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

}  // namespace

std::string other_layout(std::string_view text) {
    static const auto table = keys();
    const auto small = lower(text);
    std::string out;
    for (std::size_t at = 0; at < small.size();) {
        const std::size_t length = static_cast<unsigned char>(small[at]) >= 0xc0 ? 2 : 1;
        const auto letter = std::string_view(small).substr(at, length);
        const auto found = table.find(letter);
        out += found == table.end() ? letter : found->second;
        at += length;
    }
    return out;
}

}  // namespace ryadom::search
