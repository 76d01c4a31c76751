#include "modules/people/module.hpp"

#include "modules/people/http.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_people_migrations();
std::span<const EmbeddedFile> embedded_people_strings();
}

namespace ryadom::people {

Module module() {
    using db::Dimension;
    using policy::Role;
    return {"people",
            {"people",
             db::migrations(embedded_people_migrations()),
             {{"people_attachment", Dimension::persons, "{organisation}"},
              {"people_served", Dimension::open, ""},
              {"people_person", Dimension::open, ""},
              {"people_card", Dimension::persons,
               // The offset keeps PostgreSQL from hashing everybody whom the caller serves in order to look at one card.
               "exists (select 1 from people_attachment a where a.person = people_card.person and {a.organisation} and a.until_on is null "
               "limit 1 offset 0)"},
              {"people_lookup", Dimension::open, ""}},
             {},
             {}},
            {{"people.see", {Role::director, Role::specialist, Role::desk}},
             {"people.change", {Role::director, Role::specialist, Role::desk}},
             {"people.look_up", {Role::director, Role::specialist, Role::desk}},
             {"people.reveal", {Role::coordinator, Role::director}},
             {"people.see_reads", {Role::director, Role::administrator}},
             {"people.see_all_reads", {Role::administrator}}},
            add_routes,
            embedded_people_strings()};
}

}  // namespace ryadom::people
