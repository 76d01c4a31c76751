#pragma once

#include "platform/http/module.hpp"

namespace ryadom::scales {

Module module();

}  // namespace ryadom::scales
