#pragma once

#include "platform/http/module.hpp"

namespace ryadom::people {

Module module();

}  // namespace ryadom::people
