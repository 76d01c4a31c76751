// The records of a zip, as far as the one form of an archive has them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ryadom::practices::zip {

/// The directory's record of one entry.
struct Entry {
    std::uint16_t made_by = 0;
    std::uint16_t flags = 0;
    std::uint16_t method = 0;
    std::uint32_t size = 0;       ///< as stored
    std::uint32_t real_size = 0;  ///< as it claims to be
    std::uint32_t attributes = 0;
    std::uint32_t offset = 0;
    std::string name;

    bool is_encrypted() const { return (flags & 1U) != 0; }
    bool is_stored() const { return method == 0 && size == real_size; }
    /// A symbolic link, a device, a pipe: the upper half holds the mode of Unix.
    bool is_special() const;
};

/// The directory of a zip that ends with the last byte; nothing when there is none or it is cut.
std::optional<std::vector<Entry>> read_directory(std::string_view bytes);
/// The stored bytes of an entry; nothing when they are not there.
std::optional<std::string_view> content(std::string_view bytes, const Entry& entry);
/// The one zip of these entries.
std::string write(const std::map<std::string, std::string>& entries);

}  // namespace ryadom::practices::zip
