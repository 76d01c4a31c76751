#pragma once

#include "modules/papers/papers.hpp"
#include "platform/http/module.hpp"

namespace ryadom::papers {

/// With the kinds that modules above bring. Throws for one that is not sound.
Module module(std::vector<Kind> kinds);

}  // namespace ryadom::papers
