#include "modules/ledger/image_view.hpp"

#include <algorithm>

namespace ryadom::ledger::image {
namespace {

/// How many elements of a list in ascending order of position lie at or before it.
template <class At>
std::size_t count_until(std::size_t size, Position position, const At& position_at) {
    if (size == 0 || position_at(size - 1) <= position) return size;
    std::size_t low = 0;
    std::size_t high = size - 1;
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        if (position_at(middle) <= position)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

std::size_t runs_until(const Partition& partition, std::uint32_t rows) {
    auto count = partition.runs.size();
    while (count > 0 && partition.runs[count - 1].row >= rows) --count;
    return count;
}

std::vector<RowRange> recorded_ranges(const Partition& partition, const Known& known) {
    if (known.rows == 0) return {};
    if (!known.day) return {{0, known.rows}};
    std::vector<RowRange> ranges;
    const auto count = runs_until(partition, known.rows);
    for (std::size_t i = 0; i < count; ++i) {
        const auto& run = partition.runs[i];
        if (run.day > *known.day) continue;
        const auto end = i + 1 < count ? partition.runs[i + 1].row : known.rows;
        if (!ranges.empty() && ranges.back().end == run.row)
            ranges.back().end = end;
        else
            ranges.push_back({run.row, end});
    }
    return ranges;
}

std::vector<std::uint32_t> reversed_rows(const Partition& partition, const Known& known) {
    std::vector<std::uint32_t> rows;
    for (std::size_t i = 0; i < known.reversals; ++i) {
        const auto& reversal = partition.reversals[i];
        if (!known.day || reversal.day <= *known.day) rows.push_back(reversal.row);
    }
    std::ranges::sort(rows);
    return rows;
}

void push_chunk_wise(std::vector<RowRange>& ranges, std::uint32_t begin, std::uint32_t end) {
    while (begin < end) {
        const auto stop = std::min(end, (begin / chunk_rows + 1) * chunk_rows);
        ranges.push_back({begin, stop});
        begin = stop;
    }
}

}  // namespace

Moment moment(const Image& image, const AsOf& as_of) {
    const auto& state = image.state();
    Moment now;
    now.state = &state;
    now.position = std::min(image.position(), as_of.position);
    now.before_everything = as_of.day.days < 0;
    now.day = static_cast<std::uint16_t>(std::clamp(as_of.day, Date{0}, last_day).days);
    now.merges = count_until(state.merges.size(), now.position,
                             [&](std::size_t i) { return state.merges[i].merge.position; });
    now.people = state.largest_person.load(std::memory_order_relaxed) + 1;
    return now;
}

Known known(const Partition& partition, const Moment& moment) {
    if (moment.before_everything) return {};
    Known result;
    const auto rows = partition.rows.load(std::memory_order_acquire);
    result.rows = static_cast<std::uint32_t>(count_until(rows, moment.position, [&](std::size_t row) {
        return partition.position(static_cast<std::uint32_t>(row));
    }));
    result.reversals = count_until(partition.reversals.size(), moment.position,
                                   [&](std::size_t i) { return partition.reversals[i].position; });
    const auto runs = runs_until(partition, result.rows);
    const bool later = (runs && partition.runs[runs - 1].latest > moment.day) ||
                       (result.reversals && partition.reversals[result.reversals - 1].latest > moment.day);
    if (later) result.day = moment.day;
    return result;
}

KnownMerges known_merges(const Moment& moment) {
    if (moment.merges == 0 || moment.before_everything) return {};
    const bool later = moment.state->merges[moment.merges - 1].latest.days > moment.day;
    return {moment.merges, later ? std::optional(moment.day) : std::nullopt};
}

std::vector<RowRange> counted_rows(const Partition& partition, const Known& known) {
    const auto reversed = reversed_rows(partition, known);
    std::vector<RowRange> result;
    auto next = reversed.begin();
    for (const auto& range : recorded_ranges(partition, known)) {
        auto begin = range.begin;
        while (next != reversed.end() && *next < begin) ++next;
        for (; next != reversed.end() && *next < range.end; ++next) {
            push_chunk_wise(result, begin, *next);
            begin = *next + 1;
            while (next + 1 != reversed.end() && *(next + 1) == *next) ++next;
        }
        push_chunk_wise(result, begin, range.end);
    }
    return result;
}

PartitionScope partition_scope(const Partition& partition, const Scope& scope) {
    PartitionScope result;
    result.home = scope.holds(partition.home);
    std::vector<std::uint8_t> performers(partition.performers.size());
    for (std::size_t i = 0; i < performers.size(); ++i)
        performers[i] = result.home || scope.holds(partition.performers[i]);
    result.anybody = std::ranges::count(performers, 0) < static_cast<std::ptrdiff_t>(performers.size());
    if (!result.anybody) return result;
    result.hands.resize(partition.hands.size());
    for (std::size_t i = 0; i < result.hands.size(); ++i)
        if (const auto index = partition.hands[i].performer_index; index < performers.size())
            result.hands[i] = performers[index];
    return result;
}

std::unordered_map<std::uint32_t, std::uint32_t> survivors_at(const Moment& moment) {
    std::unordered_map<std::uint32_t, std::uint32_t> survivors;
    for (std::size_t i = 0; i < moment.merges && !moment.before_everything; ++i) {
        const auto& merge = moment.state->merges[i].merge;
        if (merge.recorded_on.days <= moment.day) apply_merge(survivors, merge);
    }
    std::unordered_map<std::uint32_t, std::uint32_t> result;
    for (const auto& [person, survivor] : survivors) result[person] = survivor_of(survivors, survivor);
    return result;
}

People::People(const Moment& moment) : stamps_(moment.people) {
    for (const auto& [person, survivor] : survivors_at(moment)) stamps_[person] = {merged, survivor};
}

}  // namespace ryadom::ledger::image
