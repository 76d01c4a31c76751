#include "modules/matching/writing.hpp"

#include "modules/matching/canonical.hpp"
#include "modules/matching/dates.hpp"
#include "platform/i18n/catalogue.hpp"

#include <algorithm>
#include <cmath>

namespace ryadom::matching {
namespace {

bool has_cyrillic(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return c == '\xd0' || c == '\xd1' || c == '\xd2' || c == '\xd3'; });
}

bool has_latin(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

/// A part above twelve is a day: the order that more dates allow.
DateOrder order_of(const std::vector<Written>& values) {
    std::uint64_t day_first = 0;
    std::uint64_t month_first = 0;
    std::uint64_t year_first = 0;
    for (const auto& [text, times] : values) {
        const auto parts = date_parts(text);
        if (!parts) continue;
        if (parts->at(0).size() == 4) year_first += times;
        else if (parts->at(0).size() <= 2 && parts->at(0) > "12") day_first += times;
        else if (parts->at(1).size() <= 2 && parts->at(1) > "12") month_first += times;
    }
    if (year_first > day_first + month_first) return DateOrder::year_month_day;
    return month_first > day_first ? DateOrder::month_day_year : DateOrder::day_month_year;
}

}  // namespace

Letters::Letters() : follow_(count_ * count_), totals_(count_) {}

std::size_t Letters::number_of(char16_t letter) {
    return letter >= u'а' && letter <= u'я' ? static_cast<std::size_t>(letter - u'а') : count_ - 1;
}

void Letters::learn(std::u16string_view word, std::uint32_t times) {
    auto before = count_ - 1;
    const auto step = [&](std::size_t letter) {
        follow_[before * count_ + letter] += times;
        totals_[before] += times;
        before = letter;
    };
    for (const auto letter : word) step(number_of(letter));
    step(count_ - 1);
}

double Letters::likelihood(std::u16string_view word) const {
    auto before = count_ - 1;
    double sum = 0;
    const auto step = [&](std::size_t letter) {
        sum += std::log((follow_[before * count_ + letter] + 0.1) / (totals_[before] + 0.1 * static_cast<double>(count_)));
        before = letter;
    };
    for (const auto letter : word) step(number_of(letter));
    step(count_ - 1);
    return sum / static_cast<double>(word.size() + 1);
}

Writing learn_writing(Kind kind, const std::vector<Written>& values) {
    Writing out{kind};
    if (kind == Kind::birth_date) {
        out.order = order_of(values);
        return out;
    }
    if (!is_name(kind) && !is_words(kind)) return out;
    std::uint64_t cyrillic = 0;
    std::uint64_t latin = 0;
    for (const auto& [text, times] : values) {
        if (has_cyrillic(text)) {
            cyrillic += times;
            out.letters.learn(canonical(i18n::fold(text)), times);
        } else if (has_latin(text)) {
            latin += times;
        }
    }
    out.cyrillic = cyrillic > latin;
    return out;
}

}  // namespace ryadom::matching
