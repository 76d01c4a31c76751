#include "platform/http/connection_events.hpp"

#include <utility>

namespace ryadom::http {

namespace {

bool is_break(char c) { return c == '\n' || c == '\r' || c == '\0'; }

void append_field(std::string& text, std::string_view field, std::string_view value) {
    if (value.empty()) return;
    text += field;
    for (const char c : value)
        if (!is_break(c)) text += c;
    text += '\n';
}

}  // namespace

std::string event_text(const Event& event) {
    std::string text;
    append_field(text, "id: ", event.id);
    append_field(text, "event: ", event.name);
    text += "data: ";
    for (std::size_t at = 0; at < event.data.size(); ++at) {
        const char c = event.data[at];
        const bool pair = c == '\r' && at + 1 < event.data.size() && event.data[at + 1] == '\n';
        if (pair) continue;
        if (c == '\n' || c == '\r')
            text += "\ndata: ";
        else
            text += c;
    }
    return text += "\n\n";
}

bool EventChannel::send(std::string_view text) {
    const std::lock_guard lock(mutex_);
    if (state_ != State::open) return false;
    const bool was_empty = pending_.empty();
    if (pending_.size() + text.size() > limit_) {
        state_ = State::dropped;
        pending_ = {};
    } else {
        pending_ += text;
    }
    if (wake_ && (was_empty || state_ == State::dropped)) wake_();
    return state_ == State::open;
}

bool EventChannel::closed() const { return state() != State::open; }

void EventChannel::close() {
    const std::lock_guard lock(mutex_);
    if (state_ != State::open) return;
    state_ = State::closing;
    if (wake_) wake_();
}

void EventChannel::attach(std::size_t limit, std::function<void()> wake) {
    const std::lock_guard lock(mutex_);
    limit_ = limit;
    wake_ = std::move(wake);
}

void EventChannel::detach() {
    const std::lock_guard lock(mutex_);
    wake_ = nullptr;
    pending_ = {};
    if (state_ == State::open) state_ = State::closing;
}

std::string EventChannel::take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(pending_, {});
}

EventChannel::State EventChannel::state() const {
    const std::lock_guard lock(mutex_);
    return state_;
}

EventSink::EventSink() : channel_(std::make_shared<EventChannel>()) {}
bool EventSink::send(const Event& event) const { return channel_->send(event_text(event)); }
bool EventSink::closed() const { return channel_->closed(); }
void EventSink::close() const { channel_->close(); }

}  // namespace ryadom::http
