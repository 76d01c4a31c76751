#include "modules/practices/archive_zip.hpp"

#include <array>

namespace ryadom::practices::zip {
namespace {

constexpr std::uint32_t local_mark = 0x04034b50;
constexpr std::uint32_t directory_mark = 0x02014b50;
constexpr std::uint32_t end_mark = 0x06054b50;
constexpr std::size_t local_bytes = 30;
constexpr std::size_t directory_bytes = 46;
constexpr std::size_t end_bytes = 22;
constexpr std::uint32_t made_by_version = 20;
constexpr std::uint32_t needed_version = 10;
constexpr std::uint32_t first_day = 0x0021;  // 1980-01-01, the zero of zip

constexpr std::array<std::uint32_t, 256> crc_table = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        auto value = i;
        for (int bit = 0; bit < 8; ++bit) value = (value & 1U) != 0 ? 0xedb88320U ^ (value >> 1) : value >> 1;
        table[i] = value;
    }
    return table;
}();

std::uint32_t crc32(std::string_view bytes) {
    std::uint32_t value = ~0U;
    for (const char byte : bytes)
        value = crc_table[(value ^ static_cast<unsigned char>(byte)) & 0xffU] ^ (value >> 8);
    return ~value;
}

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    return value;
}
std::uint16_t half(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint16_t>(number(bytes, at, 2));
}
std::uint32_t word(std::string_view bytes, std::size_t at) { return number(bytes, at, 4); }

void put(std::string& out, std::uint32_t value, int count) {
    for (int i = 0; i < count; ++i) out += static_cast<char>((value >> (8 * i)) & 0xffU);
}

/// What the local header and the directory say alike, from "version needed" to the length of the extra field.
void put_common(std::string& out, const std::string& name, std::string_view content, std::uint32_t crc) {
    const auto size = static_cast<std::uint32_t>(content.size());
    put(out, needed_version, 2);
    put(out, 0, 2);  // flags
    put(out, 0, 2);  // stored
    put(out, 0, 2);  // time
    put(out, first_day, 2);
    put(out, crc, 4);
    put(out, size, 4);
    put(out, size, 4);
    put(out, static_cast<std::uint32_t>(name.size()), 2);
    put(out, 0, 2);  // extra field
}

Entry entry_at(std::string_view bytes, std::size_t at) {
    Entry entry;
    entry.made_by = half(bytes, at + 4);
    entry.flags = half(bytes, at + 8);
    entry.method = half(bytes, at + 10);
    entry.size = word(bytes, at + 20);
    entry.real_size = word(bytes, at + 24);
    entry.attributes = word(bytes, at + 38);
    entry.offset = word(bytes, at + 42);
    entry.name = bytes.substr(at + directory_bytes, half(bytes, at + 28));
    return entry;
}

}  // namespace

bool Entry::is_special() const {
    const auto type = (attributes >> 16) & 0xf000U;
    return type != 0 && type != 0x8000U && type != 0x4000U;
}

std::optional<std::vector<Entry>> read_directory(std::string_view bytes) {
    if (bytes.size() < end_bytes || word(bytes, bytes.size() - end_bytes) != end_mark) return std::nullopt;
    const auto end = bytes.size() - end_bytes;
    const std::size_t count = half(bytes, end + 10);
    std::size_t at = word(bytes, end + 16);
    if (at > end) return std::nullopt;
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < count; ++i) {
        if (end - at < directory_bytes || word(bytes, at) != directory_mark) return std::nullopt;
        const auto length =
            directory_bytes + half(bytes, at + 28) + half(bytes, at + 30) + half(bytes, at + 32);
        if (end - at < length) return std::nullopt;
        entries.push_back(entry_at(bytes, at));
        at += length;
    }
    return at == end ? std::optional(std::move(entries)) : std::nullopt;
}

std::optional<std::string_view> content(std::string_view bytes, const Entry& entry) {
    const std::size_t at = entry.offset;
    if (at > bytes.size() || bytes.size() - at < local_bytes || word(bytes, at) != local_mark)
        return std::nullopt;
    const auto start = at + local_bytes + half(bytes, at + 26) + half(bytes, at + 28);
    if (start > bytes.size() || bytes.size() - start < entry.size) return std::nullopt;
    return bytes.substr(start, entry.size);
}

std::string write(const std::map<std::string, std::string>& entries) {
    std::string out;
    std::string directory;
    for (const auto& [name, bytes] : entries) {
        const auto crc = crc32(bytes);
        put(directory, directory_mark, 4);
        put(directory, made_by_version, 2);
        put_common(directory, name, bytes, crc);
        directory.append(10, '\0');  // lengths of the comment, disk, inner and outer attributes
        put(directory, static_cast<std::uint32_t>(out.size()), 4);
        directory += name;
        put(out, local_mark, 4);
        put_common(out, name, bytes, crc);
        out += name;
        out += bytes;
    }
    const auto start = static_cast<std::uint32_t>(out.size());
    const auto count = static_cast<std::uint32_t>(entries.size());
    out += directory;
    put(out, end_mark, 4);
    put(out, 0, 4);  // disks
    put(out, count, 2);
    put(out, count, 2);
    put(out, static_cast<std::uint32_t>(directory.size()), 4);
    put(out, start, 4);
    put(out, 0, 2);  // comment
    return out;
}

}  // namespace ryadom::practices::zip
