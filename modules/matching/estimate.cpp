#include "modules/matching/estimate.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ryadom::matching {
namespace {

constexpr int most_rounds = 60;
constexpr double settled = 1e-4;

/// How many pairs what is thought of agreement before anything is seen is worth.
constexpr double thought = 20;

bool is_address(Kind kind) { return is_words(kind) || kind == Kind::house || kind == Kind::postcode; }

/// Whether pairs of that kind agree there otherwise than strangers.
bool tells(Tie tie, Kind kind) {
    switch (tie) {
        case Tie::same: return true;
        case Tie::moved: return !is_address(kind);
        case Tie::twin: return kind != Kind::given_name && kind != Kind::identifier;
        case Tie::relative: return kind == Kind::family_name || kind == Kind::patronymic || kind == Kind::phone || is_address(kind);
        case Tie::namesake: return is_name(kind) || kind == Kind::birth_date || kind == Kind::sex;
    }
    return true;
}

bool has_patronymic(const Columns& columns) {
    return std::ranges::any_of(columns, [](const Column& column) { return column.kind == Kind::patronymic; });
}

/// Who is told from one person by columns that the register does not have is not looked for.
bool is_looked_for(Tie tie, const Columns& columns) {
    const auto has = [&](const auto& which) { return std::ranges::any_of(columns, [&](const Column& column) { return which(column.kind); }); };
    const bool address = has(is_address);
    const bool number = has(is_digits);
    switch (tie) {
        case Tie::same: return true;
        case Tie::moved: return address;
        case Tie::twin: return address || number || has_patronymic(columns);
        case Tie::relative: return address || number;
        case Tie::namesake: return (address && number) || has_patronymic(columns);
    }
    return true;
}

/// What is known of such pairs beforehand and not left to the register: it would take others for them.
bool is_known(Tie tie, Kind kind) { return (tie == Tie::twin && kind == Kind::birth_date) || (tie == Tie::namesake && kind != Kind::sex); }

ByLevel first_thought(Tie tie, Kind kind) {
    constexpr ByLevel mostly_equal{0.06, 0.01, 0.02, 0.05, 0.02, 0.84};
    constexpr ByLevel often_equal{0.45, 0.05, 0.05, 0.05, 0.05, 0.35};
    constexpr ByLevel nearly_equal{0.30, 0.25, 0.25, 0.19, 0.005, 0.005};
    constexpr ByLevel certainly_equal{0.01, 0.01, 0.02, 0.03, 0.03, 0.90};
    switch (tie) {
        case Tie::same:
        case Tie::moved: break;
        case Tie::twin:
            if (kind == Kind::birth_date) return certainly_equal;
            break;
        case Tie::relative: return kind == Kind::family_name ? mostly_equal : often_equal;
        case Tie::namesake: return kind == Kind::birth_date ? nearly_equal : certainly_equal;
    }
    return mostly_equal;
}

Model first_model(const Columns& columns, const std::array<ByLevel, most_columns>& chance, const Sample& sample) {
    constexpr std::array<double, ties> to_a_record{0.1, 0.01, 0.005, 0.01, 0.005};
    Model out;
    out.chance = chance;
    for (std::size_t i = 0; i < ties; ++i) {
        auto& relation = out.relations[i];
        const auto tie = static_cast<Tie>(i);
        relation.share = is_looked_for(tie, columns) ? to_a_record[i] * sample.records / sample.all_pairs : 1e-300;
        relation.crossed = 0.01;
        for (std::size_t column = 0; column < columns.size(); ++column) {
            relation.telling[column] = tells(tie, columns[column].kind);
            relation.agreement[column] = first_thought(tie, columns[column].kind);
        }
    }
    return out;
}

/// Sums of one round for one kind of pair.
struct Sums {
    double pairs = 0;
    double crossed = 0;
    std::array<ByLevel, most_columns> at{};
};

std::array<Sums, ties> expected(const Model& model, const Columns& columns, const Sample& sample) {
    std::array<Sums, ties> out{};
    const Weigher weigher(model, columns);
    for (const auto& pair : sample.pairs) {
        const auto likely = weigher.against_strangers(pair);
        const auto greatest = std::max(0.0, *std::ranges::max_element(likely));
        double whole = std::exp(-greatest);
        for (const auto each : likely) whole += std::exp(each - greatest);
        for (std::size_t i = 0; i < ties; ++i) {
            const auto part = std::exp(likely[i] - greatest) / whole;
            if (part < 1e-9) continue;
            out[i].pairs += part;
            out[i].crossed += pair.crossed ? part : 0;
            for (std::size_t column = 0; column < columns.size(); ++column)
                if (pair.levels[column] != Level::missing) out[i].at[column][static_cast<std::size_t>(pair.levels[column])] += part;
        }
    }
    return out;
}

ByLevel shares_of(const ByLevel& at, const ByLevel& before) {
    ByLevel out{};
    const auto all = std::accumulate(at.begin(), at.end(), 0.0);
    for (std::size_t level = 0; level < levels; ++level) out[level] = (at[level] + thought * before[level]) / (all + thought);
    return out;
}

/// Names and birth of one person are mostly the same, whatever the register seems to say: without this, strangers whose given
/// names and patronymics go together by age and sex were taken for one person.
ByLevel held(Tie tie, Kind kind, ByLevel shares) {
    constexpr double most_different = 0.2;
    if (!is_one_person(tie) || !(is_name(kind) || kind == Kind::birth_date) || shares[0] <= most_different) return shares;
    const auto others = (1 - most_different) / (1 - shares[0]);
    for (auto& share : shares) share *= others;
    shares[0] = most_different;
    return shares;
}

/// Whoever moved is written like whoever stayed.
void share_sums(std::array<Sums, ties>& sums, const Columns& columns) {
    auto& same = sums[static_cast<std::size_t>(Tie::same)].at;
    auto& moved = sums[static_cast<std::size_t>(Tie::moved)].at;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        if (!tells(Tie::moved, columns[column].kind)) continue;
        for (std::size_t level = 0; level < levels; ++level) same[column][level] += moved[column][level];
        moved[column] = same[column];
    }
}

