#pragma once

#include "modules/plausibility/desk.hpp"
#include "platform/http/module.hpp"

namespace ryadom::plausibility {

/// How old the questions of the region may be before they are computed anew.
constexpr std::chrono::milliseconds fresh_questions(5000);

Module module(std::shared_ptr<Desk> desk);

/// How many questions of a centre on these days nobody has answered, for whoever works with the facts: the application hands it to the
/// closing of months.
std::int64_t open_questions(Desk& desk, db::Database& database, const db::Caller& caller, const Id<network::Organisation>& organisation, const Period& days);

}  // namespace ryadom::plausibility
