#include "modules/cuts/module.hpp"

#include "modules/cuts/http.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_cuts_migrations();
std::span<const EmbeddedFile> embedded_cuts_strings();
}

namespace ryadom::cuts {

Module module(FeedSource feed) {
    return {"cuts",
            {"cuts", {}, {}, {}, {}},
            {{"cuts.see", policy::Roles::all()}},
            [feed = std::move(feed)](http::Routes& routes) { add_routes(routes, feed); },
            embedded_cuts_strings()};
}

}  // namespace ryadom::cuts
