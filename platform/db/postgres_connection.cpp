#include "platform/db/postgres_connection.hpp"

#include "platform/core/bytes.hpp"

#include <fmt/format.h>

#include <charconv>

namespace ryadom::db {
namespace {

struct Free {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, Free>;

Error::Kind kind_of(std::string_view state) {
    using enum Error::Kind;
    if (state == "23505") return unique;
    if (state == "23503") return foreign_key;
    if (state == "23514") return check;
    if (state == "40001" || state == "40P01") return serialization;
    if (state == "RY001") return append_only;
    if (state.starts_with("08") || state.starts_with("57")) return connection;
    if (state == "53100") return full;
    if (state.starts_with("53") || state.starts_with("58")) return input_output;
    return other;
}

/// The message without the values that PostgreSQL puts into its DETAIL line.
[[noreturn]] void fail(PGconn* connection, const PGresult* result) {
    const auto* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const auto* constraint = PQresultErrorField(result, PG_DIAG_CONSTRAINT_NAME);
    const auto* message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    if (!state) throw Error(Error::Kind::connection, "", fmt::format("PostgreSQL: {}", PQerrorMessage(connection)));
    throw Error(kind_of(state), constraint ? constraint : "", fmt::format("PostgreSQL {}: {}", state, message ? message : ""));
}

class PostgresCursor : public Cursor {
  public:
    explicit PostgresCursor(Result result) : result_(std::move(result)), rows_(PQntuples(result_.get())) {}

    bool next() override { return ++row_ < rows_; }
    bool null(int column) const override { return PQgetisnull(result_.get(), row_, column) == 1; }
    std::int64_t integer(int column) const override {
        const auto word = text(column);
        std::int64_t value = 0;
        if (std::from_chars(word.data(), word.data() + word.size(), value).ec != std::errc()) misread(column, "integer");
        return value;
    }
    double decimal(int column) const override {
        const auto word = text(column);
        double value = 0;
        if (std::from_chars(word.data(), word.data() + word.size(), value).ec != std::errc()) misread(column, "number");
        return value;
    }
    bool boolean(int column) const override { return text(column) == "t"; }
    std::string_view text(int column) const override {
        return {PQgetvalue(result_.get(), row_, column), static_cast<std::size_t>(PQgetlength(result_.get(), row_, column))};
    }
    std::string bytes(int column) const override {
        const auto word = text(column);
        if (!word.starts_with("\\x")) misread(column, "bytes");
        auto bytes = from_hex(word.substr(2));
        if (!bytes) misread(column, "bytes");
        return std::move(*bytes);
    }
    std::int64_t changed() const override {
        const std::string_view count = PQcmdTuples(result_.get());
        std::int64_t value = 0;
        std::from_chars(count.data(), count.data() + count.size(), value);
        return value;
    }

  private:
    Result result_;
    int rows_;
    int row_ = -1;
};

struct Texts {
    std::optional<std::string> operator()(std::nullptr_t) const { return std::nullopt; }
    std::optional<std::string> operator()(std::int64_t value) const { return std::to_string(value); }
    std::optional<std::string> operator()(double value) const { return fmt::format("{}", value); }
    std::optional<std::string> operator()(bool value) const { return value ? "t" : "f"; }
    std::optional<std::string> operator()(std::string_view value) const { return std::string(value); }
    std::optional<std::string> operator()(const std::string& value) const { return value; }
    std::optional<std::string> operator()(const Bytes& value) const { return "\\x" + hex(value.view); }
};

}  // namespace

PostgresConnection::PostgresConnection(const std::string& url, Reaches reaches) : handle_(PQconnectdb(url.c_str())), reaches_(reaches) {
    if (!usable()) {
        const std::string text = PQerrorMessage(handle_);
        PQfinish(handle_);
        throw Error(Error::Kind::connection, "", "cannot reach PostgreSQL: " + text);
    }
    PQsetNoticeProcessor(handle_, [](void*, const char*) {}, nullptr);
    script("set timezone = 'UTC'; set client_encoding = 'UTF8'; set standard_conforming_strings = on");
    script(fmt::format("set ryadom.records = {}; set ryadom.persons = {}", static_cast<int>(reaches.first), static_cast<int>(reaches.second)));
}

const std::string& PostgresConnection::prepared(std::string_view sql, std::size_t parameters) {
    std::string text(sql);
    if (const auto found = names_.find(text); found != names_.end()) return found->second;
    auto name = fmt::format("s{}", names_.size());
    const Result result(PQprepare(handle_, name.c_str(), text.c_str(), static_cast<int>(parameters), nullptr));
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) fail(handle_, result.get());
    return names_.emplace(std::move(text), std::move(name)).first->second;
}

std::unique_ptr<Cursor> PostgresConnection::open(std::string_view sql, std::span<const Parameter> parameters) {
    const auto& name = prepared(sql, parameters.size());
    std::vector<std::optional<std::string>> texts;
    std::vector<const char*> values;
    texts.reserve(parameters.size());
    for (const auto& parameter : parameters) {
        texts.push_back(std::visit(Texts{}, parameter));
        values.push_back(texts.back() ? texts.back()->c_str() : nullptr);
    }
    Result result(PQexecPrepared(handle_, name.c_str(), static_cast<int>(values.size()), values.data(), nullptr, nullptr, 0));
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(handle_, result.get());
    return std::make_unique<PostgresCursor>(std::move(result));
}

void PostgresConnection::script(std::string_view sql) {
    const Result result(PQexec(handle_, std::string(sql).c_str()));
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY) fail(handle_, result.get());
}

void PostgresConnection::use_scope(const Scope& scope) {
    if (reaches_of(scope) != reaches_) throw std::logic_error("a connection was taken for another reach");
    std::string list = "{";
    for (const auto organisation : scope.organisations) {
        if (list.size() > 1) list += ',';
        list += std::to_string(organisation);
    }
    const Parameter parameters[] = {list + "}"};
    open("select set_config('ryadom.organisations', $1, true)", parameters);
}

}  // namespace ryadom::db
