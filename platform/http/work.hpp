// Long requests that say how far they are and can be stopped.
#pragma once

#include "platform/http/routes.hpp"

namespace ryadom::http {

/// The progress of a request that came with an Idempotency-Key; without a key nobody can ask, and nothing is kept.
/// It stands in the database, since the question may reach another process.
class Work {
  public:
    /// Begins: `total` is the number of parts that the work counts.
    Work(const Call& call, std::int64_t total);
    /// Tells that `done` parts are behind; false when the sender wants no more.
    bool go_on(std::int64_t done);

  private:
    db::Database& database_;
    const db::Caller& caller_;
    std::string key_;
    std::int64_t total_;
    std::int64_t told_ = 0;  ///< the twentieth that was last written down
};

/// 409: the sender stopped it, and nothing was changed.
Refusal stopped();

void add_work_routes(Routes& routes);

}  // namespace ryadom::http
