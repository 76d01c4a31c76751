#include "modules/forms/module.hpp"

#include "modules/forms/http.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_forms_migrations();
std::span<const EmbeddedFile> embedded_forms_strings();
}

namespace ryadom::forms {

Module module() {
    using db::Dimension;
    using policy::Role;
    return {"forms",
            {"forms",
             db::migrations(embedded_forms_migrations()),
             {{"forms_filled", Dimension::records, "{organisation}"},
              {"forms_answers", Dimension::persons, "{organisation}"},
              {"forms_score", Dimension::records, "{organisation}"}},
             {"forms_filled", "forms_answers", "forms_score"},
             {}},
            {{"forms.see", {Role::director, Role::specialist, Role::desk}}, {"forms.fill", {Role::director, Role::specialist, Role::desk}}},
            add_routes,
            embedded_forms_strings()};
}

}  // namespace ryadom::forms
