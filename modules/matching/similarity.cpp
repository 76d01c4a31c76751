#include "modules/matching/similarity.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdlib>

namespace ryadom::matching {
namespace {

// Beyond it a text is likened by its beginning: names, numbers and streets are shorter.
constexpr std::size_t longest = 64;

using Row = std::array<int, longest + 1>;

void drop_common_ends(std::u16string_view& one, std::u16string_view& other) {
    while (!one.empty() && !other.empty() && one.back() == other.back()) {
        one.remove_suffix(1);
        other.remove_suffix(1);
    }
    while (!one.empty() && !other.empty() && one.front() == other.front()) {
        one.remove_prefix(1);
        other.remove_prefix(1);
    }
}

struct Common {
    int letters = 0;
    int exchanged = 0;
};

/// Letters that both have within the window, and how many of them stand in another order.
Common common_letters(std::u16string_view one, std::u16string_view other) {
    const auto window = std::max<std::size_t>(std::max(one.size(), other.size()) / 2, 1) - 1;
    std::bitset<longest> taken_one;
    std::bitset<longest> taken_other;
    Common out;
    for (std::size_t i = 0; i < one.size(); ++i) {
        const auto from = i > window ? i - window : 0;
        const auto until = std::min(other.size(), i + window + 1);
        for (auto j = from; j < until; ++j)
            if (!taken_other[j] && one[i] == other[j]) {
                taken_one[i] = taken_other[j] = true;
                ++out.letters;
                break;
            }
    }
    for (std::size_t i = 0, j = 0; i < one.size(); ++i) {
        if (!taken_one[i]) continue;
        while (!taken_other[j]) ++j;
        out.exchanged += one[i] != other[j++];
    }
    return out;
}

}  // namespace

int damerau(std::u16string_view one, std::u16string_view other, int limit) {
    one = one.substr(0, longest);
    other = other.substr(0, longest);
    drop_common_ends(one, other);
    if (std::abs(static_cast<int>(one.size()) - static_cast<int>(other.size())) > limit) return limit + 1;
    if (one.empty() || other.empty()) return static_cast<int>(std::max(one.size(), other.size()));
    Row before{};
    Row above{};
    Row row{};
    for (std::size_t j = 0; j <= other.size(); ++j) above[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= one.size(); ++i) {
        row[0] = static_cast<int>(i);
        int least = row[0];
        for (std::size_t j = 1; j <= other.size(); ++j) {
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (one[i - 1] != other[j - 1])});
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
            least = std::min(least, row[j]);
        }
        if (least > limit) return limit + 1;
        before = above;
        above = row;
    }
    return std::min(above[other.size()], limit + 1);
}

double jaro_winkler(std::u16string_view one, std::u16string_view other) {
    one = one.substr(0, longest);
    other = other.substr(0, longest);
    if (one == other) return 1;
    const auto common = common_letters(one, other);
    if (common.letters == 0) return 0;
    const double letters = common.letters;
    const double jaro = (letters / static_cast<double>(one.size()) + letters / static_cast<double>(other.size()) + (letters - common.exchanged / 2) / letters) / 3;
    constexpr std::size_t counted = 4;
    std::size_t beginning = 0;
    while (beginning < std::min({counted, one.size(), other.size()}) && one[beginning] == other[beginning]) ++beginning;
    return jaro + static_cast<double>(beginning) * 0.1 * (1 - jaro);
}

}  // namespace ryadom::matching
