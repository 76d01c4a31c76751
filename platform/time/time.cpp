#include "platform/time/time.hpp"

#include <date/tz.h>

#include <array>
#include <charconv>
#include <chrono>

namespace ryadom {
namespace {

std::chrono::sys_days sys(Date date) { return std::chrono::sys_days(std::chrono::days(date.days)); }

Date from_sys(std::chrono::sys_days days) { return {static_cast<std::int32_t>(days.time_since_epoch().count())}; }

/// Exactly `width` decimal digits at `at`.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t width) {
    if (text.size() < at + width) return std::nullopt;
    int value = 0;
    for (std::size_t i = at; i < at + width; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

/// Every row has several dates: the general formatter took a twelfth of the time of writing it.
void write_digits(std::string& out, std::size_t at, std::size_t width, int value) {
    for (auto to = at + width; to-- > at; value /= 10) out[to] = static_cast<char>('0' + value % 10);
}

void write_date(std::string& out, Date date) {
    const auto [year, month, day] = parts(date);
    write_digits(out, 0, 4, year);
    write_digits(out, 5, 2, month);
    write_digits(out, 8, 2, day);
}

/// "48" of a birth is 1948, "31" of a term is 2031.
int full_year(int two_digits, int this_year) {
    const int guess = this_year - this_year % 100 + two_digits;
    return guess > this_year + 20 ? guess - 100 : guess;
}

/// ".123456" as milliseconds; moves `at` behind the fraction.
std::optional<int> fraction(std::string_view text, std::size_t& at) {
    if (at >= text.size() || text[at] != '.') return 0;
    int value = 0;
    int scale = 100;
    const auto first = ++at;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, scale /= 10) value += (text[at] - '0') * scale;
    if (at == first) return std::nullopt;
    return value;
}

/// "Z", "+07", "+07:00" as minutes; must reach the end of the text.
std::optional<int> offset(std::string_view text, std::size_t at) {
    if (text.substr(at) == "Z" || text.substr(at) == "z") return 0;
    if (at >= text.size() || (text[at] != '+' && text[at] != '-')) return std::nullopt;
    const int sign = text[at] == '+' ? 1 : -1;
    const auto hours = digits(text, at + 1, 2);
    if (!hours || *hours > 18) return std::nullopt;
    if (text.size() == at + 3) return sign * *hours * 60;
    const auto minutes = digits(text, at + 4, 2);
    if (text[at + 3] != ':' || !minutes || *minutes > 59 || text.size() != at + 6) return std::nullopt;
    return sign * (*hours * 60 + *minutes);
}

}  // namespace

YearMonthDay parts(Date date) {
    const std::chrono::year_month_day ymd(sys(date));
    return {int(ymd.year()), static_cast<int>(unsigned(ymd.month())), static_cast<int>(unsigned(ymd.day()))};
}

std::optional<Date> make_date(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || day < 1) return std::nullopt;
    const std::chrono::year_month_day ymd(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                          std::chrono::day(static_cast<unsigned>(day)));
    if (!ymd.ok()) return std::nullopt;
    return from_sys(std::chrono::sys_days(ymd));
}

std::string to_string(Date date) {
    std::string out("0000-00-00");
    write_date(out, date);
    return out;
}

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    const auto day = digits(text, 8, 2);
    if (!year || !month || !day) return std::nullopt;
    return make_date(*year, *month, *day);
}

std::optional<Date> parse_written_date(std::string_view text, int this_year) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    if (const auto day = parse_date(text)) return day;
    std::array<std::string_view, 3> written;
    for (std::size_t i = 0; i < 2; ++i) {
        const auto end = text.find_first_of("./-, ");
        if (end == std::string_view::npos) return std::nullopt;
        written[i] = text.substr(0, end);
        text.remove_prefix(end + 1);
    }
    written[2] = text;
    if (written[0].size() > 2 || written[1].size() > 2 || (written[2].size() != 4 && written[2].size() != 2)) return std::nullopt;
    const auto day = digits(written[0], 0, written[0].size());
    const auto month = digits(written[1], 0, written[1].size());
    const auto year = digits(written[2], 0, written[2].size());
    if (!day || !month || !year) return std::nullopt;
    return make_date(written[2].size() == 4 ? *year : full_year(*year, this_year), *month, *day);
}

std::string to_string(Instant instant) {
    using namespace std::chrono;
    const sys_time<milliseconds> point{milliseconds(instant.milliseconds)};
    const auto day = floor<days>(point);
    const hh_mm_ss clock(point - day);
    std::string out("0000-00-00T00:00:00.000Z");
    write_date(out, from_sys(day));
    write_digits(out, 11, 2, static_cast<int>(clock.hours().count()));
    write_digits(out, 14, 2, static_cast<int>(clock.minutes().count()));
    write_digits(out, 17, 2, static_cast<int>(clock.seconds().count()));
    write_digits(out, 20, 3, static_cast<int>(clock.subseconds().count()));
    return out;
}

std::optional<Instant> parse_instant(std::string_view text) {
    if (text.size() < 20 || (text[10] != 'T' && text[10] != 't' && text[10] != ' ') || text[13] != ':' || text[16] != ':')
        return std::nullopt;
    const auto day = parse_date(text.substr(0, 10));
    const auto hours = digits(text, 11, 2);
    const auto minutes = digits(text, 14, 2);
    const auto seconds = digits(text, 17, 2);
    if (!day || !hours || !minutes || !seconds || *hours > 23 || *minutes > 59 || *seconds > 60) return std::nullopt;
    std::size_t at = 19;
    const auto milliseconds = fraction(text, at);
    if (!milliseconds) return std::nullopt;
    const auto shift = offset(text, at);
    if (!shift) return std::nullopt;
    const std::int64_t local = ((std::int64_t{day->days} * 24 + *hours) * 60 + *minutes) * 60 + *seconds;
    return Instant{(local - *shift * 60) * 1000 + *milliseconds};
}

bool known_zone(std::string_view zone) {
    try {
        date::locate_zone(zone);
        return true;
    } catch (const std::runtime_error&) {
        return false;
    }
}

Date local_date(Instant instant, std::string_view zone) {
    const date::sys_time<std::chrono::milliseconds> point{std::chrono::milliseconds(instant.milliseconds)};
    const auto local = date::locate_zone(zone)->to_local(point);
    const auto day = std::chrono::floor<date::days>(local);
    return {static_cast<std::int32_t>(day.time_since_epoch().count())};
}

Instant start_of_day(Date date, std::string_view zone) {
    const date::local_days day{date::days(date.days)};
    const auto point = date::locate_zone(zone)->to_sys(day, date::choose::earliest);
    return {std::chrono::duration_cast<std::chrono::milliseconds>(point.time_since_epoch()).count()};
}

int full_years(Date from, Date to) {
    const auto a = parts(from);
    const auto b = parts(to);
    const bool before_birthday = b.month < a.month || (b.month == a.month && b.day < a.day);
    return b.year - a.year - (before_birthday ? 1 : 0);
}

Period period_of(Date date, PeriodLength length) {
    const auto [year, month, day] = parts(date);
    const int count = length == PeriodLength::month ? 1 : 3;
    const int first = (month - 1) / count * count + 1;
    const int after = first + count;
    return {*make_date(year, first, 1),
            (after > 12 ? *make_date(year + 1, after - 12, 1) : *make_date(year, after, 1)) - 1};
}

Period next(const Period& period, PeriodLength length) { return period_of(period.last + 1, length); }

Period previous(const Period& period, PeriodLength length) { return period_of(period.first - 1, length); }

}  // namespace ryadom
