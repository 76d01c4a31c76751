#include "platform/http/workers.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace ryadom::http {

Workers::Workers(std::size_t threads, std::size_t queue_length) : queue_length_(queue_length) {
    threads_.reserve(threads);
    for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

Workers::~Workers() { stop(); }

bool Workers::try_post(Task&& task) { return push(std::move(task), queue_length_); }

bool Workers::resume(Task&& task) { return push(std::move(task), std::numeric_limits<std::size_t>::max()); }

bool Workers::push(Task&& task, std::size_t limit) {
    {
        const std::lock_guard lock(mutex_);
        if (stopped_ || tasks_.size() >= limit) return false;
        tasks_.push_back(std::move(task));
        waiting_.store(tasks_.size(), std::memory_order_relaxed);
    }
    something_.notify_one();
    return true;
}

void Workers::post(std::vector<Task>& tasks) {
    const auto count = tasks.size();
    {
        const std::lock_guard lock(mutex_);
        if (stopped_) return;
        std::ranges::move(tasks, std::back_inserter(tasks_));
        waiting_.store(tasks_.size(), std::memory_order_relaxed);
    }
    tasks.clear();
    for (std::size_t i = 0; i < std::min(count, threads_.size()); ++i) something_.notify_one();
}

void Workers::stop() {
    std::deque<Task> dropped;  // destroyed without the lock: a task may answer while it dies
    {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
        dropped.swap(tasks_);
        waiting_.store(0, std::memory_order_relaxed);
    }
    something_.notify_all();
    threads_.clear();
}

void Workers::work() {
    while (true) {
        Task task;
        {
            std::unique_lock lock(mutex_);
            something_.wait(lock, [this] { return stopped_ || !tasks_.empty(); });
            if (stopped_) return;
            task = std::move(tasks_.front());
            tasks_.pop_front();
            waiting_.store(tasks_.size(), std::memory_order_relaxed);
        }
        running_.fetch_add(1, std::memory_order_relaxed);
        try {
            task();
        } catch (...) {  // whoever waits for the task learns it from what the task left unanswered
            failed_.fetch_add(1, std::memory_order_relaxed);
        }
        task = nullptr;
        running_.fetch_sub(1, std::memory_order_relaxed);
    }
}

}  // namespace ryadom::http