/// Takes the sums over into the model; says how much it moved.
double maximise(Model& model, const Columns& columns, const Sample& sample, std::array<Sums, ties> sums) {
    double moved = 0;
    share_sums(sums, columns);
    for (std::size_t i = 0; i < ties; ++i) {
        auto& relation = model.relations[i];
        const auto tie = static_cast<Tie>(i);
        if (!is_looked_for(tie, columns)) continue;
        relation.share = std::max(sums[i].pairs * sample.times, 0.5) / sample.all_pairs;
        relation.crossed = (sums[i].crossed + 0.01) / (sums[i].pairs + 1);
        for (std::size_t column = 0; column < columns.size(); ++column) {
            const auto kind = columns[column].kind;
            if (!relation.telling[column] || is_known(tie, kind)) continue;
            const auto now = held(tie, kind, shares_of(sums[i].at[column], first_thought(tie, kind)));
            for (std::size_t level = 0; level < levels; ++level) moved = std::max(moved, std::abs(now[level] - relation.agreement[column][level]));
            relation.agreement[column] = now;
        }
    }
    // Where no father's name vouches for them, twins are believed in as far as there are other relatives.
    auto& twins = model.relations[static_cast<std::size_t>(Tie::twin)].share;
    if (!has_patronymic(columns)) twins = std::min(twins, model.relations[static_cast<std::size_t>(Tie::relative)].share);
    return moved;
}

/// Levels of random people's values. An agreement is counted among the different values there are: weighted by the rarity of
/// both it comes to the same, and rare agreement is seen far sooner.
ByLevel chance_of_column(const Register& records, std::size_t column, Draw& draw) {
    ByLevel out{};
    out.fill(1);
    const auto& values = records.values(column);
    const auto kind = records.columns()[column].kind;
    const auto different = values.size() - 1;
    if (different == 0) return out;
    const std::uint64_t tries = is_name(kind) || is_words(kind) ? 60'000 : 200'000;
    ByLevel likeness{};
    ByLevel people{};
    double likenesses = 0;
    for (std::uint64_t i = 0; i < tries; ++i) {
        const auto& one = records.value(static_cast<RecordNumber>(draw.below(records.size())), column);
        const auto& other = records.value(static_cast<RecordNumber>(draw.below(records.size())), column);
        const auto& any = values[1 + draw.below(different)];
        if (one.missing() || other.missing()) continue;
        ++likenesses;
        if (any.number != one.number) ++likeness[static_cast<std::size_t>(compare_values(kind, one, any))];
        if (i % 4 == 0) ++people[static_cast<std::size_t>(compare_values(kind, one, other))];
    }
    const auto all = std::max(std::accumulate(people.begin(), people.end(), 0.0), 1.0);
    out[0] = std::max(people[0], 0.5) / all;
    for (std::size_t level = 1; level + 1 < levels; ++level)
        out[level] = std::max(likeness[level], 0.5) / std::max(likenesses, 1.0) * static_cast<double>(different);
    return out;
}

}  // namespace

std::uint64_t Draw::below(std::uint64_t bound) {
    std::array<std::byte, 8> bytes{};
    random_(bytes);
    std::uint64_t out = 0;
    for (const auto byte : bytes) out = (out << 8U) | std::to_integer<std::uint64_t>(byte);
    return out % bound;
}

std::array<ByLevel, most_columns> chance_of(const Register& records, const Random& random) {
    std::array<ByLevel, most_columns> out{};
    Draw draw(random);
    for (std::size_t column = 0; column < records.columns().size(); ++column) out[column] = chance_of_column(records, column, draw);
    return out;
}

Model estimate(const Columns& columns, const std::array<ByLevel, most_columns>& chance, const Sample& sample) {
    auto out = first_model(columns, chance, sample);
    for (int round = 0; round < most_rounds; ++round)
        if (maximise(out, columns, sample, expected(out, columns, sample)) < settled) break;
    return out;
}

double best_threshold(std::vector<float> weights) {
    std::ranges::sort(weights, std::greater());
    double all = 0;
    for (const auto weight : weights) all += probability(static_cast<double>(weight));
    double taken = 0;
    double best = -1;
    double out = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const auto weight = static_cast<double>(weights[i]);
        taken += probability(weight);
        const auto f1 = 2 * taken / (static_cast<double>(i + 1) + all);
        if (f1 <= best) continue;
        best = f1;
        out = weight;
    }
    return out;
}

}  // namespace ryadom::matching
