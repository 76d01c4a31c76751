#include "modules/matching/linkage.hpp"

#include "modules/matching/work.hpp"

#include <algorithm>
#include <unordered_map>

namespace ryadom::matching {
namespace {

/// Pairs of a weight below are two people, whatever a second look says.
constexpr double hopeless = -9;
constexpr std::uint64_t pairs_of_a_piece = 1U << 16U;

struct Piece {
    std::size_t key, begin, end;
};

std::vector<Piece> pieces_of(const Blocks& blocks) {
    std::vector<Piece> out;
    for (std::size_t key = 0; key < blocks.keys(); ++key) {
        std::size_t begin = 0;
        std::uint64_t pairs = 0;
        for (std::size_t block = 0; block < blocks.count(key); ++block) {
            pairs += blocks.pairs(key, block, block + 1);
            if (pairs < pairs_of_a_piece && block + 1 < blocks.count(key)) continue;
            out.push_back({key, begin, block + 1});
            begin = block + 1;
            pairs = 0;
        }
    }
    return out;
}

std::uint64_t mixed(std::uint64_t value) {
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31U);
}

/// The pairs that share a key, piece by piece in threads.
class Candidates {
  public:
    Candidates(const Register& records, const LinkageOptions& options) : options_(&options), blocks_(records, options.blocking), pieces_(pieces_of(blocks_)) {}

    /// Calls `make()` once a thread for the tool that it works with, and `each(tool, one, other, out)` for every pair; gives
    /// what was put out, in the order of the pieces.
    template <class Item, class Make, class Each>
    std::vector<Item> collect(const Make& make, const Each& each) const {
        std::vector<std::vector<Item>> parts(pieces_.size());
        using Tool = decltype(make());
        std::vector<Tool> tools;
        for (unsigned thread = 0; thread < std::max(options_->blocking.threads, 1U); ++thread) tools.push_back(make());
        in_threads(options_->blocking.threads, pieces_.size(), [&](std::size_t thread, std::size_t number) {
            const auto& piece = pieces_[number];
            blocks_.each_pair(piece.key, piece.begin, piece.end, [&](RecordNumber one, RecordNumber other) {
                if (is_asked(one, other)) each(tools[thread], std::min(one, other), std::max(one, other), parts[number]);
            });
        });
        std::vector<Item> out;
        for (auto& part : parts) {
            out.insert(out.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
            part = {};
        }
        return out;
    }
    /// Of the keys together; an upper bound, since keys share pairs.
    std::uint64_t at_most() const { return blocks_.pairs(); }

  private:
    bool is_asked(RecordNumber one, RecordNumber other) const { return options_->source.empty() || options_->source[one] != options_->source[other]; }
    const LinkageOptions* options_;
    Blocks blocks_;
    std::vector<Piece> pieces_;
};

double all_pairs(const Register& records, const LinkageOptions& options) {
    const auto all = static_cast<double>(records.size());
    if (options.source.empty()) return std::max(all * (all - 1) / 2, 1.0);
    const auto first = static_cast<double>(std::ranges::count(options.source, 0));
    return std::max(first * (all - first), 1.0);
}

struct Sampled {
    Sample sample;
    std::vector<std::pair<RecordNumber, RecordNumber>> pairs;
};

std::vector<std::pair<RecordNumber, RecordNumber>> sampled_pairs(const Candidates& candidates, std::size_t wanted, std::uint64_t seed, double& times) {
    using Numbers = std::pair<RecordNumber, RecordNumber>;
    const auto step = std::max<std::uint64_t>(candidates.at_most() / std::max<std::size_t>(wanted, 1), 1);
    times = static_cast<double>(step);
    return candidates.collect<Numbers>([] { return 0; },
                                       [&](int, RecordNumber one, RecordNumber other, std::vector<Numbers>& out) {
                                           if (mixed(seed ^ (std::uint64_t{one} << 32U) ^ other) % step == 0) out.emplace_back(one, other);
                                       });
}

void compare_sample(const Register& records, Sampled& sampled) {
    Comparer comparer(records);
    sampled.sample.pairs.clear();
    for (const auto& [one, other] : sampled.pairs) sampled.sample.pairs.push_back(comparer.compare(one, other));
}

void settle(const Register& records, Linkage& linkage, const LinkageOptions& options) {
    std::ranges::sort(linkage.pairs, [](const Pair& a, const Pair& b) { return std::tuple(-a.weight, a.one, a.other) < std::tuple(-b.weight, b.one, b.other); });
    std::vector<float> weights;
    for (const auto& pair : linkage.pairs) weights.push_back(pair.weight);
    linkage.model.threshold = best_threshold(std::move(weights));
    linkage.person = people_at(records, linkage, options, linkage.model.threshold);
}

void weigh(const Register& records, const Candidates& candidates, Linkage& linkage, const LinkageOptions& options) {
    struct Tool {
        Comparer comparer;
        std::uint64_t* seen;
    };
    const Weigher weigher(linkage.model, records.columns());
    std::vector<std::uint64_t> seen(std::max(options.blocking.threads, 1U));
    std::size_t made = 0;
    linkage.pairs = candidates.collect<Pair>([&] { return Tool{Comparer(records), &seen.at(made++)}; },
                                             [&](Tool& tool, RecordNumber one, RecordNumber other, std::vector<Pair>& out) {
                                                 ++*tool.seen;
                                                 const auto weight = weigher.weight_of(tool.comparer.compare(one, other));
                                                 if (weight > hopeless) out.push_back({one, other, static_cast<float>(weight)});
                                             });
    for (const auto count : seen) linkage.candidates += count;
}

void weigh_again(const Register& records, Linkage& linkage) {
    Comparer comparer(records);
    const Weigher weigher(linkage.model, records.columns());
    for (auto& pair : linkage.pairs) pair.weight = static_cast<float>(weigher.weight_of(comparer.compare(pair.one, pair.other)));
}

}  // namespace

std::vector<RecordNumber> people_at(const Register& records, const Linkage& linkage, const LinkageOptions& options, double threshold) {
    Comparer comparer(records);
    const Weigher weigher(linkage.model, records.columns());
    const auto weight = [&](std::span<const RecordNumber> one, std::span<const RecordNumber> other) {
        return weigher.weight_of(comparer.compare(profile_of(records, one), profile_of(records, other)));
    };
    return people_of(records.size(), linkage.pairs, {threshold, options.source, options.once}, weight);
}

Linkage link(Register& records, const Random& random, const LinkageOptions& options) {
    Linkage out;
    out.person.resize(records.size());
    if (records.size() < 2) return out;
    const Candidates candidates(records, options);
    Draw draw(random);
    Sampled sampled;
    sampled.pairs = sampled_pairs(candidates, options.sample, draw.below(UINT64_MAX), sampled.sample.times);
    sampled.sample.all_pairs = all_pairs(records, options);
    sampled.sample.records = static_cast<double>(records.size());
    const auto chance = chance_of(records, random);
    compare_sample(records, sampled);
    out.model = estimate(records.columns(), chance, sampled.sample);
    weigh(records, candidates, out, options);
    settle(records, out, options);
    // A number that two records of one person share is borne by one person: the second look counts people.
    records.count_people(out.person);
    compare_sample(records, sampled);
    out.model = estimate(records.columns(), chance, sampled.sample);
    weigh_again(records, out);
    settle(records, out, options);
    return out;
}

}  // namespace ryadom::matching
