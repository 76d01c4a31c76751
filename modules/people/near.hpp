// What a slip of the pen makes of a date or a number. Pure.
#pragma once

#include "platform/time/time.hpp"

#include <optional>
#include <string>
#include <vector>

namespace ryadom::people {

/// Nothing where both are the same, or where that is no date.
std::optional<Date> with_day_and_month_exchanged(Date date);
/// Two of the three parts are the same, or the same parts stand in another order.
bool is_near(Date one, Date other);
/// Dates that differ from this one in a digit, or in two that stand together and are exchanged: some sixty.
std::vector<Date> near_dates(Date date);
/// Sound СНИЛС that differ in a digit, or in two that stand together and are exchanged.
std::vector<std::string> near_numbers(const std::string& number);

}  // namespace ryadom::people
