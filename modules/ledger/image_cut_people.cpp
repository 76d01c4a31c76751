#include "modules/ledger/image_cut_people.hpp"

#include <algorithm>

namespace ryadom::ledger::image {
namespace {

constexpr std::uint64_t batch_rows = 16'000'000;
constexpr std::size_t bits = 64;

bool moves_rows(const Shares& shares, std::size_t columns) {
    return std::ranges::any_of(shares, [&](std::uint32_t each) { return each != left_out && each >= columns; });
}

/// The people of columns and of the whole table, as long as nobody stands in two rows.
void add_up(CutTable& table) {
    for (std::size_t cell = 0; cell < table.cells.size(); ++cell) table.column_totals[cell % table.columns].people += table.cells[cell].people;
    for (const auto& row : table.row_totals) table.total.people += row.people;
}

/// Calls `each(column)` for the set bits.
template <class Each>
void each_bit(std::uint64_t mask, const Each& each) {
    for (; mask; mask &= mask - 1) each(static_cast<std::size_t>(std::countr_zero(mask)));
}

/// Who was seen where, cell by cell.
class Distinct {
  public:
    Distinct(CutTable& table, const Moment& now)
        : table_(table), people_(now), row_of_(now.people), words_((now.people + 63) / 64), columns_(table.columns > 1 ? table.columns * words_ : 0) {}

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
    People people_;
    std::vector<std::uint32_t> row_of_;  ///< by person: 1 + the last row in which it was seen
    std::size_t words_;
    std::vector<std::uint64_t> columns_;
    std::uint32_t set_ = 0;
    std::uint32_t row_ = 0;
    std::size_t column_ = 0;
    std::size_t cell_ = 0;
};

/// The people of the cells [begin, end), which have so many rows of named people.
void see_sorted(Distinct& distinct, const Sieve& sieve, std::span<const Source> sources, std::span<const std::uint32_t> named, std::uint32_t begin,
                std::uint32_t end, std::uint64_t rows) {
    std::vector<std::uint32_t> next;
    std::uint32_t sum = 0;
    for (auto cell = begin; cell < end; ++cell) {
        next.push_back(sum);
        sum += named[cell];
    }
    std::vector<std::uint32_t> persons(rows);
    for (const auto& source : sources)
        each_row(source, sieve, begin, end, [&](std::uint32_t cell, const Chunk& chunk, std::uint32_t row) {
            if (!(chunk.person[row] & unnamed_bit)) persons[next[cell - begin]++] = chunk.person[row];
        });
    std::uint32_t from = 0;
    for (auto cell = begin; cell < end; ++cell) {
        if (from == next[cell - begin]) continue;
        distinct.begin_cell(cell);
        for (; from < next[cell - begin]; ++from) distinct.see(persons[from]);
    }
}

void see_one(Distinct& distinct, const Sieve& sieve, std::span<const Source> sources, std::uint32_t cell) {
    distinct.begin_cell(cell);
    for (const auto& source : sources)
        each_row(source, sieve, cell, cell + 1, [&](std::uint32_t, const Chunk& chunk, std::uint32_t row) {
            if (!(chunk.person[row] & unnamed_bit)) distinct.see(chunk.person[row]);
        });
}

}  // namespace

RowsBy rows_by(const CutRequest& request) {
    if (request.columns > bits) return RowsBy::anything;
    for (const auto* shares : {&request.performers, &request.practices, &request.services, &request.channels, &request.days})
        if (moves_rows(*shares, request.columns)) return RowsBy::anything;
    if (!moves_rows(request.kinds, request.columns)) return RowsBy::centre;
    return moves_rows(request.homes, request.columns) ? RowsBy::anything : RowsBy::person;
}

Humans::Humans(const Moment& now) {
    const auto survivors = survivors_at(now);
    if (survivors.empty()) return;
    for (std::uint32_t person = 0; person < now.people; ++person) humans_.push_back(person);
    for (const auto& [person, survivor] : survivors) humans_[person] = survivor;
}

PeopleOfCentres::PeopleOfCentres(CutTable& table, const Moment& now)
    : table_(table), humans_(now), seen_(now.people), earlier_(now.people), here_(now.people + std::size_t{1}), people_(table.cells.size()) {}

void PeopleOfCentres::begin(const Source& source) {
    const auto row = source.home / table_.columns;
    if (row_ == row) return;
    end_row();
    row_ = row;
    first_cell_ = static_cast<std::uint32_t>(row * table_.columns);
}

void PeopleOfCentres::end_row() {
    if (!row_) return;
    table_.row_totals[*row_].people = count_;
    for (const auto human : std::span(here_).first(count_)) {
        // Whoever stood in a row before is there twice when columns and all are added up: taken off here, added by add_up.
        if (earlier_[human]) --table_.total.people;
        each_bit(seen_[human] & earlier_[human], [&](std::size_t column) { --table_.column_totals[column].people; });
        earlier_[human] |= seen_[human];
        seen_[human] = 0;
    }
    count_ = 0;
}

void PeopleOfCentres::end() {
    end_row();
    for (std::size_t cell = 0; cell < people_.size(); ++cell) table_.cells[cell].people = people_[cell];
    add_up(table_);
}

PeopleOfKinds::PeopleOfKinds(CutTable& table, const Sieve& sieve, const Moment& now)
    : table_(table), humans_(now), cells_(sieve.cells), known_(now.people), after_(now.people), people_(table.cells.size()),
      people_of_rows_(table.row_totals.size()) {
    for (const auto share : sieve.kinds) {
        const auto row = share < sieve.cells ? static_cast<std::uint32_t>(share / table.columns) : 0;
        kinds_.push_back({share, row, static_cast<std::uint32_t>(row * table.columns)});
    }
    for (std::uint32_t person = 0; person < now.people; ++person) {
        const auto& trait = sieve.trait(person);
        known_[person] = {0, trait.kind, trait.change};
    }
}

void PeopleOfKinds::end() {
    for (std::size_t cell = 0; cell < people_.size(); ++cell) table_.cells[cell].people = people_[cell];
    for (std::size_t row = 0; row < people_of_rows_.size(); ++row) table_.row_totals[row].people = people_of_rows_[row];
    add_up(table_);
    for (std::size_t human = 0; human < known_.size(); ++human) {
        const auto one = known_[human].seen;
        const auto other = after_[human];
        if (!one || !other) continue;
        const auto& before = kinds_[known_[human].kind];
        const bool same_row = before.row == kinds_[known_[human].kind + 1U].row;
        --table_.total.people;
        if (same_row) --table_.row_totals[before.row].people;
        each_bit(one & other, [&](std::size_t column) {
            --table_.column_totals[column].people;
            if (same_row) --table_.cells[before.first_cell + column].people;
        });
    }
}

void count_people(CutTable& table, const Sieve& sieve, std::span<const Source> sources, std::span<const std::uint32_t> named, const Moment& now) {
    Distinct distinct(table, now);
    for (std::uint32_t begin = 0; begin < sieve.cells;) {
        auto end = begin;
        std::uint64_t rows = 0;
        do rows += named[end++];
        while (end < sieve.cells && rows + named[end] <= batch_rows);
        if (rows && end == begin + 1) see_one(distinct, sieve, sources, begin);
        else if (rows) see_sorted(distinct, sieve, sources, named, begin, end, rows);
        begin = end;
    }
    distinct.end();
}

}  // namespace ryadom::ledger::image
