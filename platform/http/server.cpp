#include "platform/http/server.hpp"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <condition_variable>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

#include "platform/http/connection.hpp"

namespace ryadom::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using namespace std::chrono_literals;

namespace {

constexpr auto awaiting = asio::as_tuple(asio::use_awaitable_t<Executor>{});
constexpr auto sweep_every = 50ms;

Moment now() { return std::chrono::steady_clock::now(); }

asio::ip::address plain(const asio::ip::address& address) {
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    return address;
}

/// Whoever has an IPv6 address has a /64 of them.
std::string counted_as(const asio::ip::address& address) {
    if (address.is_v4()) return address.to_string();
    const auto bytes = address.to_v6().to_bytes();
    return {bytes.begin(), bytes.begin() + 8};
}

}  // namespace

Respond& Respond::operator=(Respond&& other) noexcept {
    if (this == &other) return *this;
    give_up();
    deliver_ = std::exchange(other.deliver_, nullptr);
    return *this;
}

void Respond::operator()(Response response) {
    if (auto deliver = std::exchange(deliver_, nullptr)) deliver(std::move(response));
}

void Respond::give_up() noexcept {
    if (auto deliver = std::exchange(deliver_, nullptr)) deliver(std::nullopt);
}

std::string_view to_string(Reason reason) {
    constexpr std::array<std::string_view, reason_count> names{"malformed",
                                                               "version",
                                                               "method",
                                                               "expectation",
                                                               "head_too_large",
                                                               "body_too_large",
                                                               "head_too_slow",
                                                               "body_too_slow",
                                                               "answer_too_slow",
                                                               "events_too_slow",
                                                               "queue_full",
                                                               "bodies_full",
                                                               "too_many_connections",
                                                               "too_many_from_address",
                                                               "unanswered",
                                                               "answer_unsendable"};
    return names[static_cast<std::size_t>(reason)];
}

struct Server::State {
    State(Options options, Handler handler);

    void listen();
    Awaitable<void> accept();
    void admit(Socket socket);
    bool make_room();
    void serve(Socket socket, std::string peer, std::string counted);
    void sweep_later();
    void sweep();
    void abort_all();
    void drain(std::chrono::milliseconds grace);
    bool begin();
    void run();

    Edge edge;
    asio::basic_socket_acceptor<tcp, Executor> acceptor;
    asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>,
                               Executor>
        sweeper;
    asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>,
                               Executor>
        pause;
    std::uint16_t port = 0;
    Moment drain_until = Moment::max();

    std::mutex mutex;
    std::condition_variable changed;
    enum class Life { ready, running, ended } life = Life::ready;
    std::jthread thread;
};

Server::State::State(Options options, Handler handler)
    : edge(std::move(options), std::move(handler)),
      acceptor(edge.io.get_executor()),
      sweeper(edge.io.get_executor()),
      pause(edge.io.get_executor()) {
    try {
        listen();
    } catch (const boost::system::system_error& error) {
        throw std::system_error(error.code(), "cannot listen on " + edge.options.address);
    }
}

void Server::State::listen() {
    const tcp::endpoint endpoint(asio::ip::make_address(edge.options.address), edge.options.port);
    acceptor.open(endpoint.protocol());
    acceptor.set_option(tcp::acceptor::reuse_address(true));
    if (endpoint.address() == asio::ip::address(asio::ip::address_v6::any()))
        acceptor.set_option(asio::ip::v6_only(false));
    acceptor.bind(endpoint);
    acceptor.listen();
    port = acceptor.local_endpoint().port();
}

Awaitable<void> Server::State::accept() {
    while (acceptor.is_open()) {
        Socket socket(edge.io.get_executor());
        const auto [error] = co_await acceptor.async_accept(socket, awaiting);
        if (!error) {
            admit(std::move(socket));
        } else if (acceptor.is_open() && error != asio::error::connection_aborted) {
            pause.expires_after(100ms);  // out of file descriptors, most likely
            co_await pause.async_wait(awaiting);
        }
    }
}

/// The connection that has waited longest for its next request gives way to the new one.
bool Server::State::make_room() {
    if (edge.connections.size() < edge.options.limits.connections) return true;
    std::shared_ptr<Connection> longest;
    for (const auto& it : edge.connections)
        if (it->idle() && (!longest || it->since() < longest->since())) longest = it;
    edge.count(Reason::too_many_connections);
    if (longest) longest->abort();
    return longest != nullptr;
}

