// A database that asks its engine, before every statement, how it would run it: for tests that no query reads a whole table.
#pragma once

#include "platform/db/database.hpp"

#include <map>
#include <mutex>
#include <set>

namespace ryadom::testing {

class Explained : public db::Database {
  public:
    explicit Explained(db::Database& inner) : inner_(inner) {}

    void read(const db::Caller& caller, const std::function<void(db::Tx&)>& work) override;
    void write(db::Write write) override;
    void on_settled(std::function<void()> listener) override { inner_.on_settled(std::move(listener)); }
    void backup(const std::string& path) override { inner_.backup(path); }
    std::string_view engine() const override { return inner_.engine(); }
    std::optional<std::string> fault() const override { return inner_.fault(); }
    db::Counts counts() const override { return inner_.counts(); }
    Instant now() const override { return inner_.now(); }
    const Random& random() const override { return inner_.random(); }
    std::string catalogue() override { return inner_.catalogue(); }

    /// Begins anew, once the tables hold what plans are to be made for.
    void forget();
    /// The statements since then that read a table, or an index of it, from one end to the other: table → statements.
    std::map<std::string, std::set<std::string>> read_whole() const;

  private:
    void explain(db::Tx& tx, const std::function<void(db::Tx&)>& work);

    db::Database& inner_;
    mutable std::mutex mutex_;
    std::map<std::string, std::string> plans_;
};

}  // namespace ryadom::testing
