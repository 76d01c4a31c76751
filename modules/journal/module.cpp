#include "modules/journal/module.hpp"

#include "modules/journal/http.hpp"
#include "modules/people/scope.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_journal_migrations();
std::span<const EmbeddedFile> embedded_journal_strings();
}

namespace ryadom::journal {

Module module(Running running) {
    using db::Dimension;
    using policy::Role;
    return {"journal",
            {"journal",
             db::migrations(embedded_journal_migrations()),
             {people::of_served<"journal_absence">, {"journal_notice", Dimension::records, "{organisation}"}},
             {"journal_notice"},
             {}},
            {{"journal.see", {Role::director, Role::specialist, Role::desk}}, {"journal.fill", {Role::director, Role::specialist, Role::desk}}},
            [running = std::move(running)](http::Routes& routes) {
                add_grid_routes(routes, running);
                add_absence_routes(routes);
            },
            embedded_journal_strings()};
}

}  // namespace ryadom::journal
