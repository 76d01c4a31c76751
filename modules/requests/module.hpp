#pragma once

#include "modules/requests/requests.hpp"
#include "platform/http/module.hpp"

namespace ryadom::requests {

Module module(Answered answered);

}  // namespace ryadom::requests
