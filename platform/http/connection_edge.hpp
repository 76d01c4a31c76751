// What all connections of a server share. Everything but the inbox and the counters belongs to the I/O
// thread.
#pragma once

#include <array>
#include <atomic>
#include <boost/asio/io_context.hpp>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "platform/http/connection_head.hpp"
#include "platform/http/server.hpp"
#include "platform/http/workers.hpp"

namespace ryadom::http {

class Connection;

/// Carries work to the I/O thread. Tasks posted before the thread comes round share one wake-up; a closed
/// inbox drops them, so that an answer may outlive the server.
class Inbox : public std::enable_shared_from_this<Inbox> {
  public:
    using Task = std::move_only_function<void()>;

    explicit Inbox(boost::asio::io_context& io) : io_(&io) {}
    void post(Task task);
    void close();

  private:
    void run_all();

    std::mutex mutex_;
    std::vector<Task> tasks_;
    bool scheduled_ = false;
    boost::asio::io_context* io_;
};

struct Edge {
    Edge(Options with, Handler handle);

    void count(Reason reason) {
        refused[static_cast<std::size_t>(reason)].fetch_add(1, std::memory_order_relaxed);
    }
    Response refusal(int status, const Request* head) const;
    /// False when the pool's queue is full. Tasks of one turn of the I/O loop go to the workers together: a
    /// wake-up for each would cost more than a short handler.
    bool assign(Pool pool, Workers::Task task);
    Workers& workers(Pool pool) { return pool == Pool::heavy ? heavy : ordinary; }
    void remove(const std::shared_ptr<Connection>& connection);

    Options options;
    Handler handler;
    boost::asio::io_context io{1};
    std::shared_ptr<Inbox> inbox;
    std::unordered_set<std::shared_ptr<Connection>> connections;
    std::unordered_map<std::string, std::size_t> per_address;
    std::string date;
    std::size_t bodies = 0;  ///< bytes of bodies in memory
    bool draining = false;
    std::function<void()> on_last_gone;
    std::array<std::vector<Workers::Task>, 2> assigned;  ///< in this turn, by pool

    std::atomic<std::uint64_t> accepted{0}, open{0}, requests{0}, received{0}, sent{0};
    std::array<std::atomic<std::uint64_t>, reason_count> refused{};

    Workers ordinary, heavy;  // last, so that their threads end before anything else goes
};

}  // namespace ryadom::http
