#include "modules/matching/clusters.hpp"

#include <algorithm>
#include <numeric>

namespace ryadom::matching {
namespace {

/// How far below the threshold two records may be while their groups may still be one person.
constexpr double worth_asking = 4;

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

}  // namespace

std::vector<RecordNumber> people_of(std::size_t records, std::span<const Pair> pairs, const ClusterOptions& options, const WeightOf& weight_of) {
    Groups groups(records);
    for (const auto& pair : pairs) {
        if (static_cast<double>(pair.weight) < options.threshold - worth_asking) break;
        const auto one = groups.of(pair.one);
        const auto other = groups.of(pair.other);
        if (one == other) continue;
        const auto mine = groups.members(one);
        const auto theirs = groups.members(other);
        if (!meet_once(options, mine, theirs)) continue;
        const bool two_records = mine.size() + theirs.size() == 2;
        if ((two_records ? static_cast<double>(pair.weight) : weight_of(mine, theirs)) < options.threshold) continue;
        groups.join(one, other);
    }
    return groups.take();
}

}  // namespace ryadom::matching
