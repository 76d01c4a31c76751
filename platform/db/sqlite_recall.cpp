#include "platform/db/sqlite_recall.hpp"

#include <algorithm>

namespace ryadom::db {
namespace {

constexpr std::size_t most_rows = 64;
constexpr std::size_t most_answers = 512;  ///< of one statement
/// Tables that were written within so many writes change too often for what they hold to be kept.
constexpr std::uint64_t often = 1000;

}  // namespace

std::shared_ptr<const KeptRows> KeptRows::take(sqlite3_stmt* statement, std::size_t most) {
    auto out = std::make_shared<KeptRows>();
    out->columns_ = static_cast<std::size_t>(sqlite3_column_count(statement));
    int code = sqlite3_step(statement);
    for (; code == SQLITE_ROW && out->rows() < most; code = sqlite3_step(statement))
        for (int i = 0; i < static_cast<int>(out->columns_); ++i) out->cells_.emplace_back(sqlite3_value_dup(sqlite3_column_value(statement, i)));
    return code == SQLITE_DONE ? out : nullptr;
}

std::string_view KeptCursor::text(int column) const {
    auto* value = cell(column);
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return {text ? text : "", static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

std::string KeptCursor::bytes(int column) const {
    auto* value = cell(column);
    const auto* data = static_cast<const char*>(sqlite3_value_blob(value));
    return data ? std::string(data, static_cast<std::size_t>(sqlite3_value_bytes(value))) : std::string();
}

void SqliteRecall::watch(sqlite3* handle) { sqlite3_set_authorizer(handle, authorize, this); }

/// Asked while a statement is compiled, once for every use of a table, through views and triggers too.
int SqliteRecall::authorize(void* self, int action, const char* first, const char*, const char* database, const char*) {
    auto& recall = *static_cast<SqliteRecall*>(self);
    const auto name = [&] { return std::string(database ? database : "") + "." + first; };
    if (action == SQLITE_READ) recall.reads_.push_back(name());
    if (action == SQLITE_INSERT || action == SQLITE_UPDATE || action == SQLITE_DELETE) recall.writes_.push_back(name());
    return SQLITE_OK;
}

std::vector<WrittenTable*> SqliteRecall::tables(const std::vector<std::string>& names) {
    std::vector<WrittenTable*> out;
    for (const auto& name : names) {
        auto* table = &tables_[name];
        if (std::ranges::find(out, table) == out.end()) out.push_back(table);
    }
    return out;
}

std::string SqliteRecall::key_of(std::span<const Parameter> parameters) {
    std::string key;
    const auto raw = [&](const auto& value) { key.append(reinterpret_cast<const char*>(&value), sizeof value); };
    const auto text = [&](std::string_view value) {
        raw(value.size());
        key += value;
    };
    for (const auto& parameter : parameters) {
        key += static_cast<char>('0' + parameter.index());
        std::visit([&](const auto& value) {
            using Value = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, Bytes>) text(value.view);
            else if constexpr (std::is_convertible_v<const Value&, std::string_view>) text(value);
            else raw(value);
        }, parameter);
    }
    return key;
}

bool SqliteRecall::seldom_written(const SqliteStatement& statement) const {
    return statement.writes.empty() && !statement.reads.empty() &&
           std::ranges::all_of(statement.reads, [this](const auto* table) { return table->written_at + often < writes_so_far_; });
}

bool SqliteRecall::holds(const SqliteStatement& statement, const SqliteStatement::Answer& answer) {
    return std::ranges::all_of(statement.reads, [&](const auto* table) { return table->written_at <= answer.read_at; });
}

std::shared_ptr<const KeptRows> SqliteRecall::keep(SqliteStatement& statement, std::string key) {
    auto rows = KeptRows::take(statement.handle, most_rows);
    if (!rows) return nullptr;
    if (statement.answers.size() >= most_answers) statement.answers.clear();
    statement.answers.insert_or_assign(std::move(key), SqliteStatement::Answer{writes_so_far_, rows});
    return rows;
}

void SqliteRecall::about_to_write(const SqliteStatement& statement) {
    if (statement.writes.empty()) return;
    ++writes_so_far_;
    for (auto* table : statement.writes) table->written_at = writes_so_far_;
}

void SqliteRecall::transaction(std::string_view sql) {
    if (sql.starts_with("begin")) begun_at_ = writes_so_far_;
    else if (sql.starts_with("savepoint")) saved_at_ = writes_so_far_;
    else if (sql.starts_with("rollback to")) undo_since(saved_at_);
    else if (sql.starts_with("rollback")) undo_since(begun_at_);
}

/// What was read after such a write is no longer true.
void SqliteRecall::undo_since(std::uint64_t mark) {
    ++writes_so_far_;
    for (auto& [name, table] : tables_)
        if (table.written_at > mark) table.written_at = writes_so_far_;
}

void SqliteRecall::forget() {
    ++writes_so_far_;
    for (auto& [name, table] : tables_) table.written_at = writes_so_far_;
}

}  // namespace ryadom::db
