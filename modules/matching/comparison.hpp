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

/// The values of one record, or those that several records of one person agree on.
using Profile = std::array<const Value*, most_columns>;

Profile profile_of(const Register& records, RecordNumber record);
/// Of each column the value that most of the records have; of several such the one that most people have, since slips are rare.
Profile profile_of(const Register& records, std::span<const RecordNumber> of_one_person);

/// Whether likeness of values is remembered: for many pairs, since the memory itself takes time to make.
enum class Remember { nothing, likeness };

/// Compares records of one register: every thread has its own.
class Comparer {
  public:
    explicit Comparer(const Register& records, Remember remember = Remember::likeness);
    Comparison compare(RecordNumber one, RecordNumber other);
    Comparison compare(const RecordValues& one, RecordNumber other);
    Comparison compare(const Profile& one, const Profile& other);

  private:
    struct Known {
        std::uint64_t pair = 0;
        Level level = Level::missing;
    };

    Level level(std::size_t column, const Value& one, const Value& other);
    void cross(Comparison& comparison, const Profile& one, const Profile& other) const;

    const Register* records_;
    std::vector<std::vector<Known>> known_;
    std::size_t family_name_ = most_columns;
    std::size_t given_name_ = most_columns;
};

}  // namespace ryadom::matching
