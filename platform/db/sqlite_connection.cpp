#include "platform/db/sqlite_connection.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstring>

namespace ryadom::db {
namespace {

/// "UNIQUE constraint failed: people_person.snils, people_person.x" as the migrations name it.
std::string unique_name(std::string_view message) {
    const auto colon = message.find(": ");
    if (colon == std::string_view::npos) return {};
    std::string name;
    for (auto rest = message.substr(colon + 2); !rest.empty();) {
        const auto comma = rest.find(", ");
        const auto column = rest.substr(0, comma);
        const auto dot = column.find('.');
        if (name.empty()) name = column.substr(0, dot);
        if (dot != std::string_view::npos) name += "_" + std::string(column.substr(dot + 1));
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 2);
    }
    return name + "_unique";
}

Error translate(int code, std::string_view message) {
    using enum Error::Kind;
    switch (code) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY: return {unique, unique_name(message), "a unique value stands already"};
        case SQLITE_CONSTRAINT_FOREIGNKEY: return {foreign_key, "", "a foreign key points to nothing or is pointed to"};
        case SQLITE_CONSTRAINT_CHECK: {
            const auto colon = message.find(": ");
            return {check, std::string(colon == std::string_view::npos ? "" : message.substr(colon + 2)), "a check failed"};
        }
        case SQLITE_CONSTRAINT_TRIGGER: return {append_only, "", "the rows of this table never change"};
        default: break;
    }
    const int family = code & 0xff;
    const auto kind = family == SQLITE_IOERR || family == SQLITE_CORRUPT ? input_output : family == SQLITE_FULL ? full : other;
    return {kind, "", fmt::format("SQLite {}: {}", code, message)};
}

/// The reader may touch: the scoped views, what they read, the list of the caller's organisations.
int authorize(void*, int action, const char* first, const char*, const char* database, const char* through) {
    const auto scoped = [](const char* name) { return name && std::strncmp(name, "v_", 2) == 0; };
    switch (action) {
        case SQLITE_SELECT:
        case SQLITE_RECURSIVE:
        case SQLITE_FUNCTION:
        case SQLITE_TRANSACTION:
        case SQLITE_SAVEPOINT: return SQLITE_OK;
        case SQLITE_READ:
            if (scoped(first) || scoped(through)) return SQLITE_OK;
            return database && std::strcmp(database, "temp") == 0 && std::strcmp(first, "scope_organisation") == 0 ? SQLITE_OK : SQLITE_DENY;
        case SQLITE_INSERT:
        case SQLITE_DELETE:
            return database && std::strcmp(database, "temp") == 0 && std::strcmp(first, "scope_organisation") == 0 ? SQLITE_OK : SQLITE_DENY;
        default: return SQLITE_DENY;
    }
}

/// "$2" is a named parameter here, numbered by its first appearance: mostly, but not always, the second.
int place_of(sqlite3_stmt* statement, int parameter) {
    std::array<char, 8> name{'$'};
    *std::to_chars(name.data() + 1, name.data() + name.size() - 1, parameter).ptr = '\0';
    if (const auto* likely = sqlite3_bind_parameter_name(statement, parameter); likely && std::strcmp(likely, name.data()) == 0)
        return parameter;
    const int at = sqlite3_bind_parameter_index(statement, name.data());
    if (at == 0) throw std::logic_error(fmt::format("{} does not stand in: {}", name.data(), sqlite3_sql(statement)));
    return at;
}

void bind(sqlite3_stmt* statement, int at, const Parameter& parameter, sqlite3_destructor_type text) {
    struct Binder {
        sqlite3_stmt* statement;
        int at;
        sqlite3_destructor_type text;
        void operator()(std::nullptr_t) const { sqlite3_bind_null(statement, at); }
        void operator()(std::int64_t value) const { sqlite3_bind_int64(statement, at, value); }
        void operator()(double value) const { sqlite3_bind_double(statement, at, value); }
        void operator()(bool value) const { sqlite3_bind_int(statement, at, value ? 1 : 0); }
        void operator()(std::string_view value) const {
            sqlite3_bind_text64(statement, at, value.data() ? value.data() : "", value.size(), text, SQLITE_UTF8);
        }
        void operator()(const std::string& value) const { (*this)(std::string_view(value)); }
        void operator()(const Bytes& value) const {
            sqlite3_bind_blob64(statement, at, value.view.data(), value.view.size(), text);
        }
    };
    std::visit(Binder{statement, at, text}, parameter);
}

}  // namespace

class SqliteCursor : public Cursor {
  public:
    SqliteCursor(SqliteConnection& connection, std::unique_ptr<SqliteStatement> statement)
        : connection_(connection), prepared_(std::move(statement)), statement_(prepared_->handle) {}
    SqliteCursor(const SqliteCursor&) = delete;
    SqliteCursor& operator=(const SqliteCursor&) = delete;
    ~SqliteCursor() override { connection_.give_back(std::move(prepared_)); }

