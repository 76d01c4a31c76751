#pragma once

#include "modules/papers/module.hpp"
#include "platform/http/routes.hpp"

#include <memory>

namespace ryadom::papers {

using Kinds = std::shared_ptr<const std::vector<Kind>>;

/// The kind of that code; absent where the program has none.
const Kind& kind_of(const Kinds& kinds, std::string_view code);

void add_template_routes(http::Routes& routes, const Kinds& kinds);
void add_register_routes(http::Routes& routes, const Kinds& kinds);

}  // namespace ryadom::papers
