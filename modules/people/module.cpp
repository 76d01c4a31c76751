#include "modules/people/module.hpp"

#include "modules/people/http.hpp"
#include "modules/people/scope.hpp"

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
              of_served<"people_card">,
              of_served<"people_former_name">,
              of_served<"people_document">,
              of_served<"people_address">,
              of_served<"people_phone">,
              of_served<"people_language">,
              of_served<"people_relative">,
              of_served<"people_representative">,
              of_served<"people_circumstance">,
              of_served<"people_category">,
              of_served<"people_consent">,
              of_served<"people_consent_withdrawal">,
              of_served<"people_merge">,
              of_served<"people_merge_card">,
              of_served<"people_merge_undoing">,
              {"people_merged", Dimension::open, ""},
              {"people_consent_text", Dimension::open, ""},
              {"people_listed_word", Dimension::open, ""},
              {"people_lookup", Dimension::open, ""},
              {"people_same_decision", Dimension::persons,
               "exists (select 1 from people_attachment a where a.person = people_same_decision.known and {a.organisation} and a.until_on is null limit 1 offset 0)"}},
             {"people_same_decision", "people_consent_text", "people_consent", "people_consent_withdrawal", "people_merge", "people_merge_card", "people_merge_undoing"},
             {}},
            {{"people.see", {Role::director, Role::specialist, Role::desk}},
             {"people.change", {Role::director, Role::specialist, Role::desk}},
             {"people.lists", {Role::coordinator, Role::director, Role::specialist, Role::desk}},
             {"people.set_lists", {Role::coordinator}},
             {"people.look_up", {Role::director, Role::specialist, Role::desk}},
             {"people.reveal", {Role::coordinator, Role::director}},
             {"people.see_reads", {Role::director, Role::administrator}},
             {"people.see_all_reads", {Role::administrator}}},
            add_routes,
            embedded_people_strings()};
}

}  // namespace ryadom::people
