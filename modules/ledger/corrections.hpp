// What is said of several facts anew in one transaction: facts taken back, and what is true in their place.
#pragma once

#include "modules/ledger/ledger.hpp"

namespace ryadom::ledger {

/// Facts that were not as they stand, and what is true instead; without either, only one half of it.
struct Correction {
    std::vector<Id<Fact>> taken_back;
    std::optional<FactRequest> fact;  ///< of somebody who is known: nobody is registered here
    std::string pointer;              ///< where it stands in what was sent
};

/// Checks and writes them as the desk does, with its audit records: all or none, and what they name is looked up once. A refusal
/// names the fields of every one that is wrong; what a correction is refused for as a whole stands at its pointer. Answers in
/// their order, nothing for one that only takes back.
Checked<std::vector<std::optional<Recorded>>> correct(db::Tx& tx, const std::vector<Correction>& all, const std::string& reason, const AdoptedBy& adopted_by);

}  // namespace ryadom::ledger