    bool next() override {
        const int code = sqlite3_step(statement_);
        if (code == SQLITE_ROW) return true;
        if (code != SQLITE_DONE) connection_.fail(sqlite3_extended_errcode(connection_.handle_));
        return false;
    }
    bool null(int column) const override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
    std::int64_t integer(int column) const override { return sqlite3_column_int64(statement_, column); }
    double decimal(int column) const override { return sqlite3_column_double(statement_, column); }
    bool boolean(int column) const override { return sqlite3_column_int(statement_, column) != 0; }
    std::string_view text(int column) const override {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
        return {text ? text : "", static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
    }
    std::string bytes(int column) const override {
        const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
        return data ? std::string(data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))) : std::string();
    }
    std::int64_t changed() const override { return sqlite3_changes64(connection_.handle_); }
    SqliteStatement& statement() { return *prepared_; }

  private:
    SqliteConnection& connection_;
    std::unique_ptr<SqliteStatement> prepared_;
    sqlite3_stmt* statement_;
};

namespace {

std::string_view pragmas(SqliteConnection::Mode mode) {
    switch (mode) {
        // Every commit walks the writer's whole page cache (pcache1TruncateUnsafe): a large one costs more than it saves, since
        // the pages are in the kernel's cache too. With 64 MB a fact a request took twice as long as with 4.
        case SqliteConnection::Mode::writer:
            return "pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on; pragma mmap_size=0;"
                   "pragma wal_autocheckpoint=20000; pragma cache_size=-4096; pragma temp_store=memory; pragma cell_size_check=on";
        case SqliteConnection::Mode::filler:
            return "pragma journal_mode=memory; pragma synchronous=off; pragma foreign_keys=on; pragma mmap_size=0; pragma cache_size=-131072";
        case SqliteConnection::Mode::reader:
            return "pragma wal_autocheckpoint=0; pragma mmap_size=0; pragma cache_size=-16384; pragma temp_store=memory";
    }
    throw std::logic_error("a mode of connections that there is not");
}

}  // namespace

SqliteConnection::SqliteConnection(const std::string& path, Mode mode) {
    const int flags = SQLITE_OPEN_NOMUTEX | (mode == Mode::reader ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    if (const int code = sqlite3_open_v2(path.c_str(), &handle_, flags, nullptr); code != SQLITE_OK) {
        const std::string text = sqlite3_errmsg(handle_);
        sqlite3_close_v2(handle_);
        throw Error(Error::Kind::connection, "", fmt::format("cannot open {}: {}", path, text));
    }
    sqlite3_extended_result_codes(handle_, 1);
    sqlite3_busy_timeout(handle_, 5000);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    // SQLite up to 3.51.2 corrupts a WAL that two connections checkpoint: only the writer ever does.
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, mode == Mode::reader ? 1 : 0, nullptr);
    script(pragmas(mode));
    if (mode != Mode::reader) recall_.emplace().watch(handle_);
    script("create temp table scope_organisation (organisation integer primary key);"
           "create temp table scope_reach (records integer not null, persons integer not null)");
}

SqliteConnection::~SqliteConnection() {
    idle_.clear();
    sqlite3_close_v2(handle_);
}

void SqliteConnection::fail(int code) const { throw translate(code, sqlite3_errmsg(handle_)); }

std::unique_ptr<SqliteStatement> SqliteConnection::prepare(std::string_view sql) {
    if (const auto found = idle_.find(sql); found != idle_.end()) {
        auto statement = std::move(found->second);
        idle_.erase(found);
        return statement;
    }
    const auto compile = [&] {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
            fail(sqlite3_extended_errcode(handle_));
        return statement;
    };
    return recall_ ? recall_->note(compile) : std::make_unique<SqliteStatement>(compile());
}

void SqliteConnection::give_back(std::unique_ptr<SqliteStatement> statement) {
    sqlite3_reset(statement->handle);
    sqlite3_clear_bindings(statement->handle);
    // A nested use of the same text had to prepare a second statement; one of the two stays.
    const std::string_view text = sqlite3_sql(statement->handle);
    idle_.try_emplace(text, std::move(statement));
}

std::unique_ptr<Cursor> SqliteConnection::open(std::string_view sql, std::span<const Parameter> parameters) {
    return open(sql, parameters, SQLITE_TRANSIENT);
}

std::unique_ptr<Cursor> SqliteConnection::open(std::string_view sql, std::span<const Parameter> parameters, sqlite3_destructor_type text) {
    auto cursor = std::make_unique<SqliteCursor>(*this, prepare(sql));
    auto& statement = cursor->statement();
    if (sqlite3_bind_parameter_count(statement.handle) != static_cast<int>(parameters.size()))
        throw std::logic_error(fmt::format("{} values bound to: {}", parameters.size(), sql));
    while (statement.places.size() < parameters.size()) statement.places.push_back(place_of(statement.handle, static_cast<int>(statement.places.size()) + 1));
    const auto bind_all = [&] {
        for (std::size_t i = 0; i < parameters.size(); ++i) bind(statement.handle, statement.places[i], parameters[i], text);
    };
    if (recall_) {
        if (auto rows = recall_->rows(statement, parameters, bind_all)) return std::make_unique<KeptCursor>(std::move(rows));
        recall_->about_to_write(statement);
        sqlite3_reset(statement.handle);
    }
    bind_all();
    return cursor;
}

