#include "modules/practices/package_text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace ryadom::practices {
namespace {

struct Lead {
    std::size_t length;
    char32_t bits;
    char32_t smallest;  ///< a smaller code point would be an overlong form
};

std::optional<Lead> lead(unsigned char byte) {
    if (byte < 0x80) return Lead{1, byte, 0};
    if (byte < 0xc0) return std::nullopt;
    if (byte < 0xe0) return Lead{2, byte & 0x1fU, 0x80};
    if (byte < 0xf0) return Lead{3, byte & 0x0fU, 0x800};
    if (byte < 0xf8) return Lead{4, byte & 0x07U, 0x10000};
    return std::nullopt;
}

/// The next code point, or nothing where the text is not UTF-8.
std::optional<char32_t> decode(std::string_view& text) {
    const auto first = lead(static_cast<unsigned char>(text.front()));
    if (!first || text.size() < first->length) return std::nullopt;
    char32_t character = first->bits;
    for (std::size_t i = 1; i < first->length; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xc0) != 0x80) return std::nullopt;
        character = (character << 6) | (byte & 0x3fU);
    }
    if (character < first->smallest || character > 0x10ffff || (character >= 0xd800 && character <= 0xdfff))
        return std::nullopt;
    text.remove_prefix(first->length);
    return character;
}

char32_t last_character(std::string_view text) {
    auto at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) --at;
    text.remove_prefix(at);
    return next_character(text);
}

}  // namespace

bool is_utf8(std::string_view text) {
    while (!text.empty())
        if (!decode(text)) return false;
    return true;
}

char32_t next_character(std::string_view& text) {
    if (const auto character = decode(text)) return *character;
    text.remove_prefix(1);
    return U'\ufffd';
}

std::string excerpt(std::string_view text, std::size_t limit) {
    std::string out;
    for (std::size_t count = 0; !text.empty(); ++count) {
        if (count == limit) return out + "…";
        const auto before = text;
        const auto character = next_character(text);
        if (is_control(character))
            out += ' ';
        else if (character == U'\ufffd')
            out += "\xef\xbf\xbd";
        else
            out += before.substr(0, before.size() - text.size());
    }
    return out;
}

bool is_control(char32_t character) { return character < 0x20 || (character >= 0x7f && character <= 0x9f); }

bool is_space(char32_t character) {
    return character == ' ' || (character >= 0x09 && character <= 0x0d) || character == 0x85 ||
           character == 0xa0 || character == 0x1680 || (character >= 0x2000 && character <= 0x200a) ||
           character == 0x2028 || character == 0x2029 || character == 0x202f || character == 0x205f ||
           character == 0x3000 || character == 0xfeff;
}

bool has_space_at_end(std::string_view text) {
    if (text.empty()) return false;
    const auto last = last_character(text);
    return is_space(next_character(text)) || is_space(last);
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
    const auto digits = text.starts_with('-') ? text.substr(1) : text;
    if (digits.empty() || (digits.front() == '0' && text != "0")) return std::nullopt;
    std::int64_t value = 0;
    const auto* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, value);
    if (rest != end || error != std::errc()) return std::nullopt;
    return value;
}

std::optional<std::int64_t> parse_hundredths(std::string_view text) {
    const auto point = text.find('.');
    const auto negative = text.starts_with('-');
    const auto head = text.substr(0, point);
    const auto whole = head == "-0" && point != std::string_view::npos ? 0 : parse_integer(head);
    if (!whole || std::abs(*whole) > 100'000'000'000) return std::nullopt;
    if (point == std::string_view::npos) return *whole * 100;
    const auto digits = text.substr(point + 1);
    if (digits.empty() || digits.size() > 2 || digits.back() == '0') return std::nullopt;
    if (!std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
    std::int64_t part = (digits[0] - '0') * 10;
    if (digits.size() == 2) part += digits[1] - '0';
    return *whole * 100 + (negative ? -part : part);
}

std::int64_t to_hundredths(double value) { return std::llround(value * 100); }

std::string write_hundredths(std::int64_t hundredths) {
    const auto size = std::abs(hundredths);
    auto out = (hundredths < 0 ? "-" : "") + std::to_string(size / 100);
    if (const auto part = size % 100; part != 0) {
        out += '.';
        out += static_cast<char>('0' + part / 10);
        if (part % 10 != 0) out += static_cast<char>('0' + part % 10);
    }
    return out;
}

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = text.find(at);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

}  // namespace ryadom::practices
