#include "modules/control/module.hpp"

#include "modules/control/http.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_control_migrations();
std::span<const EmbeddedFile> embedded_control_strings();
}

namespace ryadom::control {

Module module(Facts facts) {
    using db::Dimension;
    using policy::Role;
    return {"control",
            {"control",
             db::migrations(embedded_control_migrations()),
             {{"control_inspection", Dimension::records, "{organisation}"},
              {"control_mark", Dimension::records, "{organisation}"},
              {"control_finding", Dimension::records, "{organisation}"},
              {"control_step", Dimension::records, "{organisation}"},
              {"control_file", Dimension::records, "{organisation}"}},
             {"control_mark", "control_finding", "control_step", "control_file"},
             {}},
            {{"control.see", {Role::coordinator, Role::director, Role::specialist}},
             {"control.declare", {Role::director, Role::specialist}},
             {"control.inspect", {Role::coordinator}}},
            [facts = std::move(facts)](http::Routes& routes) {
                add_inspection_routes(routes, facts);
                add_finding_routes(routes);
                add_comparison_routes(routes, facts);
            },
            embedded_control_strings()};
}

}  // namespace ryadom::control
