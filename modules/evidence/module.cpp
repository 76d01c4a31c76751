#include "modules/evidence/module.hpp"

#include "modules/evidence/http.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_evidence_migrations();
std::span<const EmbeddedFile> embedded_evidence_strings();
}

namespace ryadom::evidence {

Module module(std::shared_ptr<rollout::Boards> boards, std::function<const ledger::image::Image&()> image) {
    using db::Dimension;
    using policy::Role;
    return {"evidence",
            {"evidence",
             db::migrations(embedded_evidence_migrations()),
             {{"evidence_review", Dimension::open, ""},
              {"evidence_ground", Dimension::open, ""},
              {"evidence_judgement", Dimension::open, ""},
              {"evidence_rate", Dimension::open, ""}},
             {"evidence_ground", "evidence_judgement"},
             {}},
            {{"evidence.see", policy::Roles::all()},
             {"evidence.review", {Role::director}},
             {"evidence.answer", {Role::coordinator, Role::director}},
             {"evidence.judge", {Role::coordinator}},
             {"evidence.rate", {Role::coordinator}}},
            [boards, image](http::Routes& routes) {
                add_review_routes(routes, boards, image);
                add_axis_routes(routes, boards);
                add_figure_routes(routes, boards, image);
            },
            embedded_evidence_strings()};
}

}  // namespace ryadom::evidence
