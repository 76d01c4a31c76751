// The verdicts of the whole region: the same for every reader, computed beside those who read them.
#pragma once

#include "modules/verdicts/judge.hpp"
#include "platform/core/follower.hpp"
#include "platform/db/database.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>

namespace ryadom::verdicts {

using ImageSource = std::function<const ledger::image::Image&()>;

struct Region {
    std::optional<Date> asked;  ///< nothing: now
    Date day;
    Instant computed_at;
    std::vector<JudgedCell> cells;  ///< by organisation
};
using SharedRegion = std::shared_ptr<const Region>;

/// What was computed last. Of now it may be as old as `fresh`, or as four computations take: in a region that takes seconds
/// nobody waits for the next one while it is made. A past day knows only what was recorded by then, and stands.
class Regions {
  public:
    Regions(ImageSource image, std::shared_ptr<rollout::Boards> boards, std::chrono::milliseconds fresh)
        : image_(std::move(image)), boards_(std::move(boards)), fresh_(fresh.count()) {}

    /// Refuses a past day while another one is computed and does not end soon.
    SharedRegion at(db::Database& database, std::optional<Date> day);

  private:
    friend class Following<Regions>;

    SharedRegion compute(db::Database& database, std::optional<Date> day, Instant now) const;
    SharedRegion past(db::Database& database, Date day);
    SharedRegion live(db::Database& database);
    bool bearable(Instant now) const;
    void follow(std::shared_ptr<Follower> follower);
    /// Of now; publishes it.
    SharedRegion renew(db::Database& database);

    ImageSource image_;
    std::shared_ptr<rollout::Boards> boards_;
    std::int64_t fresh_;
    std::mutex mutex_;
    std::shared_ptr<Follower> follower_;
    std::int64_t took_ = 0;  ///< ms that the last computation took
    SharedRegion live_;
    std::timed_mutex past_mutex_;
    std::vector<SharedRegion> past_;  ///< the newest last
};

/// Computes the region anew when somebody was given an old one.
using RegionFollower = Following<Regions>;

}  // namespace ryadom::verdicts
