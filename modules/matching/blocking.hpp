// Blocks of records that share a key. A block that would be too large is cut by the next part of its key, so that a
// register of any size has about the same number of pairs to a record.
#pragma once

#include "modules/matching/keys.hpp"

namespace ryadom::matching {

struct BlockingOptions {
    double pairs_to_a_record = 30;
    double pairs_at_all = 2'000'000;  ///< which a small register may have whatever its size
    unsigned threads = 2;
};

class Blocks {
  public:
    Blocks(const Register& records, const BlockingOptions& options);

    std::size_t keys() const { return keys_.size(); }
    /// Blocks of a key.
    std::size_t count(std::size_t key) const { return keys_[key].starts.size() - 1; }
    /// How many pairs the blocks from `begin` on hold, up to `end`.
    std::uint64_t pairs(std::size_t key, std::size_t begin, std::size_t end) const;
    /// The same of all keys; a pair that several keys have counts for each.
    std::uint64_t pairs() const;

    /// Every pair of these blocks that no earlier key has.
    template <class Each>
    void each_pair(std::size_t key, std::size_t begin, std::size_t end, const Each& each) const {
        const auto& blocks = keys_[key];
        for (auto block = begin; block < end; ++block)
            for (auto i = blocks.starts[block]; i < blocks.starts[block + 1]; ++i)
                for (auto j = i + 1; j < blocks.starts[block + 1]; ++j)
                    if (!met_before(key, blocks.members[i], blocks.members[j])) each(blocks.members[i], blocks.members[j]);
    }
    /// Whether some key brings the two together.
    bool met(RecordNumber one, RecordNumber other) const { return met_before(keys_.size(), one, other); }

  private:
    static constexpr std::uint32_t none = UINT32_MAX;
    struct OfKey {
        std::vector<RecordNumber> members;
        std::vector<std::uint32_t> starts{0};
    };
    bool met_before(std::size_t key, RecordNumber one, RecordNumber other) const {
        const auto* mine = &block_of_[one * keys_.size()];
        const auto* theirs = &block_of_[other * keys_.size()];
        for (std::size_t i = 0; i < key; ++i)
            if (mine[i] == theirs[i] && mine[i] != none) return true;
        return false;
    }
    void fill(std::size_t at, const Register& records, const Key& key, std::uint64_t most_pairs);

    std::vector<OfKey> keys_;
    std::vector<std::uint32_t> block_of_;  ///< record by record, a number for each key
};

}  // namespace ryadom::matching
