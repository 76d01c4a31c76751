// The pass over the columns: what a row adds to the index of its cell is looked up and summed.
#include "modules/ledger/image_cut.hpp"

#include <algorithm>

#include "modules/ledger/image_cut_people.hpp"

namespace ryadom::ledger::image {
namespace {

/// Facts and minutes of a row are added at once.
constexpr unsigned minute_bits = 40;
constexpr std::uint64_t one_fact = std::uint64_t{1} << minute_bits;
constexpr std::uint64_t most_facts = std::uint64_t{1} << (64 - minute_bits);

/// Facts, minutes and unnamed people by cell. What is left out goes behind the last cell, so that nobody has to ask.
class Sums {
  public:
    explicit Sums(std::uint32_t cells) : cells_(cells), sums_(cells + 1U), unnamed_(cells + 1U), unnamed_facts_(cells + 1U), counts_(cells + 1U) {}

    /// So many rows come next.
    void expect(std::uint64_t rows) {
        if (pending_ + rows >= most_facts) flush();
        pending_ += rows;
    }
    std::uint32_t place(std::uint32_t cell) const { return std::min(cell, cells_); }
    void add(const Chunk& chunk, std::uint32_t row, std::uint32_t cell) { sums_[place(cell)] += one_fact + chunk.minutes[row]; }
    void add_unnamed(std::uint32_t people, std::uint32_t cell) {
        unnamed_[place(cell)] += people;
        ++unnamed_facts_[place(cell)];
    }
    void add(const MonthSum& sum, std::uint32_t cell) {
        sums_[place(cell)] += sum.facts * one_fact + sum.minutes;
        unnamed_[place(cell)] += sum.unnamed;
    }
    /// A row of a sum that does not count.
    void take_off(const Chunk& chunk, std::uint32_t row, std::uint32_t cell) {
        sums_[place(cell)] -= one_fact + chunk.minutes[row];
        if (chunk.person[row] & unnamed_bit) unnamed_[place(cell)] -= chunk.person[row] & ~unnamed_bit;
    }

    void write(CutTable& table) {
        flush();
        for (std::size_t cell = 0; cell < cells_; ++cell)
            for (auto* const sum : {&table.cells[cell], &table.row_totals[cell / table.columns], &table.column_totals[cell % table.columns], &table.total}) {
                sum->facts += counts_[cell].facts;
                sum->minutes += counts_[cell].minutes;
                sum->unnamed += unnamed_[cell];
            }
    }
    /// Facts of named people by cell, once written.
    std::vector<std::uint32_t> named() const {
        std::vector<std::uint32_t> out;
        for (std::size_t cell = 0; cell < cells_; ++cell) out.push_back(static_cast<std::uint32_t>(counts_[cell].facts) - unnamed_facts_[cell]);
        return out;
    }

  private:
    struct FactsAndMinutes {
        std::uint64_t facts = 0;
        std::uint64_t minutes = 0;
    };

    void flush() {
        for (std::size_t cell = 0; cell < cells_; ++cell) {
            counts_[cell].facts += sums_[cell] >> minute_bits;
            counts_[cell].minutes += sums_[cell] & (one_fact - 1);
        }
        std::ranges::fill(sums_, 0);
        pending_ = 0;
    }

