#include "modules/acts/module.hpp"

#include "modules/acts/http.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_acts_migrations();
std::span<const EmbeddedFile> embedded_acts_strings();
}

namespace ryadom::acts {

Module module(Running running) {
    using db::Dimension;
    using policy::Role;
    return {"acts",
            {"acts",
             db::migrations(embedded_acts_migrations()),
             // Which months are closed and what they add up to is the region's to see; whom they name, the centre's alone. An act stays
             // with the centre that made it, wherever the person is served later.
             {{"acts_closing", Dimension::records, "{organisation}"},
              {"acts_act", Dimension::persons, "{organisation}"},
              {"acts_correction", Dimension::persons, "{organisation}"},
              {"acts_mark", Dimension::persons, "{organisation}"},
              {"acts_file", Dimension::persons, "{organisation}"}},
             {"acts_closing", "acts_act", "acts_correction", "acts_mark", "acts_file"},
             {}},
            {{"acts.see_months", {Role::coordinator, Role::director, Role::specialist, Role::desk}},
             {"acts.see", {Role::director, Role::specialist, Role::desk}},
             {"acts.mark", {Role::director, Role::specialist, Role::desk}},
             {"acts.close", {Role::director}}},
            [running = std::move(running)](http::Routes& routes) {
                add_month_routes(routes, running);
                add_act_routes(routes);
                add_print_routes(routes);
            },
            embedded_acts_strings()};
}

}  // namespace ryadom::acts
