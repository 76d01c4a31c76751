// Works off what register_changed left for somebody who may see the plans above.
#include "modules/rollout/adoption.hpp"

#include <fmt/format.h>

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace ryadom::rollout {
namespace {

/// Nobody is asked to tell of commits for ever: the rows are looked for this often anyway.
constexpr auto look_again = std::chrono::seconds(1);
/// Commits that come closer together than this are looked at together.
constexpr auto gather = std::chrono::milliseconds(50);
/// What failed is tried again after this.
constexpr auto try_again = std::chrono::minutes(1);

}  // namespace

struct Rechecks::State {
    State(db::Database& its_database, Report report) : database(its_database), fault("rollout.plans", std::move(report)) {}

    db::Database& database;
    Fault fault;
    std::mutex mutex;
    std::condition_variable woken;
    bool settled = true;
    bool stopping = false;
    std::map<std::int64_t, std::string> failed;  ///< by number of the row, with the reason
    std::chrono::steady_clock::time_point failed_until;
    std::thread thread;

    void notice() {
        const std::lock_guard lock(mutex);
        settled = true;
        woken.notify_one();
    }

    /// A row that fails stands until it is mended, and holds up no other.
    void attempt(const store::Recheck& noted) {
        try {
            must(database.write_now(db::Caller::system(), [noted](db::Tx& tx) { recheck(tx, noted); }));
        } catch (const db::Error& error) {
            using enum db::Error::Kind;
            if (error.kind() == serialization) return;
            if (error.kind() == connection || error.kind() == input_output || error.kind() == full) throw;
            failed.emplace(noted.number, error.what());
        } catch (const Refused& refused) {
            failed.emplace(noted.number, refused.refusal().code);
        } catch (const std::exception& error) {
            failed.emplace(noted.number, error.what());
        }
    }

    void work_off() {
        const auto now = std::chrono::steady_clock::now();
        if (now > failed_until) {
            failed.clear();
            failed_until = now + try_again;
        }
        std::int64_t last = 0;
        while (true) {
            const auto rows = database.read_as(db::Caller::system(), [&](db::Tx& tx) { return store::rechecks(tx, last); });
            if (rows.empty()) break;
            last = rows.back().number;
            for (const auto& row : rows)
                if (!failed.contains(row.number)) attempt(row);
        }
        if (failed.empty()) fault.clear();
        else fault.set(fmt::format("recheck {}: {}", failed.begin()->first, failed.begin()->second));
    }

    void follow() {
        std::unique_lock lock(mutex);
        while (!stopping) {
            woken.wait_for(lock, look_again, [this] { return stopping || settled; });
            if (stopping) return;
            settled = false;
            lock.unlock();
            try {
                work_off();
            } catch (const std::exception& error) {
                // Nothing is lost: the rows stand in the database and are looked for again.
                fault.set(error.what());
            }
            lock.lock();
            woken.wait_for(lock, gather, [this] { return stopping; });
        }
    }
};

Rechecks::Rechecks(db::Database& database, Report report) : state_(std::make_shared<State>(database, std::move(report))) {
    database.on_settled([weak = std::weak_ptr(state_)] {
        if (const auto state = weak.lock()) state->notice();
    });
    state_->thread = std::thread([state = state_.get()] { state->follow(); });
}

Rechecks::~Rechecks() {
    {
        const std::lock_guard lock(state_->mutex);
        state_->stopping = true;
    }
    state_->woken.notify_one();
    state_->thread.join();
}

std::optional<std::string> Rechecks::fault() const { return state_->fault.text(); }

}  // namespace ryadom::rollout
