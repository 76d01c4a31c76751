// The facts that made a cell what it is.
#pragma once

#include "modules/rollout/say.hpp"

namespace ryadom::rollout {

/// A page of facts of an organisation within the caller's scope, and how they are shown.
struct CellFacts {
    std::vector<ledger::Fact> facts;
    http::Page<FactView> page;
};
CellFacts cell_facts(db::Tx& tx, const Tongue& tongue, const ledger::image::Image& image, const FactsQuery& query, Date today);

}  // namespace ryadom::rollout
