// How the values of a column are written: learned from all of them before the first is read.
#pragma once

#include "modules/matching/columns.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ryadom::matching {

enum class DateOrder { day_month_year, month_day_year, year_month_day };

/// How often each Cyrillic letter follows each other one. "Bdfyjd" is Иванов on the other keyboard layout and nothing
/// at all as a transliteration: the letters of the register itself say so.
class Letters {
  public:
    Letters();
    void learn(std::u16string_view canonical, std::uint32_t times);
    /// Mean logarithm of the chance of a letter.
    double likelihood(std::u16string_view canonical) const;

  private:
    static constexpr std::size_t count_ = 33;  ///< а to я, and the edge of a word
    static std::size_t number_of(char16_t letter);
    std::vector<std::uint32_t> follow_;
    std::vector<std::uint32_t> totals_;
};

struct Writing {
    Kind kind = Kind::text;
    bool cyrillic = false;  ///< most values are: the others are taken for transliterated or mistyped
    DateOrder order = DateOrder::day_month_year;
    Letters letters{};
};

struct Written {
    std::string_view text;
    std::uint32_t times = 1;
};

Writing learn_writing(Kind kind, const std::vector<Written>& values);

}  // namespace ryadom::matching
