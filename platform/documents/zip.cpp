#include "platform/documents/zip.hpp"

#include <array>
#include <limits>
#include <stdexcept>

namespace ryadom::documents {
namespace {

// APPNOTE.TXT, 4.3: numbers are little-endian.
constexpr std::uint32_t local_header = 0x04034b50;
constexpr std::uint32_t central_header = 0x02014b50;
constexpr std::uint32_t end_of_directory = 0x06054b50;
constexpr std::uint16_t version = 20;
constexpr std::uint16_t utf8_names = 1U << 11;
constexpr std::uint16_t stored = 0;
/// 1 January 1980: the same members give the same bytes.
constexpr std::uint16_t no_time = 0;
constexpr std::uint16_t first_day = (1U << 5) | 1U;

template <class Number>
void put(std::string& out, Number number) {
    for (std::size_t at = 0; at < sizeof(Number); ++at) out += static_cast<char>(number >> (8 * at) & 0xffU);
}

constexpr std::array<std::uint32_t, 256> sums = [] {
    std::array<std::uint32_t, 256> out{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        auto sum = byte;
        for (int bit = 0; bit < 8; ++bit) sum = (sum & 1U) != 0 ? 0xedb88320U ^ (sum >> 1U) : sum >> 1U;
        out[byte] = sum;
    }
    return out;
}();

std::uint32_t crc32(std::string_view bytes) {
    std::uint32_t sum = 0xffffffffU;
    for (const char each : bytes) sum = sums[(sum ^ static_cast<std::uint8_t>(each)) & 0xffU] ^ (sum >> 8U);
    return ~sum;
}

/// What both headers of a member say of it.
void describe(std::string& out, std::uint32_t sum, std::uint32_t size, std::size_t name) {
    put(out, version);
    put(out, utf8_names);
    put(out, stored);
    put(out, no_time);
    put(out, first_day);
    put(out, sum);
    put(out, size);
    put(out, size);
    put(out, static_cast<std::uint16_t>(name));
    put(out, std::uint16_t{0});  // extra field
}

void demand_room(bool fits) {
    if (!fits) throw std::length_error("an archive that is larger than its format");
}

}  // namespace

std::string Zip::add(std::string_view name, std::string_view bytes) {
    constexpr std::uint64_t largest = std::numeric_limits<std::uint32_t>::max();
    demand_room(members_.size() < 65'535 && name.size() < 65'536 && written_ + bytes.size() < largest - (std::uint64_t{1} << 24));
    const Member member{std::string(name), crc32(bytes), static_cast<std::uint32_t>(bytes.size()), static_cast<std::uint32_t>(written_)};
    std::string out;
    out.reserve(bytes.size() + name.size() + 30);
    put(out, local_header);
    describe(out, member.sum, member.size, name.size());
    out += name;
    out += bytes;
    written_ += out.size();
    members_.push_back(member);
    return out;
}

std::string Zip::finish() {
    std::string out;
    for (const auto& member : members_) {
        put(out, central_header);
        put(out, version);
        describe(out, member.sum, member.size, member.name.size());
        put(out, std::uint16_t{0});  // comment
        put(out, std::uint16_t{0});  // disk
        put(out, std::uint16_t{0});  // internal attributes
        put(out, std::uint32_t{0});  // external attributes
        put(out, member.at);
        out += member.name;
    }
    const auto directory = static_cast<std::uint32_t>(out.size());
    put(out, end_of_directory);
    put(out, std::uint16_t{0});
    put(out, std::uint16_t{0});
    put(out, static_cast<std::uint16_t>(members_.size()));
    put(out, static_cast<std::uint16_t>(members_.size()));
    put(out, directory);
    put(out, static_cast<std::uint32_t>(written_));
    put(out, std::uint16_t{0});
    return out;
}

}  // namespace ryadom::documents
