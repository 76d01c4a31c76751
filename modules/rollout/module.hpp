#pragma once

#include "modules/rollout/rollout.hpp"
#include "platform/http/module.hpp"

#include <chrono>

namespace ryadom::rollout {

/// How long after its facts the matrix may still be without them: far less than the second that is promised.
constexpr std::chrono::milliseconds fresh_matrix(250);

/// `image` is asked for with every request: the ledger's image of this process, once the server is up.
std::shared_ptr<Boards> make_boards(std::function<const ledger::image::Image&()> image, std::chrono::milliseconds fresh = fresh_matrix);
Module module(std::shared_ptr<Boards> boards);

}  // namespace ryadom::rollout
