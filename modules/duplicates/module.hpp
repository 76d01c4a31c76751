#pragma once

#include "platform/http/module.hpp"

namespace ryadom::duplicates {

Module module();

}  // namespace ryadom::duplicates
