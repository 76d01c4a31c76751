#pragma once

#include "modules/plausibility/desk.hpp"
#include "platform/http/module.hpp"

namespace ryadom::plausibility {

/// How old the questions of the region may be before they are computed anew.
constexpr std::chrono::milliseconds fresh_questions(5000);

Module module(std::shared_ptr<Desk> desk);

}  // namespace ryadom::plausibility
