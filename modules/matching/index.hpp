// Candidates for one record that is just being entered, out of a register in memory.
#pragma once

#include "modules/matching/keys.hpp"

namespace ryadom::matching {

/// Reads of several threads beside each other are safe, a read beside add() is not.
class Index {
  public:
    /// Of all records that the register has so far; it outlives the index.
    explicit Index(const Register& records);
    /// A record that the register got since.
    void add(RecordNumber record);

    /// Records that share a key with the values, each once. Of a key that more than `most` share, its finer parts decide.
    std::vector<RecordNumber> near(const RecordValues& values, std::size_t most = 200) const;

  private:
    struct Row {
        KeyHash key;
        RecordNumber record;
        auto operator<=>(const Row&) const = default;
    };
    struct Rows {
        std::vector<Row> sorted;
        std::vector<Row> fresh;  ///< since they were sorted; few
    };
    void sort(Rows& rows) const;

    const Register* records_;
    std::vector<Key> keys_;
    std::vector<Rows> rows_;
};

}  // namespace ryadom::matching
