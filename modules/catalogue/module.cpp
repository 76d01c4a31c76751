#include "modules/catalogue/module.hpp"

#include "modules/catalogue/http.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_catalogue_migrations();
std::span<const EmbeddedFile> embedded_catalogue_strings();
}

namespace ryadom::catalogue {

Module module() {
    using db::Dimension;
    using policy::Role;
    return {"catalogue",
            {"catalogue",
             db::migrations(embedded_catalogue_migrations()),
             {{"catalogue_kind", Dimension::open, ""}, {"catalogue_service", Dimension::open, ""}},
             {},
             {}},
            {{"catalogue.see", policy::Roles::all()}, {"catalogue.change", {Role::administrator, Role::coordinator}}},
            add_routes,
            embedded_catalogue_strings()};
}

}  // namespace ryadom::catalogue
