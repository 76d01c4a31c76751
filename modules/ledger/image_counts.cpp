// Counts and distinct people by groups.
//
// People are distinct within a cell: rows are brought into the order of their cells, a batch of cells at a
// time so that the room stays bounded, and each cell is counted against the stamps. A cell that fills a batch
// alone is stamped as it is read.
#include <algorithm>
#include <stdexcept>

#include "modules/ledger/image_view.hpp"

namespace ryadom::ledger::image {
namespace {

constexpr std::size_t largest_table = 16'000'000;
constexpr std::uint64_t batch_rows = 16'000'000;
constexpr std::uint32_t outside = 0xffff'ffff;

std::uint32_t group(const Axis& axis, std::size_t number) {
    if (axis.group_of.empty()) return 0;
    return number < axis.group_of.size() ? axis.group_of[number] : Axis::left_out;
}

struct Shape {
    std::size_t organisations, practices, services, months;
    std::uint32_t first_day, last_day, first_month;
    std::size_t cells() const { return organisations * practices * services * months; }
};

Shape shape_of(const CountRequest& request, const State& state) {
    Shape shape{
        request.organisations.groups(), request.practices.groups(), request.services.groups(), 1, 1, 0, 0};
    if (request.first <= request.last && request.last.days >= 0 && request.first <= last_day) {
        shape.first_day = static_cast<std::uint32_t>(std::max(request.first, Date{0}).days);
        shape.last_day = static_cast<std::uint32_t>(std::min(request.last, last_day).days);
        shape.first_month = state.month_of[shape.first_day];
        if (request.months == Months::apart)
            shape.months = state.month_of[shape.last_day] - shape.first_month + 1U;
    }
    std::size_t cells = 1;
    for (const auto length : {shape.organisations, shape.practices, shape.services, shape.months}) {
        if (length && cells > largest_table / length)
            throw std::length_error("a table of counts has too many cells");
        cells *= length;
    }
    return shape;
}

/// Leaves out full chunks that hold no day of the range.
void drop_other_days(std::vector<RowRange>& ranges, const Partition& partition, std::uint32_t rows,
                     const Shape& shape) {
    std::erase_if(ranges, [&](const RowRange& range) {
        const auto index = range.begin / chunk_rows;
        const auto& chunk = *partition.chunks[index];
        return (index + 1) * chunk_rows <= rows &&
               (chunk.first_day > shape.last_day || chunk.last_day < shape.first_day);
    });
}

/// One partition with everything that maps its rows to cells.
struct Source {
    const Partition* partition;
    std::vector<RowRange> ranges;
    std::vector<std::uint32_t> kinds;  ///< by kind: its share of the cell number, or `outside`
    std::vector<std::uint32_t> hands;  ///< by hand: the same
    std::uint32_t first_cell = 0;      ///< cells that rows of this partition can fall into
    std::uint32_t last_cell = 0;
};

Source source_of(const Partition& partition, const CountRequest& request, const Shape& shape,
                 const Moment& moment, const Scope& scope) {
    Source source{&partition, {}, {}, {}, 0, static_cast<std::uint32_t>(shape.cells())};
    const auto now = known(partition, moment);
    const auto allowed = partition_scope(partition, scope);
    if (!allowed.anybody || now.rows == 0) return source;
    const auto plane = shape.practices * shape.services * shape.months;
    const auto share = [&](std::uint32_t index, std::size_t stride) {
        return index == Axis::left_out ? outside : static_cast<std::uint32_t>(index * stride);
    };
    const auto home = share(group(request.organisations, partition.home), plane);
    for (std::size_t i = 0; i < allowed.hands.size(); ++i) {
        const auto performer = partition.performers[partition.hands[i].performer_index];
        const auto own = request.counted_by == Provider::home
                             ? home
                             : share(group(request.organisations, performer), plane);
        source.hands.push_back(allowed.hands[i] ? own : outside);
    }
    if (std::ranges::count(source.hands, outside) == std::ssize(source.hands)) return source;
    for (std::size_t i = 0, size = partition.kinds.size(); i < size; ++i) {
        const auto practice =
            share(group(request.practices, partition.kinds[i].practice), shape.services * shape.months);
        const auto service = share(group(request.services, partition.kinds[i].service), shape.months);
        source.kinds.push_back(practice == outside || service == outside ? outside : practice + service);
    }
    if (request.counted_by == Provider::home) {
        source.first_cell = home;
        source.last_cell = home + static_cast<std::uint32_t>(plane);
    }
    source.ranges = counted_rows(partition, now);
    drop_other_days(source.ranges, partition, now.rows, shape);
    return source;
}

/// Calls `take(cell, chunk, row)` for each row of a cell of [begin, end).
template <class Take>
void each_row(const Source& source, const Shape& shape, const State& state, std::uint32_t begin,
              std::uint32_t end, const Take& take) {
    if (source.first_cell >= end || source.last_cell <= begin || shape.first_day > shape.last_day) return;
    const bool apart = shape.months > 1;
    each_range(*source.partition, source.ranges,
               [&](const Chunk& chunk, std::uint32_t first, std::uint32_t last) {
                   for (auto i = first; i < last; ++i) {
                       const std::uint32_t day = chunk.day[i];
                       if (day < shape.first_day || day > shape.last_day) continue;
                       const auto kind = source.kinds[chunk.kind[i]];
                       const auto hand = source.hands[chunk.hand[i]];
                       if (kind == outside || hand == outside) continue;
                       const auto cell = hand + kind + (apart ? state.month_of[day] - shape.first_month : 0);
                       if (cell >= begin && cell < end) take(cell, chunk, i);
                   }
               });
}

class Counting {
  public:
    Counting(const State& state, const Shape& shape, std::span<const Source> sources, People& people,
             std::vector<Count>& cells)
        : state_(state),
          shape_(shape),
          sources_(sources),
          people_(people),
          cells_(cells),
          named_(cells.size()) {}

