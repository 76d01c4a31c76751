#pragma once

#include "modules/rollout/rollout.hpp"
#include "modules/verdicts/region.hpp"
#include "platform/http/module.hpp"

#include <chrono>

namespace ryadom::verdicts {

/// How long the verdicts of the region stand before they are computed again.
constexpr std::chrono::milliseconds fresh_verdicts(2000);

/// Judges from the image and the matrix of this process, once the server is up; the regions may be followed (region.hpp).
Module module(std::function<const ledger::image::Image&()> image, std::shared_ptr<rollout::Boards> boards, std::shared_ptr<Regions> regions);

}  // namespace ryadom::verdicts
