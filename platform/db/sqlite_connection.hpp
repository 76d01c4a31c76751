// One connection to the embedded engine. Seen by platform/db/sqlite*.cpp only.
#pragma once

#include "platform/db/engine.hpp"
#include "platform/db/sqlite_recall.hpp"

#include <sqlite3.h>

#include <string>
#include <unordered_map>

namespace ryadom::db {

class SqliteConnection : public Connection {
  public:
    /// A filler writes a database that is thrown away when it fails.
    enum class Mode { writer, filler, reader };
    SqliteConnection(const std::string& path, Mode mode);
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;
    ~SqliteConnection() override;

    std::unique_ptr<Cursor> open(std::string_view sql, std::span<const Parameter> parameters) override;
    std::int64_t insert(std::string_view sql, std::span<const Parameter> parameters) override;
    void insert_rows(std::string_view sql, std::size_t count, std::span<const Parameter> parameters, std::vector<std::int64_t>& numbers) override;
    void script(std::string_view sql) override;
    /// A statement without parameters or rows from the cache.
    void run(std::string_view sql);
    /// From here on only the scoped views can be read and nothing but the caller's scope be written. Set once: it
    /// expires every prepared statement.
    void lock_down();
    /// Makes the caller's organisations the ones that the scoped views show.
    void use_scope(const Scope& scope);
    /// To be called when a transaction was undone in which a scope was set: the engine undid that too.
    void forget_scope() { scope_.reset(); }
    /// Creates the TEMP views of the tables as this reach sees them; `switched` ones ask temp.scope_reach each time.
    void create_views(const std::vector<Schema>& schemas, std::optional<Reaches> reach);

    sqlite3* handle() { return handle_; }

  private:
    friend class SqliteCursor;
    /// A column that every scoped view touches: what uses no column but the row id, such as count(*), is asked of the
    /// authorizer as a read of the base table outside the view.
    std::string ordinary_column(std::string_view table);
    void guard(std::string_view table);
    std::unique_ptr<SqliteStatement> prepare(std::string_view sql);
    /// `text`: whether the engine copies what is bound.
    std::unique_ptr<Cursor> open(std::string_view sql, std::span<const Parameter> parameters, sqlite3_destructor_type text);
    void give_back(std::unique_ptr<SqliteStatement> statement);
    [[noreturn]] void fail(int code) const;

    sqlite3* handle_ = nullptr;
    std::unordered_map<std::string_view, std::unique_ptr<SqliteStatement>> idle_;  // keyed by the statement's own text
    std::optional<SqliteRecall> recall_;  ///< of the writer
    std::optional<Scope> scope_;
};

}  // namespace ryadom::db
