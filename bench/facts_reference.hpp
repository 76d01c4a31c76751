// The least that has to be written for a fact, by prepared statements on one connection: its row, the audit record, the
// record's link in the chain, and the stored answer of the idempotency key. The tables and their indexes are the
// server's own, in a copy of its database; a hundred facts are one commit with synchronous=FULL.
//
// Indexes that each row touches (the partial ones hold no rows of this kind):
//   ledger_fact       rowid; id; (person, number); (account, number)
//   audit_record      rowid; (person, number); (object, number); (account, number); (action, number)
//   audit_chain       position
//   http_idempotency  (account, key)
#pragma once

#include "platform/core/bytes.hpp"

#include <sqlite3.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace ryadom::bench {

/// How many facts share an audit record and a stored answer.
enum class Shape { one_a_request, hundred_a_request };

class FactsReference {
  public:
    /// `examples` are ids of facts in the database; the rows written are theirs, with new ids and times.
    FactsReference(const std::string& database, const std::vector<std::string>& examples, std::string answer_to_one);
    FactsReference(const FactsReference&) = delete;
    FactsReference& operator=(const FactsReference&) = delete;
    ~FactsReference();

    /// Writes that many facts, a hundred a commit.
    void write(int facts, Shape shape);

  private:
    struct Example {
        sqlite3_value* columns[15];
        std::string person;
    };

    void load(const std::string& id);
    std::string write_fact(const Example& example, const std::string& at);
    void write_audit(const std::string& at, const std::string* object, const std::string* person, const std::string& detail);
    void write_answer(const std::string& at, const std::string& body);
    std::string uuid(int version);
    sqlite3_stmt* prepare(const char* sql);
    void bind(sqlite3_stmt* statement, int at, const std::string& text);
    void step(sqlite3_stmt* statement);
    void script(const char* sql);
    void check(int code);

    sqlite3* database_ = nullptr;
    sqlite3_stmt *fact_ = nullptr, *audit_ = nullptr, *link_ = nullptr, *answer_ = nullptr;
    std::vector<Example> examples_;
    std::size_t next_ = 0;
    std::string answer_to_one_;
    std::mt19937_64 random_{7};
    std::int64_t position_ = 0;
    Sha256 hash_{};
};

}  // namespace ryadom::bench
