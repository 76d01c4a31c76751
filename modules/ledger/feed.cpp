// Keeps the image at the end of the ledger: one thread appends what was committed, in ledger order.
#include "modules/ledger/image_state.hpp"
#include "modules/ledger/store.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace ryadom::ledger {
namespace {

constexpr int chunk_rows = 5000;
/// Nobody is asked to tell of commits for ever: the ledger is looked at this often anyway.
constexpr auto look_again = std::chrono::milliseconds(500);
/// Commits that come closer together than this are appended together, unless somebody waits.
constexpr auto gather = std::chrono::milliseconds(20);

}  // namespace

struct Feed::State {
    State(db::Database& its_database, Report report, std::optional<std::filesystem::path> its_file)
        : database(its_database), file(std::move(its_file)), image(begin()), kept(image->position()), snapshot_fault("ledger.snapshot", report),
          fault("ledger.image", std::move(report)) {}

    db::Database& database;
    const std::optional<std::filesystem::path> file;
    const std::unique_ptr<image::Image> image;
    const image::Position kept;  ///< what the snapshot holds
    Fault snapshot_fault;
    mutable std::mutex mutex;
    mutable std::condition_variable woken;
    mutable std::condition_variable moved;
    mutable bool settled = false;
    mutable int waiting = 0;
    bool stopping = false;
    bool ended = false;  ///< it follows no more
    Fault fault;
    std::thread thread;

    image::NewestFact newest_fact() const {
        return [this](image::Position position) {
            return database.read_as(db::Caller::system(), [&](db::Tx& tx) { return store::fact_at(tx, position); });
        };
    }

    /// Whatever is wrong with a snapshot, the ledger is read instead.
    std::unique_ptr<image::Image> begin() const {
        if (file)
            if (auto read = image::read_snapshot(*file, newest_fact())) return std::move(*read);
        return std::make_unique<image::Image>();
    }

    /// After the last append. Without a snapshot the next start takes longer, so a failure is told and no more.
    void keep() {
        if (!file || ended || image->position() == kept) return;
        try {
            image::write_snapshot(*image, *file, newest_fact());
        } catch (const std::exception& error) {
            snapshot_fault.set(error.what());
        }
    }

    std::size_t merges() const { return image->state().merges.size(); }

    /// False when nothing was left to append.
    bool append_chunk() {
        const auto [rows, merges_left] = database.read_as(db::Caller::system(), [&](db::Tx& tx) {
            return std::pair(store::rows_after(tx, image->position(), chunk_rows), store::merges_after(tx, merges()));
        });
        const bool more = rows.size() == static_cast<std::size_t>(chunk_rows);
        std::span<const image::Fact> left = rows;
        for (const auto& merge : merges_left) {
            if (more && merge.position > rows.back().position) break;
            const auto behind = std::ranges::upper_bound(left, merge.position, {}, &image::Fact::position) - left.begin();
            append(left.first(static_cast<std::size_t>(behind)));
            left = left.subspan(static_cast<std::size_t>(behind));
            // One that another process committed late stands behind what is here already.
            auto placed = merge;
            placed.position = std::max(merge.position, image->position());
            image->append(placed);
        }
        append(left);
        return more;
    }

    void append(std::span<const image::Fact> rows) const {
        if (!rows.empty()) image->append(rows);
    }

    void notice() const {
        const std::lock_guard lock(mutex);
        settled = true;
        woken.notify_one();
    }

    void follow() {
        std::unique_lock lock(mutex);
        while (!stopping && !ended) {
            woken.wait_for(lock, look_again, [this] { return stopping || settled; });
            if (stopping) return;
            settled = false;
            lock.unlock();
            catch_exceptions();
            lock.lock();
            moved.notify_all();
            woken.wait_for(lock, gather, [this] { return stopping || waiting > 0; });
        }
    }

    /// A lost connection mends itself; a row that the image refuses does not.
    void catch_exceptions() {
        try {
            while (append_chunk()) {
            }
            fault.clear();
        } catch (const db::Error& error) {
            fault.set(error.what());
        } catch (const std::exception& error) {
            fault.set(error.what());
            const std::lock_guard lock(mutex);
            ended = true;
        }
    }

    /// Whether the image reached the position in time; without a limit, or until a fault.
    bool reach(image::Position position, std::optional<std::chrono::milliseconds> limit) const {
        if (image->position() >= position) return true;
        std::unique_lock lock(mutex);
        ++waiting;
        settled = true;
        woken.notify_one();
        const auto done = [&] { return ended || image->position() >= position; };
        if (limit) moved.wait_for(lock, *limit, done);
        else moved.wait(lock, done);
        --waiting;
        return image->position() >= position;
    }
};

Feed::Feed(db::Database& database, Report report, std::optional<std::filesystem::path> snapshot)
    : state_(std::make_shared<State>(database, std::move(report), std::move(snapshot))) {
    while (state_->append_chunk()) {
    }
    database.on_settled([weak = std::weak_ptr(state_)] {
        if (const auto state = weak.lock()) state->notice();
    });
    state_->thread = std::thread([state = state_.get()] { state->follow(); });
}

Feed::~Feed() {
    {
        const std::lock_guard lock(state_->mutex);
        state_->stopping = true;
    }
    state_->woken.notify_one();
    state_->thread.join();
    state_->keep();
}

const image::Image& Feed::image() const { return *state_->image; }

void Feed::catch_up() {
    auto& database = state_->database;
    const auto system = db::Caller::system();
    const auto waiting = database.read_as(system, [](db::Tx& tx) { return store::rows_without_position(tx); });
    for (const auto number : waiting)
        while (!database.read_as(system, [&](db::Tx& tx) { return store::has_position(tx, number); })) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    if (!state_->reach(database.read_as(system, [](db::Tx& tx) { return store::last_position(tx); }), std::nullopt))
        throw std::runtime_error("the image does not follow the ledger: " + fault().value_or(""));
    const auto merges = database.read_as(system, [](db::Tx& tx) { return store::merges_so_far(tx); });
    while (state_->merges() < merges && !fault()) {
        state_->notice();
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

void Feed::await(std::chrono::milliseconds patience) const {
    const auto until = std::chrono::steady_clock::now() + patience;
    const auto newest = [](db::Tx& tx) { return store::position_of_newest(tx); };
    auto position = state_->database.read_as(db::Caller::system(), newest);
    while (!position && std::chrono::steady_clock::now() < until) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        position = state_->database.read_as(db::Caller::system(), newest);
    }
    if (position) state_->reach(*position, patience);
}

void Feed::await(image::Position position) const { state_->reach(position, std::nullopt); }

std::optional<std::string> Feed::fault() const { return state_->fault.text(); }

image::Scope image_scope(const db::Scope& scope) {
    switch (scope.records) {
        case db::Reach::everything: return image::Scope::everything();
        case db::Reach::listed: break;
        case db::Reach::nothing: return image::Scope::of({});
    }
    std::vector<std::uint16_t> organisations;
    for (const auto number : scope.organisations) organisations.push_back(static_cast<std::uint16_t>(number));
    return image::Scope::of(std::move(organisations));
}

}  // namespace ryadom::ledger
