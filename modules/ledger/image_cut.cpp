// The pass over the columns: what a row adds to the index of its cell is looked up and summed, and a sum beyond the last
// cell is a row that is left out.
//
// People are distinct within a cell as in image_counts.cpp: rows are brought into the order of their cells. Cells of one
// row of the table stand together, so a stamp a person tells who is new in the row and in the table; who is new in a
// column is told by a bit a person.
#include "modules/ledger/image_cut.hpp"

#include <algorithm>
#include <stdexcept>

#include "modules/ledger/image_view.hpp"

namespace ryadom::ledger::image {
namespace {

constexpr std::size_t largest_table = 16'000'000;
constexpr std::uint64_t batch_rows = 16'000'000;
/// Larger than every cell, and five of them still fit into 32 bits.
constexpr std::uint32_t outside = 1U << 24;

std::uint32_t share(const Shares& shares, std::size_t number) {
    if (shares.empty()) return 0;
    return number < shares.size() && shares[number] != left_out ? shares[number] : outside;
}

/// Shares that are looked up by rows: dense, with `outside` for what is left out.
std::vector<std::uint32_t> dense(const Shares& shares, std::size_t size) {
    std::vector<std::uint32_t> out(size);
    for (std::size_t i = 0; i < size; ++i) out[i] = share(shares, i);
    return out;
}

/// The request as the rows need it.
struct Sieve {
    std::uint32_t cells = 0;
    std::uint32_t first_day = 1;
    std::uint32_t last_day = 0;
    bool by_channel = false;
    bool by_person = false;
    std::vector<std::uint32_t> days;      ///< by days since the first
    std::vector<std::uint32_t> channels;  ///< by channel
    std::vector<std::uint32_t> kinds;     ///< by kind of person, and one more
    std::vector<Trait> people;            ///< by person, those who were merged as their survivor

    std::uint32_t of_person(std::uint32_t person, std::uint32_t day) const {
        if (person >= people.size()) return kinds[0];
        const auto& trait = people[person];
        return kinds[trait.kind + (day >= trait.change ? 1U : 0U)];
    }
};

std::uint32_t cells_of(const CutRequest& request) {
    if (request.rows && request.columns > largest_table / request.rows) throw std::length_error("a cut has too many cells");
    return static_cast<std::uint32_t>(request.rows * request.columns);
}

void take_people(Sieve& sieve, const CutRequest& request, const Moment& now, const People& people) {
    sieve.by_person = !request.kinds.empty();
    if (!sieve.by_person) return;
    std::size_t kinds = 0;
    for (const auto& trait : request.people) kinds = std::max(kinds, std::size_t{trait.kind});
    sieve.kinds = dense(request.kinds, std::max(kinds + 2, request.kinds.size()));
    sieve.people.resize(now.people);
    for (std::uint32_t person = 0; person < now.people; ++person)
        if (const auto human = people.human(person); human < request.people.size()) sieve.people[person] = request.people[human];
}

Sieve sieve_of(const CutRequest& request, const Moment& now, const People& people) {
    Sieve out;
    out.cells = cells_of(request);
    if (request.first <= request.last && request.last.days >= 0 && request.first <= last_day) {
        out.first_day = static_cast<std::uint32_t>(std::max(request.first, Date{0}).days);
        out.last_day = static_cast<std::uint32_t>(std::min(request.last, last_day).days);
        const auto skipped = out.first_day - static_cast<std::uint32_t>(request.first.days);
        for (std::uint32_t day = 0; day <= out.last_day - out.first_day; ++day) out.days.push_back(share(request.days, day + skipped));
    }
    out.by_channel = !request.channels.empty();
    if (out.by_channel) out.channels = dense(request.channels, 256);
    take_people(out, request, now, people);
    return out;
}

/// One partition with what its codes add.
struct Source {
    const Partition* partition;
    std::vector<RowRange> ranges;
    std::vector<std::uint32_t> kinds;
    std::vector<std::uint32_t> hands;
};

void drop_other_days(std::vector<RowRange>& ranges, const Partition& partition, std::uint32_t rows, const Sieve& sieve) {
    std::erase_if(ranges, [&](const RowRange& range) {
        const auto index = range.begin / chunk_rows;
        const auto& chunk = *partition.chunks[index];
        return (index + 1) * chunk_rows <= rows && (chunk.first_day > sieve.last_day || chunk.last_day < sieve.first_day);
    });
}

bool all_outside(const std::vector<std::uint32_t>& shares) {
    return std::ranges::all_of(shares, [](std::uint32_t each) { return each >= outside; });
}

std::optional<Source> source_of(const Partition& partition, const CutRequest& request, const Sieve& sieve, const Moment& now, const Scope& scope) {
    Source out{&partition, {}, {}, {}};
    const auto rows = known(partition, now);
    const auto allowed = partition_scope(partition, scope);
    if (!allowed.anybody || rows.rows == 0 || sieve.days.empty()) return std::nullopt;
    const auto home = share(request.homes, partition.home);
    for (std::size_t i = 0; i < allowed.hands.size(); ++i) {
        const auto performer = share(request.performers, partition.performers[partition.hands[i].performer_index]);
        out.hands.push_back(allowed.hands[i] ? std::min(home + performer, outside) : outside);
    }
    for (std::size_t i = 0, size = partition.kinds.size(); i < size; ++i)
        out.kinds.push_back(std::min(share(request.practices, partition.kinds[i].practice) + share(request.services, partition.kinds[i].service), outside));
    if (all_outside(out.hands) || all_outside(out.kinds)) return std::nullopt;
    out.ranges = counted_rows(partition, rows);
    drop_other_days(out.ranges, partition, rows.rows, sieve);
    return out.ranges.empty() ? std::nullopt : std::optional(std::move(out));
}

std::vector<Source> sources_of(const CutRequest& request, const Sieve& sieve, const Moment& now, const Scope& scope) {
    std::vector<Source> out;
    for (std::size_t i = 0, size = now.state->partitions.size(); i < size; ++i)
        if (auto source = source_of(*now.state->partitions[i], request, sieve, now, scope)) out.push_back(std::move(*source));
    return out;
}

/// The cell of each row. What the request does not ask of a row is not looked at; pointers, because bounds were checked
/// when the codes were given.
template <bool by_channel, bool by_person>
struct Cells {
    Cells(const Source& source, const Sieve& its_sieve)
        : kinds(source.kinds.data()), hands(source.hands.data()), days(its_sieve.days.data()), channels(its_sieve.channels.data()),
          first(its_sieve.first_day), span(its_sieve.last_day - its_sieve.first_day), sieve(its_sieve) {}

