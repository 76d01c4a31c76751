// The matrix of kept standards as a table that leaves the house. What the screen hides it hides too.
#pragma once

#include "modules/verdicts/model.hpp"
#include "platform/http/module.hpp"

#include <functional>

namespace ryadom::verdicts {

using MatrixOf = std::function<VerdictMatrix(http::Call&, const VerdictMatrixQuery&)>;

void add_export_routes(http::Routes& routes, MatrixOf matrix_of);

}  // namespace ryadom::verdicts
