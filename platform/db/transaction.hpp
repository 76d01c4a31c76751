// What a module sees of the database: one transaction, for one caller, at one instant.
#pragma once

#include "platform/db/sql.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace ryadom::db {

/// How far a caller reaches in one dimension of what is scoped.
enum class Reach { nothing, listed, everything };

/// What the engine lets a caller see. Records carry no names; persons do.
struct Scope {
    Reach records = Reach::nothing;
    Reach persons = Reach::nothing;
    std::vector<std::int64_t> organisations;  ///< sorted numbers; what "listed" means in both dimensions

    /// Whether records of the organisation are the caller's.
    bool holds(std::int64_t organisation) const {
        return records == Reach::everything || (records == Reach::listed && std::ranges::binary_search(organisations, organisation));
    }
    static Scope everything() { return {Reach::everything, Reach::everything, {}}; }
    bool operator==(const Scope&) const = default;
};

/// On whose behalf a transaction runs.
struct Caller {
    std::int64_t account = 0;       ///< 0: the system itself
    std::int64_t organisation = 0;  ///< where the account works in the role that lets it ask; 0: none, or in the region
    Scope scope;
    std::string request;            ///< id of the request, for the audit log

    static Caller system() { return {0, 0, Scope::everything(), {}}; }
};

/// A fault of the database. Its text never holds bound values.
class Error : public std::runtime_error {
  public:
    enum class Kind { unique, foreign_key, check, serialization, append_only, input_output, full, connection, other };
    Error(Kind kind, std::string constraint, const std::string& text)
        : std::runtime_error(text), kind_(kind), constraint_(std::move(constraint)) {}
    Kind kind() const { return kind_; }
    /// "table_column_unique" and the like, as the migrations name them; empty when the engine did not say.
    const std::string& constraint() const { return constraint_; }

  private:
    Kind kind_;
    std::string constraint_;
};

class Connection;

class Tx {
  public:
    Tx(Connection& connection, const Caller& caller, Instant now, const Random& random)
        : connection_(connection), caller_(caller), now_(now), random_(random) {}

    /// Runs a statement without rows; how many rows it changed.
    template <class... Arguments>
    std::int64_t run(Sql sql, const Arguments&... arguments) {
        const auto cursor = open(sql, {parameter(arguments)...});
        while (cursor->next()) {
        }
        return cursor->changed();
    }

    /// Runs `insert … returning number` of one new row.
    template <class... Arguments>
    std::int64_t insert(Sql sql, const Arguments&... arguments) {
        return insert(sql, {parameter(arguments)...});
    }

    /// Calls `each(row)` for every row.
    template <class Each, class... Arguments>
    void each(Sql sql, Each&& each, const Arguments&... arguments) {
        const auto cursor = open(sql, {parameter(arguments)...});
        while (cursor->next()) each(Row(*cursor));
    }

    /// Every row, as `read(row)` makes it.
    template <class Read, class... Arguments>
    auto list(Sql sql, Read&& read, const Arguments&... arguments) {
        std::vector<std::decay_t<decltype(read(std::declval<const Row&>()))>> out;
        each(sql, [&](const Row& row) { out.push_back(read(row)); }, arguments...);
        return out;
    }

    /// The first row, if there is one.
    template <class Read, class... Arguments>
    auto find(Sql sql, Read&& read, const Arguments&... arguments) {
        std::optional<std::decay_t<decltype(read(std::declval<const Row&>()))>> out;
        const auto cursor = open(sql, {parameter(arguments)...});
        if (cursor->next()) out = read(Row(*cursor));
        return out;
    }

    /// The first column of the first row, if there is one.
    template <class T, class... Arguments>
    std::optional<T> value(Sql sql, const Arguments&... arguments) {
        return find(sql, [](const Row& row) { return row.get<T>(0); }, arguments...);
    }

    const Caller& caller() const { return caller_; }
    Instant now() const { return now_; }
    const Random& random() const { return random_; }
    template <class Thing>
    Id<Thing> make_id() const {
        return {make_uuid(now_, random_)};
    }
    Connection& connection() { return connection_; }

  private:
    std::unique_ptr<Cursor> open(Sql sql, std::initializer_list<Parameter> parameters);
    std::int64_t insert(Sql sql, std::initializer_list<Parameter> parameters);

    Connection& connection_;
    const Caller& caller_;
    Instant now_;
    const Random& random_;
};

}  // namespace ryadom::db