    std::uint32_t at(const Chunk& chunk, std::uint32_t row) const {
        const std::uint32_t day = chunk.day[row];
        if (day - first > span) return outside;
        auto cell = kinds[chunk.kind[row]] + hands[chunk.hand[row]] + days[day - first];
        if constexpr (by_channel) cell += channels[chunk.channel[row]];
        if constexpr (by_person) {
            if (cell >= outside) return outside;
            cell += (chunk.person[row] & unnamed_bit) ? sieve.kinds[0] : sieve.of_person(chunk.person[row], day);
        }
        return cell;
    }

    const std::uint32_t* kinds;
    const std::uint32_t* hands;
    const std::uint32_t* days;
    const std::uint32_t* channels;
    std::uint32_t first;
    std::uint32_t span;
    const Sieve& sieve;
};

/// Calls `work` with the cells as the sieve asks for them.
template <class Work>
void with_cells(const Source& source, const Sieve& sieve, const Work& work) {
    if (sieve.by_channel && sieve.by_person) work(Cells<true, true>(source, sieve));
    else if (sieve.by_channel) work(Cells<true, false>(source, sieve));
    else if (sieve.by_person) work(Cells<false, true>(source, sieve));
    else work(Cells<false, false>(source, sieve));
}

/// Calls `take(cell, chunk, row)` for each row of a cell of [begin, end).
template <class Take>
void each_row(const Source& source, const Sieve& sieve, std::uint32_t begin, std::uint32_t end, const Take& take) {
    with_cells(source, sieve, [&](const auto& cells) {
        each_range(*source.partition, source.ranges, [&](const Chunk& chunk, std::uint32_t first, std::uint32_t last) {
            for (auto row = first; row < last; ++row)
                if (const auto cell = cells.at(chunk, row); cell >= begin && cell < end) take(cell, chunk, row);
        });
    });
}

/// Who was seen where.
class Distinct {
  public:
    Distinct(CutTable& table, People& people, std::uint32_t persons)
        : table_(table), people_(people), row_of_(persons), words_((persons + 63) / 64), columns_(table.columns > 1 ? table.columns * words_ : 0) {}

    void begin_cell(std::size_t cell) {
        set_ = people_.start();
        row_ = static_cast<std::uint32_t>(cell / table_.columns);
        column_ = cell % table_.columns;
        cell_ = cell;
    }

    void see(std::uint32_t person) {
        auto& stamp = people_.stamp(person);
        if (stamp.generation == set_) return;
        stamp.generation = set_;
        ++table_.cells[cell_].people;
        const auto human = people_.human(person);
        auto& seen = row_of_[human];
        table_.total.people += seen == 0;
        table_.row_totals[row_].people += seen != row_ + 1;
        seen = row_ + 1;
        if (columns_.empty()) return;
        auto& word = columns_[column_ * words_ + human / 64];
        const auto bit = std::uint64_t{1} << human % 64;
        table_.column_totals[column_].people += !(word & bit);
        word |= bit;
    }

