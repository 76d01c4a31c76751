#include "modules/ledger/module.hpp"

#include "modules/ledger/http.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_ledger_migrations();
std::span<const EmbeddedFile> embedded_ledger_strings();
}

namespace ryadom::ledger {

Module module(Running running) {
    using db::Dimension;
    using policy::Role;
    return {"ledger",
            {"ledger",
             db::migrations(embedded_ledger_migrations()),
             {{"ledger_fact", Dimension::records, "{home_provider} or {performer_provider}"},
              {"ledger_merge", Dimension::open, ""},
              {"ledger_group", Dimension::records, "{home_provider} or {performer_provider}"},
              {"ledger_import", Dimension::records, "{organisation}"},
              {"ledger_import_content", Dimension::records, "import in (select number from ledger_import where {organisation})"},
              {"ledger_import_error", Dimension::records, "import in (select number from ledger_import where {organisation})"}},
             {"ledger_fact", "ledger_merge"},
             {"ledger_fact", "ledger_merge"}},
            {{"ledger.see", policy::Roles::all()},
             {"ledger.record", {Role::director, Role::specialist, Role::desk}},
             {"ledger.import", {Role::director, Role::desk}}},
            [running = std::move(running)](http::Routes& routes) {
                add_fact_routes(routes, running);
                add_list_routes(routes, running);
                add_export_routes(routes, running);
                add_reveal_routes(routes);
                add_import_routes(routes, running);
                add_figure_routes(routes, running);
            },
            embedded_ledger_strings()};
}

}  // namespace ryadom::ledger
