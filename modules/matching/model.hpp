// The model of Fellegi and Sunter: how often the columns of one person's two records agree, and how often those of two
// people do. See README.md for the sources and docs/decisions/0007 for what was added.
#pragma once

#include "modules/matching/comparison.hpp"

#include <bitset>

namespace ryadom::matching {

using ByLevel = std::array<double, levels>;

/// What the two records of a pair may be to each other, besides strangers.
enum class Tie {
    same,      ///< one person
    moved,     ///< one person with another address: its columns change together
    twin,      ///< born on one day into one family
    relative,  ///< of one family and one house
    namesake   ///< names and nearly the birth of another
};
constexpr std::size_t ties = 5;
constexpr bool is_one_person(Tie tie) { return tie == Tie::same || tie == Tie::moved; }

/// Pairs of one kind.
struct Relation {
    double share = 0;                            ///< of all pairs of records
    std::array<ByLevel, most_columns> agreement{};  ///< part of them at each level of a column
    std::bitset<most_columns> telling{};         ///< columns in which they differ from strangers
    double crossed = 0;                          ///< part of them whose family and given name are exchanged
};

struct Model {
    std::array<ByLevel, most_columns> chance{};  ///< of two strangers; for an agreement: times the rarity of the values
    std::array<Relation, ties> relations{};
    double threshold = 0;  ///< weight from which a pair is one person

    const Relation& same() const { return relations[0]; }
};

/// The model made ready for many pairs.
class Weigher {
  public:
    Weigher(const Model& model, const Columns& columns);
    /// Logarithms of how likely each kind of pair is against strangers.
    std::array<double, ties> against_strangers(const Comparison& comparison) const;
    /// Logarithm of the odds that the two are one person.
    double weight_of(const Comparison& comparison) const;
    /// What one column adds to it where the two are no strangers.
    double of_column(Tie tie, std::size_t column, const Comparison& comparison) const;

  private:
    /// A missing value says nothing, and so does a column in which they are like strangers.
    using ByLevelOrMissing = std::array<double, levels + 1>;
    std::size_t columns_;
    std::array<std::array<ByLevelOrMissing, most_columns>, ties> weights_{};
    std::array<std::array<double, most_columns>, ties> rarity_{};  ///< whether it counts
    std::array<std::array<double, 2>, ties> crossed_{};
};

double probability(double weight);

/// What one column contributed to a weight, in bits: what doubles the odds is one.
struct Reason {
    std::size_t column = 0;
    Level level = Level::missing;
    double bits = 0;
    bool operator==(const Reason&) const = default;
};

/// The reasons of a weight, what says most first; missing values have no part in it.
std::vector<Reason> reasons_of(const Weigher& weigher, const Columns& columns, const Comparison& comparison);

/// Key of the text that says a reason: "matching.birth_date.form".
std::string text_key(Kind kind, Level level);

}  // namespace ryadom::matching
