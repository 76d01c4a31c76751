// A question as the image takes it: which number falls into which row, column, or outside.
#pragma once

#include "modules/cuts/residents.hpp"
#include "platform/http/call.hpp"

namespace ryadom::cuts {

struct Group {
    std::string key;
    std::string title;
    std::optional<std::int64_t> population;  ///< of a district
    bool always = false;                     ///< shown also when it is empty
};

/// The groups of an axis that the table has, in the order of the screen.
struct Plan {
    ledger::image::CutRequest request;
    std::vector<Group> rows;
    std::vector<Group> columns;
    std::optional<std::int64_t> population;  ///< of the one district that is asked for
};

/// Refuses a range that goes backwards or is longer than ten years, the same axis twice, and people of a thousand where
/// no district is spoken of. What the query names must be there.
Plan plan_of(const http::Call& call, db::Tx& tx, const CutQuery& query, const std::vector<Resident>& residents);

}  // namespace ryadom::cuts