    std::uint32_t cells_;
    std::uint64_t pending_ = 0;
    std::vector<std::uint64_t> sums_;
    std::vector<std::uint64_t> unnamed_;
    std::vector<std::uint32_t> unnamed_facts_;
    std::vector<FactsAndMinutes> counts_;
};

std::uint64_t length(std::span<const RowRange> ranges) {
    std::uint64_t rows = 0;
    for (const auto& range : ranges) rows += range.end - range.begin;
    return rows;
}

void add_rows(Sums& sums, const Source& source, const Sieve& sieve, std::span<const RowRange> ranges) {
    sums.expect(length(ranges));
    each_cell(source, sieve, ranges, [&](std::uint32_t cell, const Chunk& chunk, std::uint32_t row) {
        sums.add(chunk, row, cell);
        if (const auto person = chunk.person[row]; person & unnamed_bit) [[unlikely]] sums.add_unnamed(person & ~unnamed_bit, cell);
    });
}

/// Whether every month of the chunk adds as a whole.
bool whole_months(const Chunk& chunk, const Sieve& sieve) {
    return !chunk.sums.empty() && std::ranges::none_of(chunk.sums, [&](const MonthSum& sum) { return sum.month < sieve.months.size() && sieve.months[sum.month] == divided; });
}

/// A full chunk of which hardly a row is missing, by its sums. `ranges`: its counted rows.
void add_months(Sums& sums, const Source& source, const Sieve& sieve, const Chunk& chunk, std::uint32_t begin, std::span<const RowRange> ranges) {
    sums.expect(chunk_rows);
    for (const auto& sum : chunk.sums) {
        const auto month = sum.month < sieve.months.size() ? sieve.months[sum.month] : outside;
        sums.add(sum, source.kinds[sum.kind] + source.performers[sum.performer_index] + month);
    }
    std::vector<RowRange> missing;
    for (const auto& range : ranges) {
        if (begin < range.begin) missing.push_back({begin, range.begin});
        begin = range.end;
    }
    if (begin % chunk_rows != 0) missing.push_back({begin, (begin / chunk_rows + 1) * chunk_rows});
    each_cell(source, sieve, missing, [&](std::uint32_t cell, const Chunk&, std::uint32_t row) { sums.take_off(chunk, row, cell); });
}

/// Chunk by chunk: by what its months come to where they are asked for as a whole, else row by row.
void add_chunks(Sums& sums, const Source& source, const Sieve& sieve) {
    constexpr std::uint32_t few = chunk_rows / 4;
    const std::span ranges(source.ranges);
    for (std::size_t from = 0, to = 0; from < ranges.size(); from = to) {
        const auto index = ranges[from].begin / chunk_rows;
        while (to < ranges.size() && ranges[to].begin / chunk_rows == index) ++to;
        const auto own = ranges.subspan(from, to - from);
        const auto& chunk = *source.partition->chunks[index];
        if ((index + 1) * chunk_rows <= source.rows && length(own) >= chunk_rows - few && whole_months(chunk, sieve))
            add_months(sums, source, sieve, chunk, index * chunk_rows, own);
        else add_rows(sums, source, sieve, own);
    }
}

void count_facts(CutTable& table, const Sieve& sieve, std::span<const Source> sources) {
    Sums sums(sieve.cells);
    for (const auto& source : sources)
        if (sieve.by_channel || sieve.by_person) add_rows(sums, source, sieve, source.ranges);
        else add_chunks(sums, source, sieve);
    sums.write(table);
}

template <class People>
void count_both(CutTable& table, const Sieve& sieve, std::span<const Source> sources, People people) {
    Sums sums(sieve.cells);
    for (const auto& source : sources) {
        people.begin(source);
        sums.expect(length(source.ranges));
        each_cell(source, sieve, source.ranges, [&](std::uint32_t cell, const Chunk& chunk, std::uint32_t row) {
            people.call_ahead(chunk, row);
            const auto person = chunk.person[row];
            if (person & unnamed_bit) [[unlikely]] {
                if constexpr (People::knows_kinds) cell += sieve.kinds[0];
                sums.add_unnamed(person & ~unnamed_bit, cell);
            } else {
                cell = people.see(person, chunk.day[row], cell);
            }
            sums.add(chunk, row, cell);
        }, !People::knows_kinds);
    }
    people.end();
    sums.write(table);
}

void count_apart(CutTable& table, const Sieve& sieve, std::span<const Source> sources, const Moment& now) {
    Sums sums(sieve.cells);
    for (const auto& source : sources) add_rows(sums, source, sieve, source.ranges);
    sums.write(table);
    count_people(table, sieve, sources, sums.named(), now);
}

/// Rows and columns change places.
CutRequest turned(CutRequest request) {
    for (auto* const shares : {&request.homes, &request.performers, &request.practices, &request.services, &request.channels, &request.days, &request.kinds})
        for (auto& share : *shares)
            if (share != left_out) share = static_cast<std::uint32_t>(share % request.columns * request.rows + share / request.columns);
    std::swap(request.rows, request.columns);
    return request;
}

CutTable turned(const CutTable& table) {
    CutTable out{table.row_totals.size(), {}, table.column_totals, table.row_totals, table.total};
    for (std::size_t row = 0; row < table.columns; ++row)
        for (std::size_t column = 0; column < out.columns; ++column) out.cells.push_back(table.at(column, row));
    return out;
}

CutTable table_of(const Image& image, const Scope& scope, const CutRequest& request) {
    const auto now = moment(image, request.as_of);
    const auto sieve = sieve_of(request, now);
    CutTable table{request.columns, std::vector<Count>(sieve.cells), std::vector<Count>(request.rows), std::vector<Count>(request.columns), {}};
    if (sieve.cells == 0) return table;
    auto sources = sources_of(request, sieve, now, scope);
    const auto by = rows_by(request);
    if (!request.distinct) {
        count_facts(table, sieve, sources);
    } else if (by == RowsBy::centre) {
        std::ranges::stable_sort(sources, {}, [&](const Source& source) { return source.home / request.columns; });
        count_both(table, sieve, sources, PeopleOfCentres(table, now));
    } else if (by == RowsBy::person) {
        count_both(table, sieve, sources, PeopleOfKinds(table, sieve, now));
    } else {
        count_apart(table, sieve, sources, now);
    }
    return table;
}

}  // namespace

CutTable cut(const Image& image, const Scope& scope, const CutRequest& request) {
    if (request.distinct && request.rows > 0 && request.columns > 0 && rows_by(request) == RowsBy::anything)
        if (const auto other = turned(request); rows_by(other) != RowsBy::anything) return turned(table_of(image, scope, other));
    return table_of(image, scope, request);
}

std::vector<Position> cut_positions(const Image& image, const Scope& scope, const CutRequest& request, const CutPlace& place, Position before,
                                    std::size_t limit) {
    const auto now = moment(image, request.as_of);
    const auto sieve = sieve_of(request, now);
    std::vector<Position> found;
    for (const auto& source : sources_of(request, sieve, now, scope))
        each_row(source, sieve, 0, sieve.cells, [&](std::uint32_t cell, const Chunk& chunk, std::uint32_t row) {
            const auto position = chunk.base + chunk.offset[row];
            if (position >= before || (place.row && cell / request.columns != *place.row) || (place.column && cell % request.columns != *place.column)) return;
            found.push_back(position);
        });
    const auto kept = std::min(limit, found.size());
    std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(kept), std::greater<>());
    found.resize(kept);
    return found;
}

}  // namespace ryadom::ledger::image
