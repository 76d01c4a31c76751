// The embedded engine: one connection writes and checkpoints, in batches that commit once; readers have their own.
#include "platform/db/ownership.hpp"
#include "platform/db/sqlite_connection.hpp"
#include "platform/db/sqlite_filling.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <map>
#include <mutex>
#include <thread>

namespace ryadom::db {
namespace {

constexpr auto file_name = "ryadom.db";
/// Of what a broken filling leaves: the next one removes it.
constexpr auto part_name = "ryadom.db.part";
constexpr auto aside_name = "ryadom.db.rest";

constexpr std::size_t largest_batch = 1000;
/// However slow the disk is, nobody waits longer for company.
constexpr std::chrono::microseconds longest_patience{10'000};

/// How the effects of a closure that ends badly are undone. A savepoint copies every page that is changed after it, which
/// costs a third of a fact, and few closures write before they refuse: so a batch is first tried without, and run anew with
/// savepoints if one of them did.
enum class Undoing { of_all, of_each };
enum class Kept { yes, nothing, not_undone };

bool of_disk(const std::exception_ptr& failure) {
    try {
        std::rethrow_exception(failure);
    } catch (const Error& error) {
        return error.kind() == Error::Kind::input_output || error.kind() == Error::Kind::full;
    } catch (...) {
        return false;
    }
}

class SqliteDatabase : public Database {
  public:
    explicit SqliteDatabase(Options options, SqliteConnection::Mode mode = SqliteConnection::Mode::writer)
        : options_(std::move(options)), fault_("database", options_.report),
          path_((std::filesystem::path(options_.location) / (mode == SqliteConnection::Mode::filler ? part_name : file_name)).string()) {
        if (options_.access == Access::reader) {
            SqliteConnection connection(path_, SqliteConnection::Mode::reader);
            require_migrated(connection, options_.schemas);
            return;
        }
        ownership_.emplace(options_.location);
        if (mode == SqliteConnection::Mode::filler) std::filesystem::remove(path_);
        writer_.emplace(path_, mode);
        migrate(*writer_, options_.schemas, false, options_.clock(), [](Connection&) {});
        declare();
        writer_->create_views(options_.schemas, std::nullopt);
        thread_ = std::thread([this] { write_batches(); });
    }

    ~SqliteDatabase() override {
        if (!thread_.joinable()) return;
        {
            const std::lock_guard lock(queue_mutex_);
            stopping_ = true;
        }
        queue_filled_.notify_one();
        thread_.join();
    }

    void read(const Caller& caller, const std::function<void(Tx&)>& work) override {
        auto connection = take_reader(reaches_of(caller.scope));
        connection->use_scope(caller.scope);
        connection->run("begin");
        try {
            Tx tx(*connection, caller, options_.clock(), options_.random);
            work(tx);
        } catch (...) {
            connection->run("rollback");
            give_back(reaches_of(caller.scope), std::move(connection));
            throw;
        }
        connection->run("rollback");
        give_back(reaches_of(caller.scope), std::move(connection));
    }

    void write(Write write) override {
        if (!writer_) throw std::logic_error("a reader does not write");
        {
            const std::lock_guard lock(queue_mutex_);
            queue_.push_back(std::move(write));
        }
        queue_filled_.notify_one();
    }

    void on_settled(std::function<void()> listener) override {
        const std::lock_guard lock(queue_mutex_);
        listeners_.push_back(std::move(listener));
    }

    void backup(const std::string& path) override;
    std::string_view engine() const override { return "sqlite"; }
    std::optional<std::string> fault() const override { return fault_.text(); }
    Counts counts() const override {
        const std::lock_guard lock(queue_mutex_);
        return {writes_, transactions_, queue_.size()};
    }
    Instant now() const override { return options_.clock(); }
    const Random& random() const override { return options_.random; }
    std::string catalogue() override;

    SqliteConnection& filler() { return *writer_; }
    const std::string& path() const { return path_; }

  private:
    void declare();
    void write_batches();
    bool take_first(std::vector<Write>& batch);
    bool take_more(std::vector<Write>& batch, std::chrono::steady_clock::time_point until);
    void take(std::vector<Write>& batch);
    void run_batch(std::vector<Write>& batch, std::vector<Outcome>& outcomes);
    bool run_all(std::vector<Write>& batch, std::vector<Outcome>& outcomes, Undoing undoing);
    void settle();
    void commit();
    void undo();
    Kept run_one(const Write& write, Outcome& outcome, Undoing undoing);
    void rehearse(const Write& write, Tx& tx);
    void rethrow_if_over(const Outcome& outcome);

    std::unique_ptr<SqliteConnection> take_reader(Reaches reaches) {
        {
            const std::lock_guard lock(readers_mutex_);
            if (auto& idle = readers_[reaches]; !idle.empty()) {
                auto connection = std::move(idle.back());
                idle.pop_back();
                return connection;
            }
        }
        auto connection = std::make_unique<SqliteConnection>(path_, SqliteConnection::Mode::reader);
        connection->create_views(options_.schemas, reaches);
        connection->lock_down();
        return connection;
    }

    void give_back(Reaches reaches, std::unique_ptr<SqliteConnection> connection) {
        const std::lock_guard lock(readers_mutex_);
        if (auto& idle = readers_[reaches]; idle.size() < static_cast<std::size_t>(options_.readers)) idle.push_back(std::move(connection));
    }

    Options options_;
    Fault fault_;
    std::string path_;
    std::optional<Ownership> ownership_;
    std::optional<SqliteConnection> writer_;

    std::mutex readers_mutex_;
    std::map<Reaches, std::vector<std::unique_ptr<SqliteConnection>>> readers_;

    mutable std::mutex queue_mutex_;
    std::condition_variable queue_filled_;
    std::deque<Write> queue_;
    std::vector<std::function<void()>> listeners_;
    bool stopping_ = false;
    std::uint64_t writes_ = 0;
    std::uint64_t transactions_ = 0;
    // Of the writing thread alone:
    bool latched_ = false;
    std::size_t company_ = 1;                          // how many the last batch answered
    std::chrono::steady_clock::duration patience_{0};  // what the last commit took
    std::thread thread_;
};

void SqliteDatabase::declare() {
    for (const auto& schema : options_.schemas)
        for (const auto table : schema.append_only)
            for (const auto* action : {"update", "delete"})
                writer_->script(fmt::format(
                    "create trigger if not exists {0}_no_{1} before {1} on {0} begin select raise(abort, 'append_only'); end", table, action));
}

void SqliteDatabase::write_batches() {
    std::vector<Write> batch;
    while (take_first(batch)) {
        std::vector<Outcome> outcomes;
        try {
            if (latched_) throw Error(Error::Kind::input_output, "", "writing stopped after an earlier failure of the disk");
            run_batch(batch, outcomes);
            fault_.clear();
        } catch (...) {
            // Nothing of the batch is durable: every caller is told so.
            outcomes.assign(batch.size(), {std::nullopt, std::current_exception()});
        }
        for (std::size_t i = 0; i < batch.size(); ++i) batch[i].done(std::move(outcomes[i]));
        company_ = batch.size();
        batch.clear();
        std::unique_lock lock(queue_mutex_);
        writes_ += company_;
        ++transactions_;
        const auto listeners = listeners_;
        lock.unlock();
        for (const auto& listener : listeners) listener();
    }
}

bool SqliteDatabase::take_first(std::vector<Write>& batch) {
    std::unique_lock lock(queue_mutex_);
    queue_filled_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    take(batch);
    return !batch.empty();
}

/// Callers that were answered together come back one by one. A commit for the first of them would let all others wait
/// for the next, so the batch stays open for as many as the last one had, but not longer than a commit takes.
bool SqliteDatabase::take_more(std::vector<Write>& batch, std::chrono::steady_clock::time_point until) {
    if (batch.size() >= company_) return false;
    std::unique_lock lock(queue_mutex_);
    const bool some = queue_filled_.wait_until(lock, until, [this] { return stopping_ || !queue_.empty(); });
    const auto before = batch.size();
    if (some) take(batch);
    return batch.size() > before;
}

void SqliteDatabase::take(std::vector<Write>& batch) {
    while (!queue_.empty() && batch.size() < largest_batch) {
        batch.push_back(std::move(queue_.front()));
        queue_.pop_front();
    }
}

void SqliteDatabase::run_batch(std::vector<Write>& batch, std::vector<Outcome>& outcomes) {
    try {
        if (run_all(batch, outcomes, Undoing::of_all)) return;
        undo();
        outcomes.clear();
        run_all(batch, outcomes, Undoing::of_each);
    } catch (const Error& error) {
        // After a failed write the kernel may have dropped the pages: what a later commit says cannot be believed.
        // A full disk has taken nothing, and is believed again when there is room.
        latched_ = error.kind() == Error::Kind::input_output;
        if (latched_ || error.kind() == Error::Kind::full) fault_.set(error.what());
        undo();
        throw;
    } catch (...) {
        undo();
        throw;
    }
}

/// False when what one of them wrote is to be undone and cannot be alone.
bool SqliteDatabase::run_all(std::vector<Write>& batch, std::vector<Outcome>& outcomes, Undoing undoing) {
    writer_->run("begin immediate");
    bool changed = false;
    const auto until = std::chrono::steady_clock::now() + patience_;
    do {
        for (auto at = outcomes.size(); at < batch.size(); ++at) {
            const auto kept = run_one(batch[at], outcomes.emplace_back(), undoing);
            if (kept == Kept::not_undone) return false;
            changed |= kept == Kept::yes;
        }
    } while (take_more(batch, until));
    if (changed) settle();
    commit();
    return true;
}

void SqliteDatabase::settle() {
    const auto system = Caller::system();
    writer_->use_scope(system.scope);
    Tx tx(*writer_, system, options_.clock(), options_.random);
    for (const auto& settle : options_.settle) settle(tx);
}

void SqliteDatabase::undo() {
    if (sqlite3_get_autocommit(writer_->handle()) == 0) writer_->run("rollback");
    writer_->forget_scope();
}

void SqliteDatabase::commit() {
    const auto begun = std::chrono::steady_clock::now();
    writer_->run("commit");
    patience_ = std::min<std::chrono::steady_clock::duration>(std::chrono::steady_clock::now() - begun, longest_patience);
}

Kept SqliteDatabase::run_one(const Write& write, Outcome& outcome, Undoing undoing) {
    writer_->use_scope(write.caller.scope);
    Tx tx(*writer_, write.caller, options_.clock(), options_.random);
    if (options_.rehearse) rehearse(write, tx);
    if (undoing == Undoing::of_each) writer_->run("savepoint work");
    const auto before = sqlite3_total_changes64(writer_->handle());
    const bool keep = run_work(write, tx, outcome);
    rethrow_if_over(outcome);
    if (undoing == Undoing::of_each) {
        if (!keep) writer_->run("rollback to work");
        writer_->run("release work");
    } else if (!keep && sqlite3_total_changes64(writer_->handle()) != before) {
        return Kept::not_undone;
    }
    return keep ? Kept::yes : Kept::nothing;
}

void SqliteDatabase::rehearse(const Write& write, Tx& tx) {
    Outcome outcome;
    writer_->run("savepoint work");
    run_work(write, tx, outcome);
    rethrow_if_over(outcome);
    writer_->run("rollback to work");
    writer_->run("release work");
}

/// The transaction that the others of the batch share is lost.
void SqliteDatabase::rethrow_if_over(const Outcome& outcome) {
    if (outcome.failure && (sqlite3_get_autocommit(writer_->handle()) != 0 || of_disk(outcome.failure))) std::rethrow_exception(outcome.failure);
}

void SqliteDatabase::backup(const std::string& path) {
    const auto unfinished = path + ".part";
    std::filesystem::remove(unfinished);
    {
        SqliteConnection source(path_, SqliteConnection::Mode::reader);
        sqlite3* target = nullptr;
        if (sqlite3_open(unfinished.c_str(), &target) != SQLITE_OK) {
            sqlite3_close_v2(target);
            throw Error(Error::Kind::input_output, "", fmt::format("cannot write {}", unfinished));
        }
        auto* copy = sqlite3_backup_init(target, "main", source.handle(), "main");
        const int code = copy ? sqlite3_backup_step(copy, -1) : SQLITE_ERROR;
        if (copy) sqlite3_backup_finish(copy);
        // A backup is one file: without the journal mode of the source it needs no companions.
        sqlite3_exec(target, "pragma journal_mode=delete", nullptr, nullptr, nullptr);
        sqlite3_close_v2(target);
        if (code != SQLITE_DONE) throw Error(Error::Kind::input_output, "", fmt::format("the copy to {} failed", unfinished));
    }
    const int descriptor = ::open(unfinished.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0 || ::fsync(descriptor) != 0) throw Error(Error::Kind::input_output, "", fmt::format("cannot flush {}", unfinished));
    ::close(descriptor);
    std::filesystem::rename(unfinished, path);
}

std::string SqliteDatabase::catalogue() {
    SqliteConnection connection(path_, SqliteConnection::Mode::reader);
    std::string out;
    const auto columns = connection.open(
        "select m.name, c.name, c.\"notnull\" or c.pk > 0 from sqlite_schema m, pragma_table_info(m.name) c "
        "where m.type = 'table' and m.name not like 'sqlite_%' order by m.name, c.name", {});
    while (columns->next()) out += fmt::format("{}.{}{}\n", columns->text(0), columns->text(1), columns->boolean(2) ? " not null" : "");
    const auto indexes = connection.open(
        "select m.name, i.name, i.\"unique\", i.partial, (select group_concat(name, ', ') from (select name from pragma_index_info(i.name) order by seqno)) "
        "from sqlite_schema m, pragma_index_list(m.name) i where m.type = 'table' and i.origin = 'c' order by m.name, i.name", {});
    while (indexes->next())
        out += fmt::format("{}: {}index {} ({}){}\n", indexes->text(0), indexes->boolean(2) ? "unique " : "", indexes->text(1), indexes->text(4),
                           indexes->boolean(3) ? " of some rows" : "");
    return out;
}

/// Its own account of memory costs a lock at every allocation, and nobody asks for it.
void configure_engine() { [[maybe_unused]] static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

}  // namespace

std::unique_ptr<Database> open_sqlite(Options options) {
    configure_engine();
    return std::make_unique<SqliteDatabase>(std::move(options));
}

Filling fill_sqlite(Options options, const Growing& growing) {
    configure_engine();
    const std::filesystem::path place = options.location;
    const auto aside = place / aside_name;
    std::filesystem::remove_all(aside);
    std::filesystem::create_directories(aside);
    Options of_whole = options;
    of_whole.schemas.clear();
    of_whole.settle.clear();
    options.location = aside.string();
    const auto rest = std::make_shared<SqliteDatabase>(std::move(options), SqliteConnection::Mode::filler);
    const auto whole = std::make_shared<SqliteDatabase>(std::move(of_whole), SqliteConnection::Mode::filler);
    const auto gather = begin_filling(rest->filler(), whole->filler(), growing);
    return {rest, whole, [rest, whole, gather, place, aside] {
                gather(rest->path());
                give_name(whole->path(), place / file_name);
                std::filesystem::remove_all(aside);
            }};
}

}  // namespace ryadom::db
