#include "modules/matching/blocking.hpp"

#include "modules/matching/comparison.hpp"
#include "modules/matching/work.hpp"

#include <algorithm>

namespace ryadom::matching {
namespace {

struct Row {
    KeyHash key;
    std::uint32_t content;  ///< so that the order of records changes nothing where a block is cut by force
    RecordNumber record;
    auto operator<=>(const Row&) const = default;
};

std::uint32_t content_hash(const Profile& values, std::size_t columns) {
    std::uint32_t hash = 2166136261U;
    for (std::size_t i = 0; i < columns; ++i) {
        for (const char c : values[i]->text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
        hash = (hash ^ '|') * 16777619U;
    }
    return hash;
}

std::vector<Row> sorted_rows(const Register& records, const Key& key) {
    std::vector<Row> out;
    out.reserve(records.size());
    for (RecordNumber record = 0; record < records.size(); ++record) {
        const auto values = profile_of(records, record);
        const auto hash = hash_of(key, records.columns(), values);
        if (hash[0] != 0 && (key.parts.size() < 2 || hash[1] != 0)) out.push_back({hash, content_hash(values, records.columns().size()), record});
    }
    std::ranges::sort(out);
    return out;
}

/// Cuts sorted rows into blocks of at most `cap`.
class Cutter {
  public:
    Cutter(const std::vector<Row>& rows, std::size_t parts, std::size_t cap) : rows_(&rows), parts_(parts), cap_(cap) { cut(0, rows.size(), 0); }
    std::vector<std::uint32_t> ends;

    std::uint64_t pairs() const {
        std::uint64_t out = 0;
        std::uint32_t begin = 0;
        for (const auto end : ends) {
            out += std::uint64_t{end - begin} * (end - begin - 1) / 2;
            begin = end;
        }
        return out;
    }

  private:
    void cut(std::size_t begin, std::size_t end, std::size_t part) {
        if (part > 0 && end - begin <= cap_) return ends.push_back(static_cast<std::uint32_t>(end));
        if (part == parts_) {
            for (; begin < end; begin += std::min(cap_, end - begin)) ends.push_back(static_cast<std::uint32_t>(std::min(begin + cap_, end)));
            return;
        }
        while (begin < end) {
            auto next = begin + 1;
            while (next < end && (*rows_)[next].key[part] == (*rows_)[begin].key[part]) ++next;
            cut(begin, next, part + 1);
            begin = next;
        }
    }
    const std::vector<Row>* rows_;
    std::size_t parts_;
    std::size_t cap_;
};

}  // namespace

Blocks::Blocks(const Register& records, const BlockingOptions& options) {
    const auto keys = keys_for(records.columns());
    keys_.resize(keys.size());
    block_of_.assign(records.size() * keys.size(), none);
    const auto all = std::max(options.pairs_to_a_record * static_cast<double>(records.size()), options.pairs_at_all);
    const auto most = static_cast<std::uint64_t>(all / static_cast<double>(std::max<std::size_t>(keys.size(), 1)));
    in_threads(options.threads, keys.size(), [&](std::size_t, std::size_t key) { fill(key, records, keys[key], most); });
}

void Blocks::fill(std::size_t at, const Register& records, const Key& key, std::uint64_t most_pairs) {
    const auto rows = sorted_rows(records, key);
    std::size_t cap = 1U << 13U;
    Cutter cutter(rows, key.parts.size(), cap);
    while (cap > 4 && cutter.pairs() > most_pairs) cutter = Cutter(rows, key.parts.size(), cap /= 2);
    auto& blocks = keys_[at];
    std::uint32_t begin = 0;
    for (const auto end : cutter.ends) {
        // A record alone in its block is in none.
        for (auto row = begin; end - begin > 1 && row < end; ++row) {
            block_of_[rows[row].record * keys_.size() + at] = static_cast<std::uint32_t>(blocks.starts.size() - 1);
            blocks.members.push_back(rows[row].record);
        }
        if (end - begin > 1) blocks.starts.push_back(static_cast<std::uint32_t>(blocks.members.size()));
        begin = end;
    }
}

std::uint64_t Blocks::pairs(std::size_t key, std::size_t begin, std::size_t end) const {
    std::uint64_t out = 0;
    for (auto block = begin; block < end; ++block) {
        const std::uint64_t size = keys_[key].starts[block + 1] - keys_[key].starts[block];
        out += size * (size - 1) / 2;
    }
    return out;
}

std::uint64_t Blocks::pairs() const {
    std::uint64_t out = 0;
    for (std::size_t key = 0; key < keys_.size(); ++key) out += pairs(key, 0, count(key));
    return out;
}

}  // namespace ryadom::matching
