// The buffer of one event stream: filled by the application's threads, emptied by the I/O thread.
#pragma once

#include <functional>
#include <mutex>
#include <string>

#include "platform/http/message.hpp"

namespace ryadom::http {

class EventChannel {
  public:
    enum class State { open, closing, dropped };

    bool send(std::string_view text);
    bool closed() const;
    void close();

    /// From now on `wake` is called when there is something new to take; it must only post.
    void attach(std::size_t limit, std::function<void()> wake);
    /// Nobody reads any more.
    void detach();
    std::string take();
    State state() const;

  private:
    mutable std::mutex mutex_;
    std::string pending_;
    std::size_t limit_ = 256 * 1024;
    State state_ = State::open;
    std::function<void()> wake_;
};

/// The wire form of an event (WHATWG HTML, "Server-sent events").
std::string event_text(const Event& event);

}  // namespace ryadom::http
