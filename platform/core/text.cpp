#include "platform/core/text.hpp"

#include <algorithm>

namespace ryadom {
namespace {

/// Not the first byte of its character (RFC 3629, section 3).
bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U; }

}  // namespace

std::size_t characters(std::string_view text) { return text.size() - static_cast<std::size_t>(std::ranges::count_if(text, continues)); }

std::string shorten(std::string_view text, std::size_t longest) {
    if (text.size() <= longest) return std::string(text);
    while (longest > 0 && continues(text[longest])) --longest;
    return std::string(text.substr(0, longest)) + "…";
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace ryadom
