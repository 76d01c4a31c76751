// Practices between servers: what the application starts.
#pragma once

#include "modules/rollout/rollout.hpp"
#include "platform/db/database.hpp"
#include "platform/fetch/fetch.hpp"

#include <memory>
#include <mutex>
#include <optional>

namespace ryadom::travel {

/// How far every centre is, which a subscriber counts.
using WaysOf = std::function<std::vector<rollout::Way>(db::Database&, Instant now)>;

/// What is asked of other servers: one question at a time, whoever asks. A package takes minutes: who asks for a page does
/// not wait behind another question, since those who wait would hold every thread of the heavy pool.
class Outgoing {
  public:
    Outgoing(fetch::Fetch fetch, WaysOf ways) : fetch_(std::move(fetch)), ways_(std::move(ways)) {}
    fetch::Result ask(const fetch::Ask& question) {
        const std::lock_guard lock(mutex_);
        return fetch_(question);
    }
    /// Nothing where another question is under way.
    std::optional<fetch::Result> try_ask(const fetch::Ask& question) {
        const std::unique_lock lock(mutex_, std::try_to_lock);
        if (!lock) return std::nullopt;
        return fetch_(question);
    }
    bool busy() {
        const std::unique_lock lock(mutex_, std::try_to_lock);
        return !lock;
    }
    std::vector<rollout::Way> ways(db::Database& database, Instant now) const { return ways_(database, now); }

  private:
    std::mutex mutex_;
    fetch::Fetch fetch_;
    WaysOf ways_;
};

/// Asks every feed once an hour, one after another, on a thread of its own.
class Poller {
  public:
    Poller(db::Database& database, std::shared_ptr<Outgoing> outgoing, Report report = {}, std::chrono::milliseconds look_again = std::chrono::minutes(1));
    ~Poller();
    Poller(const Poller&) = delete;
    Poller& operator=(const Poller&) = delete;

    std::optional<std::string> fault() const;

  private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace ryadom::travel
