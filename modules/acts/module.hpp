#pragma once

#include "modules/acts/acts.hpp"
#include "platform/http/module.hpp"

namespace ryadom::acts {

/// Handed in by the application: the ledger's image, and questions that stand beside this module.
struct Running {
    std::function<const ledger::Feed&()> feed;
    /// How many questions about facts of a centre on these days nobody answered.
    std::function<std::int64_t(db::Database&, const db::Caller&, const Id<network::Organisation>&, const Period&)> open_questions;
};

Module module(Running running);

}  // namespace ryadom::acts
