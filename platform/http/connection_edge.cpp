#include "platform/http/connection_edge.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <iterator>
#include <utility>

#include "platform/http/connection.hpp"

namespace ryadom::http {

void Inbox::post(Task task) {
    const std::lock_guard lock(mutex_);
    if (!io_) return;
    tasks_.push_back(std::move(task));
    if (std::exchange(scheduled_, true)) return;
    boost::asio::post(*io_, [self = shared_from_this()] { self->run_all(); });
}

void Inbox::close() {
    std::vector<Task> dropped;
    const std::lock_guard lock(mutex_);
    io_ = nullptr;
    dropped.swap(tasks_);
}

void Inbox::run_all() {
    std::vector<Task> tasks;
    {
        const std::lock_guard lock(mutex_);
        tasks.swap(tasks_);
        scheduled_ = false;
    }
    for (auto& task : tasks) task();
}

Edge::Edge(Options with, Handler handle)
    : options(std::move(with)),
      handler(std::move(handle)),
      inbox(std::make_shared<Inbox>(io)),
      ordinary(options.workers, options.limits.queue),
      heavy(options.heavy_workers, options.limits.heavy_queue) {
    if (!options.clock) options.clock = system_clock();
    if (!options.random) options.random = system_random();
    date = http_date(options.clock());
}

Response Edge::refusal(int status, const Request* head) const {
    const auto what = problem(status);
    return options.problem ? options.problem(what, head) : problem_response(what);
}

bool Edge::assign(Pool pool, Workers::Task task) {
    auto& chosen = workers(pool);
    auto& tasks = assigned[pool == Pool::heavy ? 1 : 0];
    if (chosen.waiting() + tasks.size() >= chosen.queue_length()) return false;
    tasks.push_back(std::move(task));
    if (tasks.size() == 1) boost::asio::post(io, [&chosen, &tasks] { chosen.post(tasks); });
    return true;
}

void Edge::remove(const std::shared_ptr<Connection>& connection) {
    if (connections.erase(connection) == 0) return;
    open.fetch_sub(1, std::memory_order_relaxed);
    const auto counted = per_address.find(connection->counted_as());
    if (counted != per_address.end() && --counted->second == 0) per_address.erase(counted);
    if (draining && connections.empty() && on_last_gone) on_last_gone();
}

}  // namespace ryadom::http
