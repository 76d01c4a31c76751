#pragma once

#include "modules/rollout/rollout.hpp"
#include "platform/http/module.hpp"

#include <functional>
#include <memory>

namespace ryadom::evidence {

/// `image` is asked for with every request: the ledger's image of this process, once the server is up.
Module module(std::shared_ptr<rollout::Boards> boards, std::function<const ledger::image::Image&()> image);

}  // namespace ryadom::evidence
