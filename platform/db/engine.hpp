// What an engine gives: connections that run statements. Seen inside platform/db only.
#pragma once

#include "platform/db/database.hpp"
#include "platform/db/filling.hpp"

#include <memory>

namespace ryadom::db {

class Connection {
  public:
    virtual ~Connection() = default;
    virtual std::unique_ptr<Cursor> open(std::string_view sql, std::span<const Parameter> parameters) = 0;
    /// Runs `insert … returning number` of one new row; the number.
    virtual std::int64_t insert(std::string_view sql, std::span<const Parameter> parameters);
    /// The same of `count` new rows in one statement; appends their numbers.
    virtual void insert_rows(std::string_view sql, std::size_t count, std::span<const Parameter> parameters, std::vector<std::int64_t>& numbers);
    /// Several statements without parameters.
    virtual void script(std::string_view sql) = 0;
};

/// How far a caller reaches in records and in persons: connections are kept apart by it, since one plan for a centre and
/// for the region serves neither.
using Reaches = std::pair<Reach, Reach>;
inline Reaches reaches_of(const Scope& scope) { return {scope.records, scope.persons}; }

/// Applies what is missing, each migration in its own transaction, and refuses a newer database. `make_way` runs in the
/// transaction of each migration, before it.
void migrate(Connection& connection, const std::vector<Schema>& schemas, bool postgres, Instant now, void (*make_way)(Connection&));

/// Throws unless the database stands exactly at these migrations: for readers, which must not change it.
void require_migrated(Connection& connection, const std::vector<Schema>& schemas);

/// The condition of a scoped table with `{column}` replaced by `member(column)`.
std::string expand_rows(std::string_view rows, const std::function<std::string(std::string_view)>& member);

std::unique_ptr<Database> open_sqlite(Options options);
Filling fill_sqlite(Options options, const Growing& growing);
std::unique_ptr<Database> open_postgres(Options options);

/// The closure's transaction: runs it, turns what it throws into an outcome. True when its effects are to be kept.
bool run_work(const Write& write, Tx& tx, Outcome& outcome);

}  // namespace ryadom::db
