#include "modules/cuts/rules.hpp"

#include <fmt/format.h>

#include <optional>
#include <stdexcept>
#include <utility>

namespace ryadom::cuts {
namespace {

std::int64_t number_of(const ledger::image::Count& count, Measure measure) {
    switch (measure) {
        case Measure::people:
        case Measure::per_thousand: return count.people;
        case Measure::services: return static_cast<std::int64_t>(count.facts);
        case Measure::minutes: return static_cast<std::int64_t>(count.minutes);
        case Measure::unnamed: return static_cast<std::int64_t>(count.unnamed);
    }
    throw std::logic_error("a measure without a number");
}

/// Hides the next smallest where one number of the line alone is hidden. Nothing is no secret and protects nobody. Says
/// whether it hid one. `at(i)` is the place of the i-th number of the line.
template <class At>
bool protect(const PeopleGrid& people, HiddenGrid& hidden, std::size_t length, const At& at) {
    int alone = 0;
    std::optional<std::pair<std::size_t, std::size_t>> next;
    for (std::size_t i = 0; i < length; ++i) {
        const auto [row, column] = at(i);
        if (hidden[row][column]) ++alone;
        else if (people[row][column] > 0 && (!next || people[row][column] < people[next->first][next->second])) next.emplace(row, column);
    }
    if (alone != 1 || !next) return false;
    hidden[next->first][next->second] = true;
    return true;
}

}  // namespace

Date birthday(Date birth, int years) {
    const auto born = parts(birth);
    const auto day = make_date(born.year + years, born.month, born.day);
    return day ? *day : *make_date(born.year + years, 3, 1);
}

Value told(const ledger::image::Count& count, const Telling& telling, std::optional<std::int64_t> population) {
    // What few people received is as telling as how few they are.
    if (telling.rounded && ledger::hidden(count.people)) return {{}, true};
    auto number = number_of(count, telling.measure);
    if (telling.rounded) number = ledger::rounded(number);
    if (telling.measure != Measure::per_thousand) return {static_cast<double>(number), false};
    if (population.value_or(0) == 0) return {};
    return {static_cast<double>(number) * 1000 / static_cast<double>(*population), false};
}

HiddenGrid hidden_cells(const PeopleGrid& people) {
    HiddenGrid out;
    for (const auto& row : people) {
        out.emplace_back();
        for (const auto number : row) out.back().push_back(ledger::hidden(number));
    }
    const std::size_t rows = people.size();
    const std::size_t columns = people.empty() ? 0 : people.front().size();
    // What is hidden in a row may stand alone in its column: until every line holds. Each turn hides one more, so it ends.
    for (bool more = true; more;) {
        more = false;
        for (std::size_t row = 0; row < rows; ++row) more |= protect(people, out, columns, [row](std::size_t i) { return std::pair(row, i); });
        for (std::size_t column = 0; column < columns; ++column) more |= protect(people, out, rows, [column](std::size_t i) { return std::pair(i, column); });
    }
    return out;
}

Period whole_months(Date first, Date last) { return {period_of(first, PeriodLength::month).first, period_of(last, PeriodLength::month).last}; }

TimeGroup time_group(AxisName axis, Date day) {
    const auto [year, month, of_month] = parts(day);
    if (axis == AxisName::year) return {fmt::format("{:04}", year), fmt::format("{:04}", year)};
    if (axis == AxisName::quarter) {
        static constexpr std::array roman{"I", "II", "III", "IV"};
        const auto quarter = (month - 1) / 3;
        return {fmt::format("{:04}-Q{}", year, quarter + 1), fmt::format("{} {:04}", roman.at(static_cast<std::size_t>(quarter)), year)};
    }
    return {fmt::format("{:04}-{:02}", year, month), fmt::format("{:02}.{:04}", month, year)};
}

}  // namespace ryadom::cuts
