// What two records of one person have in common, tried in several ways: whoever shares one whole key is compared.
#pragma once

#include "modules/matching/register.hpp"

namespace ryadom::matching {

/// The part of a value that a key takes.
enum class Cut {
    whole,      ///< without what ways of writing change
    beginning,  ///< three letters
    ending,     ///< the last three
    first,      ///< one letter
    year,
    day_and_month,  ///< in either order
    birthday        ///< with the year
};

struct Part {
    std::size_t column = 0;
    Cut cut = Cut::whole;
};

/// From coarse to fine: the later parts count only where a block would be too large.
struct Key {
    std::vector<Part> parts;
    bool crossed = false;  ///< the first two parts in either order: family and given name exchanged
};
constexpr std::size_t most_parts = 4;

/// The keys for columns of these kinds.
std::vector<Key> keys_for(const Columns& columns);

/// Hashes of the parts; 0 for a missing one.
using KeyHash = std::array<std::uint32_t, most_parts>;

KeyHash hash_of(const Key& key, const Columns& columns, std::span<const Value* const> record);

}  // namespace ryadom::matching
