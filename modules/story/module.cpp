#include "modules/story/module.hpp"

#include "modules/story/http.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_story_strings();
}

namespace ryadom::story {

Module module() {
    using policy::Role;
    return {"story", {"story", {}, {}, {}, {}}, {{"story.see", {Role::director, Role::specialist, Role::desk}}}, add_routes, embedded_story_strings()};
}

}  // namespace ryadom::story
