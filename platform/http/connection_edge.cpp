#include "platform/http/connection_edge.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <iterator>
#include <utility>

#include "platform/http/connection.hpp"

namespace ryadom::http {

struct Batch::State {
    std::vector<std::pair<std::shared_ptr<Inbox>, std::vector<Inbox::Task>>> kept;
};

namespace {

thread_local Batch::State* current_batch = nullptr;

}  // namespace

Batch::Batch() {
    if (current_batch) return;
    state_ = std::make_unique<State>();
    current_batch = state_.get();
}

Batch::~Batch() {
    if (!state_) return;
    current_batch = nullptr;
    for (auto& [inbox, tasks] : state_->kept) inbox->post_now(tasks);
}

void Inbox::post(Task task) {
    if (!current_batch) {
        std::vector<Task> one;
        one.push_back(std::move(task));
        return post_now(one);
    }
    auto& kept = current_batch->kept;
    auto mine = std::ranges::find(kept, this, [](const auto& it) { return it.first.get(); });
    if (mine == kept.end()) {
        kept.emplace_back(shared_from_this(), std::vector<Task>());
        mine = std::prev(kept.end());
    }
    mine->second.push_back(std::move(task));
}

/// Leaves the tasks with the caller when the inbox is closed, so that they are destroyed without the lock.
void Inbox::post_now(std::vector<Task>& tasks) {
    const std::lock_guard lock(mutex_);
    if (!io_) return;
    std::ranges::move(tasks, std::back_inserter(tasks_));
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
