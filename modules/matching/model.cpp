#include "modules/matching/model.hpp"

#include <algorithm>
#include <cmath>

namespace ryadom::matching {
namespace {

std::string_view group_of(Kind kind) {
    switch (kind) {
        case Kind::locality:
        case Kind::street:
        case Kind::text: return "words";
        case Kind::house:
        case Kind::postcode:
        case Kind::category: return "code";
        default: return json::name_of(kind);
    }
}

}  // namespace

Weigher::Weigher(const Model& model, const Columns& columns) : columns_(columns.size()) {
    for (std::size_t i = 0; i < ties; ++i) {
        const auto& relation = model.relations[i];
        crossed_[i] = {std::log(relation.share * (1 - relation.crossed)), std::log(relation.share * relation.crossed)};
        for (std::size_t column = 0; column < columns_; ++column) {
            if (!relation.telling[column]) continue;
            rarity_[i][column] = 1;
            for (std::size_t level = 0; level < levels; ++level)
                weights_[i][column][level] = std::log(relation.agreement[column][level] / model.chance[column][level]);
        }
    }
}

double Weigher::of_column(Tie tie, std::size_t column, const Comparison& comparison) const {
    const auto i = static_cast<std::size_t>(tie);
    return weights_[i][column][static_cast<std::size_t>(comparison.levels[column])] + rarity_[i][column] * static_cast<double>(comparison.rarity[column]);
}

std::array<double, ties> Weigher::against_strangers(const Comparison& comparison) const {
    std::array<double, ties> out{};
    for (std::size_t i = 0; i < ties; ++i) {
        out[i] = crossed_[i][comparison.crossed ? 1 : 0];
        for (std::size_t column = 0; column < columns_; ++column) out[i] += of_column(static_cast<Tie>(i), column, comparison);
    }
    return out;
}

double Weigher::weight_of(const Comparison& comparison) const {
    const auto likely = against_strangers(comparison);
    const auto greatest = std::max(0.0, *std::ranges::max_element(likely));
    double one = 0;
    double two = std::exp(-greatest);
    for (std::size_t i = 0; i < ties; ++i) (is_one_person(static_cast<Tie>(i)) ? one : two) += std::exp(likely[i] - greatest);
    return std::log(std::max(one, 1e-300)) - std::log(std::max(two, 1e-300));
}

double probability(double weight) { return 1 / (1 + std::exp(-weight)); }

std::vector<Reason> reasons_of(const Weigher& weigher, const Columns& columns, const Comparison& comparison) {
    std::vector<Reason> out;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (comparison.levels[i] != Level::missing) out.push_back({i, comparison.levels[i], weigher.of_column(Tie::same, i, comparison) / std::log(2.0)});
    std::ranges::stable_sort(out, std::greater(), [](const Reason& reason) { return std::abs(reason.bits); });
    return out;
}

std::string text_key(Kind kind, Level level) { return std::string("matching.") + std::string(group_of(kind)) + "." + std::string(json::name_of(level)); }

}  // namespace ryadom::matching
