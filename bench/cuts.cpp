// Cuts over 10 million facts (200 centres, 50 practices, 24 months, a million people of 35 districts) against a bare pass
// over plain column arrays that answers the same question. CPU time, medians of interleaved rounds. Ends with 1 if the two
// disagree.
#include <fmt/format.h>

#include <array>
#include <ctime>
#include <random>

#include "bench/rounds.hpp"
#include "modules/ledger/image_cut.hpp"

namespace {

using namespace ryadom;
using namespace ryadom::ledger::image;

constexpr std::size_t rows = 10'000'000;
constexpr std::uint32_t centres = 200;
constexpr std::uint32_t practices = 50;
constexpr std::uint32_t months = 24;
constexpr std::uint32_t people = 1'000'000;
constexpr std::uint32_t districts = 35;
const Date start = *make_date(2024, 1, 1);
const Date end = *make_date(2025, 12, 31);

struct Columns {
    std::vector<std::uint16_t> centre, practice, day, minutes;
    std::vector<std::uint32_t> person;
    std::vector<std::uint16_t> district;  ///< by person
    std::vector<std::uint16_t> month;     ///< by day since 1970
};

/// In the order of time; a centre's people are its own.
Columns make_columns() {
    std::mt19937 random(7);
    Columns out;
    const auto days = static_cast<std::size_t>(end - start + 1);
    for (std::size_t i = 0; i < rows; ++i) {
        const auto centre = static_cast<std::uint16_t>(1 + random() % centres);
        out.centre.push_back(centre);
        out.person.push_back(static_cast<std::uint32_t>(1 + random() % (people / centres) * centres + centre - 1U));
        out.practice.push_back(static_cast<std::uint16_t>(1 + random() % practices));
        out.day.push_back(static_cast<std::uint16_t>(start.days + static_cast<std::int32_t>(i * days / rows)));
        out.minutes.push_back(static_cast<std::uint16_t>(random() % 120));
    }
    for (std::uint32_t i = 0; i <= people + centres; ++i) out.district.push_back(static_cast<std::uint16_t>(random() % districts));
    out.month.resize(0x1'0000);
    for (auto day = start; day <= end; day = day + 1)
        out.month[static_cast<std::size_t>(day.days)] = static_cast<std::uint16_t>((parts(day).year - 2024) * 12 + parts(day).month - 1);
    return out;
}

void fill(Image& image, const Columns& columns) {
    constexpr std::size_t batch = 100'000;
    std::vector<Fact> facts;
    for (std::size_t i = 0; i < rows; ++i) {
        const Date day{columns.day[i]};
        facts.push_back({.position = static_cast<Position>(i + 1), .person = columns.person[i], .day = day, .recorded_on = day, .worker = columns.centre[i] * 30U,
                         .minutes = columns.minutes[i], .service = columns.practice[i], .practice = columns.practice[i], .home_provider = columns.centre[i]});
        if (facts.size() == batch || i + 1 == rows) {
            image.append(facts);
            facts.clear();
        }
    }
}

/// What both sides say of each cell.
struct Cells {
    std::vector<std::uint64_t> facts, minutes;
    std::vector<std::uint32_t> people;
    bool operator==(const Cells&) const = default;
};

/// Counts, and for distinct people brings them into the order of cells and stamps them.
template <class CellOf>
Cells bare_pass(const Columns& columns, std::size_t cells, bool distinct, const CellOf& cell_of) {
    Cells out{std::vector<std::uint64_t>(cells), std::vector<std::uint64_t>(cells), std::vector<std::uint32_t>(cells)};
    for (std::size_t i = 0; i < rows; ++i) {
        const auto cell = cell_of(i);
        ++out.facts[cell];
        out.minutes[cell] += columns.minutes[i];
    }
    if (!distinct) return out;
    std::vector<std::uint32_t> next(cells + 1);
    for (std::size_t i = 0; i < cells; ++i) next[i + 1] = next[i] + static_cast<std::uint32_t>(out.facts[i]);
    std::vector<std::uint32_t> sorted(rows);
    for (std::size_t i = 0; i < rows; ++i) sorted[next[cell_of(i)]++] = columns.person[i];
    std::vector<std::uint32_t> stamps(people + centres + 1);
    std::uint32_t at = 0;
    for (std::uint32_t cell = 0; cell < cells; ++cell)
        for (; at < next[cell]; ++at) {
            auto& stamp = stamps[sorted[at]];
            out.people[cell] += stamp != cell + 1;
            stamp = cell + 1;
        }
    return out;
}

Cells cells_of(const CutTable& table) {
    Cells out;
    for (const auto& each : table.cells) {
        out.facts.push_back(each.facts);
        out.minutes.push_back(each.minutes);
        out.people.push_back(each.people);
    }
    return out;
}

template <class Work>
double cpu_milliseconds(const Work& work) {
    const auto before = std::clock();
    work();
    return 1000.0 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
}

template <class CellOf>
bool race(const char* name, const Image& image, const Columns& columns, CutRequest request, bool distinct, const CellOf& cell_of) {
    request.first = start;
    request.last = end;
    request.distinct = distinct;
    std::vector<double> ours, bare;
    Cells expected, found;
    for (int round = 0; round < 7; ++round) {
        bare.push_back(cpu_milliseconds([&] { expected = bare_pass(columns, request.rows * request.columns, distinct, cell_of); }));
        CutTable table;
        ours.push_back(cpu_milliseconds([&] { table = cut(image, Scope::everything(), request); }));
        found = cells_of(table);
    }
    fmt::print(stderr, "  {}: {:.0f} ms, bare pass {:.0f} ms\n", name, bench::median(ours), bench::median(bare));
    bench::report(name, ours, bare, {bench::Goal::Kind::at_most, 2});
    return found == expected;
}

Shares by_month(const Columns& columns) {
    Shares out;
    for (auto day = start; day <= end; day = day + 1) out.push_back(columns.month[static_cast<std::size_t>(day.days)]);
    return out;
}

CutRequest districts_by_month(const Columns& columns) {
    CutRequest out;
    out.rows = districts;
    out.columns = months;
    out.days = by_month(columns);
    for (const auto district : columns.district) out.people.push_back({district, 0xffff});
    for (std::uint32_t i = 0; i < districts; ++i) out.kinds.push_back(i * months);
    return out;
}

CutRequest centres_by_practice() {
    CutRequest out;
    out.rows = centres + 1;
    out.columns = practices + 1;
    for (std::uint32_t i = 0; i <= centres; ++i) out.homes.push_back(i * (practices + 1));
    for (std::uint32_t i = 0; i <= practices; ++i) out.practices.push_back(i);
    return out;
}

}  // namespace

int main() {
    const auto columns = make_columns();
    Image image;
    fill(image, columns);
    const auto by_district = districts_by_month(columns);
    const auto by_centre = centres_by_practice();
    const auto district = [&](std::size_t i) { return std::size_t{columns.district[columns.person[i]]} * months + columns.month[columns.day[i]]; };
    const auto centre = [&](std::size_t i) { return std::size_t{columns.centre[i]} * (practices + 1) + columns.practice[i]; };
    const bool equal = race("facts and minutes by centre and practice", image, columns, by_centre, false, centre) &&
                       race("people by centre and practice, with their own totals", image, columns, by_centre, true, centre) &&
                       race("facts and minutes by district and month", image, columns, by_district, false, district) &&
                       race("people by district and month, with their own totals", image, columns, by_district, true, district);
    if (!equal) fmt::print(stderr, "the image and the bare pass disagree\n");
    return equal ? 0 : 1;
}
