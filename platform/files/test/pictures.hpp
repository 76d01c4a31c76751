// Pictures for tests.
#pragma once

#include <string>
#include <string_view>

namespace ryadom::files {

/// One black point, with nothing beside it.
inline std::string tiny_png() {
    using namespace std::string_view_literals;
    std::string out("\x89PNG\r\n\x1a\n");
    out += "\0\0\0\015IHDR\0\0\0\001\0\0\0\001\010\0\0\0\0\072\176\233U"sv;
    out += "\0\0\0\012IDATx\234c\140\0\0\0\002\0\001H\257\244q"sv;
    out += "\0\0\0\0IEND\256B\140\202"sv;
    return out;
}

}  // namespace ryadom::files
