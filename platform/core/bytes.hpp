// Hashes and hexadecimal text.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ryadom {

using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256(std::string_view bytes);
std::string hex(std::string_view bytes);
std::string hex(const Sha256& hash);
/// Even count of hexadecimal digits, either case.
std::optional<std::string> from_hex(std::string_view text);

inline std::string_view view(const Sha256& hash) {
    return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

}  // namespace ryadom
