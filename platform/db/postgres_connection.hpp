// One connection to PostgreSQL. Seen by platform/db/postgres*.cpp only.
#pragma once

#include "platform/db/engine.hpp"

#include <libpq-fe.h>

#include <optional>
#include <string>
#include <unordered_map>

namespace ryadom::db {

class PostgresConnection : public Connection {
  public:
    explicit PostgresConnection(const std::string& url);
    PostgresConnection(const PostgresConnection&) = delete;
    PostgresConnection& operator=(const PostgresConnection&) = delete;
    ~PostgresConnection() override { PQfinish(handle_); }

    std::unique_ptr<Cursor> open(std::string_view sql, std::span<const Parameter> parameters) override;
    void script(std::string_view sql) override;
    /// Sets, until the transaction ends, what row-level security shows.
    void use_scope(const Scope& scope);
    bool usable() const { return PQstatus(handle_) == CONNECTION_OK; }
    bool in_transaction() const { return PQtransactionStatus(handle_) != PQTRANS_IDLE; }
    PGconn* handle() { return handle_; }

  private:
    const std::string& prepared(std::string_view sql, std::size_t parameters);

    PGconn* handle_;
    std::unordered_map<std::string, std::string> names_;
};

}  // namespace ryadom::db
