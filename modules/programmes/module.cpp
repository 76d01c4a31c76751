#include "modules/programmes/module.hpp"

#include "modules/people/scope.hpp"
#include "modules/programmes/http.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_programmes_migrations();
std::span<const EmbeddedFile> embedded_programmes_strings();
}

namespace ryadom::programmes {
Module module() {
    using db::Dimension;
    using policy::Role;
    return {"programmes",
            {"programmes",
             db::migrations(embedded_programmes_migrations()),
             {{"programmes_norm", Dimension::open, ""},
              {"programmes_calendar_year", Dimension::open, ""},
              {"programmes_special_day", Dimension::open, ""},
              {"programmes_reason", Dimension::open, ""},
              people::of_centre_and_served<"programmes_application">,
              people::of_centre_and_served<"programmes_event">,
              people::of_centre_and_served<"programmes_programme">,
              people::of_centre_and_served<"programmes_version">,
              people::of_centre_and_served<"programmes_line">,
              people::of_centre_and_served<"programmes_mark">,
              people::of_centre_and_served<"programmes_contract">},
             {"programmes_event", "programmes_mark"},
             {}},
            {{"programmes.see_norms", policy::Roles::all()},
             {"programmes.set_norms", {Role::coordinator}},
             {"programmes.see", {Role::director, Role::specialist, Role::desk}},
             {"programmes.register", {Role::director, Role::specialist, Role::desk}},
             {"programmes.assess", {Role::director, Role::specialist}},
             {"programmes.plan", {Role::director, Role::specialist}},
             {"programmes.decide", {Role::director}},
             {"programmes.contract", {Role::director, Role::specialist, Role::desk}}},
            [](http::Routes& routes) {
                add_norm_routes(routes);
                add_application_routes(routes);
                add_programme_routes(routes);
                add_contract_routes(routes);
            },
            embedded_programmes_strings()};
}

}  // namespace ryadom::programmes
