// Files that the build put into the binary (cmake/embed.cmake).
#pragma once

#include <span>
#include <string_view>

namespace ryadom {

struct EmbeddedFile {
    std::string_view path;
    std::string_view content;
};

}  // namespace ryadom
