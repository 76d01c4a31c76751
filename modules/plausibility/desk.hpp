// The questions of the whole region, computed from the image beside those who read them; every reader is shown a part.
#pragma once

#include "modules/plausibility/store.hpp"
#include "platform/core/follower.hpp"
#include "platform/db/database.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>

namespace ryadom::plausibility {

using ImageSource = std::function<const ledger::image::Image&()>;

/// The questions of some months under the thresholds of the moment.
struct Asked {
    Period months;
    Thresholds thresholds;
    Instant computed_at;
    Known known;
    std::unordered_map<std::uint32_t, std::uint32_t> survivors;
    std::map<std::uint32_t, store::Worker> workers;
    std::vector<Question> questions;

    std::uint32_t human(std::uint32_t person) const;
};
using SharedAsked = std::shared_ptr<const Asked>;

/// What was computed last. It may be as old as `fresh`, or as four computations take: in a region that takes seconds nobody
/// waits for the next one while it is made. New thresholds hold at once. What was computed for more months serves for some of them.
class Desk {
  public:
    Desk(ImageSource image, std::chrono::milliseconds fresh) : image_(std::move(image)), fresh_(fresh.count()) {}

    /// Of these whole months, and perhaps of others beside them.
    SharedAsked asked(db::Database& database, const Period& months);
    /// The facts behind a question in a scope, the newest in the ledger first.
    std::vector<ledger::image::Position> facts_behind(const Asked& asked, const Question& question, const ledger::image::Scope& scope) const;

  private:
    friend class Following<Desk>;

    void follow(std::shared_ptr<Follower> follower);
    /// The first that is wanted. Whoever waits for what could not be computed tries for themselves and is told why.
    void renew(db::Database& database);
    SharedAsked compute(db::Database& database, const Period& months, Instant now) const;
    // The rest under the mutex.
    SharedAsked bearable(const Period& months, const Thresholds& thresholds, Instant now) const;
    /// What to compute for whom these months are asked: themselves if they were before, or else those that held them.
    Period window_of(const Period& months) const;
    void want(const Period& months);
    bool is_wanted(const Period& months) const;
    void keep(SharedAsked asked, std::int64_t took);

    ImageSource image_;
    std::int64_t fresh_;
    std::mutex mutex_;
    std::shared_ptr<Follower> follower_;
    std::vector<Period> wanted_;     ///< the first is being computed, and stays until that ended in whatever way
    std::vector<SharedAsked> kept_;  ///< the newest last
    std::int64_t took_ = 0;          ///< ms that the last computation took
};

/// Computes the questions anew when somebody was given old ones.
using QuestionsFollower = Following<Desk>;

/// By which the question is named outside: tells nothing, and stays while it is about the same.
std::string id_of(const Question& question);

}  // namespace ryadom::plausibility
