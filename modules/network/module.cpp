#include "modules/network/module.hpp"

#include "modules/network/http.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_network_migrations();
std::span<const EmbeddedFile> embedded_network_strings();
}

namespace ryadom::network {

Module module(RegisterChanged changed) {
    using db::Dimension;
    using policy::Role;
    return {"network",
            {"network",
             db::migrations(embedded_network_migrations()),
             {{"network_district", Dimension::open, ""},
              {"network_organisation", Dimension::open, ""},
              {"network_department", Dimension::records, "{organisation}"},
              {"network_room", Dimension::records, "{organisation}"},
              {"network_equipment", Dimension::records, "{organisation}"},
              {"network_staff", Dimension::records, "{organisation}"},
              {"network_qualification", Dimension::records, "staff in (select number from network_staff where {organisation})"}},
             {},
             {}},
            {{"network.see", policy::Roles::all()},
             {"network.change", {Role::administrator, Role::coordinator}},
             {"network.keep_register", {Role::administrator, Role::coordinator, Role::director}}},
            [changed = std::move(changed)](http::Routes& routes) {
                add_routes(routes, changed);
                add_map_routes(routes);
                add_import_routes(routes, changed);
                add_export_routes(routes);
            },
            embedded_network_strings()};
}

}  // namespace ryadom::network
