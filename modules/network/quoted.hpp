#pragma once

#include <string>
#include <string_view>

namespace ryadom::network {

/// What a message quotes of a long input: its beginning, cut between letters.
inline std::string quoted(std::string_view text) {
    constexpr std::size_t longest = 80;
    if (text.size() <= longest) return std::string(text);
    auto end = longest;
    while ((static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
    return std::string(text.substr(0, end)) + "…";
}

}  // namespace ryadom::network
