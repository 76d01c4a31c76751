#include "modules/practices/module.hpp"

#include "modules/practices/http.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_practices_migrations();
std::span<const EmbeddedFile> embedded_practices_strings();
}

namespace ryadom::practices {

Module module() {
    using db::Dimension;
    using policy::Role;
    return {"practices",
            {"practices",
             db::migrations(embedded_practices_migrations()),
             {{"practices_practice", Dimension::open, ""},
              {"practices_version", Dimension::open, ""},
              {"practices_facet", Dimension::open, ""},
              {"practices_version_service", Dimension::open, ""},
              {"practices_file", Dimension::open, ""},
              {"practices_key", Dimension::open, ""},
              {"practices_code", Dimension::open, ""},
              {"practices_price", Dimension::open, ""},
              {"practices_draft", Dimension::records, "{organisation}"},
              {"practices_draft_file", Dimension::records, "draft in (select number from practices_draft where {organisation})"}},
             {},
             {}},
            {{"practices.see", policy::Roles::all()},
             {"practices.author", {Role::administrator, Role::coordinator, Role::director}},
             {"practices.install", {Role::administrator, Role::coordinator}},
             {"practices.price", {Role::administrator, Role::coordinator}},
             {"practices.trust", {Role::administrator, Role::coordinator}}},
            [](http::Routes& routes) {
                add_bank_routes(routes);
                add_import_routes(routes);
                add_draft_routes(routes);
                add_draft_file_routes(routes);
                add_key_routes(routes);
            },
            embedded_practices_strings()};
}

}  // namespace ryadom::practices
