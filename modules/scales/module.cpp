#include "modules/scales/module.hpp"

#include "modules/scales/http.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_scales_migrations();
std::span<const EmbeddedFile> embedded_scales_strings();
}

namespace ryadom::scales {

Module module() {
    using db::Dimension;
    using policy::Role;
    return {"scales",
            {"scales",
             db::migrations(embedded_scales_migrations()),
             {{"scales_scale", Dimension::open, ""},
              {"scales_version", Dimension::open, ""},
              {"scales_filled", Dimension::records, "{organisation}"},
              {"scales_answers", Dimension::persons, "{organisation}"},
              {"scales_score", Dimension::records, "{organisation}"},
              {"scales_assessment", Dimension::persons, "{organisation}"},
              {"scales_assessed", Dimension::persons, "{organisation}"}},
             {"scales_version", "scales_filled", "scales_answers", "scales_score", "scales_assessment", "scales_assessed"},
             {}},
            {{"scales.see", policy::Roles::all()},
             {"scales.write", {Role::coordinator}},
             {"scales.see_filled", {Role::director, Role::specialist, Role::desk}},
             {"scales.fill", {Role::director, Role::specialist, Role::desk}},
             {"scales.assess", {Role::director, Role::specialist}}},
            [](http::Routes& routes) {
                add_library_routes(routes);
                add_filled_routes(routes);
                add_assessment_routes(routes);
            },
            embedded_scales_strings()};
}

}  // namespace ryadom::scales
