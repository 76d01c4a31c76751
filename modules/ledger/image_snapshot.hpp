// The bytes of the snapshot file: checked writing and reading.
//
// Header (56 bytes): magic, format version, ledger position and the id of the fact there, length and CRC-64/XZ
// of what follows and of the header. Then the merges and, for each home provider, its codes, recorded days, reversals and columns.
// Little endian, for the machine that wrote it: a snapshot is a shortcut, the ledger is what is kept.
#pragma once

#include <cstdio>
#include <cstring>
#include <type_traits>

#include "modules/ledger/image_state.hpp"

namespace ryadom::ledger::image {

/// CRC-64/XZ of `bytes`, going on from `crc` (0 to begin).
std::uint64_t crc64(std::uint64_t crc, std::span<const std::byte> bytes);

struct SnapshotHeader {
    char magic[8] = {'R', 'Y', 'A', 'D', 'O', 'M', 'I', 'M'};
    std::uint64_t version = 3;
    Position position = 0;
    Uuid newest;
    std::uint64_t length = 0;
    std::uint64_t crc = 0;
};
static_assert(sizeof(SnapshotHeader) == 56);

/// The checksum that belongs into the header, from the checksum of the content.
std::uint64_t seal(std::uint64_t content_crc, const SnapshotHeader& header);

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

class SnapshotWriter {
  public:
    /// Begins `file`; throws std::system_error, as do all members.
    explicit SnapshotWriter(const std::filesystem::path& file);

    template <class T>
    void array(std::span<const T> values) {
        static_assert(std::has_unique_object_representations_v<T>);
        bytes(std::as_bytes(values));
    }
    void number(std::uint64_t value) { array(std::span<const std::uint64_t>(&value, 1)); }
    /// Count and elements of the first `count`.
    template <class T>
    void list(const AppendList<T>& values, std::size_t count) {
        number(count);
        for (std::size_t i = 0; i < count; ++i) array(std::span<const T>(&values[i], 1));
    }
    /// Writes the header and waits for the disk.
    void finish(Position position, const Uuid& newest);

  private:
    void bytes(std::span<const std::byte> bytes);
    File file_;
    std::uint64_t length_ = 0;
    std::uint64_t crc_ = 0;
};

/// Reading after the end yields zeros and makes `sound()` false.
class SnapshotReader {
  public:
    explicit SnapshotReader(File file);

    /// Nothing if the file is too short (then no longer sound) or not a snapshot of this version.
    std::optional<SnapshotHeader> header();
    template <class T>
    void array(std::span<T> values) {
        static_assert(std::has_unique_object_representations_v<T>);
        bytes(std::as_writable_bytes(values));
    }
    std::uint64_t number();
    /// A number below `limit`, else not sound and 0.
    std::uint64_t number_below(std::uint64_t limit);
    template <class T>
    void list(AppendList<T>& values, std::uint64_t limit) {
        const auto count = number_below(limit);
        for (std::uint64_t i = 0; i < count && sound_; ++i) {
            T value{};
            array(std::span<T>(&value, 1));
            values.push(value);
        }
    }
    /// Nothing was missing or out of range so far.
    bool sound() const { return sound_; }
    void distrust() { sound_ = false; }
    /// Sound, completely read, and the checksum is right.
    bool complete(const SnapshotHeader& header);

  private:
    void bytes(std::span<std::byte> bytes);
    File file_;
    std::uint64_t length_ = 0;
    std::uint64_t crc_ = 0;
    bool sound_ = true;
};

}  // namespace ryadom::ledger::image
