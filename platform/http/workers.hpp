// A fixed number of threads behind a queue of fixed length: what does not fit is refused at once, not kept
// waiting.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace ryadom::http {

class Workers {
  public:
    using Task = std::move_only_function<void()>;

    Workers(std::size_t threads, std::size_t queue_length);
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// False when the queue is full or the pool was stopped; the task is then left where it was.
    bool try_post(Task&& task);
    /// Posts all of them at one go. For a single producer who has counted before what fits (see waiting()),
    /// so nothing is refused; a stopped pool leaves them where they are.
    void post(std::vector<Task>& tasks);
    /// Continues work that was admitted before, so it does not count against the length of the queue.
    /// False only when the pool was stopped.
    bool resume(Task&& task);
    /// Tasks that wait are destroyed unrun; returns when the running ones have ended.
    void stop();

    std::size_t queue_length() const { return queue_length_; }
    std::size_t waiting() const { return waiting_.load(std::memory_order_relaxed); }
    std::size_t running() const { return running_.load(std::memory_order_relaxed); }
    /// Tasks that ended with an exception.
    std::uint64_t failed() const { return failed_.load(std::memory_order_relaxed); }

  private:
    bool push(Task&& task, std::size_t limit);
    void work();

    const std::size_t queue_length_;
    std::mutex mutex_;
    std::condition_variable something_;
    std::deque<Task> tasks_;
    bool stopped_ = false;
    std::atomic<std::size_t> waiting_{0};
    std::atomic<std::size_t> running_{0};
    std::atomic<std::uint64_t> failed_{0};
    std::vector<std::jthread> threads_;
};

}  // namespace ryadom::http
