#include "modules/matching/module.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_matching_strings();
}

namespace ryadom::matching {

Module module() { return {"matching", {"matching", {}, {}, {}, {}}, {}, [](http::Routes&) {}, embedded_matching_strings()}; }

}  // namespace ryadom::matching
