// A cut as the rows need it: what the codes of each partition add to the index of a cell. A sum beyond the last cell is a row
// that is left out.
#pragma once

#include <span>
#include <type_traits>

#include "modules/ledger/image_cut.hpp"
#include "modules/ledger/image_view.hpp"

namespace ryadom::ledger::image {

/// Larger than every cell, and five of them still fit into 32 bits.
inline constexpr std::uint32_t outside = 1U << 24;
/// Of a month, some days of which add something else than others.
inline constexpr std::uint32_t divided = 0xffff'ffff;

struct Sieve {
    std::uint32_t cells = 0;
    std::uint32_t first_day = 1;
    std::uint32_t last_day = 0;
    bool by_channel = false;
    bool by_person = false;
    std::vector<std::uint32_t> days;      ///< by days since the first
    std::vector<std::uint32_t> months;    ///< by months since January 1970, or `divided`; nothing is added by those beyond
    std::vector<std::uint32_t> channels;  ///< by channel
    std::vector<std::uint32_t> kinds;     ///< by kind of person, and one more
    std::vector<Trait> people;            ///< by person, those who were merged as their survivor

    const Trait& trait(std::uint32_t person) const {
        static constexpr Trait nothing_known;
        return person < people.size() ? people[person] : nothing_known;
    }
    std::uint32_t of_person(const Trait& trait, std::uint32_t day) const { return kinds[trait.kind + (day >= trait.change ? 1U : 0U)]; }
};
/// Throws std::length_error above 16 million cells.
Sieve sieve_of(const CutRequest& request, const Moment& now);

/// One partition with what its codes add.
struct Source {
    const Partition* partition;
    std::uint32_t rows;                     ///< known ones
    std::vector<RowRange> ranges;           ///< of counted rows
    std::uint32_t home = 0;                 ///< what the home provider adds
    std::vector<std::uint32_t> kinds;       ///< what a kind adds, or `outside`
    std::vector<std::uint32_t> performers;  ///< what home and performer add, or `outside`
    std::vector<std::uint32_t> hands;       ///< the same by hand
    bool by_hand = true;                    ///< whether hands differ
    bool by_day = true;                     ///< whether days differ, or some are left out
};
/// Those that can have rows in the table.
std::vector<Source> sources_of(const CutRequest& request, const Sieve& sieve, const Moment& now, const Scope& scope);

/// What is known by person lies all over the memory: it is called for some rows before it is needed.
template <class T>
void call_ahead(const std::vector<T>& by_person, const Chunk& chunk, std::uint32_t row) {
    constexpr std::uint32_t ahead = 24;
    if (row + ahead >= chunk_rows) return;
    if (const auto person = chunk.person[row + ahead]; person < by_person.size()) __builtin_prefetch(&by_person[person]);
}

/// The cell of each row. What the request does not ask of a row, or what all rows of the source answer alike, is not looked
/// at; pointers, because bounds were checked when the codes were given.
template <bool by_hand, bool by_day, bool by_channel, bool by_person>
struct Cells {
    Cells(const Source& source, const Sieve& its_sieve)
        : kinds(source.kinds.data()), hands(source.hands.data()), days(its_sieve.days.data()), channels(its_sieve.channels.data()),
          alike(source.hands.front()), first(its_sieve.first_day), span(its_sieve.last_day - its_sieve.first_day), sieve(its_sieve) {}

    // Called for every row of so many kinds of cells that the compiler would leave it a call.
    [[gnu::always_inline]] std::uint32_t at(const Chunk& chunk, std::uint32_t row) const {
        const std::uint32_t day = chunk.day[row];
        if constexpr (by_day)
            if (day - first > span) return outside;
        auto cell = kinds[chunk.kind[row]];
        if constexpr (by_hand) cell += hands[chunk.hand[row]];
        else cell += alike;
        if constexpr (by_day) cell += days[day - first];
        if constexpr (by_channel) cell += channels[chunk.channel[row]];
        if constexpr (by_person) {
            if (cell >= outside) return outside;
            call_ahead(sieve.people, chunk, row);
            cell += (chunk.person[row] & unnamed_bit) ? sieve.kinds[0] : sieve.of_person(sieve.trait(chunk.person[row]), day);
        }
        return cell;
    }

    const std::uint32_t* kinds;
    const std::uint32_t* hands;
    const std::uint32_t* days;
    const std::uint32_t* channels;
    std::uint32_t alike;
    std::uint32_t first;
    std::uint32_t span;
    const Sieve& sieve;
};

template <class Work>
void with_constant(bool flag, const Work& work) {
    if (flag) work(std::true_type());
    else work(std::false_type());
}

/// Calls `work` with the cells as the sieve asks for them, with or without what people add.
template <class Work>
void with_cells(const Source& source, const Sieve& sieve, bool of_people, const Work& work) {
    with_constant(source.by_hand, [&](auto by_hand) {
        with_constant(source.by_day, [&](auto by_day) {
            with_constant(sieve.by_channel, [&](auto by_channel) {
                with_constant(of_people && sieve.by_person, [&](auto by_person) { work(Cells<by_hand, by_day, by_channel, by_person>(source, sieve)); });
            });
        });
    });
}

/// Calls `take(cell, chunk, row)` for each of the rows, which are counted ones; the cell of a row that is left out is `outside` or
/// beyond.
template <class Take>
void each_cell(const Source& source, const Sieve& sieve, std::span<const RowRange> ranges, const Take& take, bool of_people = true) {
    with_cells(source, sieve, of_people, [&](const auto& cells) {
        each_range(*source.partition, ranges, [&](const Chunk& chunk, std::uint32_t first, std::uint32_t last) {
            for (auto row = first; row < last; ++row) take(cells.at(chunk, row), chunk, row);
        });
    });
}

/// Calls `take(cell, chunk, row)` for each counted row of a cell of [begin, end).
template <class Take>
void each_row(const Source& source, const Sieve& sieve, std::uint32_t begin, std::uint32_t end, const Take& take) {
    each_cell(source, sieve, source.ranges, [&](std::uint32_t cell, const Chunk& chunk, std::uint32_t row) {
        if (cell >= begin && cell < end) take(cell, chunk, row);
    });
}

}  // namespace ryadom::ledger::image
