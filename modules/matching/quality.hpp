// What a linkage is worth, where the truth is known.
#pragma once

#include "modules/matching/linkage.hpp"

namespace ryadom::matching {

struct Confusion {
    std::uint64_t right = 0;   ///< pairs of one person, found
    std::uint64_t wrong = 0;   ///< pairs of two people, taken for one
    std::uint64_t missed = 0;  ///< pairs of one person, not found

    double precision() const;
    double recall() const;
    double f1() const;
    bool operator==(const Confusion&) const = default;
};

/// `truth` and `found` number the person of each record; `source` as in LinkageOptions.
Confusion confusion_of(std::span<const RecordNumber> truth, std::span<const RecordNumber> found, std::span<const std::uint8_t> source);

struct Quality {
    std::uint64_t true_pairs = 0;
    std::uint64_t reached = 0;  ///< of them, with a key in common
    Confusion fixed;            ///< at the threshold of the model
    Confusion best;             ///< at the one that the truth would choose
    double fixed_threshold = 0;
    double best_threshold = 0;
};

Quality quality_of(const Register& records, const Linkage& linkage, const LinkageOptions& options, std::span<const RecordNumber> truth);

}  // namespace ryadom::matching
