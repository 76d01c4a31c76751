#include "platform/testing/explained.hpp"

#include "platform/db/engine.hpp"

#include <regex>
#include <sstream>

namespace ryadom::testing {
namespace {

class Connection : public db::Connection {
  public:
    using Note = std::function<void(std::string_view, std::span<const db::Parameter>)>;
    Connection(db::Connection& inner, Note note) : inner_(inner), note_(std::move(note)) {}
    std::unique_ptr<db::Cursor> open(std::string_view sql, std::span<const db::Parameter> parameters) override {
        note_(sql, parameters);
        return inner_.open(sql, parameters);
    }
    void script(std::string_view sql) override { inner_.script(sql); }

  private:
    db::Connection& inner_;
    Note note_;
};

/// The tables that a plan reads whole. PostgreSQL says how a node finds its rows on the lines below it.
std::set<std::string> whole_tables(const std::string& plan, bool postgres) {
    static const std::regex sqlite_scan(R"(SCAN (?:main\.)?([a-z_]+))");
    static const std::regex node(R"((Seq|Index|Index Only) Scan .*?on ([a-z_]+))");
    std::set<std::string> out;
    std::string candidate;
    std::istringstream lines(plan);
    for (std::string line; std::getline(lines, line);) {
        std::smatch found;
        if (!postgres) {
            if (std::regex_search(line, found, sqlite_scan)) out.insert(found[1]);
            continue;
        }
        if (line.find("Index Cond") != std::string::npos) candidate.clear();
        if (line.find("Scan") == std::string::npos && line.find("->") == std::string::npos) continue;
        if (!candidate.empty()) out.insert(std::exchange(candidate, {}));
        if (!std::regex_search(line, found, node)) continue;
        if (found[1] == "Seq") out.insert(found[2]);
        else candidate = found[2];
    }
    if (!candidate.empty()) out.insert(candidate);
    return out;
}

}  // namespace

void Explained::explain(db::Tx& tx, const std::function<void(db::Tx&)>& work) {
    const bool postgres = engine() == "postgresql";
    // A table that is small today is scanned whatever its indexes.
    if (postgres) tx.connection().script("set local enable_seqscan = off");
    Connection connection(tx.connection(), [&](std::string_view sql, std::span<const db::Parameter> parameters) {
        const std::lock_guard lock(mutex_);
        const auto [entry, fresh] = plans_.try_emplace(std::string(sql));
        if (!fresh) return;
        const auto cursor = tx.connection().open((postgres ? "explain (costs off) " : "explain query plan ") + std::string(sql), parameters);
        while (cursor->next()) entry->second += std::string(cursor->text(postgres ? 0 : 3)) + "\n";
    });
    db::Tx watched(connection, tx.caller(), tx.now(), tx.random());
    work(watched);
}

void Explained::read(const db::Caller& caller, const std::function<void(db::Tx&)>& work) {
    inner_.read(caller, [&](db::Tx& tx) { explain(tx, work); });
}

void Explained::write(db::Write write) {
    write.work = [this, work = std::move(write.work)](db::Tx& tx) { explain(tx, work); };
    inner_.write(std::move(write));
}

void Explained::forget() {
    const std::lock_guard lock(mutex_);
    plans_.clear();
}

std::map<std::string, std::set<std::string>> Explained::read_whole() const {
    const std::lock_guard lock(mutex_);
    std::map<std::string, std::set<std::string>> out;
    for (const auto& [sql, plan] : plans_)
        for (const auto& table : whole_tables(plan, engine() == "postgresql")) out[table].insert(sql + "\n" + plan);
    return out;
}

}  // namespace ryadom::testing
