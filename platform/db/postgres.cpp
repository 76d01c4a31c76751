// The same modules on PostgreSQL: a pool of writers that retry on serialization failure, readers in snapshots, and one
// thread among all processes that numbers committed rows.
#include "platform/db/postgres_connection.hpp"
#include "platform/db/postgres_schema.hpp"

#include <fmt/format.h>
#include <poll.h>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

namespace ryadom::db {
namespace {

constexpr int attempts = 6;
constexpr std::int64_t numbering_lock = 7209463;
constexpr auto serializable = "begin isolation level serializable";
constexpr Reaches everything{Reach::everything, Reach::everything};

class PostgresDatabase : public Database {
  public:
    explicit PostgresDatabase(Options options) : options_(std::move(options)), fault_("database", options_.report) {
        PostgresConnection connection(options_.location, everything);
        refuse_bypass(connection);
        if (options_.access == Access::reader) {
            require_migrated(connection, options_.schemas);
            return;
        }
        migrate(connection, options_.schemas, true, options_.clock(), undeclare_postgres);
        declare_postgres(connection, options_.schemas);
        for (int i = 0; i < options_.writers; ++i) threads_.emplace_back([this] { write_queue(); });
        threads_.emplace_back([this] { number_rows(); });
    }

    ~PostgresDatabase() override {
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
        }
        queue_filled_.notify_all();
        for (auto& thread : threads_) thread.join();
    }

    void read(const Caller& caller, const std::function<void(Tx&)>& work) override {
        auto connection = begin(caller.scope, "begin isolation level repeatable read read only");
        try {
            Tx tx(*connection, caller, options_.clock(), options_.random);
            work(tx);
            connection->script("commit");
        } catch (...) {
            end_failed(*connection);
            give_back(std::move(connection));
            throw;
        }
        give_back(std::move(connection));
    }

    void write(Write write) override {
        if (options_.access == Access::reader) throw std::logic_error("a reader does not write");
        {
            const std::lock_guard lock(mutex_);
            queue_.push_back(std::move(write));
        }
        queue_filled_.notify_one();
    }

    void on_settled(std::function<void()> listener) override {
        const std::lock_guard lock(mutex_);
        listeners_.push_back(std::move(listener));
    }

    void backup(const std::string&) override {
        throw std::runtime_error("A PostgreSQL database is backed up by pg_dump or pg_basebackup; see docs/guide.");
    }
    std::string_view engine() const override { return "postgresql"; }
    std::optional<std::string> fault() const override { return fault_.text(); }
    Counts counts() const override {
        const std::lock_guard lock(mutex_);
        return {writes_, transactions_, queue_.size()};
    }
    Instant now() const override { return options_.clock(); }
    const Random& random() const override { return options_.random; }
    std::string catalogue() override;

  private:
    static void refuse_bypass(PostgresConnection& connection) {
        const auto cursor = connection.open("select rolsuper or rolbypassrls from pg_roles where rolname = current_user", {});
        if (cursor->next() && cursor->boolean(0))
            throw std::runtime_error(
                "The PostgreSQL role is a superuser or bypasses row security, so it would show everybody everything. "
                "Create an ordinary role that owns the database and use it.");
    }

    void write_queue();
    Outcome attempt(const Write& write);
    bool try_once(PostgresConnection& connection, const Write& write, Outcome& outcome);
    void number_rows();
    bool settle(PostgresConnection& connection);
    void tell_listeners();
    static void end_failed(PostgresConnection& connection) {
        if (connection.usable() && connection.in_transaction()) connection.script("rollback");
    }

    std::unique_ptr<PostgresConnection> take_idle(Reaches reaches) {
        const std::lock_guard lock(mutex_);
        auto& idle = idle_[reaches];
        if (idle.empty()) return nullptr;
        auto connection = std::move(idle.back());
        idle.pop_back();
        return connection;
    }

    /// A transaction within the scope; a connection that died while nobody used it is replaced.
    std::unique_ptr<PostgresConnection> begin(const Scope& scope, std::string_view how) {
        const auto start = [&](std::unique_ptr<PostgresConnection> connection) {
            connection->script(how);
            connection->use_scope(scope);
            return connection;
        };
        while (auto idle = take_idle(reaches_of(scope))) {
            try {
                return start(std::move(idle));
            } catch (const Error& error) {
                if (error.kind() != Error::Kind::connection) throw;
            }
        }
        return start(std::make_unique<PostgresConnection>(options_.location, reaches_of(scope)));
    }
    void give_back(std::unique_ptr<PostgresConnection> connection) {
        if (!connection->usable()) return;
        const std::lock_guard lock(mutex_);
        auto& idle = idle_[connection->reaches()];
        if (idle.size() < static_cast<std::size_t>(options_.readers + options_.writers)) idle.push_back(std::move(connection));
    }

