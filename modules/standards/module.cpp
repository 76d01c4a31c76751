#include "modules/standards/module.hpp"

#include "modules/standards/http.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_standards_migrations();
std::span<const EmbeddedFile> embedded_standards_strings();
}

namespace ryadom::standards {

Module module(SharedBoards boards) {
    using db::Dimension;
    using policy::Role;
    return {"standards",
            {"standards",
             db::migrations(embedded_standards_migrations()),
             {{"standards_standard", Dimension::open, ""},
              {"standards_version", Dimension::open, ""},
              {"standards_clause", Dimension::open, ""},
              {"standards_repeal", Dimension::open, ""},
              {"standards_pilot", Dimension::open, ""},
              {"standards_pilot_centre", Dimension::open, ""},
              {"standards_pilot_result", Dimension::open, ""},
              {"standards_comment", Dimension::open, ""},
              {"standards_waiver", Dimension::open, ""},
              {"standards_waiver_end", Dimension::open, ""}},
             {"standards_clause", "standards_repeal", "standards_pilot_result", "standards_waiver", "standards_waiver_end"},
             {}},
            {{"standards.see", policy::Roles::all()},
             {"standards.comment", {Role::director}},
             {"standards.write", {Role::coordinator}}},
            [boards](http::Routes& routes) {
                add_standard_routes(routes);
                add_version_routes(routes);
                add_comment_routes(routes);
                add_waiver_routes(routes);
                add_concern_routes(routes, boards);
            },
            embedded_standards_strings()};
}

}  // namespace ryadom::standards
