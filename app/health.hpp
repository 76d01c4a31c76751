// What operators and their monitoring ask: is every part well, and what has it done.
#pragma once

#include "app/modules.hpp"
#include "platform/http/dispatch.hpp"
#include "platform/http/server.hpp"

namespace ryadom::app {

/// 200 and "ok", or 503 and a line for each part that has a fault. Why it has one is in the log only.
http::Response health(const db::Database& database, const Modules& modules);

struct Watched {
    const db::Database& database;
    const Modules& modules;
    const http::Metrics& requests;
    std::optional<http::Counts> edge;  ///< nothing where no server listens
    std::chrono::steady_clock::duration uptime;
};

/// In the text format of Prometheus.
http::Response metrics(const Watched& watched);

}  // namespace ryadom::app
