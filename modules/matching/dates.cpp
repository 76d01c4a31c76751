#include "modules/matching/dates.hpp"

#include "modules/matching/similarity.hpp"

#include <algorithm>
#include <charconv>

namespace ryadom::matching {
namespace {

constexpr std::size_t whole = 8;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string padded(std::string part, std::size_t length) {
    if (part.size() < length) part.insert(0, length - part.size(), '0');
    return part;
}

/// Nobody of a register is older than a hundred years and its last two digits say otherwise.
std::string full_year(const std::string& year) { return year.size() == 2 ? (year > "30" ? "19" : "20") + year : padded(year, 4); }

bool begins_with_year(std::string_view digits) {
    const auto century = digits.substr(0, 2);
    return century == "18" || century == "19" || century == "20";
}

struct Parts {
    std::u16string_view year, month, day;
};

Parts cut(std::u16string_view digits) { return {digits.substr(0, 4), digits.substr(4, 2), digits.substr(6, 2)}; }

}  // namespace

std::optional<std::array<std::string, 3>> date_parts(std::string_view written) {
    std::array<std::string, 3> out;
    std::size_t part = 0;
    // A time may follow the date.
    written = written.substr(0, std::min(written.find_first_of("T"), written.size()));
    for (const char c : written) {
        if (is_digit(c)) {
            if (part == out.size()) return std::nullopt;
            out.at(part) += c;
        } else if (part < out.size() && !out.at(part).empty()) {
            ++part;
        }
    }
    if (!out[2].empty()) return out;
    if (out[0].size() != whole || !out[1].empty()) return std::nullopt;
    const auto digits = out[0];
    if (begins_with_year(digits)) return std::array{digits.substr(0, 4), digits.substr(4, 2), digits.substr(6, 2)};
    return std::array{digits.substr(0, 2), digits.substr(2, 2), digits.substr(4, 4)};
}

std::string date_digits(std::string_view written, DateOrder order) {
    const auto parts = date_parts(written);
    if (!parts) {
        std::string digits;
        std::ranges::copy_if(written, std::back_inserter(digits), is_digit);
        return digits;
    }
    const auto& [first, second, third] = *parts;
    if (first.size() >= 3) return padded(first, 4) + padded(second, 2) + padded(third, 2);
    switch (order) {
        case DateOrder::month_day_year: return full_year(third) + padded(first, 2) + padded(second, 2);
        case DateOrder::year_month_day:
            if (third.size() <= 2) return full_year(first) + padded(second, 2) + padded(third, 2);
            [[fallthrough]];
        case DateOrder::day_month_year: break;
    }
    return full_year(third) + padded(second, 2) + padded(first, 2);
}

Level date_level(std::u16string_view one, std::u16string_view other) {
    if (one == other) return Level::exact;
    const int slips = damerau(one, other, 2);
    if (one.size() != whole || other.size() != whole) return slips == 1 ? Level::slip : slips == 2 ? Level::partial : Level::different;
    const auto a = cut(one);
    const auto b = cut(other);
    if (a.year == b.year && a.month == b.day && a.day == b.month) return Level::form;
    if (slips == 1) return Level::slip;
    const int same = (a.year == b.year) + (a.month == b.month) + (a.day == b.day);
    if (same == 2 || slips == 2) return Level::partial;
    return a.year == b.year ? Level::loose : Level::different;
}

}  // namespace ryadom::matching
