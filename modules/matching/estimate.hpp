// The parameters of the model out of the register itself: nobody says which pairs are one person.
#pragma once

#include "modules/matching/model.hpp"
#include "platform/core/ports.hpp"

namespace ryadom::matching {

/// Whole numbers below `bound` from the bytes that are handed in.
class Draw {
  public:
    explicit Draw(Random random) : random_(std::move(random)) {}
    std::uint64_t below(std::uint64_t bound);

  private:
    Random random_;
};

/// How strangers agree by chance: of an agreement that the values are alike at all, since how rare they are counts for itself.
std::array<ByLevel, most_columns> chance_of(const Register& records, const Random& random);

struct Sample {
    std::vector<Comparison> pairs;  ///< that share a key
    double times = 1;               ///< for how many such pairs each of them stands
    double all_pairs = 1;           ///< of the register, candidates or not
    double records = 1;
};

/// Expectation and maximisation (Dempster, Laird, Rubin 1977; Winkler 1988) until nothing moves.
Model estimate(const Columns& columns, const std::array<ByLevel, most_columns>& chance, const Sample& sample);

/// The weight that promises the greatest F1 by the model's own probabilities, for all weights of candidates.
double best_threshold(std::vector<float> weights);

}  // namespace ryadom::matching