    void run() {
        count_facts();
        const auto size = static_cast<std::uint32_t>(cells_.size());
        for (std::uint32_t begin = 0; begin < size;) {
            auto end = begin;
            std::uint64_t rows = 0;
            do rows += named_[end++];
            while (end < size && rows + named_[end] <= batch_rows);
            if (rows && end == begin + 1)
                count_people_of_one(begin);
            else if (rows)
                count_people(begin, end, rows);
            begin = end;
        }
    }

  private:
    void count_facts() {
        const auto size = static_cast<std::uint32_t>(cells_.size());
        for (const auto& source : sources_)
            each_row(source, shape_, state_, 0, size,
                     [&](std::uint32_t cell, const Chunk& chunk, std::uint32_t row) {
                         auto& count = cells_[cell];
                         ++count.facts;
                         count.minutes += chunk.minutes[row];
                         if (chunk.person[row] & unnamed_bit)
                             count.unnamed += chunk.person[row] & ~unnamed_bit;
                         else
                             ++named_[cell];
                     });
    }

    void count_people_of_one(std::uint32_t cell) {
        const auto set = people_.start();
        for (const auto& source : sources_)
            each_row(source, shape_, state_, cell, cell + 1,
                     [&](std::uint32_t, const Chunk& chunk, std::uint32_t row) {
                         if (!(chunk.person[row] & unnamed_bit))
                             see(chunk.person[row], set, cells_[cell].people);
                     });
    }

    void count_people(std::uint32_t begin, std::uint32_t end, std::uint64_t rows) {
        std::vector<std::uint32_t> next;
        std::uint32_t sum = 0;
        for (auto cell = begin; cell < end; ++cell) {
            next.push_back(sum);
            sum += named_[cell];
        }
        std::vector<std::uint32_t> persons(rows);
        for (const auto& source : sources_)
            each_row(source, shape_, state_, begin, end,
                     [&](std::uint32_t cell, const Chunk& chunk, std::uint32_t row) {
                         if (!(chunk.person[row] & unnamed_bit))
                             persons[next[cell - begin]++] = chunk.person[row];
                     });
        std::uint32_t from = 0;
        for (auto cell = begin; cell < end; ++cell) {
            const auto set = people_.start();
            for (; from < next[cell - begin]; ++from) see(persons[from], set, cells_[cell].people);
        }
    }

    void see(std::uint32_t person, std::uint32_t set, std::uint32_t& people) {
        auto& stamp = people_.stamp(person);
        people += stamp.generation != set;
        stamp.generation = set;
    }

    const State& state_;
    const Shape& shape_;
    std::span<const Source> sources_;
    People& people_;
    std::vector<Count>& cells_;
    std::vector<std::uint32_t> named_;  ///< by cell: facts of named people
};

}  // namespace

std::size_t Axis::groups() const {
    std::size_t groups = group_of.empty() ? 1 : 0;
    for (const auto index : group_of)
        if (index != left_out) groups = std::max(groups, std::size_t{index} + 1);
    return groups;
}

Counts counts(const Image& image, const Scope& scope, const CountRequest& request) {
    const auto& state = image.state();
    const auto now = moment(image, request.as_of);
    const auto shape = shape_of(request, state);
    Counts result{shape.practices, shape.services, shape.months, std::vector<Count>(shape.cells())};
    if (result.cells.empty()) return result;
    std::vector<Source> sources;
    for (std::size_t i = 0, size = state.partitions.size(); i < size; ++i) {
        sources.push_back(source_of(*state.partitions[i], request, shape, now, scope));
        if (sources.back().ranges.empty()) sources.pop_back();
    }
    People people(now);
    Counting(state, shape, sources, people, result.cells).run();
    return result;
}

Count totals(const Image& image, const Scope& scope, Date first, Date last, const AsOf& as_of) {
    CountRequest request;
    request.first = first;
    request.last = last;
    request.as_of = as_of;
    return counts(image, scope, request).at(0);
}

}  // namespace ryadom::ledger::image
