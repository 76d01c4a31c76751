#include "modules/cuts/rules.hpp"

#include <fmt/format.h>

#include <stdexcept>

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
