#pragma once

#include "platform/http/module.hpp"

namespace ryadom::payment {

Module module();

}  // namespace ryadom::payment
