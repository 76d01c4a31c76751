// Which addresses belong to the public network: the special purpose registries of IANA (RFC 6890 and its successors).
#include "platform/fetch/fetch.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

namespace ryadom::fetch {
namespace {

struct Block {
    std::uint32_t first;
    int bits;
};

constexpr std::array private_blocks{
    Block{0x00000000, 8},   // this network
    Block{0x0a000000, 8},   // private
    Block{0x64400000, 10},  // shared by a carrier's customers
    Block{0x7f000000, 8},   // loopback
    Block{0xa9fe0000, 16},  // link-local, where clouds keep their secrets
    Block{0xac100000, 12},  // private
    Block{0xc0000000, 24},  // protocol assignments
    Block{0xc0000200, 24},  // documentation
    Block{0xc0586300, 24},  // relays of 6to4
    Block{0xc0a80000, 16},  // private
    Block{0xc6120000, 15},  // benchmarks
    Block{0xc6336400, 24},  // documentation
    Block{0xcb007100, 24},  // documentation
    Block{0xe0000000, 4},   // multicast
    Block{0xf0000000, 4},   // reserved and broadcast
};

bool in(std::uint32_t address, const Block& block) { return (address >> (32 - block.bits)) == (block.first >> (32 - block.bits)); }

bool is_public(std::uint32_t address) {
    return std::ranges::none_of(private_blocks, [&](const Block& block) { return in(address, block); });
}

std::uint32_t number(std::span<const std::uint8_t, 4> bytes) {
    return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 | std::uint32_t{bytes[2]} << 8 | bytes[3];
}

using Six = std::array<std::uint8_t, 16>;

bool begins(const Six& address, std::initializer_list<std::uint8_t> prefix) { return std::equal(prefix.begin(), prefix.end(), address.begin()); }

std::optional<std::uint32_t> parse_four(const std::string& text) {
    std::array<std::uint8_t, 4> bytes{};
    if (inet_pton(AF_INET, text.c_str(), bytes.data()) != 1) return std::nullopt;
    return number(bytes);
}

std::optional<Six> parse_six(const std::string& text) {
    Six bytes{};
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) return std::nullopt;
    return bytes;
}

std::uint32_t last_four(const Six& address) { return number(std::span(address).last<4>()); }

}  // namespace

bool is_public(const std::string& address) {
    if (const auto four = parse_four(address)) return is_public(*four);
    const auto six = parse_six(address);
    if (!six) return false;
    // Translated addresses are what they translate to (RFC 6052).
    if (begins(*six, {0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0})) return is_public(last_four(*six));
    // Only 2000::/3 is given out; 6to4, Teredo, documentation and other special blocks of it lead elsewhere or nowhere.
    if (((*six)[0] & 0xe0) != 0x20) return false;
    return !begins(*six, {0x20, 0x02}) && !(begins(*six, {0x20, 0x01}) && (*six)[2] < 0x02) && !begins(*six, {0x20, 0x01, 0x0d, 0xb8}) &&
           !begins(*six, {0x3f, 0xff});
}

bool is_loopback(const std::string& address) {
    if (const auto four = parse_four(address)) return in(*four, Block{0x7f000000, 8});
    const auto six = parse_six(address);
    return six && std::all_of(six->begin(), six->end() - 1, [](std::uint8_t byte) { return byte == 0; }) && six->back() == 1;
}

}  // namespace ryadom::fetch
