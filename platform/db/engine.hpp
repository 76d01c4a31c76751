// What an engine gives: connections that run statements. Seen inside platform/db only.
#pragma once

#include "platform/db/database.hpp"

#include <memory>

namespace ryadom::db {

class Connection {
  public:
    virtual ~Connection() = default;
    virtual std::unique_ptr<Cursor> open(std::string_view sql, std::span<const Parameter> parameters) = 0;
    /// Several statements without parameters.
    virtual void script(std::string_view sql) = 0;
};

/// Applies what is missing, each migration in its own transaction, and refuses a newer database.
/// `begin` takes the lock that keeps a second process out until the commit.
void migrate(Connection& connection, const std::vector<Schema>& schemas, bool postgres, Instant now);

/// Throws unless the database stands exactly at these migrations: for readers, which must not change it.
void require_migrated(Connection& connection, const std::vector<Schema>& schemas);

/// The condition of a scoped table with `{column}` replaced by `member(column)`.
std::string expand_rows(std::string_view rows, const std::function<std::string(std::string_view)>& member);

std::unique_ptr<Database> open_sqlite(Options options);
std::unique_ptr<Database> open_postgres(Options options);

/// The closure's transaction: runs it, turns what it throws into an outcome. True when its effects are to be kept.
bool run_work(const Write& write, Tx& tx, Outcome& outcome);

}  // namespace ryadom::db
