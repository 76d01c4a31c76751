#include "modules/programmes/module.hpp"

#include "modules/programmes/http.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_programmes_migrations();
std::span<const EmbeddedFile> embedded_programmes_strings();
}

namespace ryadom::programmes {
namespace {

/// A paper stays with the centre that made it, whoever serves the person later: acts and answers to inspectors rest on it. Who
/// serves the person now reads it too, since a programme binds every provider.
template <db::Text table>
constexpr db::ScopedTable of_centre_and_served{
    table.characters, db::Dimension::persons,
    db::Joined<"{organisation} or exists (select 1 from people_attachment a where a.person = ", table,
               ".person and {a.organisation} and a.until_on is null limit 1 offset 0)">::characters.data()};

}  // namespace

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
              of_centre_and_served<"programmes_application">,
              of_centre_and_served<"programmes_event">,
              of_centre_and_served<"programmes_programme">,
              of_centre_and_served<"programmes_version">,
              of_centre_and_served<"programmes_line">,
              of_centre_and_served<"programmes_mark">,
              of_centre_and_served<"programmes_contract">},
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
