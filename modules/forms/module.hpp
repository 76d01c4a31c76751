#pragma once

#include "platform/http/module.hpp"

namespace ryadom::forms {

Module module();

}  // namespace ryadom::forms
