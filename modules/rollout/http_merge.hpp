#pragma once

#include "modules/rollout/adoption.hpp"
#include "modules/rollout/merge.hpp"
#include "modules/rollout/say.hpp"
#include "platform/http/routes.hpp"

namespace ryadom::rollout {

void add_merge_routes(http::Routes& routes);

/// The adoption, if it is of a centre within the caller's reach.
store::AdoptionRow own_adoption(db::Tx& tx, const Id<Adoption>& id);
AdoptionHead head(db::Tx& tx, const store::AdoptionRow& row, const Tongue& tongue);

}  // namespace ryadom::rollout
