// Two records side by side: a level for each column, and how much the rarity of the values says.
#pragma once

#include "modules/matching/register.hpp"

namespace ryadom::matching {

struct Comparison {
    std::array<Level, most_columns> levels{};
    /// Logarithm of how much rarer the two values are than any: of ½(1/f₁ + 1/f₂), f being the part of people who have it.
    std::array<float, most_columns> rarity{};
    bool crossed = false;  ///< the one's family name is the other's given name, and the other way round
};

/// Compares records of one register and remembers likeness of values: every thread has its own.
class Comparer {
  public:
    explicit Comparer(const Register& records);
    Comparison compare(RecordNumber one, RecordNumber other);
    Comparison compare(const RecordValues& one, RecordNumber other);

  private:
    struct Known {
        std::uint64_t pair = 0;
        Level level = Level::missing;
    };
    using Side = std::array<const Value*, most_columns>;

    Side side(RecordNumber record) const;
    Comparison compare(const Side& one, const Side& other);
    Level level(std::size_t column, const Value& one, const Value& other);
    double frequency(std::size_t column, const Value& value) const;
    void cross(Comparison& comparison, const Side& one, const Side& other) const;

    const Register* records_;
    std::vector<std::vector<Known>> known_;
    std::size_t family_name_ = most_columns;
    std::size_t given_name_ = most_columns;
};

}  // namespace ryadom::matching
