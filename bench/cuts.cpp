// Cuts over 10 million facts (200 centres, 50 practices, 24 months, a million people of 35 districts) against a bare pass
// over plain column arrays that answers the same question. CPU time, medians of interleaved rounds. Ends with 1 if the two
// disagree.
#include "bench/cuts.hpp"
#include "bench/rounds.hpp"

#include <fmt/format.h>

namespace {

using namespace ryadom;
using namespace ryadom::ledger::image;
using namespace ryadom::bench::cuts;

/// Counts, and for distinct people brings them into the order of cells and stamps them.
template <class CellOf>
Cells bare_pass(const Columns& columns, std::size_t cells, bool distinct, const CellOf& cell_of) {
    Cells out(cells);
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

template <class Work>
double cpu_milliseconds(const Work& work) {
    const auto before = bench::cpu_seconds();
    work();
    return 1000 * (bench::cpu_seconds() - before);
}

template <class CellOf>
bool race(const char* name, const Image& image, const Columns& columns, CutRequest request, bool distinct, const CellOf& cell_of) {
    request.distinct = distinct;
    std::vector<double> ours, bare;
    Cells expected(0), found(0);
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
