// What the writer has read, for as long as it stays true: it is the only one who writes, so it knows which tables have
// changed. Registers (organisations, services, what a centre has adopted) are asked for by every fact and change seldom.
#pragma once

#include "platform/db/sql.hpp"

#include <sqlite3.h>

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace ryadom::db {

/// A table, and after how many writes of the connection it was last written.
struct WrittenTable {
    std::uint64_t written_at = 0;
};

/// The rows of a finished query.
class KeptRows {
  public:
    /// Takes all rows; nothing when there are more than `most`.
    static std::shared_ptr<const KeptRows> take(sqlite3_stmt* statement, std::size_t most);

    std::size_t rows() const { return columns_ == 0 ? 0 : cells_.size() / columns_; }
    sqlite3_value* cell(std::size_t row, int column) const { return cells_[row * columns_ + static_cast<std::size_t>(column)].get(); }

  private:
    struct Free {
        void operator()(sqlite3_value* value) const { sqlite3_value_free(value); }
    };
    std::size_t columns_ = 0;
    std::vector<std::unique_ptr<sqlite3_value, Free>> cells_;
};

/// A prepared statement, with the tables that it reads and writes.
struct SqliteStatement {
    struct Answer {
        std::uint64_t read_at;
        std::shared_ptr<const KeptRows> rows;
    };

    explicit SqliteStatement(sqlite3_stmt* prepared) : handle(prepared) {}
    SqliteStatement(const SqliteStatement&) = delete;
    SqliteStatement& operator=(const SqliteStatement&) = delete;
    ~SqliteStatement() { sqlite3_finalize(handle); }

    sqlite3_stmt* handle;
    std::vector<int> places;  ///< of $1, $2, …, once values were bound
    std::vector<WrittenTable*> reads;
    std::vector<WrittenTable*> writes;
    std::unordered_map<std::string, Answer> answers;  ///< by the values bound
};

/// Follows what one connection writes, rollbacks included.
class SqliteRecall {
  public:
    /// From now on what the engine compiles is noted; see SqliteStatement::reads.
    void watch(sqlite3* handle);
    /// Compiles by `prepare` and notes the tables.
    std::unique_ptr<SqliteStatement> note(const auto& prepare) {
        reads_.clear();
        writes_.clear();
        auto statement = std::make_unique<SqliteStatement>(prepare());
        statement->reads = tables(reads_);
        statement->writes = tables(writes_);
        return statement;
    }

    /// The rows of a statement with these values, remembered or read now; nothing when it has to be run: because what it
    /// reads changes too often to be kept, or is too much.
    std::shared_ptr<const KeptRows> rows(SqliteStatement& statement, std::span<const Parameter> parameters, const auto& bind) {
        if (!seldom_written(statement)) return nullptr;
        auto key = key_of(parameters);
        const auto found = statement.answers.find(key);
        if (found != statement.answers.end() && holds(statement, found->second)) return found->second.rows;
        bind();
        return keep(statement, std::move(key));
    }
    void about_to_write(const SqliteStatement& statement);
    /// What `begin`, `savepoint` and `rollback` do to what is known.
    void transaction(std::string_view sql);
    /// Everything may have changed.
    void forget();

  private:
    static int authorize(void* self, int action, const char* first, const char* second, const char* database, const char* through);
    static std::string key_of(std::span<const Parameter> parameters);
    std::vector<WrittenTable*> tables(const std::vector<std::string>& names);
    bool seldom_written(const SqliteStatement& statement) const;
    static bool holds(const SqliteStatement& statement, const SqliteStatement::Answer& answer);
    std::shared_ptr<const KeptRows> keep(SqliteStatement& statement, std::string key);
    void undo_since(std::uint64_t mark);

    std::map<std::string, WrittenTable> tables_;
    std::uint64_t writes_so_far_ = 0;
    std::uint64_t begun_at_ = 0;
    std::uint64_t saved_at_ = 0;
    // Of the statement that is being compiled:
    std::vector<std::string> reads_;
    std::vector<std::string> writes_;
};

/// Rows that were read before.
class KeptCursor : public Cursor {
  public:
    explicit KeptCursor(std::shared_ptr<const KeptRows> rows) : rows_(std::move(rows)) {}

    bool next() override { return ++row_ < rows_->rows() + 1; }
    bool null(int column) const override { return sqlite3_value_type(cell(column)) == SQLITE_NULL; }
    std::int64_t integer(int column) const override { return sqlite3_value_int64(cell(column)); }
    double decimal(int column) const override { return sqlite3_value_double(cell(column)); }
    bool boolean(int column) const override { return sqlite3_value_int(cell(column)) != 0; }
    std::string_view text(int column) const override;
    std::string bytes(int column) const override;
    std::int64_t changed() const override { return 0; }

  private:
    sqlite3_value* cell(int column) const { return rows_->cell(row_ - 1, column); }

    std::shared_ptr<const KeptRows> rows_;
    std::size_t row_ = 0;  ///< counts from 1; 0: before the first
};

}  // namespace ryadom::db
