#pragma once

#include "modules/ledger/ledger.hpp"
#include "platform/http/module.hpp"

#include <chrono>

namespace ryadom::plausibility {

/// How long the questions of the region stand before they are computed again.
constexpr std::chrono::milliseconds fresh_questions(5000);

/// Asks from the image of this process, once the server is up.
Module module(std::function<const ledger::image::Image&()> image, std::chrono::milliseconds fresh = fresh_questions);

}  // namespace ryadom::plausibility