void Server::State::admit(Socket socket) {
    edge.accepted.fetch_add(1, std::memory_order_relaxed);
    boost::system::error_code error;
    const auto remote = socket.remote_endpoint(error);
    if (error) return;
    const auto address = plain(remote.address());
    auto peer = address.to_string();
    auto counted = edge.options.trusted && edge.options.trusted(peer) ? std::string() : counted_as(address);
    const auto known = edge.per_address.find(counted);
    if (!counted.empty() && known != edge.per_address.end() &&
        known->second >= edge.options.limits.connections_per_address)
        return edge.count(Reason::too_many_from_address);
    if (!make_room()) return;
    socket.set_option(tcp::no_delay(true), error);
    serve(std::move(socket), std::move(peer), std::move(counted));
}

void Server::State::serve(Socket socket, std::string peer, std::string counted) {
    if (!counted.empty()) ++edge.per_address[counted];
    auto connection =
        std::make_shared<Connection>(edge, std::move(socket), std::move(peer), std::move(counted));
    edge.connections.insert(connection);
    edge.open.fetch_add(1, std::memory_order_relaxed);
    asio::co_spawn(edge.io.get_executor(), connection->run(),
                   [this, connection](const std::exception_ptr& error) {
                       if (error) connection->abort();
                       edge.remove(connection);
                   });
}

void Server::State::sweep_later() {
    sweeper.expires_after(sweep_every);
    sweeper.async_wait([this](const boost::system::error_code& error) {
        if (error) return;
        sweep();
        if (!edge.draining || !edge.connections.empty()) sweep_later();
    });
}

void Server::State::sweep() {
    const auto moment = now();
    edge.date = http_date(edge.options.clock());
    std::vector<std::shared_ptr<Connection>> late;
    for (const auto& it : edge.connections)
        if (it->late(moment)) late.push_back(it);
    for (const auto& it : late) it->check(moment);
    if (moment >= drain_until) abort_all();
}

void Server::State::abort_all() {
    const std::vector<std::shared_ptr<Connection>> all(edge.connections.begin(), edge.connections.end());
    for (const auto& it : all) it->abort();
}

void Server::State::drain(std::chrono::milliseconds grace) {
    if (std::exchange(edge.draining, true)) return;
    boost::system::error_code ignored;
    acceptor.close(ignored);
    pause.cancel();
    drain_until = now() + grace;
    if (edge.connections.empty()) sweeper.cancel();
    edge.on_last_gone = [this] { sweeper.cancel(); };
    const std::vector<std::shared_ptr<Connection>> all(edge.connections.begin(), edge.connections.end());
    for (const auto& it : all) {
        if (it->idle())
            it->abort();
        else
            it->wake();
    }
}

/// False when it was stopped before.
bool Server::State::begin() {
    const std::lock_guard lock(mutex);
    if (life != Life::ready) return false;
    life = Life::running;
    return true;
}

void Server::State::run() {
    asio::co_spawn(edge.io.get_executor(), accept(), [](const std::exception_ptr&) {});
    sweep_later();
    edge.io.run();
    edge.inbox->close();
    {
        const std::lock_guard lock(mutex);
        life = Life::ended;
    }
    changed.notify_all();
}

Server::Server(Options options, Handler handler)
    : state_(std::make_unique<State>(std::move(options), std::move(handler))) {}

Server::~Server() { stop(0ms); }

std::uint16_t Server::port() const { return state_->port; }

void Server::start() {
    if (state_->begin()) state_->thread = std::jthread([state = state_.get()] { state->run(); });
}

void Server::run() {
    if (state_->begin()) state_->run();
}

void Server::stop(std::chrono::milliseconds grace) {
    {
        std::unique_lock lock(state_->mutex);
        if (state_->life == State::Life::running)
            asio::post(state_->edge.io, [state = state_.get(), grace] { state->drain(grace); });
        if (state_->life == State::Life::ready) state_->life = State::Life::ended;
        state_->changed.wait(lock, [this] { return state_->life != State::Life::running; });
    }
    if (state_->thread.joinable()) state_->thread.join();
    state_->edge.ordinary.stop();
    state_->edge.heavy.stop();
    state_->edge.inbox->close();
}

Counts Server::counts() const {
    const auto& edge = state_->edge;
    Counts counts;
    counts.connections = edge.accepted.load(std::memory_order_relaxed);
    counts.connections_open = edge.open.load(std::memory_order_relaxed);
    counts.requests = edge.requests.load(std::memory_order_relaxed);
    counts.bytes_received = edge.received.load(std::memory_order_relaxed);
    counts.bytes_sent = edge.sent.load(std::memory_order_relaxed);
    counts.queue = edge.ordinary.waiting();
    counts.heavy_queue = edge.heavy.waiting();
    counts.running = edge.ordinary.running() + edge.heavy.running();
    for (std::size_t i = 0; i < reason_count; ++i)
        counts.refused[i] = edge.refused[i].load(std::memory_order_relaxed);
    return counts;
}

}  // namespace ryadom::http
