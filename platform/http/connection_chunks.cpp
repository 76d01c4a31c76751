#include "platform/http/connection_chunks.hpp"

#include <algorithm>

namespace ryadom::http {

namespace {

constexpr std::size_t most_extra = 4096;
constexpr std::size_t most_digits = 8;

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

bool Chunks::extra_char(char c, State at_return) {
    if (c == '\r') {
        state_ = at_return;
        return true;
    }
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    return (!control || c == '\t') && ++extra_ <= most_extra;
}

bool Chunks::size_char(char c) {
    if (const int digit = hex_digit(c); digit >= 0) {
        size_ = size_ * 16 + static_cast<std::size_t>(digit);
        return ++digits_ <= most_digits;
    }
    if (digits_ == 0 || (c != '\r' && c != ';')) return false;
    state_ = c == '\r' ? State::size_end : State::extension;
    return true;
}

bool Chunks::step(char c) {
    switch (state_) {
        case State::size:
            return size_char(c);
        case State::extension:
            return extra_char(c, State::size_end);
        case State::size_end:
            state_ = size_ == 0 ? State::line : State::data;
            return c == '\n';
        case State::data_return:
            state_ = State::data_end;
            return c == '\r';
        case State::data_end:
            state_ = State::size;
            digits_ = 0;
            return c == '\n';
        case State::line:
            if (c == '\r') {
                state_ = State::end;
                return true;
            }
            state_ = State::trailer;
            return c != ' ' && c != '\t' && extra_char(c, State::line_end);
        case State::trailer:
            return extra_char(c, State::line_end);
        case State::line_end:
            state_ = State::line;
            return c == '\n';
        case State::end:
            state_ = State::done;
            return c == '\n';
        case State::data:
        case State::done:
            return false;
    }
    return false;
}

std::size_t Chunks::take_data(std::string_view bytes, std::string& body) {
    const auto count = std::min(size_, bytes.size());
    body.append(bytes.substr(0, count));
    size_ -= count;
    if (size_ == 0) state_ = State::data_return;
    return count;
}

std::expected<std::size_t, Fault> Chunks::feed(std::string_view bytes, std::string& body) {
    std::size_t at = 0;
    while (at < bytes.size() && !done()) {
        if (state_ == State::data) {
            at += take_data(bytes.substr(at), body);
            continue;
        }
        if (!step(bytes[at++])) return std::unexpected(Fault{400, Reason::malformed});
        if (state_ == State::data) {
            total_ += size_;
            if (total_ > limit_) return std::unexpected(Fault{413, Reason::body_too_large});
        }
    }
    return at;
}

}  // namespace ryadom::http
