// Which meetings the demo region held: where a practice ran early, those who took it up soon afterwards had come to see it. Pure.
#pragma once

#include "app/generate/rollout_plan.hpp"

namespace ryadom::generate {

struct EventPlan {
    PracticeIndex practice = 0;
    OrganisationIndex host = 0;
    Date day;
    std::vector<OrganisationIndex> guests;
    std::vector<std::size_t> followed;  ///< adoptions of the plan by which guests took the practice home
};

/// The centre that can show a practice: the first that delivered it and has not stopped.
const AdoptionPlan* first_to_deliver(const RolloutPlan& plan, PracticeIndex practice);

/// The three earliest that were held, and one to come, in order of their days. Fewer where the plan gives no occasion.
std::vector<EventPlan> plan_events(const Region& region, const RolloutPlan& plan);

}  // namespace ryadom::generate