    Options options_;
    Fault fault_;
    mutable std::mutex mutex_;
    std::condition_variable queue_filled_;
    std::deque<Write> queue_;
    std::map<Reaches, std::vector<std::unique_ptr<PostgresConnection>>> idle_;
    std::vector<std::function<void()>> listeners_;
    bool stopping_ = false;
    std::uint64_t writes_ = 0;
    std::atomic<std::uint64_t> transactions_ = 0;
    std::vector<std::thread> threads_;
};

void PostgresDatabase::write_queue() {
    for (;;) {
        Write write;
        {
            std::unique_lock lock(mutex_);
            queue_filled_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
            if (queue_.empty()) return;
            write = std::move(queue_.front());
            queue_.pop_front();
            ++writes_;
        }
        write.done(attempt(write));
    }
}

Outcome PostgresDatabase::attempt(const Write& write) {
    Outcome outcome;
    for (int i = 0; i < attempts; ++i) {
        outcome = {};
        ++transactions_;
        try {
            auto connection = begin(write.caller.scope, serializable);
            if (options_.rehearse && i == 0) {
                Outcome rehearsal;
                Tx tx(*connection, write.caller, options_.clock(), options_.random);
                run_work(write, tx, rehearsal);
                connection->script("rollback");
                connection->script(serializable);
                connection->use_scope(write.caller.scope);
            }
            const bool final = try_once(*connection, write, outcome);
            give_back(std::move(connection));
            if (final) return outcome;
        } catch (...) {
            return {std::nullopt, std::current_exception()};
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(1 << i));
    }
    return outcome;
}

/// Ends the transaction that has begun. False when the whole closure should run again.
bool PostgresDatabase::try_once(PostgresConnection& connection, const Write& write, Outcome& outcome) {
    const auto again = [](std::exception_ptr failure) {
        try {
            std::rethrow_exception(failure);
        } catch (const Error& error) {
            return error.kind() == Error::Kind::serialization;
        } catch (...) {
            return false;
        }
    };
    Tx tx(connection, write.caller, options_.clock(), options_.random);
    if (!run_work(write, tx, outcome)) {
        end_failed(connection);
        return !(outcome.failure && again(outcome.failure));
    }
    try {
        connection.script("commit");
    } catch (const Error&) {
        outcome.failure = std::current_exception();
        end_failed(connection);
        return !again(outcome.failure);
    }
    return true;
}

void PostgresDatabase::tell_listeners() {
    std::vector<std::function<void()>> listeners;
    {
        const std::lock_guard lock(mutex_);
        listeners = listeners_;
    }
    for (const auto& listener : listeners) listener();
}

/// Every process runs this; whoever holds the lock numbers, the others hear of it by NOTIFY and by the clock.
void PostgresDatabase::number_rows() {
    std::unique_ptr<PostgresConnection> connection;
    for (;;) {
        try {
            if (!connection || !connection->usable()) {
                connection = std::make_unique<PostgresConnection>(options_.location, everything);
                connection->script("listen ryadom_settled");
            }
            if (settle(*connection)) tell_listeners();
            pollfd wait{PQsocket(connection->handle()), POLLIN, 0};
            ::poll(&wait, 1, 100);
            PQconsumeInput(connection->handle());
            bool heard = false;
            while (auto* notice = PQnotifies(connection->handle())) {
                heard = true;
                PQfreemem(notice);
            }
            if (heard) tell_listeners();
            fault_.clear();
        } catch (const std::exception& error) {
            // The server is restarting or gone, most likely: the next round connects anew.
            fault_.set(error.what());
            connection.reset();
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
        const std::lock_guard lock(mutex_);
        if (stopping_) return;
    }
}

bool PostgresDatabase::settle(PostgresConnection& connection) {
    const auto system = Caller::system();
    connection.script("begin");
    connection.use_scope(system.scope);
    const Parameter lock[] = {numbering_lock};
    const auto held = connection.open("select pg_try_advisory_xact_lock($1)", lock);
    const bool mine = held->next() && held->boolean(0);
    bool moved = false;
    if (mine) moved = number_committed(connection, options_.schemas);
    if (moved) {
        Tx tx(connection, system, options_.clock(), options_.random);
        for (const auto& each : options_.settle) each(tx);
        connection.script("notify ryadom_settled");
    }
    connection.script("commit");
    return moved;
}

std::string PostgresDatabase::catalogue() {
    PostgresConnection connection(options_.location, everything);
    std::string out;
    // What this engine needs for itself has no counterpart on the other.
    const auto columns = connection.open(
        "select t.table_name, c.column_name, c.is_nullable = 'NO' from information_schema.tables t "
        "join information_schema.columns c on c.table_schema = t.table_schema and c.table_name = t.table_name "
        "where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and t.table_name <> 'db_declaration' "
        "and t.table_name not like '%\\_order' and t.table_name not like '%\\_pending' "
        "order by t.table_name collate \"C\", c.column_name collate \"C\"", {});
    while (columns->next()) out += fmt::format("{}.{}{}\n", columns->text(0), columns->text(1), columns->boolean(2) ? " not null" : "");
    const auto indexes = connection.open(
        "select t.relname, i.relname, x.indisunique, x.indpred is not null, "
        "(select string_agg(a.attname, ', ' order by k.place) from unnest(x.indkey) with ordinality k (at, place) "
        "join pg_attribute a on a.attrelid = t.oid and a.attnum = k.at) "
        "from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid "
        "where t.relnamespace = 'public'::regnamespace "
        "and not exists (select 1 from pg_constraint c where c.conindid = x.indexrelid and c.contype in ('p', 'u')) "
        "order by t.relname collate \"C\", i.relname collate \"C\"", {});
    while (indexes->next())
        out += fmt::format("{}: {}index {} ({}){}\n", indexes->text(0), indexes->boolean(2) ? "unique " : "", indexes->text(1), indexes->text(4),
                           indexes->boolean(3) ? " of some rows" : "");
    return out;
}

}  // namespace

std::unique_ptr<Database> open_postgres(Options options) { return std::make_unique<PostgresDatabase>(std::move(options)); }

}  // namespace ryadom::db
