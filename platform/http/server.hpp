// The edge: reads requests within limits, hands them to worker threads, sends the answers. HTTP/1.1 in the
// clear; a proxy or a later layer adds TLS. Everything ambiguous is refused and the connection closed.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "platform/core/ports.hpp"
#include "platform/http/message.hpp"

namespace ryadom::http {

struct Limits {
    std::size_t head_bytes = 8 * 1024;
    std::size_t head_fields = 64;
    std::size_t body = 1024 * 1024;          ///< of a request, unless Options::body_limit says otherwise
    std::size_t upload = 64 * 1024 * 1024;   ///< of any request
    std::size_t bodies = 512 * 1024 * 1024;  ///< all bodies in memory together
    std::chrono::milliseconds head_time{
        5000};  ///< from the first byte (or the connection) to the end of the head
    std::chrono::milliseconds idle_time{60'000};  ///< between requests
    std::size_t body_rate = 1024;                 ///< bytes a second, judged over each `body_window`
    std::chrono::milliseconds body_window{5000};
    std::size_t answer_rate = 1024;  ///< how fast a reader must take the answer
    std::chrono::milliseconds answer_window{20'000};
    std::size_t connections = 8192;             ///< when reached, the longest idle one gives way
    std::size_t connections_per_address = 256;  ///< an IPv6 network /64 counts as one address
    std::size_t queue = 512;                    ///< requests that wait for an ordinary worker
    std::size_t heavy_queue = 32;
    std::size_t event_buffer = 256 * 1024;        ///< a reader of events that is further behind is dropped
    std::chrono::milliseconds heartbeat{15'000};  ///< silence on an event stream before a comment is sent
};

/// Answers one request, on any thread, now or later. Without an answer, the request gets a 500.
class Respond {
  public:
    /// Called once; with nothing when nobody answered.
    using Deliver = std::move_only_function<void(std::optional<Response>)>;

    explicit Respond(Deliver deliver) : deliver_(std::move(deliver)) {}
    Respond(Respond&& other) noexcept : deliver_(std::exchange(other.deliver_, nullptr)) {}
    Respond& operator=(Respond&& other) noexcept;
    ~Respond() { give_up(); }

    /// Only the first call counts.
    void operator()(Response response);
    explicit operator bool() const { return static_cast<bool>(deliver_); }

  private:
    void give_up() noexcept;
    Deliver deliver_;
};

/// Which threads run a handler: heavy ones have few threads of their own, so that they delay nobody else.
enum class Pool { ordinary, heavy };

/// Why the edge refused something; for the metrics.
enum class Reason {
    malformed,
    version,
    method,
    expectation,
    head_too_large,
    body_too_large,
    head_too_slow,
    body_too_slow,
    answer_too_slow,
    events_too_slow,
    queue_full,
    bodies_full,
    too_many_connections,
    too_many_from_address,
    unanswered,
    answer_unsendable
};
constexpr std::size_t reason_count = 16;
/// "queue_full"
std::string_view to_string(Reason reason);

struct Counts {
    std::uint64_t connections = 0;  ///< accepted since the start
    std::uint64_t connections_open = 0;
    std::uint64_t requests = 0;  ///< handed to workers
    std::uint64_t bytes_received = 0;
    std::uint64_t bytes_sent = 0;
    std::size_t queue = 0;
    std::size_t heavy_queue = 0;
    std::size_t running = 0;  ///< handlers that occupy a worker, both pools
    std::array<std::uint64_t, reason_count> refused{};
    std::uint64_t of(Reason reason) const { return refused[static_cast<std::size_t>(reason)]; }
};

/// The functions run on the I/O thread, but for the guard: they must be quick and must not throw.
struct Options {
    std::string address = "127.0.0.1";  ///< "::" listens on IPv6 and IPv4
    std::uint16_t port = 0;             ///< 0 takes a free one
    Limits limits;
    std::size_t workers = 2;
    std::size_t heavy_workers = 2;
    std::function<std::size_t(const Request& head)> body_limit;
    std::function<Pool(const Request& request)> pool;
    /// Asked on a worker, once the head has come, whether a body is to be read that may be larger than `Limits::body`. What
    /// it answers is the answer to the request; without an answer the body is read and the handler called.
    std::function<void(Request head, Respond respond)> guard;
    /// The answer to a refusal of the edge, in the reader's language; the head is there if it could be read.
    std::function<Response(const Problem& problem, const Request* head)> problem;
    /// Addresses that are not limited in their number of connections: the proxies of the house.
    std::function<bool(std::string_view address)> trusted;
    Clock clock;    ///< the system's, unless given
    Random random;  ///< the system's, unless given
};

using Handler = std::function<void(Request, Respond)>;

class Server {
  public:
    /// Listens, but answers only once started. Throws std::system_error when it cannot listen.
    Server(Options options, Handler handler);
    ~Server();

    std::uint16_t port() const;
    /// Serves on a thread of its own.
    void start();
    /// Serves on the calling thread until another one calls stop().
    void run();
    /// Accepts nothing new, lets running requests finish for at most `grace`, closes, joins the workers
    /// (so a handler that never returns blocks it). Not to be called by a handler.
    void stop(std::chrono::milliseconds grace);
    Counts counts() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ryadom::http
