// What a query may read: the rows known at a moment that were not reversed, and people with merges applied.
#pragma once

#include "modules/ledger/image_state.hpp"

namespace ryadom::ledger::image {

/// One consistent reading of the image.
struct Moment {
    const State* state = nullptr;
    Position position = 0;
    std::uint16_t day = 0;
    bool before_everything = false;  ///< the asked day lies before all days
    std::size_t merges = 0;          ///< published merges to look at
    std::uint32_t people = 0;        ///< 1 + the largest person number
};
Moment moment(const Image& image, const AsOf& as_of);

/// What is known of one partition at a moment. Two equal values mean the same rows.
struct Known {
    std::uint32_t rows = 0;
    std::size_t reversals = 0;
    std::optional<std::uint16_t> day;  ///< nothing if no row or reversal was recorded later
    bool operator==(const Known&) const = default;
};
Known known(const Partition& partition, const Moment& moment);

struct KnownMerges {
    std::size_t merges = 0;
    std::optional<std::uint16_t> day;
    bool operator==(const KnownMerges&) const = default;
};
KnownMerges known_merges(const Moment& moment);

struct RowRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};
/// Ascending ranges of rows that count, none across the border of two chunks.
std::vector<RowRange> counted_rows(const Partition& partition, const Known& known);

/// Calls `take(chunk, first, last)` for ranges of counted rows, indexes within the chunk.
template <class Take>
void each_range(const Partition& partition, std::span<const RowRange> ranges, const Take& take) {
    for (const auto& range : ranges) {
        const auto base = range.begin / chunk_rows * chunk_rows;
        take(*partition.chunks[range.begin / chunk_rows], range.begin - base, range.end - base);
    }
}

/// What a list of runs says of each row, asked for in ascending order of rows.
template <class Run, class Value>
class Runs {
  public:
    Runs(const AppendList<Run>& runs, Value Run::* value) : runs_(runs), value_(value), size_(runs.size()) {}
    Value of(std::uint32_t row) {
        while (next_ < size_ && runs_[next_].row <= row) now_ = runs_[next_++].*value_;
        return now_;
    }

  private:
    const AppendList<Run>& runs_;
    Value Run::* value_;
    std::size_t size_;
    std::size_t next_ = 0;
    Value now_ = 0;
};

/// Which providers of a partition are in scope.
struct PartitionScope {
    bool home = false;
    bool anybody = false;
    std::vector<std::uint8_t> hands;  ///< by hand: is the row in scope
    bool operator==(const PartitionScope&) const = default;
};
PartitionScope partition_scope(const Partition& partition, const Scope& scope);

/// Whose facts a merged person's are, as of the moment.
std::unordered_map<std::uint32_t, std::uint32_t> survivors_at(const Moment& moment);

/// Stamps for counting distinct people: one entry a person, valid for one generation, so nothing is ever
/// cleared.
class People {
  public:
    struct Stamp {
        std::uint32_t generation = 0;
        std::uint32_t value = 0;
    };

    explicit People(const Moment& moment);

    /// A new set, empty.
    std::uint32_t start() { return ++generation_; }
    /// The entry of the human: that of the survivor for people who were merged.
    Stamp& stamp(std::uint32_t person) {
        auto* const stamps = stamps_.data();
        auto& own = stamps[person];
        return own.generation == merged ? stamps[own.value] : own;
    }
    /// The number of the human: that of the survivor for people who were merged.
    std::uint32_t human(std::uint32_t person) const {
        return stamps_[person].generation == merged ? stamps_[person].value : person;
    }

  private:
    static constexpr std::uint32_t merged = 0xffff'ffff;
    std::vector<Stamp> stamps_;
    std::uint32_t generation_ = 0;
};

}  // namespace ryadom::ledger::image
