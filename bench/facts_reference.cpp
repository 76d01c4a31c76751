#include "bench/facts_reference.hpp"

#include "platform/core/uuid.hpp"
#include "platform/time/time.hpp"

#include <fmt/format.h>

#include <cstring>
#include <stdexcept>

namespace ryadom::bench {
namespace {

constexpr int facts_a_commit = 100;

/// In the order of the values of an example; number, id and times are made anew.
constexpr const char* example_row =
    "select f.person, f.unnamed_count, f.service, f.performed_on, f.minutes, f.quantity, f.channel, f.home_provider, f.performer_provider, f.worker, "
    "f.practice, f.practice_version, f.source, f.recorded_on, f.account, p.id "
    "from ledger_fact f join people_person p on p.number = f.person where f.id = $1";
constexpr const char* insert_fact =
    "insert into ledger_fact (person, unnamed_count, service, performed_on, minutes, quantity, channel, home_provider, performer_provider, worker, "
    "practice, practice_version, source, recorded_on, account, id, recorded_at) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
constexpr const char* insert_audit =
    "insert into audit_record (at, account, organisation, request, action, object, person, detail) values (?, 5, 7, ?, 'ledger.recorded', ?, ?, ?)";
constexpr const char* insert_link = "insert into audit_chain (position, record, hash) values (?, ?, ?)";
constexpr const char* insert_answer =
    "insert into http_idempotency (account, key, request_hash, status, revision, body, created_at) values (5, ?, ?, 201, '', ?, ?)";

}  // namespace

FactsReference::FactsReference(const std::string& database, const std::vector<std::string>& examples, std::string answer_to_one)
    : answer_to_one_(std::move(answer_to_one)) {
    check(sqlite3_open(database.c_str(), &database_));
    script("pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on; pragma wal_autocheckpoint=20000; pragma cache_size=-65536");
    for (const auto& id : examples) load(id);
    fact_ = prepare(insert_fact);
    audit_ = prepare(insert_audit);
    link_ = prepare(insert_link);
    answer_ = prepare(insert_answer);
    auto* last = prepare("select max(position) from audit_chain");
    sqlite3_step(last);
    position_ = sqlite3_column_int64(last, 0);
    sqlite3_finalize(last);
}

FactsReference::~FactsReference() {
    for (auto& example : examples_)
        for (auto* value : example.columns) sqlite3_value_free(value);
    for (auto* statement : {fact_, audit_, link_, answer_}) sqlite3_finalize(statement);
    sqlite3_close(database_);
}

void FactsReference::load(const std::string& id) {
    auto* statement = prepare(example_row);
    sqlite3_bind_text(statement, 1, id.data(), static_cast<int>(id.size()), SQLITE_STATIC);
    if (sqlite3_step(statement) != SQLITE_ROW) throw std::runtime_error("no fact with the id " + id);
    auto& example = examples_.emplace_back();
    for (int i = 0; i < 15; ++i) example.columns[i] = sqlite3_value_dup(sqlite3_column_value(statement, i));
    example.person = reinterpret_cast<const char*>(sqlite3_column_text(statement, 15));
    sqlite3_finalize(statement);
}

void FactsReference::write(int facts, Shape shape) {
    for (int written = 0; written < facts; written += facts_a_commit) {
        const auto at = to_string(system_clock()());
        script("begin immediate");
        std::string detail = R"({"facts":[)";
        std::string body = R"({"facts":[)";
        for (int i = 0; i < facts_a_commit; ++i) {
            const auto& example = examples_[next_++ % examples_.size()];
            const auto id = write_fact(example, at);
            if (shape == Shape::one_a_request) {
                write_audit(at, &id, &example.person, "{}");
                write_answer(at, answer_to_one_);
            } else {
                detail.append(i > 0 ? ",\"" : "\"").append(id).append("\"");
                body.append(i > 0 ? "," : "").append(answer_to_one_);
            }
        }
        if (shape == Shape::hundred_a_request) {
            write_audit(at, nullptr, nullptr, detail + "]}");
            write_answer(at, body + "]}");
        }
        script("commit");
    }
}

std::string FactsReference::write_fact(const Example& example, const std::string& at) {
    for (int i = 0; i < 15; ++i) sqlite3_bind_value(fact_, i + 1, example.columns[i]);
    auto id = uuid(7);
    bind(fact_, 16, id);
    bind(fact_, 17, at);
    step(fact_);
    return id;
}

void FactsReference::write_audit(const std::string& at, const std::string* object, const std::string* person, const std::string& detail) {
    const auto request = uuid(7);
    bind(audit_, 1, at);
    bind(audit_, 2, request);
    if (object) bind(audit_, 3, *object);
    else sqlite3_bind_null(audit_, 3);
    if (person) bind(audit_, 4, *person);
    else sqlite3_bind_null(audit_, 4);
    bind(audit_, 5, detail);
    step(audit_);
    const auto record = sqlite3_last_insert_rowid(database_);
    hash_ = sha256(std::string(view(hash_)) + at + request + "ledger.recorded" + detail);
    sqlite3_bind_int64(link_, 1, ++position_);
    sqlite3_bind_int64(link_, 2, record);
    sqlite3_bind_blob(link_, 3, hash_.data(), static_cast<int>(hash_.size()), SQLITE_STATIC);
    step(link_);
}

void FactsReference::write_answer(const std::string& at, const std::string& body) {
    const auto key = uuid(4);
    const auto request_hash = hex(hash_);
    bind(answer_, 1, key);
    bind(answer_, 2, request_hash);
    bind(answer_, 3, body);
    bind(answer_, 4, at);
    step(answer_);
}

/// Version 7 grows with time, as the server's ids do; version 4 does not, as the keys of browsers.
std::string FactsReference::uuid(int version) {
    Uuid out;
    const std::uint64_t halves[2] = {random_(), random_()};
    std::memcpy(out.bytes.data(), halves, sizeof halves);
    if (version == 4) return to_string(out);
    auto milliseconds = static_cast<std::uint64_t>(system_clock()().milliseconds);
    for (std::size_t i = 6; i-- > 0; milliseconds >>= 8) out.bytes[i] = static_cast<std::uint8_t>(milliseconds & 255);
    return to_string(out);
}

void FactsReference::bind(sqlite3_stmt* statement, int at, const std::string& text) {
    sqlite3_bind_text(statement, at, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}

void FactsReference::step(sqlite3_stmt* statement) {
    if (sqlite3_step(statement) != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(database_));
    sqlite3_reset(statement);
}

sqlite3_stmt* FactsReference::prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v3(database_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
    return statement;
}

void FactsReference::script(const char* sql) { check(sqlite3_exec(database_, sql, nullptr, nullptr, nullptr)); }

void FactsReference::check(int code) {
    if (code != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(database_));
}

}  // namespace ryadom::bench
