#pragma once

#include "platform/http/module.hpp"

namespace ryadom::practices {

/// Its files stand in the tables of platform/files: that schema comes first.
Module module();

}  // namespace ryadom::practices
