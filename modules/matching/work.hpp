// Numbered pieces of work shared by threads. What a piece gives must not depend on who did it, or when.
#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace ryadom::matching {

/// Calls `piece(thread, number)` for every number below `count`.
template <class Piece>
void in_threads(unsigned threads, std::size_t count, const Piece& piece) {
    std::atomic<std::size_t> next{0};
    std::exception_ptr failure;
    std::mutex mutex;
    const auto run = [&](std::size_t thread) {
        try {
            for (auto number = next++; number < count; number = next++) piece(thread, number);
        } catch (...) {
            const std::lock_guard lock(mutex);
            failure = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t thread = 1; thread < threads && thread < count; ++thread) others.emplace_back(run, thread);
        run(0);
    }
    if (failure) std::rethrow_exception(failure);
}

}  // namespace ryadom::matching
