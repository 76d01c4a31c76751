// Pairs become people: what two records say of a third counts for both.
#pragma once

#include "modules/matching/register.hpp"

#include <functional>

namespace ryadom::matching {

struct Pair {
    RecordNumber one = 0;
    RecordNumber other = 0;
    float weight = 0;
    bool operator==(const Pair&) const = default;
};

struct ClusterOptions {
    double threshold = 0;
    /// Register of a record; records of one register are never joined when `once` is set. Empty: there is one register.
    std::span<const std::uint8_t> source{};
    bool once = false;
};

/// The weight of two groups of records, each of one person.
using WeightOf = std::function<double(std::span<const RecordNumber>, std::span<const RecordNumber>)>;

/// Joins groups, the surest pair first, while the weight of the two groups reaches the threshold. Gives the
/// person of every record: the number of the first record of the group. `pairs` stand in falling order of weight.
std::vector<RecordNumber> people_of(std::size_t records, std::span<const Pair> pairs, const ClusterOptions& options, const WeightOf& weight_of);

}  // namespace ryadom::matching
