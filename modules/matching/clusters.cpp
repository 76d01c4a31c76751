#include "modules/matching/clusters.hpp"

#include <algorithm>
#include <numeric>

namespace ryadom::matching {
namespace {

/// Beyond it a weight is as good as sure: one column more or less must not outvote the others.
constexpr double sure = 14;
/// Of how many records of a group another is compared with.
constexpr std::size_t asked = 12;

class Groups {
  public:
    explicit Groups(std::size_t records) : first_(records), members_(records) { std::iota(first_.begin(), first_.end(), RecordNumber{0}); }

    RecordNumber of(RecordNumber record) const { return first_[record]; }
    /// Of a group by its first record.
    std::vector<RecordNumber> members(RecordNumber first) const { return members_[first].empty() ? std::vector{first} : members_[first]; }
    void join(RecordNumber one, RecordNumber other) {
        const auto [low, high] = std::minmax(one, other);
        auto all = members(low);
        for (const auto record : members(high)) {
            first_[record] = low;
            all.push_back(record);
        }
        members_[high] = {};
        members_[low] = std::move(all);
    }
    std::vector<RecordNumber> take() { return std::move(first_); }

  private:
    std::vector<RecordNumber> first_;
    std::vector<std::vector<RecordNumber>> members_;
};

bool meet_once(const ClusterOptions& options, const std::vector<RecordNumber>& one, const std::vector<RecordNumber>& other) {
    if (!options.once || options.source.empty()) return true;
    for (const auto a : one)
        for (const auto b : other)
            if (options.source[a] == options.source[b]) return false;
    return true;
}

double mean_weight(const std::vector<RecordNumber>& one, const std::vector<RecordNumber>& other, const WeightOf& weight_of) {
    double sum = 0;
    std::size_t count = 0;
    for (std::size_t i = 0; i < std::min(one.size(), asked); ++i)
        for (std::size_t j = 0; j < std::min(other.size(), asked); ++j, ++count) sum += std::clamp(weight_of(one[i], other[j]), -sure, sure);
    return sum / static_cast<double>(count);
}

}  // namespace

std::vector<RecordNumber> people_of(std::size_t records, std::span<const Pair> pairs, const ClusterOptions& options, const WeightOf& weight_of) {
    Groups groups(records);
    for (const auto& pair : pairs) {
        if (static_cast<double>(pair.weight) < options.threshold) break;
        const auto one = groups.of(pair.one);
        const auto other = groups.of(pair.other);
        if (one == other) continue;
        const auto mine = groups.members(one);
        const auto theirs = groups.members(other);
        if (!meet_once(options, mine, theirs)) continue;
        if (mine.size() * theirs.size() > 1 && mean_weight(mine, theirs, weight_of) < options.threshold) continue;
        groups.join(one, other);
    }
    return groups.take();
}

}  // namespace ryadom::matching
