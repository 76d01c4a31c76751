// Any table over the facts: two axes and any filters, out of what a fact says of itself and of what others know of its
// person. Whoever asks tells for every number what it adds to the index of the cell; the image does the rest in one pass.
#pragma once

#include "modules/ledger/image.hpp"

namespace ryadom::ledger::image {

/// What each number adds to the index of the cell, `row * columns + column`. Without entries a number adds nothing; numbers
/// beyond the entries are left out. So one dimension may be an axis, another a filter, and a third both.
using Shares = std::vector<std::uint32_t>;
inline constexpr std::uint32_t left_out = Axis::left_out;

/// What is known of a person: of the kind `kind` until the day before `change`, and of `kind + 1` from then on. The kind
/// of an age is known so, since nobody passes two borders of age within a range that is asked for.
struct Trait {
    std::uint16_t kind = 0;
    std::uint16_t change = 0xffff;  ///< days since 1970
};

struct CutRequest {
    Date first;  ///< days of service, both inclusive
    Date last;
    std::size_t rows = 1;
    std::size_t columns = 1;
    Shares homes;
    Shares performers;
    Shares practices;
    Shares services;
    Shares channels;
    Shares days;                ///< by days since `first`
    std::vector<Trait> people;  ///< by person number; of others, and of those without names, the kind is 0
    Shares kinds;               ///< by kind of person; without entries nothing is asked of `people`
    bool distinct = true;       ///< whether people are counted
    AsOf as_of;
};

/// People are distinct in each cell, row, column and in all; those who were merged count once, as what their survivor is.
struct CutTable {
    std::size_t columns = 1;
    std::vector<Count> cells;
    std::vector<Count> row_totals;
    std::vector<Count> column_totals;
    Count total;
    const Count& at(std::size_t row, std::size_t column) const { return cells.at(row * columns + column); }
};

/// Throws std::length_error above 16 million cells.
CutTable cut(const Image& image, const Scope& scope, const CutRequest& request);

/// The facts behind a cell, a row, a column or all of it: ledger positions, newest first, at most `limit`, all of them
/// smaller than `before`.
struct CutPlace {
    std::optional<std::size_t> row;
    std::optional<std::size_t> column;
};
std::vector<Position> cut_positions(const Image& image, const Scope& scope, const CutRequest& request, const CutPlace& place,
                                    Position before, std::size_t limit);

}  // namespace ryadom::ledger::image
