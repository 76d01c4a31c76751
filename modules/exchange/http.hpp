#pragma once

#include "modules/exchange/view.hpp"
#include "platform/http/module.hpp"

#include <memory>

namespace ryadom::exchange {

using SharedBoards = std::shared_ptr<rollout::Boards>;

void add_event_routes(http::Routes& routes);
void add_delegation_routes(http::Routes& routes);
void add_trace_routes(http::Routes& routes);
void add_decision_routes(http::Routes& routes);
void add_answer_routes(http::Routes& routes);
void add_result_routes(http::Routes& routes, const SharedBoards& boards);
void add_planner_routes(http::Routes& routes, const SharedBoards& boards);
void add_paper_routes(http::Routes& routes);

/// Gives freed places to those who wait.
void seat(db::Tx& tx, const store::EventRow& event);

}  // namespace ryadom::exchange
