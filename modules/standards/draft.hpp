// What a standard begins with, and whether its statements can be computed.
#pragma once

#include "modules/standards/content.hpp"
#include "platform/core/refusal.hpp"

namespace ryadom::standards {

/// Statements, steps, core components and needs of the practice, so that the author starts with a full text.
Content draft_of(const practices::Package& package);

/// The checks of a package (docs/package.md) for the statements, as if they stood in it. Without a package, as of a listed service,
/// only some kinds of measure are possible, and they name no services.
Checked<void> check_statements(const Content& content, const practices::Package* package);

}  // namespace ryadom::standards
