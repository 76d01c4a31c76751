#include "modules/exchange/module.hpp"

#include "modules/exchange/http.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_exchange_migrations();
std::span<const EmbeddedFile> embedded_exchange_strings();
}

namespace ryadom::exchange {

Module module(SharedBoards boards) {
    using db::Dimension;
    using policy::Role;
    return {"exchange",
            {"exchange",
             db::migrations(embedded_exchange_migrations()),
             {{"exchange_event", Dimension::open, ""},
              {"exchange_item", Dimension::open, ""},
              {"exchange_shown", Dimension::open, ""},
              {"exchange_delegation", Dimension::open, ""},
              {"exchange_delegate", Dimension::records, "{organisation} or {host}"},
              {"exchange_pick", Dimension::open, ""},
              {"exchange_file", Dimension::open, ""},
              {"exchange_consent", Dimension::records, "{host}"},
              {"exchange_decision", Dimension::open, ""},
              {"exchange_link", Dimension::open, ""}},
             {},
             {}},
            {{"exchange.see", policy::Roles::all()},
             {"exchange.propose", {Role::coordinator, Role::director}},
             {"exchange.run", {Role::coordinator}},
             {"exchange.host", {Role::coordinator, Role::director}},
             {"exchange.sign_up", {Role::coordinator, Role::director, Role::specialist}},
             {"exchange.approve", {Role::coordinator, Role::director}}},
            [boards = std::move(boards)](http::Routes& routes) {
                add_event_routes(routes);
                add_delegation_routes(routes);
                add_trace_routes(routes);
                add_decision_routes(routes);
                add_answer_routes(routes);
                add_result_routes(routes, boards);
                add_planner_routes(routes, boards);
                add_paper_routes(routes);
            },
            embedded_exchange_strings()};
}

}  // namespace ryadom::exchange
