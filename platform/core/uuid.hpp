// Public identifiers. Version 7 (RFC 9562) keeps them in order of creation, which indexes need.
#pragma once

#include "platform/core/ports.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ryadom {

struct Uuid {
    std::array<std::uint8_t, 16> bytes{};
    auto operator<=>(const Uuid&) const = default;
};

/// "0190d7a5-…", lower case.
std::string to_string(const Uuid& uuid);
/// Reads the canonical form, either case; nothing else.
std::optional<Uuid> parse_uuid(std::string_view text);
/// Version 7: 48 bits of time, 74 of randomness.
Uuid make_uuid(Instant now, const Random& random);

/// A public identifier of one kind of thing: `Id<struct Person>`.
template <class Thing>
struct Id {
    Uuid uuid;
    auto operator<=>(const Id&) const = default;
};

template <class Thing>
std::string to_string(const Id<Thing>& id) {
    return to_string(id.uuid);
}

/// The row number of one kind of thing inside this database; never shown to the outside.
template <class Thing>
struct Number {
    std::int64_t value = 0;
    auto operator<=>(const Number&) const = default;
};

}  // namespace ryadom
