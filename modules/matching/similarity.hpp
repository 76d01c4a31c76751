// How far two short words are from each other.
#pragma once

#include <string_view>

namespace ryadom::matching {

/// Letters added, struck out, changed or exchanged with their neighbour (Damerau 1964, as optimal string alignment);
/// `limit + 1` stands for everything beyond the limit.
int damerau(std::u16string_view one, std::u16string_view other, int limit);

/// 0 to 1, more for a common beginning (Winkler 1990).
double jaro_winkler(std::u16string_view one, std::u16string_view other);

}  // namespace ryadom::matching
