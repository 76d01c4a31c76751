// A running server with a few handlers that show what the edge does with their answers.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>
#include <thread>

#include "platform/http/server.hpp"
#include "platform/http/test/raw_client.hpp"

namespace ryadom::http {

using namespace std::chrono_literals;

/// For what the server does on its own and offers no event to wait for.
inline bool eventually(const std::function<bool()>& condition) {
    const auto end = std::chrono::steady_clock::now() + 10s;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end) return false;
        std::this_thread::sleep_for(1ms);
    }
    return true;
}

inline std::string get(std::string_view target, std::string_view more = {}) {
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: a\r\n" + std::string(more) + "\r\n";
}

inline std::string post(std::string_view body, std::string_view more = {}) {
    return "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
           std::string(more) + "\r\n" + std::string(body);
}

/// Things handed from handlers to the test.
template <class T>
class Shelf {
  public:
    void put(T thing) {
        const std::lock_guard lock(mutex_);
        things_.push_back(std::move(thing));
        changed_.notify_all();
    }
    T take() {
        std::unique_lock lock(mutex_);
        if (!changed_.wait_for(lock, 10s, [this] { return !things_.empty(); }))
            throw std::runtime_error("nothing was put on the shelf");
        T thing = std::move(things_.front());
        things_.pop_front();
        return thing;
    }
    std::size_t size() {
        const std::lock_guard lock(mutex_);
        return things_.size();
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<T> things_;
};

class ServerTest : public testing::Test {
  protected:
    void start(Handler handler) {
        server.emplace(options, std::move(handler));
        server->start();
    }
    /// Answers with what the request said.
    void start_echo() {
        start([this](Request request, Respond respond) {
            ++handled;
            const auto text =
                std::string(to_string(request.method)) + " " + request.target + " " + request.body;
            respond({200, {{"Content-Type", "text/plain"}}, text});
        });
    }
    /// Keeps every request unanswered on the shelf; the worker is free at once.
    void start_keeping() {
        start([this](Request, Respond respond) { kept.put(std::move(respond)); });
    }
    RawClient client() const { return RawClient(server->port()); }
    std::uint64_t refused(Reason reason) const { return server->counts().of(reason); }

    Options options;
    std::atomic<int> handled{0};
    Shelf<Respond> kept;
    std::optional<Server> server;
};

}  // namespace ryadom::http
