// Which requests the ledger has answered.
#pragma once

#include "modules/ledger/image.hpp"
#include "modules/requests/requests.hpp"

namespace ryadom::ledger {

/// Of each request whether one of the organisations, as home provider or performer, has a counted fact of its person and
/// service from its day on. One pass over their facts, whatever the number of requests.
std::vector<bool> answered(const image::Image& image, const std::vector<std::int64_t>& organisations, const std::vector<requests::Asked>& asked);

}  // namespace ryadom::ledger
