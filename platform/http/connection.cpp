#include "platform/http/connection.hpp"

#include <algorithm>
#include <utility>

#include "platform/core/uuid.hpp"
#include "platform/http/connection_chunks.hpp"

namespace ryadom::http {

namespace asio = boost::asio;
using namespace std::chrono_literals;

namespace {

constexpr auto awaiting = asio::as_tuple(asio::use_awaitable_t<Executor>{});
constexpr std::size_t read_size = 4 * 1024;
constexpr std::size_t body_read_size = 64 * 1024;

Moment now() { return std::chrono::steady_clock::now(); }

}  // namespace

Pace::Pace(std::size_t rate, std::chrono::milliseconds window)
    : window_(window),
      quota_(std::max<std::size_t>(rate * static_cast<std::size_t>(window.count()) / 1000, 1)),
      deadline_(now() + window) {}

void Pace::moved(std::size_t bytes) {
    bytes_ += bytes;
    if (bytes_ < quota_) return;
    bytes_ = 0;
    deadline_ = now() + window_;
}

Connection::Connection(Edge& edge, Socket socket, std::string peer, std::string counted_as)
    : edge_(edge),
      socket_(std::move(socket)),
      peer_(std::move(peer)),
      counted_as_(std::move(counted_as)),
      since_(now()) {
    enter_for(Phase::idle, edge_.options.limits.head_time);
}

Connection::~Connection() {
    release();
    if (sink_) sink_->channel().detach();
}

void Connection::enter(Phase phase, Moment deadline) {
    if (phase != phase_) since_ = now();
    phase_ = phase;
    deadline_ = deadline;
}

void Connection::enter_for(Phase phase, std::chrono::milliseconds time) { enter(phase, now() + time); }

void Connection::check(Moment moment) {
    if (!late(moment)) return;
    deadline_ = Moment::max();
    timed_out_ = true;
    if (phase_ == Phase::events) return wake();  // time for a sign of life
    boost::system::error_code ignored;
    socket_.cancel(ignored);
}

void Connection::abort() {
    aborted_ = true;
    enter(Phase::closing);
    boost::system::error_code ignored;
    socket_.close(ignored);
    wake();
}

Awaitable<void> Connection::next_wake() {
    asio::use_awaitable_t<Executor> token;
    return asio::async_initiate<asio::use_awaitable_t<Executor>, void()>(
        [this](auto handler) { waiter_ = [kept = std::move(handler)]() mutable { std::move(kept)(); }; },
        token);
}

void Connection::wake() {
    if (!waiter_) return;
    auto waiter = std::exchange(waiter_, nullptr);
    waiter();
}

Awaitable<void> Connection::run() {
    bool more = true;
    while (more) more = co_await serve_one();
    release();
    if (!aborted_) co_await close_gently();
    aborted_ = true;
    boost::system::error_code ignored;
    socket_.close(ignored);
}

/// True when another request may follow on this connection.
Awaitable<bool> Connection::serve_one() {
    auto head = co_await read_head();
    if (!head) {
        const Head none;
        co_await refuse(head.error(), none);
        co_return false;
    }
    if (guarded(*head)) {
        auto refusal = co_await refused_by_guard(*head);
        if (refusal) co_await send(std::move(*refusal), *head, false);
        if (refusal || aborted_) co_return false;
    }
    const auto body = co_await read_body(*head);
    if (!body) {
        co_await refuse(body.error(), *head);
        co_return false;
    }
    auto response = co_await answer_for(*head);
    release();
    if (aborted_) {
        if (auto* sink = std::get_if<EventSink>(&response.body)) sink->close();
        co_return false;
    }
    const bool keep =
        head->keep_alive && !edge_.draining && !has_token(response.headers, "Connection", "close");
    const bool sent = co_await send(std::move(response), *head, keep);
    co_return sent&& keep && !edge_.draining;
}

/// Appends what arrives to the buffer; false when nothing more will.
Awaitable<bool> Connection::read_more(std::size_t most) {
    const auto old = buffer_.size();
    buffer_.resize(old + most);
    const auto [error, count] =
        co_await socket_.async_read_some(asio::buffer(buffer_.data() + old, most), awaiting);
    buffer_.resize(old + count);
    edge_.received.fetch_add(count, std::memory_order_relaxed);
    co_return !error && !broken();
}

Awaitable<std::expected<Head, Fault>> Connection::read_head() {
    const auto& limits = edge_.options.limits;
    if (!std::exchange(first_request_, false)) enter_for(Phase::idle, limits.idle_time);
    std::size_t seen = 0;
    while (true) {
        if (phase_ == Phase::idle && !buffer_.empty()) enter_for(Phase::head, limits.head_time);
        const auto length = head_length(buffer_, seen, limits.head_bytes);
        if (!length) co_return std::unexpected(length.error());
        if (*length > 0) {
            auto head = parse_head(std::string_view(buffer_).substr(0, *length), limits.head_fields);
            buffer_.erase(0, *length);
            co_return head;
        }
        seen = buffer_.empty() ? 0 : buffer_.size() - 1;
        if (buffer_.empty() && buffer_.capacity() > 2 * read_size) buffer_ = {};
        const bool more = co_await read_more(read_size);
        if (more) continue;
        const bool slow = timed_out_ && phase_ == Phase::head;
        co_return std::unexpected(slow ? Fault{408, Reason::head_too_slow} : Fault{});
    }
}

/// Counts bytes of bodies against the memory they may all take.
bool Connection::hold(std::size_t bytes) {
    if (edge_.bodies + bytes > edge_.options.limits.bodies) return false;
    edge_.bodies += bytes;
    held_ += bytes;
    return true;
}

void Connection::release() { edge_.bodies -= std::exchange(held_, 0); }

Awaitable<bool> Connection::confirm(const Head& head) {
    if (!head.expects_continue || !buffer_.empty()) co_return true;
    const bool written = co_await write("HTTP/1.1 100 Continue\r\n\r\n");
    co_return written;
}

std::size_t Connection::body_limit(const Head& head) const {
    const auto& options = edge_.options;
    return std::min(options.body_limit ? options.body_limit(head.request) : options.limits.body,
                    options.limits.upload);
}

bool Connection::guarded(const Head& head) const {
    return edge_.options.guard && (head.chunked || head.length > 0) &&
           body_limit(head) > edge_.options.limits.body;
}

Awaitable<std::optional<Response>> Connection::refused_by_guard(const Head& head) {
    expect_answer();
    auto request = head.request;
    name(request);
    Workers::Task task = [&edge = edge_, request = std::move(request), respond = respond()]() mutable {
        edge.options.guard(std::move(request), std::move(respond));
    };
    if (!edge_.assign(Pool::ordinary, std::move(task))) co_return busy(head.request);
    while (!answered_ && !aborted_) co_await next_wake();
    if (answer_ && !is_sendable(*answer_)) co_return edge_.refusal(500, &head.request);
    co_return std::exchange(answer_, std::nullopt);
}

Awaitable<std::expected<void, Fault>> Connection::read_body(Head& head) {
    if (!head.chunked && head.length == 0) co_return std::expected<void, Fault>();
    const auto& limits = edge_.options.limits;
    const auto limit = body_limit(head);
    if (head.length > limit) co_return std::unexpected(Fault{413, Reason::body_too_large});
    const bool confirmed = co_await confirm(head);
    if (!confirmed) co_return std::unexpected(Fault{});

    auto& body = head.request.body;
    Chunks chunks(limit);
    Pace pace(limits.body_rate, limits.body_window);
    while (true) {
        const auto before = body.size();
        if (head.chunked) {
            const auto used = chunks.feed(buffer_, body);
            if (!used) co_return std::unexpected(used.error());
            buffer_.erase(0, *used);
        } else {
            const auto used = std::min(buffer_.size(), static_cast<std::size_t>(head.length) - body.size());
            body.append(buffer_, 0, used);
            buffer_.erase(0, used);
        }
        if (!hold(body.size() - before)) co_return std::unexpected(Fault{503, Reason::bodies_full});
        if (head.chunked ? chunks.done() : body.size() == head.length) co_return std::expected<void, Fault>();
        pace.moved(body.size() - before);
        enter(Phase::body, pace.deadline());
        const bool more = co_await read_more(body_read_size);
        if (!more) co_return std::unexpected(timed_out_ ? Fault{408, Reason::body_too_slow} : Fault{});
    }
}

void Connection::expect_answer() {
    enter(Phase::handling);
    ++exchange_;
    answered_ = false;
    answer_.reset();
}

void Connection::name(Request& request) {
    request.peer = peer_;
    request.received = edge_.options.clock();
    request.id = to_string(make_uuid(request.received, edge_.options.random));
}

Response Connection::busy(const Request& request) {
    ++exchange_;
    edge_.count(Reason::queue_full);
    auto response = edge_.refusal(503, &request);
    response.headers.push_back({"Retry-After", "1"});
    return response;
}

Awaitable<Response> Connection::answer_for(Head& head) {
    expect_answer();
    auto& request = head.request;
    name(request);
    Request kept{request.method, request.target, request.headers, {},
                 request.peer,   request.id,     request.received};
    if (!dispatch(std::exchange(request, std::move(kept)))) co_return busy(request);
    while (!answered_ && !aborted_) co_await next_wake();
    if (answer_ && is_sendable(*answer_)) co_return std::move(*answer_);
    if (!aborted_) edge_.count(answer_ ? Reason::answer_unsendable : Reason::unanswered);
    co_return edge_.refusal(500, &request);
}

bool Connection::dispatch(Request request) {
    pool_ = edge_.options.pool ? edge_.options.pool(request) : Pool::ordinary;
    Workers::Task task = [&edge = edge_, request = std::move(request), respond = respond()]() mutable {
        edge.handler(std::move(request), std::move(respond));
    };
    if (!edge_.assign(pool_, std::move(task))) return false;
    edge_.requests.fetch_add(1, std::memory_order_relaxed);
    return true;
}

Respond Connection::respond() {
    return Respond([inbox = edge_.inbox, weak = weak_from_this(), exchange = exchange_](auto response) {
        inbox->post([weak, exchange, response = std::move(response)]() mutable {
            if (const auto self = weak.lock()) return self->arrive(exchange, std::move(response));
            if (auto* sink = response ? std::get_if<EventSink>(&response->body) : nullptr) sink->close();
        });
    });
}

void Connection::arrive(std::uint64_t exchange, std::optional<Response> response) {
    if (exchange != exchange_ || answered_ || aborted_) {
        if (auto* sink = response ? std::get_if<EventSink>(&response->body) : nullptr) sink->close();
        return;
    }
    answered_ = true;
    answer_ = std::move(response);
    wake();
}

/// Lets the other side read what was sent before the socket goes: closing with unread bytes would reset it
/// (RFC 9112, 9.6). A body that was refused may still come whole: many clients read only when they have sent.
Awaitable<void> Connection::close_gently() {
    enter_for(Phase::closing, 5s);
    timed_out_ = false;
    boost::system::error_code ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
    bool more = !ignored;
    for (std::size_t drained = 0; more && drained <= edge_.options.limits.upload; drained += buffer_.size()) {
        buffer_.clear();
        more = co_await read_more(body_read_size);
    }
}

}  // namespace ryadom::http