    void end() {
        if (columns_.empty()) table_.column_totals[0].people = table_.total.people;
    }

  private:
    CutTable& table_;
    People& people_;
    std::vector<std::uint32_t> row_of_;  ///< by person: 1 + the last row in which it was seen
    std::size_t words_;
    std::vector<std::uint64_t> columns_;
    std::uint32_t set_ = 0;
    std::uint32_t row_ = 0;
    std::size_t column_ = 0;
    std::size_t cell_ = 0;
};

class Cutting {
  public:
    Cutting(const Sieve& sieve, std::span<const Source> sources, CutTable& table) : sieve_(sieve), sources_(sources), table_(table), named_(table.cells.size()) {}

    void count_facts() {
        for (const auto& source : sources_)
            each_row(source, sieve_, 0, sieve_.cells, [&](std::uint32_t cell, const Chunk& chunk, std::uint32_t row) {
                auto& count = table_.cells[cell];
                ++count.facts;
                count.minutes += chunk.minutes[row];
                if (chunk.person[row] & unnamed_bit) count.unnamed += chunk.person[row] & ~unnamed_bit;
                else ++named_[cell];
            });
        for (std::size_t cell = 0; cell < table_.cells.size(); ++cell)
            for (auto* const sum : {&table_.row_totals[cell / table_.columns], &table_.column_totals[cell % table_.columns], &table_.total}) {
                sum->facts += table_.cells[cell].facts;
                sum->minutes += table_.cells[cell].minutes;
                sum->unnamed += table_.cells[cell].unnamed;
            }
    }

    void count_people(Distinct& distinct) {
        for (std::uint32_t begin = 0; begin < sieve_.cells;) {
            auto end = begin;
            std::uint64_t rows = 0;
            do rows += named_[end++];
            while (end < sieve_.cells && rows + named_[end] <= batch_rows);
            if (rows && end == begin + 1) see_one(distinct, begin);
            else if (rows) see_sorted(distinct, begin, end, rows);
            begin = end;
        }
        distinct.end();
    }

  private:
    void see_one(Distinct& distinct, std::uint32_t cell) {
        distinct.begin_cell(cell);
        for (const auto& source : sources_)
            each_row(source, sieve_, cell, cell + 1, [&](std::uint32_t, const Chunk& chunk, std::uint32_t row) {
                if (!(chunk.person[row] & unnamed_bit)) distinct.see(chunk.person[row]);
            });
    }

    void see_sorted(Distinct& distinct, std::uint32_t begin, std::uint32_t end, std::uint64_t rows) {
        std::vector<std::uint32_t> next;
        std::uint32_t sum = 0;
        for (auto cell = begin; cell < end; ++cell) {
            next.push_back(sum);
            sum += named_[cell];
        }
        std::vector<std::uint32_t> persons(rows);
        for (const auto& source : sources_)
            each_row(source, sieve_, begin, end, [&](std::uint32_t cell, const Chunk& chunk, std::uint32_t row) {
                if (!(chunk.person[row] & unnamed_bit)) persons[next[cell - begin]++] = chunk.person[row];
            });
        std::uint32_t from = 0;
        for (auto cell = begin; cell < end; ++cell) {
            if (from == next[cell - begin]) continue;
            distinct.begin_cell(cell);
            for (; from < next[cell - begin]; ++from) distinct.see(persons[from]);
        }
    }

    const Sieve& sieve_;
    std::span<const Source> sources_;
    CutTable& table_;
    std::vector<std::uint32_t> named_;  ///< by cell: facts of named people
};

}  // namespace

CutTable cut(const Image& image, const Scope& scope, const CutRequest& request) {
    const auto now = moment(image, request.as_of);
    People people(now);
    const auto sieve = sieve_of(request, now, people);
    CutTable table{request.columns, std::vector<Count>(sieve.cells), std::vector<Count>(request.rows), std::vector<Count>(request.columns), {}};
    if (sieve.cells == 0) return table;
    const auto sources = sources_of(request, sieve, now, scope);
    Cutting cutting(sieve, sources, table);
    cutting.count_facts();
    if (!request.distinct) return table;
    Distinct distinct(table, people, now.people);
    cutting.count_people(distinct);
    return table;
}

std::vector<Position> cut_positions(const Image& image, const Scope& scope, const CutRequest& request, const CutPlace& place, Position before,
                                    std::size_t limit) {
    const auto now = moment(image, request.as_of);
    const People people(now);
    const auto sieve = sieve_of(request, now, people);
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
