#pragma once

#include "modules/rollout/rollout.hpp"
#include "platform/http/module.hpp"

#include <memory>

namespace ryadom::exchange {

/// The matrix tells what events led to.
Module module(std::shared_ptr<rollout::Boards> boards);

}  // namespace ryadom::exchange
