// Appending to one partition: codes, runs of recorded days, reversals.
#include <stdexcept>

#include "modules/ledger/image_state.hpp"

namespace ryadom::ledger::image {
namespace {

template <class Key, class T>
std::uint16_t code(std::unordered_map<Key, std::uint16_t>& codes, AppendList<T>& values, Key key,
                   const T& value) {
    if (const auto found = codes.find(key); found != codes.end()) return found->second;
    if (values.size() >= 0xffff) throw std::length_error("the image has no code left for a home provider");
    const auto next = static_cast<std::uint16_t>(values.size());
    values.push(value);
    codes.emplace(key, next);
    return next;
}

void widen_days(Partition& partition, std::uint16_t day) {
    if (day < partition.first_day.load(std::memory_order_relaxed))
        partition.first_day.store(day, std::memory_order_relaxed);
    if (day > partition.last_day.load(std::memory_order_relaxed))
        partition.last_day.store(day, std::memory_order_relaxed);
}

/// The chunk in which the row has its place; a new one if the last cannot hold it.
Chunk& chunk_for(Partition& partition, std::uint32_t row, Position position) {
    if (row % chunk_rows == 0) {
        partition.chunks.push(std::make_unique_for_overwrite<Chunk>());
        partition.chunks[row / chunk_rows]->base = position;
    }
    return *partition.chunks[row / chunk_rows];
}

}  // namespace

Partition::Partition(std::uint16_t organisation) : home(organisation) {
    performers.push(organisation);
    performer_codes.emplace(organisation, std::uint16_t{0});
}

std::uint16_t kind_code(Partition& partition, ServiceKind kind) {
    const auto key =
        std::uint64_t{kind.service} << 32 | std::uint64_t{kind.practice} << 16 | kind.practice_version;
    if (const auto found = partition.kind_codes.find(key); found != partition.kind_codes.end())
        return found->second;
    kind.practice_index = code(partition.practice_codes, partition.practices, kind.practice, kind.practice);
    return code(partition.kind_codes, partition.kinds, key, kind);
}

std::uint16_t hand_code(Partition& partition, std::uint32_t worker, std::uint16_t performer) {
    const auto key = std::uint64_t{worker} << 16 | performer;
    if (const auto found = partition.hand_codes.find(key); found != partition.hand_codes.end())
        return found->second;
    const auto index = code(partition.performer_codes, partition.performers, performer, performer);
    return code(partition.hand_codes, partition.hands, key, Hand{worker, index, 0});
}

void note_credit(Partition& partition, Credit credit) {
    if (credit.performer_index == 0) return;
    const auto key = std::uint32_t{credit.performer_index} << 16 | credit.practice_index;
    if (partition.known_credits.emplace(key, true).second) partition.credits.push(credit);
}

void note_recorded(Partition& partition, std::uint32_t row, std::uint16_t day) {
    const auto count = partition.runs.size();
    if (count == 0) return partition.runs.push({row, day, day});
    const auto& last = partition.runs[count - 1];
    if (last.day != day) partition.runs.push({row, day, std::max(last.latest, day)});
}

void note_group(Partition& partition, std::uint32_t row, std::uint32_t group) {
    const auto count = partition.groups.size();
    if ((count ? partition.groups[count - 1].group : 0) != group) partition.groups.push({row, group});
}

void note_reversal(Partition& partition, Reversal reversal) {
    const auto count = partition.reversals.size();
    reversal.latest = count ? std::max(partition.reversals[count - 1].latest, reversal.day) : reversal.day;
    partition.reversals.push(reversal);
}

void append_row(Partition& partition, const Fact& fact) {
    const auto row = partition.rows.load(std::memory_order_relaxed);
    const auto performer = fact.performer_provider ? fact.performer_provider : fact.home_provider;
    const auto kind = kind_code(partition, {fact.service, fact.practice, fact.practice_version, 0});
    const auto hand = hand_code(partition, fact.worker, performer);
    auto& chunk = chunk_for(partition, row, fact.position);
    if (fact.position - chunk.base > 0xffff'ffff) throw std::length_error("ledger positions leap too far");
    const auto at = row % chunk_rows;
    chunk.offset[at] = static_cast<std::uint32_t>(fact.position - chunk.base);
    chunk.person[at] = fact.person ? fact.person : fact.unnamed_count | unnamed_bit;
    chunk.day[at] = static_cast<std::uint16_t>(fact.day.days);
    chunk.minutes[at] = fact.minutes;
    chunk.kind[at] = kind;
    chunk.hand[at] = hand;
    chunk.channel[at] = fact.channel;
    chunk.flags[at] = fact.flags;
    if (at == chunk_rows - 1) close_chunk(partition, chunk);
    widen_days(partition, chunk.day[at]);
    note_credit(partition, {partition.hands[hand].performer_index, partition.kinds[kind].practice_index});
    note_group(partition, row, fact.group);
    note_recorded(partition, row, static_cast<std::uint16_t>(fact.recorded_on.days));
    partition.rows.store(row + 1, std::memory_order_release);
}

std::optional<std::uint32_t> find_row(const Partition& partition, Position position, std::uint32_t rows) {
    std::uint32_t low = 0;
    std::uint32_t high = rows;
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        if (partition.position(middle) < position)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == rows || partition.position(low) != position) return std::nullopt;
    return low;
}

}  // namespace ryadom::ledger::image
