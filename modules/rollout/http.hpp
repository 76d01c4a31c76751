#pragma once

#include "modules/rollout/board.hpp"
#include "platform/http/module.hpp"

namespace ryadom::rollout {

using SharedBoards = std::shared_ptr<Boards>;

void add_campaign_routes(http::Routes& routes, const SharedBoards& boards);
void add_adoption_routes(http::Routes& routes, const SharedBoards& boards);
void add_plan_routes(http::Routes& routes);
void add_matrix_routes(http::Routes& routes, const SharedBoards& boards);
void add_centre_routes(http::Routes& routes, const SharedBoards& boards);
void add_import_routes(http::Routes& routes);

}  // namespace ryadom::rollout
