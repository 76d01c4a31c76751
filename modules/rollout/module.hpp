#pragma once

#include "modules/rollout/rollout.hpp"
#include "platform/http/module.hpp"

namespace ryadom::rollout {

/// `image` is asked for with every request: the ledger's image of this process, once the server is up.
Module module(std::function<const ledger::image::Image&()> image);

}  // namespace ryadom::rollout
