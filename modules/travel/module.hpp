#pragma once

#include "modules/travel/travel.hpp"
#include "platform/http/module.hpp"

namespace ryadom::travel {

Module module(std::shared_ptr<Outgoing> outgoing);

}  // namespace ryadom::travel
