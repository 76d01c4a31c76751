#include "platform/search/neighbours.hpp"

#include "platform/i18n/words.hpp"

#include <algorithm>

namespace ryadom::search {
namespace {

// Of shorter words too many are near, and longer ones are not typed.
constexpr std::size_t shortest = 4;
constexpr std::size_t longest = 32;
constexpr std::uint32_t none = UINT32_MAX;

/// FNV-1a over the letters without the one at `without`.
std::uint32_t hash_of(const std::u32string& word, std::size_t without) {
    std::uint32_t hash = 2166136261U;
    for (std::size_t i = 0; i < word.size(); ++i)
        if (i != without) hash = (hash ^ word[i]) * 16777619U;
    return hash;
}

/// Of the word itself and of each remainder.
std::vector<std::uint32_t> hashes(const std::u32string& word) {
    std::vector<std::uint32_t> out;
    for (std::size_t i = 0; i <= word.size(); ++i) out.push_back(hash_of(word, i));
    std::ranges::sort(out);
    out.erase(std::ranges::unique(out).begin(), out.end());
    return out;
}

/// Letters of UTF-8 text.
std::u32string letters(std::string_view word) {
    std::u32string out;
    for (std::size_t at = 0; at < word.size();) out += i18n::next_letter(word, at);
    return out;
}

}  // namespace

void Neighbours::add(std::string_view text, std::uint32_t number) {
    const auto word = letters(text);
    if (word.size() + 1 < shortest || word.size() > longest) return;
    for (const auto hash : hashes(word)) link(hash, number);
}

void Neighbours::link(std::uint32_t hash, std::uint32_t number) {
    if (nodes_.size() >= heads_.size()) grow();
    auto& head = heads_[hash & (heads_.size() - 1)];
    nodes_.push_back({hash, number, head});
    head = static_cast<std::uint32_t>(nodes_.size() - 1);
}

void Neighbours::grow() {
    heads_.assign(std::max<std::size_t>(1024, heads_.size() * 2), none);
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
        auto& head = heads_[nodes_[i].hash & (heads_.size() - 1)];
        nodes_[i].next = head;
        head = i;
    }
}

std::vector<std::uint32_t> Neighbours::near(std::string_view text) const {
    std::vector<std::uint32_t> out;
    const auto word = letters(text);
    if (word.size() < shortest || word.size() > longest || heads_.empty()) return out;
    for (const auto hash : hashes(word))
        for (auto at = heads_[hash & (heads_.size() - 1)]; at != none; at = nodes_[at].next)
            if (nodes_[at].hash == hash) out.push_back(nodes_[at].number);
    std::ranges::sort(out);
    out.erase(std::ranges::unique(out).begin(), out.end());
    return out;
}

bool is_one_typo(std::string_view first, std::string_view second) {
    auto one = letters(first);
    auto other = letters(second);
    if (one.size() < other.size()) std::swap(one, other);
    if (one.size() > other.size() + 1) return false;
    const auto start = static_cast<std::size_t>(std::ranges::mismatch(one, other).in1 - one.begin());
    const std::u32string_view left = std::u32string_view(one).substr(start);
    const std::u32string_view right = std::u32string_view(other).substr(start);
    if (left.empty()) return false;
    if (left.size() > right.size()) return left.substr(1) == right;
    if (left.substr(1) == right.substr(1)) return true;
    return left.size() > 1 && left[0] == right[1] && left[1] == right[0] && left.substr(2) == right.substr(2);
}

}  // namespace ryadom::search
