#include "modules/payment/module.hpp"

#include "modules/payment/http.hpp"
#include "modules/people/scope.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_payment_migrations();
std::span<const EmbeddedFile> embedded_payment_strings();
}

namespace ryadom::payment {

Module module() {
    using db::Dimension;
    using policy::Role;
    return {"payment",
            {"payment",
             db::migrations(embedded_payment_migrations()),
             // Incomes go with the person, as the personal file does: whoever serves the person now sees them, and nobody else any longer.
             {{"payment_norm", Dimension::open, ""}, people::of_served<"payment_assessment">, people::of_served<"payment_assessment_norm">},
             {"payment_assessment", "payment_assessment_norm"},
             {}},
            {{"payment.see_norms", policy::Roles::all()},
             {"payment.set_norms", {Role::coordinator}},
             {"payment.see", {Role::director, Role::specialist, Role::desk}},
             {"payment.assess", {Role::director, Role::specialist, Role::desk}}},
            add_routes,
            embedded_payment_strings()};
}

}  // namespace ryadom::payment
