#pragma once

#include "platform/http/module.hpp"

namespace ryadom::story {

Module module();

}  // namespace ryadom::story
