// What a module declares about its tables; the engines turn it into tables, views, triggers and policies.
#pragma once

#include "platform/core/embedded.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ryadom::db {

/// One step of a module's schema. The text serves both engines after two substitutions that have no common spelling:
/// `${key}` is the type of a row number given by the engine, `${bytes}` that of a byte string.
struct Migration {
    int version;
    std::string_view name;
    std::string_view sqlite;
    std::string_view postgres;
};

/// Migrations from files named "0001_shelves.sql", or "0001_shelves.sqlite.sql" beside "0001_shelves.postgres.sql".
/// Throws std::logic_error when the numbers have a gap or a half is missing.
std::vector<Migration> migrations(std::span<const EmbeddedFile> files);

enum class Dimension { open, records, persons };

/// A table and who sees its rows through the view `v_<table>`. In `rows`, `{column}` stands for "the organisation in
/// this column is in the caller's scope": "{home_provider} or {performer_provider}".
struct ScopedTable {
    std::string_view table;
    Dimension dimension;
    std::string_view rows;  ///< empty for Dimension::open: all staff see every row
};

struct Schema {
    std::string_view module;
    std::vector<Migration> migrations;
    std::vector<ScopedTable> tables;                 ///< every table of the module stands here
    std::vector<std::string_view> append_only;       ///< the engine refuses UPDATE and DELETE
    /// Tables whose committed rows have a gapless order: `<table>_order(position, number)`. Numbers are given before
    /// commit, so on PostgreSQL a later number can be visible first; the order never changes once seen.
    std::vector<std::string_view> ordered;
};

}  // namespace ryadom::db
