#pragma once

#include "modules/rollout/rollout.hpp"
#include "platform/http/module.hpp"

#include <functional>

namespace ryadom::control {

/// Where verdicts come from: the image and the matrix of this process, once the server is up.
struct Facts {
    std::function<const ledger::image::Image&()> image;
    std::shared_ptr<rollout::Boards> boards;
};

Module module(Facts facts);

}  // namespace ryadom::control
