// The job that asks the feeds.
#include "modules/travel/polling.hpp"

#include <condition_variable>
#include <thread>

namespace ryadom::travel {
namespace {

/// Practices come out a few times a month.
constexpr std::int64_t every_ms = 3'600'000;

}  // namespace

struct Poller::State {
    State(db::Database& its_database, std::shared_ptr<Outgoing> its_outgoing, Report report, std::chrono::milliseconds again)
        : database(its_database), outgoing(std::move(its_outgoing)), look_again(again), fault("travel.feeds", std::move(report)) {}

    db::Database& database;
    std::shared_ptr<Outgoing> outgoing;
    std::chrono::milliseconds look_again;
    Fault fault;
    std::mutex mutex;
    std::condition_variable woken;
    bool stopping = false;
    std::thread thread;

    bool stops() {
        const std::lock_guard lock(mutex);
        return stopping;
    }

    void ask_due() {
        const auto now = database.now();
        for (const auto& row : database.read_as(db::Caller::system(), store::feeds)) {
            if (stops()) return;
            if (!row.asked_at || *row.asked_at + every_ms <= now) poll(database, *outgoing, row);
        }
    }

    void follow() {
        std::unique_lock lock(mutex);
        while (!stopping) {
            lock.unlock();
            try {
                ask_due();
                fault.clear();
            } catch (const std::exception& error) {
                fault.set(error.what());
            } catch (const Refused& refused) {
                fault.set(refused.refusal().code);
            }
            lock.lock();
            woken.wait_for(lock, look_again, [this] { return stopping; });
        }
    }
};

Poller::Poller(db::Database& database, std::shared_ptr<Outgoing> outgoing, Report report, std::chrono::milliseconds look_again)
    : state_(std::make_shared<State>(database, std::move(outgoing), std::move(report), look_again)) {
    state_->thread = std::thread([state = state_.get()] { state->follow(); });
}

Poller::~Poller() {
    {
        const std::lock_guard lock(state_->mutex);
        state_->stopping = true;
    }
    state_->woken.notify_one();
    state_->thread.join();
}

std::optional<std::string> Poller::fault() const { return state_->fault.text(); }

}  // namespace ryadom::travel
