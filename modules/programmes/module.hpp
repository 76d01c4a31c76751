#pragma once

#include "platform/http/module.hpp"

namespace ryadom::programmes {

Module module();

}  // namespace ryadom::programmes
