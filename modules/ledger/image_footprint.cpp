// What the image takes in memory.
#include "modules/ledger/image_deliveries.hpp"

namespace ryadom::ledger::image {
namespace {

std::uint64_t sum_bytes(const Partition& partition) {
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < partition.rows.load(std::memory_order_acquire) / chunk_rows; ++i)
        bytes += sizeof(std::vector<MonthSum>) + partition.chunks[i]->sums.capacity() * sizeof(MonthSum);
    return bytes;
}

std::uint64_t index_bytes(const Partition& partition) {
    constexpr std::uint64_t map_node = 48;  // of a hash map with its bucket
    // Of each list there is a map that finds its elements; the maps are the appending thread's alone.
    const auto codes = partition.kinds.size() + partition.hands.size() + partition.practices.size() +
                       partition.performers.size() + partition.credits.size();
    return sizeof(Partition) + codes * map_node + partition.chunks.bytes() + partition.kinds.bytes() +
           partition.hands.bytes() + partition.practices.bytes() + partition.performers.bytes() +
           partition.credits.bytes() + partition.runs.bytes() + partition.groups.bytes() + partition.reversals.bytes() + sum_bytes(partition);
}

std::uint64_t result_bytes(Partition& partition) {
    const std::lock_guard lock(partition.cache_mutex);
    std::uint64_t bytes = 0;
    for (const auto& entry : partition.cache)
        bytes += sizeof(CachedDeliveries) + entry->deliveries.buckets.size() * sizeof(DayBucket) +
                 entry->deliveries.seen.size() * sizeof(FirstSeen) +
                 entry->deliveries.parts.size() * sizeof(AdoptionPart) +
                 entry->key.plan.table.size() * sizeof(std::uint32_t) + entry->key.plan.scope.hands.size();
    return bytes;
}

}  // namespace

Footprint Image::footprint() const {
    Footprint footprint;
    footprint.index_bytes = state_->merges.bytes() + state_->partitions.bytes();
    for (std::size_t i = 0; i < state_->partitions.size(); ++i) {
        auto& partition = *state_->partitions[i];
        footprint.facts += partition.rows.load(std::memory_order_relaxed);
        footprint.index_bytes += index_bytes(partition);
        footprint.result_bytes += result_bytes(partition);
    }
    footprint.column_bytes = footprint.facts * row_bytes;
    return footprint;
}

}  // namespace ryadom::ledger::image
