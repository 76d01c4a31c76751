#include "modules/duplicates/module.hpp"

#include "modules/duplicates/http.hpp"
#include "modules/people/scope.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_duplicates_migrations();
std::span<const EmbeddedFile> embedded_duplicates_strings();
}

namespace ryadom::duplicates {
namespace {

/// Whoever serves one of the two sees that there is a pair, and what was decided of it.
constexpr auto sees_pair = db::Joined<people::served<"duplicates_pair.one">, " or ", people::served<"duplicates_pair.other">>::characters;
constexpr auto sees_decision = db::Joined<"exists (select 1 from duplicates_pair p where p.number = duplicates_decision.pair and (", people::served<"p.one">, " or ",
                                          people::served<"p.other">, "))">::characters;

}  // namespace

Module module() {
    using db::Dimension;
    using policy::Role;
    return {"duplicates",
            {"duplicates",
             db::migrations(embedded_duplicates_migrations()),
             {{"duplicates_run", Dimension::open, ""},
              {"duplicates_pair", Dimension::persons, sees_pair.data()},
              {"duplicates_decision", Dimension::persons, sees_decision.data()}},
             {"duplicates_run", "duplicates_decision"},
             {}},
            {{"duplicates.see", {Role::director, Role::specialist, Role::desk}},
             {"duplicates.decide", {Role::director, Role::desk}},
             {"duplicates.see_runs", {Role::coordinator, Role::administrator, Role::director, Role::desk}},
             {"duplicates.run", {Role::coordinator, Role::administrator}}},
            [](http::Routes& routes) {
                add_queue_routes(routes);
                add_merge_routes(routes);
            },
            embedded_duplicates_strings()};
}

}  // namespace ryadom::duplicates
