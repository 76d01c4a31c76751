// The database of one server: readers, the one writer with group commit, migrations, backup.
#pragma once

#include "platform/core/fault.hpp"
#include "platform/db/schema.hpp"
#include "platform/db/transaction.hpp"

#include <functional>
#include <future>

namespace ryadom::db {

/// How a write ended: committed, refused by the domain, or failed.
struct Outcome {
    std::optional<Refusal> refusal;
    std::exception_ptr failure;
    bool committed() const { return !refusal && !failure; }
};

/// A closure that runs inside the writer's transaction. It touches only the database, captures by value, takes at most
/// 20 ms, and may run more than once; hashing, parsing and files come before it. `done` is called when the outcome is
/// durable, on a thread of the database: it must hand on and return.
struct Write {
    Caller caller;
    std::function<void(Tx&)> work;
    std::function<void(Outcome)> done;
};

/// A server owns its database; a reader looks into one that another process may be serving, and changes nothing.
enum class Access { owner, reader };

struct Options {
    Access access = Access::owner;
    std::string location;           ///< folder of the embedded database, or postgresql://…
    Clock clock = system_clock();
    Random random = system_random();
    int readers = 4;
    int writers = 4;                ///< PostgreSQL only
    bool rehearse = false;          ///< test builds: run every closure twice, the first time rolled back
    std::vector<Schema> schemas;
    /// Runs after rows have become ordered and before anybody hears of them, in one place at a time: inside the batch on
    /// SQLite, on the numbering process on PostgreSQL. The audit chain is made here.
    std::vector<std::function<void(Tx&)>> settle;
    Report report;
};

/// For the metrics; since the database was opened.
struct Counts {
    std::uint64_t writes = 0;        ///< closures that ended, whatever their outcome
    std::uint64_t transactions = 0;  ///< that carried them: one for a whole batch on SQLite, one an attempt on PostgreSQL
    std::size_t queue = 0;           ///< closures that wait
};

class Database {
  public:
    /// Opens and migrates. Throws Error, or std::runtime_error whose text is for the administrator: a database newer
    /// than the binary, one owned by another process, a PostgreSQL role that bypasses row security.
    static std::unique_ptr<Database> open(Options options);
    virtual ~Database() = default;

    /// Runs `work` in a read-only snapshot in which only the views `v_…` can be read, within the caller's scope.
    virtual void read(const Caller& caller, const std::function<void(Tx&)>& work) = 0;
    /// Queues the write.
    virtual void write(Write write) = 0;
    /// Called after every commit that settled rows, also of other processes, soon after it; must return at once.
    virtual void on_settled(std::function<void()> listener) = 0;
    /// Copies the committed state to a file while serving.
    virtual void backup(const std::string& path) = 0;
    virtual std::string_view engine() const = 0;
    /// Why nothing can be promised now: a failed write to the disk (until the process is started anew), a server that is
    /// not reached (until it is).
    virtual std::optional<std::string> fault() const = 0;
    virtual Counts counts() const = 0;
    virtual Instant now() const = 0;
    virtual const Random& random() const = 0;
    /// Tables, columns and indexes as lines of text, the same on both engines.
    virtual std::string catalogue() = 0;

    template <class Work>
    auto read_as(const Caller& caller, Work&& work) {
        using Result = std::decay_t<decltype(work(std::declval<Tx&>()))>;
        std::optional<Result> result;
        read(caller, [&](Tx& tx) { result = work(tx); });
        return std::move(*result);
    }

    /// Waits for the outcome; for commands and tests. A failure is thrown.
    template <class Work>
    auto write_now(const Caller& caller, Work work) {
        using Result = std::decay_t<decltype(work(std::declval<Tx&>()))>;
        if constexpr (std::is_void_v<Result>) {
            return wait(caller, [work](Tx& tx) mutable { work(tx); });
        } else {
            auto result = std::make_shared<std::optional<Result>>();
            auto ended = wait(caller, [work, result](Tx& tx) mutable { *result = work(tx); });
            if (!ended) return Checked<Result>(std::unexpected(std::move(ended.error())));
            return Checked<Result>(std::move(**result));
        }
    }

  private:
    Checked<void> wait(const Caller& caller, std::function<void(Tx&)> work);
};

}  // namespace ryadom::db
