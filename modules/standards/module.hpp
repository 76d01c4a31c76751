#pragma once

#include "modules/rollout/rollout.hpp"
#include "platform/http/module.hpp"

namespace ryadom::standards {

/// `boards`: the matrix of this process.
Module module(std::shared_ptr<rollout::Boards> boards);

}  // namespace ryadom::standards
