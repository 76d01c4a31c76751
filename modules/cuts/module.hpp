#pragma once

#include "modules/ledger/ledger.hpp"
#include "platform/http/module.hpp"

namespace ryadom::cuts {

/// The database opens after the modules are listed, so the application hands in where to find the feed.
using FeedSource = std::function<const ledger::Feed&()>;

Module module(FeedSource feed);

}  // namespace ryadom::cuts
