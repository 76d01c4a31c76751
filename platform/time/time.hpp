// Days, instants and time zones. A day is local to the organisation whose day it is.
#pragma once

#include "platform/core/ports.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ryadom {

/// A calendar day, counted from 1970-01-01 in the proleptic Gregorian calendar.
struct Date {
    std::int32_t days = 0;
    auto operator<=>(const Date&) const = default;
};

inline Date operator+(Date day, int count) { return {day.days + count}; }
inline Date operator-(Date day, int count) { return {day.days - count}; }
inline int operator-(Date later, Date earlier) { return later.days - earlier.days; }

struct YearMonthDay {
    int year;
    int month;  ///< 1 to 12
    int day;    ///< 1 to 31
    bool operator==(const YearMonthDay&) const = default;
};

YearMonthDay parts(Date date);
/// Nothing for a day that the calendar does not have (31.02).
std::optional<Date> make_date(int year, int month, int day);

/// "2026-11-23" (RFC 3339 full-date), years 1 to 9999.
std::string to_string(Date date);
std::optional<Date> parse_date(std::string_view text);
/// The way people of the field write it, "23.11.2026", "3/7/48" or "2026-11-23"; surrounding blanks are no harm. A year of
/// two digits that is more than twenty ahead of this year's means the last century.
std::optional<Date> parse_written_date(std::string_view text, int this_year);

/// "2026-11-23T17:32:57.123Z": the one form in which instants are stored, sent and shown to machines.
std::string to_string(Instant instant);
/// Also reads offsets and PostgreSQL's "2026-11-23 17:32:57.123+00".
std::optional<Instant> parse_instant(std::string_view text);

/// A zone of the system's tz database ("Asia/Novosibirsk").
bool known_zone(std::string_view zone);
/// The day at `instant` in `zone`. The zone must be known.
Date local_date(Instant instant, std::string_view zone);
/// The instant at which the day begins in the zone.
Instant start_of_day(Date date, std::string_view zone);

/// Whole years between two days: an age.
int full_years(Date from, Date to);

/// A calendar month or quarter in which delivery is counted.
enum class PeriodLength { month, quarter };

struct Period {
    Date first;
    Date last;
    auto operator<=>(const Period&) const = default;
};

Period period_of(Date date, PeriodLength length);
Period next(const Period& period, PeriodLength length);
Period previous(const Period& period, PeriodLength length);

}  // namespace ryadom
