#include "modules/matching/index.hpp"

#include "modules/matching/comparison.hpp"

#include <algorithm>
#include <ranges>

namespace ryadom::matching {
namespace {

constexpr std::size_t most_fresh = 1'000;

bool is_whole(const Key& key, const KeyHash& hash) { return hash[0] != 0 && (key.parts.size() < 2 || hash[1] != 0); }

bool begins_alike(const KeyHash& one, const KeyHash& other, std::size_t parts) { return std::equal(one.begin(), one.begin() + static_cast<std::ptrdiff_t>(parts), other.begin()); }

/// Rows whose first parts are these.
template <class Rows>
auto range_of(const Rows& rows, const KeyHash& hash, std::size_t parts) {
    const auto head = [parts](const KeyHash& key) { return std::span(key.data(), parts); };
    const auto before = [&](const auto& one, const auto& other) { return std::ranges::lexicographical_compare(head(one), head(other)); };
    return std::ranges::equal_range(rows, hash, before, [](const auto& row) -> const KeyHash& { return row.key; });
}

}  // namespace

Index::Index(const Register& records) : records_(&records), keys_(keys_for(records.columns())), rows_(keys_.size()) {
    for (RecordNumber record = 0; record < records.size(); ++record) {
        const auto profile = profile_of(records, record);
        for (std::size_t key = 0; key < keys_.size(); ++key)
            if (const auto hash = hash_of(keys_[key], records.columns(), profile); is_whole(keys_[key], hash)) rows_[key].sorted.push_back({hash, record});
    }
    for (auto& rows : rows_) std::ranges::sort(rows.sorted);
}

void Index::sort(Rows& rows) const {
    std::ranges::sort(rows.fresh);
    const auto middle = rows.sorted.insert(rows.sorted.end(), rows.fresh.begin(), rows.fresh.end());
    std::ranges::inplace_merge(rows.sorted, middle);
    rows.fresh.clear();
}

void Index::add(RecordNumber record) {
    const auto profile = profile_of(*records_, record);
    for (std::size_t key = 0; key < keys_.size(); ++key) {
        const auto hash = hash_of(keys_[key], records_->columns(), profile);
        if (!is_whole(keys_[key], hash)) continue;
        rows_[key].fresh.push_back({hash, record});
        if (rows_[key].fresh.size() > most_fresh) sort(rows_[key]);
    }
}

std::vector<RecordNumber> Index::near(const RecordValues& values, std::size_t most) const {
    Profile profile{};
    for (std::size_t i = 0; i < values.size(); ++i) profile[i] = &values[i];
    std::vector<RecordNumber> out;
    for (std::size_t key = 0; key < keys_.size(); ++key) {
        const auto hash = hash_of(keys_[key], records_->columns(), profile);
        if (!is_whole(keys_[key], hash)) continue;
        std::size_t parts = 1;
        auto found = range_of(rows_[key].sorted, hash, parts);
        while (found.size() > most && parts < keys_[key].parts.size()) found = range_of(rows_[key].sorted, hash, ++parts);
        for (const auto& row : found | std::views::take(most)) out.push_back(row.record);
        for (const auto& row : rows_[key].fresh)
            if (begins_alike(row.key, hash, parts)) out.push_back(row.record);
    }
    std::ranges::sort(out);
    out.erase(std::ranges::unique(out).begin(), out.end());
    return out;
}

}  // namespace ryadom::matching