/// The number is the row id, which the engine knows anyway; for RETURNING it would build and drop a table of its own.
std::int64_t SqliteConnection::insert(std::string_view sql, std::span<const Parameter> parameters) {
    constexpr std::string_view returning = " returning number";
    if (!sql.ends_with(returning) || sql.find("on conflict") != std::string_view::npos)
        throw std::logic_error(fmt::format("not the insert of one new row: {}", sql));
    // The statement is over before the values are: they need no copies.
    const auto cursor = open(sql.substr(0, sql.size() - returning.size()), parameters, SQLITE_STATIC);
    while (cursor->next()) {
    }
    return sqlite3_last_insert_rowid(handle_);
}

/// One writer: the numbers of a statement's rows follow on one another.
void SqliteConnection::insert_rows(std::string_view sql, std::size_t count, std::span<const Parameter> parameters, std::vector<std::int64_t>& numbers) {
    const auto rows = static_cast<std::int64_t>(count);
    const auto last = insert(sql, parameters);
    for (auto number = last - rows + 1; number <= last; ++number) numbers.push_back(number);
}

void SqliteConnection::script(std::string_view sql) {
    if (recall_) recall_->forget();
    if (sqlite3_exec(handle_, std::string(sql).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(sqlite3_extended_errcode(handle_));
}

void SqliteConnection::run(std::string_view sql) {
    if (recall_) recall_->transaction(sql);
    const auto cursor = open(sql, {});
    while (cursor->next()) {
    }
}

void SqliteConnection::lock_down() { sqlite3_set_authorizer(handle_, authorize, nullptr); }

void SqliteConnection::use_scope(const Scope& scope) {
    if (scope_ == scope) return;
    scope_.reset();
    if (sqlite3_db_readonly(handle_, "main") == 0) {
        run("delete from temp.scope_reach");
        const Parameter reach[] = {static_cast<std::int64_t>(scope.records), static_cast<std::int64_t>(scope.persons)};
        open("insert into temp.scope_reach values ($1, $2)", reach)->next();
    }
    run("delete from temp.scope_organisation");
    for (const auto organisation : scope.organisations) {
        const Parameter number[] = {organisation};
        open("insert into temp.scope_organisation values ($1)", number)->next();
    }
    scope_ = scope;
}

void SqliteConnection::create_views(const std::vector<Schema>& schemas, std::optional<Reaches> reach) {
    const auto member = [](std::string_view column) {
        return fmt::format("{} in (select organisation from temp.scope_organisation)", column);
    };
    const auto condition = [&](const ScopedTable& table) -> std::string {
        if (table.dimension == Dimension::open) return "true";
        const bool records = table.dimension == Dimension::records;
        const auto rows = expand_rows(table.rows, member);
        if (!reach)
            return fmt::format("(select {0} from temp.scope_reach) = 2 or ((select {0} from temp.scope_reach) = 1 and ({1}))",
                               records ? "records" : "persons", rows);
        switch (records ? reach->first : reach->second) {
            case Reach::nothing: return "false";
            case Reach::listed: return rows;
            case Reach::everything: return "true";
        }
        return "false";
    };
    for (const auto& schema : schemas) {
        for (const auto& table : schema.tables)
            script(fmt::format("create temp view v_{0} as select * from main.{0} where ({1}) and (1 or {2} = 0)", table.table,
                               condition(table), ordinary_column(table.table)));
        for (const auto& table : schema.tables)
            if (!reach && table.dimension != Dimension::open) guard(table.table);
        for (const auto table : schema.ordered)
            script(fmt::format("create temp view v_{0}_order as select number as position, number from main.{0} where 1 or {1} = 0",
                               table, ordinary_column(table)));
    }
}

/// A row that the caller does not see is as little changed as one that is not there, as under PostgreSQL's policies.
void SqliteConnection::guard(std::string_view table) {
    std::string same;
    const Parameter name[] = {table};
    const auto key = open("select name from pragma_table_info($1) where pk > 0 order by pk", name);
    while (key->next()) same += fmt::format(" and v.{0} = old.{0}", key->text(0));
    if (same.empty()) throw std::logic_error(fmt::format("{} needs a primary key", table));
    for (const auto* action : {"update", "delete"})
        script(fmt::format("create temp trigger unseen_{0}_{1} before {1} on main.{0} when not exists (select 1 from temp.v_{0} v where true{2}) "
                           "begin select raise(ignore); end", table, action, same));
}

std::string SqliteConnection::ordinary_column(std::string_view table) {
    const Parameter name[] = {table};
    // One that stands in the indexes: a query that an index answers alone needs no row for it.
    const auto cursor = open("select c.name from pragma_table_info($1) c where c.\"notnull\" and not (c.pk and c.type = 'integer') order by "
                             "(select count(*) from pragma_index_list($1) i, pragma_index_info(i.name) part where part.name = c.name) desc, c.cid", name);
    if (!cursor->next()) throw std::logic_error(fmt::format("{} needs a column that is not null besides its key", table));
    return std::string(cursor->text(0));
}

}  // namespace ryadom::db
