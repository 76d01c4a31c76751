// Distinct people of a cut.
//
// Where a row of the table is told by the centre alone, or by the person alone, and its columns fit into the bits of a word, a
// word a person tells in which cells of the row the person was seen: one pass counts facts and people. Any other table is
// counted in two: rows are brought into the order of their cells, as in image_counts.cpp, so that a stamp a person tells who is
// new in a cell, in a row and in the table, and a bit a person who is new in a column.
#pragma once

#include <bit>

#include "modules/ledger/image_cut_sieve.hpp"

namespace ryadom::ledger::image {

/// What tells the row of the table.
enum class RowsBy { centre, person, anything };
RowsBy rows_by(const CutRequest& request);

/// Whose facts a person's are.
class Humans {
  public:
    explicit Humans(const Moment& now);
    std::uint32_t of(std::uint32_t person) const { return humans_.empty() ? person : humans_[person]; }

  private:
    std::vector<std::uint32_t> humans_;  ///< by person; empty when nobody was merged
};

/// For rows by centre: sources in the order of their rows, each begun.
class PeopleOfCentres {
  public:
    PeopleOfCentres(CutTable& table, const Moment& now);
    void begin(const Source& source);
    void see(const Chunk& chunk, std::uint32_t row, std::uint32_t cell) {
        const auto human = humans_.of(chunk.person[row]);
        const auto bit = std::uint64_t{1} << (cell - first_cell_);
        auto& mask = seen_[human];
        if (mask & bit) return;
        if (mask == 0) here_.push_back(human);
        mask |= bit;
        ++table_.cells[cell].people;
    }
    void end();

  private:
    void end_row();

    CutTable& table_;
    Humans humans_;
    std::vector<std::uint64_t> seen_;     ///< by person: columns of this row
    std::vector<std::uint64_t> earlier_;  ///< by person: columns of all rows before
    std::vector<std::uint32_t> here_;     ///< people of this row
    std::optional<std::size_t> row_;
    std::uint32_t first_cell_ = 0;
};

/// For rows by person: of two kinds at most, one before and one after the change.
class PeopleOfKinds {
  public:
    PeopleOfKinds(CutTable& table, const Sieve& sieve, const Moment& now);
    void begin(const Source&) const {}
    void see(const Chunk& chunk, std::uint32_t row, std::uint32_t cell) {
        const auto person = chunk.person[row];
        const auto& trait = sieve_.trait(person);
        const bool after = chunk.day[row] >= trait.change;
        const auto line = rows_[trait.kind + (after ? 1U : 0U)];
        const auto bit = std::uint64_t{1} << (cell - line * table_.columns);
        auto& mask = (after ? after_ : before_)[humans_.of(person)];
        if (mask & bit) return;
        table_.row_totals[line].people += mask == 0;
        mask |= bit;
        ++table_.cells[cell].people;
    }
    void end();

  private:
    CutTable& table_;
    const Sieve& sieve_;
    Humans humans_;
    std::vector<std::uint32_t> rows_;  ///< by kind of person
    std::vector<std::uint64_t> before_;
    std::vector<std::uint64_t> after_;  ///< from the change on
};

/// For any table. `named`: facts of named people, by cell.
void count_people(CutTable& table, const Sieve& sieve, std::span<const Source> sources, std::span<const std::uint32_t> named, const Moment& now);

}  // namespace ryadom::ledger::image
