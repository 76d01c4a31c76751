// What the demo region is asked about: two entries that are hard to believe. Pure.
#pragma once

#include "app/generate/facts_plan.hpp"

namespace ryadom::generate {

/// Written on that day beside the journal; on most days nothing.
std::vector<FactPlan> doubtful(const Region& region, Date day);

}  // namespace ryadom::generate
