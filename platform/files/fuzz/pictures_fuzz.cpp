// What is kept of a picture is a picture of the same kind, and nothing more can be taken out of it.
#include "platform/files/files.hpp"
#include "platform/files/pictures.hpp"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace ryadom;

void demand(bool met) {
    if (!met) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view content(reinterpret_cast<const char*>(data), size);
    const auto type = files::content_type(content);
    const auto kept = files::without_metadata(content, type);
    if (!kept) {
        demand(!kept.error().code.empty());
        return 0;
    }
    demand(kept->size() <= 2 * size);
    demand(files::content_type(*kept) == type);
    demand(files::without_metadata(*kept, type) == *kept);
    return 0;
}
