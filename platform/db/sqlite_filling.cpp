#include "platform/db/sqlite_filling.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <future>

namespace ryadom::db {
namespace {

void flush(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool flushed = file >= 0 && ::fsync(file) == 0;
    if (file >= 0) ::close(file);
    if (!flushed) throw Error(Error::Kind::input_output, "", fmt::format("cannot flush {}", path.string()));
}

std::vector<std::string> texts(SqliteConnection& connection, const std::string& sql, const std::string& bound) {
    std::vector<std::string> out;
    const Parameter of[] = {bound};
    const auto cursor = connection.open(sql, of);
    while (cursor->next()) out.emplace_back(cursor->text(0));
    return out;
}

/// Of the tables, views or triggers in the order in which they were made: their names, or their statements.
std::vector<std::string> names_of(SqliteConnection& connection, std::string_view database, const std::string& kind, std::string_view column = "name") {
    return texts(connection, fmt::format("select {} from {}.sqlite_schema where type = $1 and name not like 'sqlite\\_%' escape '\\' order by rowid", column, database), kind);
}

/// What makes the table, and then its indexes.
std::vector<std::string> statements_of(SqliteConnection& connection, std::string_view database, const std::string& table) {
    return texts(connection, fmt::format("select sql from {}.sqlite_schema where tbl_name = $1 and type in ('table', 'index') and sql is not null order by type desc, rowid", database), table);
}

/// Drops the indexes of the tables that can be made later and returns the statements that make them.
std::vector<std::string> take_indexes(SqliteConnection& connection, const std::vector<std::string>& tables) {
    std::vector<std::string> names;
    std::vector<std::string> statements;
    for (const auto& table : tables) {
        const Parameter of[] = {table};
        // An index of some rows is small, and those that hold rows apart must do so all the while.
        const auto found = connection.open(
            "select i.name, m.sql from pragma_index_list($1) i join sqlite_schema m on m.name = i.name "
            "where i.origin = 'c' and not i.\"unique\" and not i.partial", of);
        while (found->next()) {
            names.emplace_back(found->text(0));
            statements.emplace_back(found->text(1));
        }
    }
    for (const auto& name : names) connection.script(fmt::format("drop index {}", name));
    return statements;
}

/// Makes empty tables in `whole` as they stand in `rest`, with the indexes that they have there.
void lend_tables(SqliteConnection& rest, SqliteConnection& whole, const std::vector<std::string>& tables) {
    for (const auto& table : tables)
        for (const auto& sql : statements_of(rest, "main", table)) whole.script(sql);
}

/// Copies what the file `rest` holds, all but the tables that `whole` has got from it.
void gather(SqliteConnection& whole, const std::filesystem::path& rest, const std::vector<std::string>& but) {
    // Rows go over as they are stored, page by page in their order, where no foreign key is asked and no trigger fires.
    whole.script("pragma foreign_keys=off");
    const Parameter file[] = {rest.string()};
    whole.open("attach $1 as rest", file)->next();
    whole.script("drop table db_migration; begin");
    for (const auto& table : names_of(whole, "rest", "table")) {
        if (std::ranges::find(but, table) != but.end()) continue;
        for (const auto& sql : statements_of(whole, "rest", table)) whole.script(sql);
        whole.script(fmt::format("insert into main.{0} select * from rest.{0}", table));
    }
    for (const auto* kind : {"view", "trigger"})
        for (const auto& sql : names_of(whole, "rest", kind, "sql")) whole.script(sql);
    whole.script("commit; detach rest");
}

void make_indexes(SqliteConnection& connection, const std::vector<std::string>& indexes) {
    // Sorting is what making an index takes; it may use a second thread.
    // What is sorted at a time is as much as the page cache may hold, and is sorted fastest where the processor's caches hold it.
    connection.script("pragma threads=2; pragma cache_size=-8192; pragma mmap_size=2147418112");
    for (const auto& index : indexes) connection.script(index);
}

}  // namespace

std::function<void(const std::filesystem::path&)> begin_filling(SqliteConnection& rest, SqliteConnection& whole, const Growing& growing) {
    auto of_rest = growing.tables;
    std::erase_if(of_rest, [&](const std::string& table) { return std::ranges::find(growing.apart, table) != growing.apart.end(); });
    const auto rest_indexes = take_indexes(rest, of_rest);
    const auto whole_indexes = take_indexes(rest, growing.apart);
    lend_tables(rest, whole, growing.apart);
    return [&rest, &whole, rest_indexes, whole_indexes, apart = growing.apart](const std::filesystem::path& path) {
        auto making = std::async(std::launch::async, [&] { make_indexes(rest, rest_indexes); });
        make_indexes(whole, whole_indexes);
        making.get();
        gather(whole, path, apart);
    };
}

void give_name(const std::filesystem::path& part, const std::filesystem::path& whole) {
    flush(part);
    std::filesystem::rename(part, whole);
    flush(whole.parent_path());
}

}  // namespace ryadom::db
