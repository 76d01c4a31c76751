// The region that the benches of cuts ask about, as plain columns and as an image, and the tables that they ask for:
// 10 million facts of 200 centres, 50 practices, 24 months and a million people of 35 districts.
#pragma once

#include "modules/ledger/image_cut.hpp"

#include <random>

namespace ryadom::bench::cuts {

constexpr std::size_t rows = 10'000'000;
constexpr std::uint32_t centres = 200;
constexpr std::uint32_t practices = 50;
constexpr std::uint32_t months = 24;
constexpr std::uint32_t people = 1'000'000;
constexpr std::uint32_t districts = 35;
inline const Date first_day = *make_date(2024, 1, 1);
inline const Date last_day = *make_date(2025, 12, 31);

struct Columns {
    std::vector<std::uint16_t> centre, practice, day, minutes;
    std::vector<std::uint32_t> person;
    std::vector<std::uint16_t> district;  ///< by person, from 1
    std::vector<std::uint16_t> month;     ///< by day since 1970
};

/// In the order of time; a centre's people are its own.
inline Columns make_columns() {
    std::mt19937 random(7);
    Columns out;
    const auto days = static_cast<std::size_t>(last_day - first_day + 1);
    for (std::size_t i = 0; i < rows; ++i) {
        const auto centre = static_cast<std::uint16_t>(1 + random() % centres);
        out.centre.push_back(centre);
        out.person.push_back(static_cast<std::uint32_t>(1 + random() % (people / centres) * centres + centre - 1U));
        out.practice.push_back(static_cast<std::uint16_t>(1 + random() % practices));
        out.day.push_back(static_cast<std::uint16_t>(first_day.days + static_cast<std::int32_t>(i * days / rows)));
        out.minutes.push_back(static_cast<std::uint16_t>(random() % 120));
    }
    for (std::uint32_t i = 0; i <= people + centres; ++i) out.district.push_back(static_cast<std::uint16_t>(random() % districts));
    out.month.resize(0x1'0000);
    for (auto day = first_day; day <= last_day; day = day + 1)
        out.month[static_cast<std::size_t>(day.days)] = static_cast<std::uint16_t>((parts(day).year - 2024) * 12 + parts(day).month - 1);
    return out;
}

inline void fill(ledger::image::Image& image, const Columns& columns) {
    constexpr std::size_t batch = 100'000;
    std::vector<ledger::image::Fact> facts;
    for (std::size_t i = 0; i < rows; ++i) {
        const Date day{columns.day[i]};
        facts.push_back({.position = static_cast<ledger::image::Position>(i + 1), .person = columns.person[i], .day = day, .recorded_on = day,
                         .worker = columns.centre[i] * 30U, .minutes = columns.minutes[i], .service = columns.practice[i], .practice = columns.practice[i],
                         .home_provider = columns.centre[i]});
        if (facts.size() == batch || i + 1 == rows) {
            image.append(facts);
            facts.clear();
        }
    }
}

/// What both sides say of each cell.
struct Cells {
    explicit Cells(std::size_t count) : facts(count), minutes(count), people(count) {}

    std::vector<std::uint64_t> facts, minutes;
    std::vector<std::uint32_t> people;
    bool operator==(const Cells&) const = default;
};

inline Cells cells_of(const ledger::image::CutTable& table) {
    Cells out(table.cells.size());
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        out.facts[i] = table.cells[i].facts;
        out.minutes[i] = table.cells[i].minutes;
        out.people[i] = table.cells[i].people;
    }
    return out;
}

inline ledger::image::CutRequest districts_by_month(const Columns& columns) {
    ledger::image::CutRequest out;
    out.first = first_day;
    out.last = last_day;
    out.rows = districts;
    out.columns = months;
    for (auto day = first_day; day <= last_day; day = day + 1) out.days.push_back(columns.month[static_cast<std::size_t>(day.days)]);
    for (const auto district : columns.district) out.people.push_back({district, 0xffff});
    for (std::uint32_t i = 0; i < districts; ++i) out.kinds.push_back(i * months);
    return out;
}

/// Row and column 0 are nobody's.
inline ledger::image::CutRequest centres_by_practice() {
    ledger::image::CutRequest out;
    out.first = first_day;
    out.last = last_day;
    out.rows = centres + 1;
    out.columns = practices + 1;
    for (std::uint32_t i = 0; i <= centres; ++i) out.homes.push_back(i * (practices + 1));
    for (std::uint32_t i = 0; i <= practices; ++i) out.practices.push_back(i);
    return out;
}

}  // namespace ryadom::bench::cuts
