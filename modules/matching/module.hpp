#pragma once

#include "platform/http/module.hpp"

namespace ryadom::matching {

/// No tables and no routes: the texts of the reasons. What is compared comes from who asks.
Module module();

}  // namespace ryadom::matching
