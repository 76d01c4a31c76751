#include "modules/matching/quality.hpp"

#include <algorithm>
#include <map>

namespace ryadom::matching {
namespace {

std::uint64_t pairs(std::uint64_t count) { return count * (count - (count > 0 ? 1 : 0)) / 2; }

/// Pairs within groups; across the two registers only, where there are two.
std::uint64_t pairs_within(std::vector<std::pair<std::uint64_t, std::uint8_t>> groups, bool across) {
    std::ranges::sort(groups);
    std::uint64_t out = 0;
    for (std::size_t begin = 0; begin < groups.size();) {
        auto end = begin;
        std::uint64_t first = 0;
        for (; end < groups.size() && groups[end].first == groups[begin].first; ++end) first += groups[end].second == 0;
        const std::uint64_t all = end - begin;
        out += across ? first * (all - first) : pairs(all);
        begin = end;
    }
    return out;
}

/// True pairs that some key brings together.
std::uint64_t pairs_met(const Register& records, const LinkageOptions& options, std::span<const RecordNumber> truth) {
    const Blocks blocks(records, options.blocking);
    std::map<RecordNumber, std::vector<RecordNumber>> people;
    for (RecordNumber record = 0; record < truth.size(); ++record) people[truth[record]].push_back(record);
    std::uint64_t out = 0;
    for (const auto& [person, of_it] : people)
        for (std::size_t i = 0; i < of_it.size(); ++i)
            for (std::size_t j = i + 1; j < of_it.size(); ++j)
                if (options.source.empty() || options.source[of_it[i]] != options.source[of_it[j]]) out += blocks.met(of_it[i], of_it[j]);
    return out;
}

}  // namespace

double Confusion::precision() const { return right + wrong == 0 ? 0 : static_cast<double>(right) / static_cast<double>(right + wrong); }
double Confusion::recall() const { return right + missed == 0 ? 0 : static_cast<double>(right) / static_cast<double>(right + missed); }
double Confusion::f1() const { return right == 0 ? 0 : 2 * static_cast<double>(right) / static_cast<double>(2 * right + wrong + missed); }

Confusion confusion_of(std::span<const RecordNumber> truth, std::span<const RecordNumber> found, std::span<const std::uint8_t> source) {
    std::vector<std::pair<std::uint64_t, std::uint8_t>> in_truth, in_found, in_both;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        const std::uint8_t from = source.empty() ? std::uint8_t{0} : source[i];
        in_truth.emplace_back(truth[i], from);
        in_found.emplace_back(found[i], from);
        in_both.emplace_back((std::uint64_t{truth[i]} << 32U) | found[i], from);
    }
    const bool across = !source.empty();
    Confusion out;
    out.right = pairs_within(std::move(in_both), across);
    out.wrong = pairs_within(std::move(in_found), across) - out.right;
    out.missed = pairs_within(std::move(in_truth), across) - out.right;
    return out;
}

Quality quality_of(const Register& records, const Linkage& linkage, const LinkageOptions& options, std::span<const RecordNumber> truth) {
    Quality out;
    out.fixed = out.best = confusion_of(truth, linkage.person, options.source);
    out.fixed_threshold = out.best_threshold = linkage.model.threshold;
    out.true_pairs = out.fixed.right + out.fixed.missed;
    out.reached = pairs_met(records, options, truth);
    constexpr int steps = 12;
    constexpr double width = 0.75;
    for (int step = -steps; step <= steps; ++step) {
        const auto threshold = linkage.model.threshold + step * width;
        const auto found = confusion_of(truth, people_at(records, linkage, options, threshold), options.source);
        if (found.f1() <= out.best.f1()) continue;
        out.best = found;
        out.best_threshold = threshold;
    }
    return out;
}

}  // namespace ryadom::matching
