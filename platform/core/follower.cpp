#include "platform/core/follower.hpp"

#include "platform/core/refusal.hpp"

#include <chrono>

namespace ryadom {

Follower::Follower(std::string_view part, Report report, std::function<void()> work)
    : work_(std::move(work)), fault_(part, std::move(report)), thread_([this] { follow(); }) {}

void Follower::ask() {
    const std::lock_guard lock(mutex_);
    wanted_ = true;
    asked_.notify_one();
}

void Follower::await() {
    std::unique_lock lock(mutex_);
    const auto before = times_;
    wanted_ = true;
    ++waiting_;
    asked_.notify_one();
    ended_.wait(lock, [&] { return times_ != before || stopping_; });
    --waiting_;
}

void Follower::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    asked_.notify_one();
    ended_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void Follower::follow() {
    std::unique_lock lock(mutex_);
    while (true) {
        asked_.wait(lock, [this] { return stopping_ || wanted_; });
        if (stopping_) return;
        wanted_ = false;
        lock.unlock();
        const auto begun = std::chrono::steady_clock::now();
        try_to_work();
        const auto took = std::chrono::steady_clock::now() - begun;
        lock.lock();
        ++times_;
        ended_.notify_all();
        asked_.wait_for(lock, took, [this] { return stopping_ || (wanted_ && waiting_ > 0); });
    }
}

void Follower::try_to_work() {
    try {
        work_();
        fault_.clear();
    } catch (const std::exception& error) {
        fault_.set(error.what());
    } catch (const Refused& refused) {
        fault_.set(refused.refusal().code);
    }
}

}  // namespace ryadom
