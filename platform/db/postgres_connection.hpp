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
    /// A connection keeps its reach: the planner makes its plans for it, and they stay.
    PostgresConnection(const std::string& url, Reaches reaches);
    PostgresConnection(const PostgresConnection&) = delete;
    PostgresConnection& operator=(const PostgresConnection&) = delete;
    ~PostgresConnection() override { PQfinish(handle_); }

    std::unique_ptr<Cursor> open(std::string_view sql, std::span<const Parameter> parameters) override;
    void script(std::string_view sql) override;
    /// Sets, until the transaction ends, the organisations that row-level security shows where the reach is "listed".
    void use_scope(const Scope& scope);
    bool usable() const { return PQstatus(handle_) == CONNECTION_OK; }
    bool in_transaction() const { return PQtransactionStatus(handle_) != PQTRANS_IDLE; }
    Reaches reaches() const { return reaches_; }
    PGconn* handle() { return handle_; }

  private:
    const std::string& prepared(std::string_view sql, std::size_t parameters);

    PGconn* handle_;
    Reaches reaches_;
    std::unordered_map<std::string, std::string> names_;
};

}  // namespace ryadom::db
