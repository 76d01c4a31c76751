#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstddef>
#include <system_error>

#include "modules/ledger/image_snapshot.hpp"

namespace ryadom::ledger::image {
namespace {

static_assert(std::endian::native == std::endian::little, "the snapshot is written in the machine's order");

using Table = std::array<std::array<std::uint64_t, 256>, 8>;

constexpr Table make_table() {
    Table table{};
    for (std::uint64_t value = 0; value < 256; ++value) {
        auto crc = value;
        for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xc96c'5795'd787'0f42 : 0);
        table[0][value] = crc;
    }
    for (std::size_t slice = 1; slice < 8; ++slice)
        for (std::size_t value = 0; value < 256; ++value) {
            const auto before = table[slice - 1][value];
            table[slice][value] = before >> 8 ^ table[0][before & 0xff];
        }
    return table;
}

constexpr Table crc_table = make_table();

[[noreturn]] void fail(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

}  // namespace

std::uint64_t crc64(std::uint64_t crc, std::span<const std::byte> bytes) {
    crc = ~crc;
    for (; bytes.size() >= 8; bytes = bytes.subspan(8)) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data(), 8);
        word ^= crc;
        crc = 0;
        for (std::size_t slice = 0; slice < 8; ++slice)
            crc ^= crc_table[7 - slice][word >> (8 * slice) & 0xff];
    }
    for (const auto byte : bytes)
        crc = crc >> 8 ^ crc_table[0][(crc ^ std::to_integer<std::uint64_t>(byte)) & 0xff];
    return ~crc;
}

std::uint64_t seal(std::uint64_t content_crc, const SnapshotHeader& header) {
    return crc64(content_crc, std::as_bytes(std::span(&header, 1)).first(offsetof(SnapshotHeader, crc)));
}

SnapshotWriter::SnapshotWriter(const std::filesystem::path& file) : file_(std::fopen(file.c_str(), "wbe")) {
    if (!file_) fail("cannot begin the snapshot");
    const SnapshotHeader room;
    if (std::fwrite(&room, sizeof room, 1, file_.get()) != 1) fail("cannot write the snapshot");
}

void SnapshotWriter::bytes(std::span<const std::byte> bytes) {
    if (bytes.empty()) return;
    if (std::fwrite(bytes.data(), bytes.size(), 1, file_.get()) != 1) fail("cannot write the snapshot");
    crc_ = crc64(crc_, bytes);
    length_ += bytes.size();
}

void SnapshotWriter::finish(Position position, const Uuid& newest) {
    SnapshotHeader header;
    header.position = position;
    header.newest = newest;
    header.length = length_;
    header.crc = seal(crc_, header);
    if (std::fseek(file_.get(), 0, SEEK_SET) != 0 ||
        std::fwrite(&header, sizeof header, 1, file_.get()) != 1 || std::fflush(file_.get()) != 0 ||
        ::fsync(::fileno(file_.get())) != 0)
        fail("cannot finish the snapshot");
}

SnapshotReader::SnapshotReader(File file) : file_(std::move(file)) {}

std::optional<SnapshotHeader> SnapshotReader::header() {
    SnapshotHeader header;
    const SnapshotHeader ours;
    if (std::fread(&header, sizeof header, 1, file_.get()) != 1) {
        sound_ = false;
        return std::nullopt;
    }
    if (std::memcmp(header.magic, ours.magic, sizeof ours.magic) != 0 || header.version != ours.version)
        return std::nullopt;
    return header;
}

void SnapshotReader::bytes(std::span<std::byte> bytes) {
    if (bytes.empty()) return;
    if (!sound_ || std::fread(bytes.data(), bytes.size(), 1, file_.get()) != 1) {
        sound_ = false;
        std::ranges::fill(bytes, std::byte{});
        return;
    }
    crc_ = crc64(crc_, bytes);
    length_ += bytes.size();
}

std::uint64_t SnapshotReader::number() {
    std::uint64_t value = 0;
    array(std::span(&value, 1));
    return value;
}

std::uint64_t SnapshotReader::number_below(std::uint64_t limit) {
    const auto value = number();
    if (value < limit) return value;
    sound_ = false;
    return 0;
}

bool SnapshotReader::complete(const SnapshotHeader& header) {
    if (!sound_ || length_ != header.length || std::fgetc(file_.get()) != EOF) return false;
    return seal(crc_, header) == header.crc;
}

}  // namespace ryadom::ledger::image
