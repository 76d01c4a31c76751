// What a number of a cut says, and to whom.
#pragma once

#include "modules/cuts/model.hpp"

namespace ryadom::cuts {

/// The first day of each age group but the youngest, as full years count.
inline constexpr std::array age_borders{18, 60, 75};
/// The day on which somebody born on `birth` is `years` old: of 29 February, in other years, the 1 March.
Date birthday(Date birth, int years);

/// How a number is told.
struct Telling {
    Measure measure = Measure::people;
    bool rounded = false;  ///< to whoever does not see every record
};
/// `population`: the residents to divide by.
Value told(const ledger::image::Count& count, const Telling& telling, std::optional<std::int64_t> population);

/// People of a table with its totals: the last of each row is the total of the row, the last row those of the columns and of all.
using PeopleGrid = std::vector<std::vector<std::int64_t>>;
using HiddenGrid = std::vector<std::vector<bool>>;
/// What is not told of it: small groups, and where one number alone of a row or column would be hidden, its total among
/// them, the next smallest beside it: the one would follow from the others by subtraction.
HiddenGrid hidden_cells(const PeopleGrid& people);

/// The whole months that hold the range: of two ranges that differ by a day the difference is that day's people.
Period whole_months(Date first, Date last);

/// The group of a day: key ("2026-11", "2026-Q4", "2026") and title ("11.2026").
struct TimeGroup {
    std::string key;
    std::string title;
    bool operator==(const TimeGroup&) const = default;
};
TimeGroup time_group(AxisName axis, Date day);

}  // namespace ryadom::cuts
