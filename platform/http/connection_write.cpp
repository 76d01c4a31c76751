// The writing half of a connection.
#include <algorithm>
#include <array>
#include <utility>

#include "platform/http/connection.hpp"

namespace ryadom::http {

namespace asio = boost::asio;

namespace {

constexpr auto awaiting = asio::as_tuple(asio::use_awaitable_t<Executor>{});
constexpr std::size_t piece_size = 64 * 1024;

std::optional<std::string_view> bytes_of(const Body& body) {
    if (const auto* text = std::get_if<std::string>(&body)) return *text;
    if (const auto* fixed = std::get_if<StaticBytes>(&body)) return fixed->bytes;
    if (const auto* shared = std::get_if<std::shared_ptr<const std::string>>(&body))
        return *shared ? std::string_view(**shared) : std::string_view();
    return std::nullopt;
}

}  // namespace

Awaitable<bool> Connection::write(std::string_view first, std::string_view second) {
    const auto& limits = edge_.options.limits;
    Pace pace(limits.answer_rate, limits.answer_window);
    timed_out_ = false;
    while (!first.empty() || !second.empty()) {
        enter(Phase::writing, pace.deadline());
        const std::array<asio::const_buffer, 2> buffers{asio::buffer(first), asio::buffer(second)};
        const auto [error, count] = co_await socket_.async_write_some(buffers, awaiting);
        edge_.sent.fetch_add(count, std::memory_order_relaxed);
        if (timed_out_) edge_.count(Reason::answer_too_slow);
        if (error || broken()) co_return false;
        const auto of_first = std::min(count, first.size());
        first.remove_prefix(of_first);
        second.remove_prefix(count - of_first);
        pace.moved(count);
    }
    co_return true;
}

Awaitable<void> Connection::refuse(Fault fault, const Head& head) {
    if (fault.status == 0 || aborted_) co_return;
    edge_.count(fault.reason);
    const bool parsed = !head.request.headers.empty();
    auto response = edge_.refusal(fault.status, parsed ? &head.request : nullptr);
    if (fault.status == 405)
        response.headers.push_back({"Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"});
    if (fault.status == 503) response.headers.push_back({"Retry-After", "1"});
    if (!is_sendable(response)) response = problem_response(problem(fault.status));
    co_await send(std::move(response), head, false);
}

/// False when the connection is of no more use.
Awaitable<bool> Connection::send(Response response, const Head& head, bool keep_alive) {
    const bool silent = head.request.method == Method::head || !has_body(response.status);
    const auto whole = bytes_of(response.body);
    auto* pull = std::get_if<Pull>(&response.body);
    auto* sink = std::get_if<EventSink>(&response.body);
    Frame frame{Framing::length, whole ? whole->size() : 0, keep_alive && !sink, edge_.date};
    if (!whole) frame.framing = head.version_1_0 ? Framing::until_close : Framing::chunked;
    const auto text = answer_head(response, frame);
    std::string_view
        body;  // chosen before co_await: g++ 12 evaluates both sides of a conditional in its argument
    if (whole && !silent) body = *whole;
    const bool started = co_await write(text, body);
    if (sink && (!started || silent)) sink->close();
    if (!started || silent || whole) co_return started;
    if (pull) co_return co_await send_pieces(std::move(*pull), frame.framing, pool_);
    co_await send_events(std::move(*sink), frame.framing);
    co_return false;
}

/// Runs on a worker: gathers small pieces, so that each costs no trip to the I/O thread of its own.
void Connection::request_piece(std::shared_ptr<Pull> pull, Pool pool) {
    piece_.reset();
    auto task = [inbox = edge_.inbox, weak = weak_from_this(), pull] {
        Piece piece;
        try {
            while (piece.then == Piece::Then::more && piece.bytes.size() < piece_size) {
                if (auto next = *pull ? (*pull)() : std::nullopt)
                    piece.bytes += *next;
                else
                    piece.then = Piece::Then::end;
            }
        } catch (...) {
            piece.then = Piece::Then::broken;
        }
        inbox->post([weak, piece = std::move(piece)]() mutable {
            if (const auto self = weak.lock()) {
                self->piece_ = std::move(piece);
                self->wake();
            }
        });
    };
    if (!edge_.workers(pool).resume(std::move(task))) piece_ = Piece{{}, Piece::Then::broken};
}

Awaitable<bool> Connection::send_pieces(Pull pull, Framing framing, Pool pool) {
    const auto shared = std::make_shared<Pull>(std::move(pull));
    while (true) {
        enter(Phase::handling);
        request_piece(shared, pool);
        while (!piece_ && !aborted_) co_await next_wake();
        if (aborted_) co_return false;
        const auto piece = std::move(*piece_);
        if (piece.then == Piece::Then::broken) {
            edge_.count(Reason::unanswered);
            boost::system::error_code ignored;
            socket_.set_option(asio::socket_base::linger(true, 0), ignored);
            abort();  // no last chunk and no orderly end: the reader must not take this for the whole
            co_return false;
        }
        const bool chunked = framing == Framing::chunked;
        auto text = chunked && !piece.bytes.empty() ? chunk(piece.bytes) : piece.bytes;
        if (piece.then == Piece::Then::end && chunked) text += chunk({});
        const bool written = co_await write(text);
        if (!written || piece.then == Piece::Then::end) co_return written&& chunked;
    }
}

/// A reader of events has nothing to say: whatever arrives is the end.
void Connection::watch_reader() {
    socket_.async_read_some(asio::buffer(&watched_, 1),
                            [self = shared_from_this()](const boost::system::error_code&, std::size_t) {
                                self->reader_gone_ = true;
                                self->wake();
                            });
}

void Connection::events_changed() {
    if (sink_ && sink_->channel().state() == EventChannel::State::dropped) {
        edge_.count(Reason::events_too_slow);
        abort();
    }
    wake();
}

Awaitable<void> Connection::pass_events_on(EventChannel& channel, bool chunked) {
    while (!reader_gone_ && !aborted_ && !edge_.draining) {
        const auto state = channel.state();  // before take(): what was sent before the end goes out
        auto text = channel.take();
        if (text.empty() && timed_out_) text = ":\n\n";
        if (!text.empty()) {
            if (chunked) text = chunk(text);
            const bool written = co_await write(text);
            if (!written) co_return;
            continue;
        }
        if (state != EventChannel::State::open) break;
        timed_out_ = false;
        enter_for(Phase::events, edge_.options.limits.heartbeat);
        co_await next_wake();
    }
    const auto last = chunk({});
    if (chunked && !reader_gone_ && !aborted_) co_await write(last);
}

Awaitable<void> Connection::send_events(EventSink sink, Framing framing) {
    sink_ = sink;
    sink.channel().attach(edge_.options.limits.event_buffer, [inbox = edge_.inbox, weak = weak_from_this()] {
        inbox->post([weak] {
            if (const auto self = weak.lock()) self->events_changed();
        });
    });
    watch_reader();
    co_await pass_events_on(sink.channel(), framing == Framing::chunked);
    sink.channel().detach();
}

}  // namespace ryadom::http
