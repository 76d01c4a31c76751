#include "modules/plausibility/module.hpp"

#include "modules/plausibility/http.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_plausibility_migrations();
std::span<const EmbeddedFile> embedded_plausibility_strings();
}

namespace ryadom::plausibility {

Module module(std::shared_ptr<Desk> desk) {
    using db::Dimension;
    using policy::Role;
    return {"plausibility",
            {"plausibility",
             db::migrations(embedded_plausibility_migrations()),
             {{"plausibility_word", Dimension::records, "{organisation}"}, {"plausibility_thresholds", Dimension::open, ""}},
             {"plausibility_word", "plausibility_thresholds"},
             {}},
            {{"plausibility.see", {Role::coordinator, Role::director, Role::specialist}},
             {"plausibility.answer", {Role::director, Role::specialist}},
             {"plausibility.decide", {Role::coordinator}},
             {"plausibility.set", {Role::coordinator}}},
            [desk = std::move(desk)](http::Routes& routes) {
                add_question_routes(routes, desk);
                add_word_routes(routes, desk);
                add_threshold_routes(routes);
            },
            embedded_plausibility_strings()};
}

}  // namespace ryadom::plausibility
