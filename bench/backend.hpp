// PostgreSQL as a reference: one connection, and the CPU time of the process that serves it.
#pragma once

#include <fmt/format.h>
#include <libpq-fe.h>
#include <unistd.h>

#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>

namespace ryadom::bench {

/// One backend.
class Postgres {
  public:
    using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

    explicit Postgres(const char* address) : connection_(PQconnectdb(address), PQfinish) {
        if (PQstatus(connection_.get()) != CONNECTION_OK) fail();
        stat_ = fmt::format("/proc/{}/stat", PQbackendPID(connection_.get()));
    }

    Result run(const std::string& sql) {
        Result result(PQexec(connection_.get(), sql.c_str()), PQclear);
        const auto status = PQresultStatus(result.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_COPY_IN) fail();
        return result;
    }

    /// `line(i, text)` adds the row's text with its end.
    template <class Line>
    void copy(const char* table, std::size_t count, const Line& line) {
        run(fmt::format("copy {} from stdin", table));
        std::string text;
        for (std::size_t i = 0; i < count; ++i) {
            line(i, text);
            if (text.size() < 1'000'000 && i + 1 < count) continue;
            if (PQputCopyData(connection_.get(), text.data(), static_cast<int>(text.size())) != 1) fail();
            text.clear();
        }
        if (PQputCopyEnd(connection_.get(), nullptr) != 1) fail();
        while (const Result result{PQgetResult(connection_.get()), PQclear})
            if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) fail();
    }

    /// Of the backend since it began; the kernel tells it in hundredths of a second.
    double cpu_seconds() const {
        std::ifstream file(stat_);
        std::string line;
        if (!std::getline(file, line)) throw std::runtime_error(stat_ + " cannot be read: the server must run on this machine");
        std::istringstream fields(line.substr(line.rfind(')') + 1));  // the name before it may hold blanks
        std::string skipped;
        for (int field = 3; field < 14; ++field) fields >> skipped;
        double user = 0, system = 0;
        fields >> user >> system;
        return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
    }

  private:
    [[noreturn]] void fail() const { throw std::runtime_error(PQerrorMessage(connection_.get())); }

    std::unique_ptr<PGconn, decltype(&PQfinish)> connection_;
    std::string stat_;
};

}  // namespace ryadom::bench
