// The facts behind a figure.
#include <algorithm>
#include <queue>

#include "modules/ledger/image_view.hpp"

namespace ryadom::ledger::image {
namespace {

/// The positions found so far, at most `limit`, the lowest on top.
using Newest = std::priority_queue<Position, std::vector<Position>, std::greater<>>;

bool holds(const std::optional<std::vector<std::uint16_t>>& sorted, std::uint16_t number) {
    return !sorted || std::ranges::binary_search(*sorted, number);
}

struct Wanted {
    std::vector<std::uint8_t> kinds;
    std::vector<std::uint8_t> hands;
    bool anything() const { return std::ranges::count(hands, 1) && std::ranges::count(kinds, 1); }
    bool holds(const Chunk& chunk, std::uint32_t row, const Selection& selection) const {
        return kinds[chunk.kind[row]] && hands[chunk.hand[row]] && chunk.day[row] >= selection.first.days &&
               chunk.day[row] <= selection.last.days;
    }
};

Wanted wanted(const Partition& partition, const Scope& scope, const Selection& request) {
    Wanted result;
    const auto allowed = partition_scope(partition, scope);
    if (!allowed.anybody) return result;
    for (std::size_t i = 0, size = partition.kinds.size(); i < size; ++i) {
        const auto& kind = partition.kinds[i];
        result.kinds.push_back((!request.practice || *request.practice == kind.practice) &&
                               (!request.service || *request.service == kind.service));
    }
    const auto home = holds(request.organisations, partition.home);
    for (std::size_t i = 0; i < allowed.hands.size(); ++i)
        result.hands.push_back(
            allowed.hands[i] &&
            (home || holds(request.organisations, partition.performers[partition.hands[i].performer_index])));
    return result;
}

void gather(const Partition& partition, const Known& known, const Wanted& wanted,
            const PositionRequest& request, Newest& newest) {
    auto ranges = counted_rows(partition, known);
    for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
        const auto& chunk = *partition.chunks[range->begin / chunk_rows];
        for (auto row = range->end; row-- > range->begin;) {
            const auto at = row % chunk_rows;
            const auto position = chunk.base + chunk.offset[at];
            if (newest.size() == request.limit && position < newest.top()) return;
            if (position >= request.before || !wanted.holds(chunk, at, request)) continue;
            newest.push(position);
            if (newest.size() > request.limit) newest.pop();
        }
    }
}

void add(Count& total, const Chunk& chunk, std::uint32_t row, People& people, std::uint32_t everybody) {
    ++total.facts;
    total.minutes += chunk.minutes[row];
    const auto person = chunk.person[row];
    if (person & unnamed_bit) {
        total.unnamed += person & ~unnamed_bit;
        return;
    }
    auto& stamp = people.stamp(person);
    total.people += stamp.generation != everybody;
    stamp.generation = everybody;
}

Fact fact_at(const Partition& partition, const Chunk& chunk, std::uint32_t row) {
    const auto& kind = partition.kinds[chunk.kind[row]];
    const auto& hand = partition.hands[chunk.hand[row]];
    const auto person = chunk.person[row];
    Fact fact;
    fact.position = chunk.base + chunk.offset[row];
    if (person & unnamed_bit)
        fact.unnamed_count = person & ~unnamed_bit;
    else
        fact.person = person;
    fact.day = Date{chunk.day[row]};
    fact.worker = hand.worker;
    fact.minutes = chunk.minutes[row];
    fact.service = kind.service;
    fact.practice = kind.practice;
    fact.practice_version = kind.practice_version;
    fact.home_provider = partition.home;
    fact.performer_provider = partition.performers[hand.performer_index];
    fact.channel = chunk.channel[row];
    fact.flags = chunk.flags[row];
    return fact;
}

}  // namespace

std::vector<Position> positions(const Image& image, const Scope& scope, const PositionRequest& request) {
    if (request.limit == 0) return {};
    const auto now = moment(image, request.as_of);
    Newest newest;
    for (std::size_t i = 0, size = now.state->partitions.size(); i < size; ++i) {
        const auto& partition = *now.state->partitions[i];
        const auto rows = known(partition, now);
        const auto those = wanted(partition, scope, request);
        if (rows.rows && those.anything()) gather(partition, rows, those, request, newest);
    }
    std::vector<Position> result(newest.size());
    for (auto place = result.rbegin(); place != result.rend(); ++place, newest.pop()) *place = newest.top();
    return result;
}

Count totals(const Image& image, const Scope& scope, const Selection& selection) {
    const auto now = moment(image, selection.as_of);
    People people(now);
    const auto everybody = people.start();
    Count total;
    for (std::size_t i = 0, size = now.state->partitions.size(); i < size; ++i) {
        const auto& partition = *now.state->partitions[i];
        const auto rows = known(partition, now);
        const auto those = wanted(partition, scope, selection);
        if (rows.rows == 0 || !those.anything()) continue;
        each_range(partition, counted_rows(partition, rows),
                   [&](const Chunk& chunk, std::uint32_t begin, std::uint32_t end) {
                       for (auto row = begin; row < end; ++row)
                           if (those.holds(chunk, row, selection)) add(total, chunk, row, people, everybody);
                   });
    }
    return total;
}

void each_fact(const Image& image, const Scope& scope, Date first, Date last, const AsOf& as_of,
               const std::function<void(const Fact&)>& take) {
    const auto now = moment(image, as_of);
    for (std::size_t i = 0, size = now.state->partitions.size(); i < size; ++i) {
        const auto& partition = *now.state->partitions[i];
        const auto rows = known(partition, now);
        const auto allowed = partition_scope(partition, scope);
        if (!allowed.anybody) continue;
        Runs recorded(partition.runs, &RecordedRun::day);
        Runs groups(partition.groups, &GroupRun::group);
        for (const auto& range : counted_rows(partition, rows)) {
            const auto& chunk = *partition.chunks[range.begin / chunk_rows];
            for (auto row = range.begin; row < range.end; ++row) {
                const auto at = row % chunk_rows;
                if (!allowed.hands[chunk.hand[at]] || chunk.day[at] < first.days || chunk.day[at] > last.days) continue;
                auto fact = fact_at(partition, chunk, at);
                fact.recorded_on = Date{recorded.of(row)};
                fact.group = groups.of(row);
                take(fact);
            }
        }
    }
}

}  // namespace ryadom::ledger::image
