// The whole register at once: which records are one person.
#pragma once

#include "modules/matching/blocking.hpp"
#include "modules/matching/clusters.hpp"
#include "modules/matching/estimate.hpp"

namespace ryadom::matching {

struct LinkageOptions {
    BlockingOptions blocking{};
    std::size_t sample = 300'000;  ///< pairs that the model is estimated from
    /// Register of each record, where two are linked: only pairs across are looked at. Empty: one register.
    std::vector<std::uint8_t> source{};
    bool once = false;  ///< nobody stands twice in either of two registers
};

struct Linkage {
    Model model;
    std::uint64_t candidates = 0;  ///< pairs that share a key
    std::vector<Pair> pairs;       ///< that are not certainly two people, in falling order of weight
    std::vector<RecordNumber> person;  ///< of every record: the number of the first record of the same person
};

/// Gives the same for the same register, seed of `random` and options, however many threads there are.
Linkage link(Register& records, const Random& random, const LinkageOptions& options);

/// The people at another threshold, from the pairs that were found.
std::vector<RecordNumber> people_at(const Register& records, const Linkage& linkage, const LinkageOptions& options, double threshold);

}  // namespace ryadom::matching
