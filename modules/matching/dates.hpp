// Dates as people write and mistype them: digits first of all, days of a calendar only where they are such.
#pragma once

#include "modules/matching/writing.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace ryadom::matching {

/// The three groups of digits as they stand; eight digits in a row are cut where the year is.
std::optional<std::array<std::string, 3>> date_parts(std::string_view written);

/// "19480703" for what looks like a date, also for 31.02 and the 13th month; otherwise the digits as they are.
std::string date_digits(std::string_view written, DateOrder order);

/// How alike two strings of eight digits are, year first.
Level date_level(std::u16string_view one, std::u16string_view other);

}  // namespace ryadom::matching
