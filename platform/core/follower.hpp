// A thread that does one piece of work over and over, when it was asked for: what readers would wait for otherwise.
#pragma once

#include "platform/core/fault.hpp"

#include <condition_variable>
#include <memory>
#include <thread>

namespace ryadom {

/// Rests as long as the work took, so that half a core is the most it takes, unless somebody waits. What the work throws stands as
/// the fault of the part until it succeeds again.
class Follower {
  public:
    Follower(std::string_view part, Report report, std::function<void()> work);
    ~Follower() { stop(); }
    Follower(const Follower&) = delete;
    Follower& operator=(const Follower&) = delete;

    /// The work is to be done soon. Wishes that come before it begins are one.
    void ask();
    /// Asks, and waits until work has ended in whatever way, or nobody does it any more.
    void await();
    /// Waits for the work that runs. To be called by whoever owns what the work needs.
    void stop();
    std::optional<std::string> fault() const { return fault_.text(); }

  private:
    void follow();
    void try_to_work();

    std::function<void()> work_;
    Fault fault_;
    std::mutex mutex_;
    std::condition_variable asked_;
    std::condition_variable ended_;
    bool wanted_ = false;
    bool stopping_ = false;
    int waiting_ = 0;
    std::uint64_t times_ = 0;  ///< that work ended
    std::thread thread_;
};

/// Has something renewed aside for as long as this lives. `Followed` has `follow(std::shared_ptr<Follower>)`, which takes whom it may
/// ask, or nobody, and `renew(…)`.
template <class Followed>
class Following {
  public:
    template <class Source>
    Following(std::string_view part, Source& source, std::shared_ptr<Followed> followed, Report report)
        : followed_(std::move(followed)), follower_(std::make_shared<Follower>(part, std::move(report), [this, &source] { followed_->renew(source); })) {
        followed_->follow(follower_);
    }
    ~Following() {
        followed_->follow(nullptr);
        follower_->stop();
    }
    Following(const Following&) = delete;
    Following& operator=(const Following&) = delete;
    std::optional<std::string> fault() const { return follower_->fault(); }

  private:
    std::shared_ptr<Followed> followed_;
    std::shared_ptr<Follower> follower_;
};

}  // namespace ryadom
