// Facts by their places in the ledger, as the image names them.
#pragma once

#include "modules/ledger/ledger.hpp"

namespace ryadom::ledger {

/// Those that the caller may see, in the order of `positions`. Whoever shows them calls `record_reading`.
std::vector<Fact> facts_at(db::Tx& tx, const std::vector<image::Position>& positions);

}  // namespace ryadom::ledger
