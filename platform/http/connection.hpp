// One connection: a coroutine on the I/O thread that reads a request, waits for its answer, writes it,
// repeats.
#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/connection_answer.hpp"
#include "platform/http/connection_edge.hpp"
#include "platform/http/connection_events.hpp"

namespace ryadom::http {

using Executor = boost::asio::io_context::executor_type;
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Executor>;
template <class T>
using Awaitable = boost::asio::awaitable<T, Executor>;
using Moment = std::chrono::steady_clock::time_point;

/// Where a connection is held to a rate: every window it must move rate × window bytes.
class Pace {
  public:
    Pace(std::size_t rate, std::chrono::milliseconds window);
    void moved(std::size_t bytes);
    Moment deadline() const { return deadline_; }

  private:
    const std::chrono::milliseconds window_;
    const std::size_t quota_;
    std::size_t bytes_ = 0;
    Moment deadline_;
};

/// Only the I/O thread touches it.
class Connection : public std::enable_shared_from_this<Connection> {
  public:
    Connection(Edge& edge, Socket socket, std::string peer, std::string counted_as);

    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    Awaitable<void> run();
    bool late(Moment moment) const { return moment >= deadline_; }
    /// Ends what takes too long.
    void check(Moment moment);
    /// Breaks off whatever it does.
    void abort();
    /// Continues the coroutine if it waits for an answer, a piece or an event; it looks for itself what is
    /// new.
    void wake();
    bool idle() const { return phase_ == Phase::idle; }
    Moment since() const { return since_; }
    const std::string& counted_as() const { return counted_as_; }

  private:
    enum class Phase { idle, head, body, handling, writing, events, closing };
    /// What a worker made of a long body.
    struct Piece {
        std::string bytes;
        enum class Then { more, end, broken } then = Then::more;
    };

    void enter(Phase phase, Moment deadline = Moment::max());
    void enter_for(Phase phase, std::chrono::milliseconds time);
    bool broken() const { return aborted_ || timed_out_; }

    Awaitable<bool> serve_one();
    Awaitable<std::expected<Head, Fault>> read_head();
    Awaitable<std::expected<void, Fault>> read_body(Head& head);
    Awaitable<bool> read_more(std::size_t most);
    Awaitable<bool> confirm(const Head& head);
    std::size_t body_limit(const Head& head) const;
    bool guarded(const Head& head) const;
    Awaitable<std::optional<Response>> refused_by_guard(const Head& head);
    bool hold(std::size_t bytes);
    void release();

    bool dispatch(Request request);
    void expect_answer();
    void name(Request& request);
    Response busy(const Request& request);
    Respond respond();
    void arrive(std::uint64_t exchange, std::optional<Response> response);
    Awaitable<Response> answer_for(Head& head);

    Awaitable<bool> send(Response response, const Head& head, bool keep_alive);
    Awaitable<void> refuse(Fault fault, const Head& head);
    Awaitable<bool> send_pieces(Pull pull, Framing framing, Pool pool);
    Awaitable<void> send_events(EventSink sink, Framing framing);
    Awaitable<void> pass_events_on(EventChannel& channel, bool chunked);
    void events_changed();
    Awaitable<bool> write(std::string_view first, std::string_view second = {});
    void request_piece(std::shared_ptr<Pull> pull, Pool pool);
    void watch_reader();
    Awaitable<void> close_gently();

    Awaitable<void> next_wake();

    Edge& edge_;
    Socket socket_;
    const std::string peer_;
    const std::string counted_as_;
    std::string buffer_;  ///< bytes that arrived and are not used yet
    Phase phase_ = Phase::idle;
    Moment since_;
    Moment deadline_ = Moment::max();
    bool first_request_ = true;
    bool timed_out_ = false;
    bool aborted_ = false;
    bool reader_gone_ = false;
    char watched_ = 0;
    std::size_t held_ = 0;
    Pool pool_ = Pool::ordinary;
    std::uint64_t exchange_ = 0;  ///< answers to an earlier one are ignored
    bool answered_ = false;
    std::optional<Response> answer_;
    std::optional<Piece> piece_;
    std::optional<EventSink> sink_;
    std::move_only_function<void()> waiter_;
};

}  // namespace ryadom::http
