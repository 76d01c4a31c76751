#include "modules/travel/module.hpp"

#include "modules/travel/http.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_travel_migrations();
std::span<const EmbeddedFile> embedded_travel_strings();
}

namespace ryadom::travel {

Module module(std::shared_ptr<Outgoing> outgoing) {
    using db::Dimension;
    using policy::Role;
    return {"travel",
            {"travel",
             db::migrations(embedded_travel_migrations()),
             // The seed of the key is for whoever works for the whole region; no answer holds it.
             {{"travel_server", Dimension::records, "{organisation}"},
              {"travel_key_change", Dimension::open, ""},
              {"travel_feed", Dimension::open, ""},
              {"travel_subscriber", Dimension::open, ""},
              {"travel_count", Dimension::open, ""}},
             {},
             {}},
            {{"travel.see", policy::Roles::all()},
             {"travel.subscribe", {Role::administrator, Role::coordinator}},
             {"travel.publish", {Role::administrator}}},
            [outgoing](http::Routes& routes) {
                add_public_routes(routes);
                add_publish_routes(routes);
                add_feed_routes(routes, outgoing);
            },
            embedded_travel_strings()};
}

}  // namespace ryadom::travel
