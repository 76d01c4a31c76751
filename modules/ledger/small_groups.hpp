// How exactly a number of people is told to whoever may not see them one by one.
#pragma once

#include <cstdint>

namespace ryadom::ledger {

/// A group of fewer people than this is not shown: who it is could be guessed.
constexpr std::int64_t smallest_group = 5;
/// Nothing is no secret, and neither is a crowd.
constexpr bool hidden(std::int64_t people) { return people > 0 && people < smallest_group; }
/// What is told instead of an exact number: two exact numbers, of this day and of the day before, differ by one person.
constexpr std::int64_t rounded(std::int64_t people) { return people - people % smallest_group; }

}  // namespace ryadom::ledger
