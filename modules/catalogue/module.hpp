#pragma once

#include "platform/http/module.hpp"

namespace ryadom::catalogue {

Module module();

}  // namespace ryadom::catalogue
