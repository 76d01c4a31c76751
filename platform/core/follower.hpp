// A thread that does one piece of work over and over, when it was asked for: what readers would wait for otherwise.
#pragma once

#include "platform/core/fault.hpp"

#include <condition_variable>
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

}  // namespace ryadom
