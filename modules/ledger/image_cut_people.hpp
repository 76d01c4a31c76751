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
    static constexpr bool knows_kinds = false;

    PeopleOfCentres(CutTable& table, const Moment& now);
    void begin(const Source& source);
    void call_ahead(const Chunk& chunk, std::uint32_t row) const { image::call_ahead(seen_, chunk, row); }
    /// The cell, in which the person is noted.
    [[gnu::always_inline]] std::uint32_t see(std::uint32_t person, std::uint32_t, std::uint32_t cell) {
        if (cell >= table_.cells.size()) return cell;
        const auto human = humans_.of(person);
        const auto bit = std::uint64_t{1} << (cell - first_cell_);
        auto& mask = seen_[human];
        // Whether a person is new nobody can foresee, the processor neither: no branches.
        people_[cell] += (mask & bit) == 0;
        here_[count_] = human;
        count_ += mask == 0;
        mask |= bit;
        return cell;
    }
    void end();

  private:
    void end_row();

    CutTable& table_;
    Humans humans_;
    // Apart: what is written for every row had better be close together.
    std::vector<std::uint64_t> seen_;     ///< by person: columns of this row
    std::vector<std::uint64_t> earlier_;  ///< by person: columns of all rows before
    std::vector<std::uint32_t> here_;     ///< people of this row, so many:
    std::uint32_t count_ = 0;
    std::vector<std::uint32_t> people_;  ///< by cell
    std::optional<std::size_t> row_;
    std::uint32_t first_cell_ = 0;
};

/// For rows by person: of two kinds at most, one before and one after the change. What is known of a person and where the person
/// was seen stand side by side: to fetch it is most of the work.
class PeopleOfKinds {
  public:
    static constexpr bool knows_kinds = true;

    PeopleOfKinds(CutTable& table, const Sieve& sieve, const Moment& now);
    void begin(const Source&) const {}
    void call_ahead(const Chunk& chunk, std::uint32_t row) const { image::call_ahead(known_, chunk, row); }
    /// The cell with what the person adds to it, who is noted there.
    [[gnu::always_inline]] std::uint32_t see(std::uint32_t person, std::uint32_t day, std::uint32_t cell) {
        auto& known = known_[person];
        const bool after = day >= known.change;
        const auto kind = known.kind + (after ? 1U : 0U);
        cell += kinds_[kind].share;
        if (cell >= cells_) return cell;
        const auto bit = std::uint64_t{1} << (cell - kinds_[kind].first_cell);
        auto& mask = after ? after_[humans_.of(person)] : known_[humans_.of(person)].seen;
        people_of_rows_[kinds_[kind].row] += mask == 0;
        people_[cell] += (mask & bit) == 0;
        mask |= bit;
        return cell;
    }
    void end();

  private:
    struct Known {
        std::uint64_t seen = 0;  ///< columns of the row of `kind`
        std::uint16_t kind = 0;
        std::uint16_t change = 0;
    };
    struct Kind {
        std::uint32_t share = outside;
        std::uint32_t row = 0;
        std::uint32_t first_cell = 0;
    };

    CutTable& table_;
    Humans humans_;
    std::uint32_t cells_;
    std::vector<Kind> kinds_;
    std::vector<Known> known_;
    std::vector<std::uint64_t> after_;  ///< by person: columns of the row of the next kind
    std::vector<std::uint32_t> people_;  ///< by cell
    std::vector<std::uint32_t> people_of_rows_;
};

/// For any table. `named`: facts of named people, by cell.
void count_people(CutTable& table, const Sieve& sieve, std::span<const Source> sources, std::span<const std::uint32_t> named, const Moment& now);

}  // namespace ryadom::ledger::image
