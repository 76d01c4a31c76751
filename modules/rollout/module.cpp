#include "modules/rollout/module.hpp"

#include "modules/rollout/http.hpp"
#include "modules/rollout/http_merge.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_rollout_migrations();
std::span<const EmbeddedFile> embedded_rollout_strings();
}

namespace ryadom::rollout {

std::shared_ptr<Boards> make_boards(ImageSource image, std::chrono::milliseconds fresh) { return std::make_shared<Boards>(std::move(image), fresh); }

Module module(SharedBoards boards) {
    using db::Dimension;
    using policy::Role;
    return {"rollout",
            {"rollout",
             db::migrations(embedded_rollout_migrations()),
             {{"rollout_campaign", Dimension::open, ""},
              {"rollout_assignment", Dimension::open, ""},
              {"rollout_assignment_change", Dimension::open, ""},
              {"rollout_pulse", Dimension::open, ""},
              {"rollout_recheck", Dimension::open, ""},
              {"rollout_adoption", Dimension::open, ""},
              {"rollout_adoption_version", Dimension::open, ""},
              {"rollout_stop", Dimension::open, ""},
              {"rollout_adaptation", Dimension::records, "{organisation}"},
              {"rollout_plan_line", Dimension::records, "{organisation}"},
              {"rollout_plan_line_move", Dimension::records, "{organisation}"}},
             {"rollout_assignment_change", "rollout_adoption_version", "rollout_plan_line_move"},
             {}},
            {{"rollout.see", policy::Roles::all()},
             {"rollout.order", {Role::administrator, Role::coordinator}},
             {"rollout.adopt", {Role::coordinator, Role::director}},
             {"rollout.close_lines", {Role::coordinator, Role::director, Role::specialist}}},
            [boards](http::Routes& routes) {
                add_campaign_routes(routes, boards);
                add_adoption_routes(routes, boards);
                add_merge_routes(routes);
                add_plan_routes(routes);
                add_matrix_routes(routes, boards);
                add_centre_routes(routes, boards);
                add_import_routes(routes);
            },
            embedded_rollout_strings()};
}

}  // namespace ryadom::rollout
