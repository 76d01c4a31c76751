// Several facts of one request: a batch, or the people of a lesson.
#pragma once

#include "modules/ledger/entry.hpp"

namespace ryadom::ledger {

/// One of them, and where it stands in what was sent.
struct Asked {
    FactRequest request;
    std::string pointer;
    bool of_group = false;  ///< only the recipient is its own, the rest is the group's
};

std::vector<Asked> items_of(const std::vector<FactRequest>& requests);
/// A fact for each participant, and one for those who are only counted. Nobody takes part twice.
Checked<std::vector<Asked>> members_of(const GroupRequest& group);

/// One refusal for all: the field errors of each, or the first refusal of another kind. A fault of what a group shares is
/// told once, at the field of the group.
Checked<std::vector<Decision>> decide_all(Desk& desk, const std::vector<Asked>& all);

}  // namespace ryadom::ledger
