#pragma once

#include "modules/journal/plans.hpp"
#include "platform/http/module.hpp"

namespace ryadom::journal {

/// What the application hands in: the rollout stands beside, and the image lives as long as the server.
struct Running {
    ledger::AdoptedBy adopted_by;
    std::function<const ledger::Feed&()> feed;
    PlansOf plans_of = plans_of_programmes;
};

Module module(Running running);

}  // namespace ryadom::journal
