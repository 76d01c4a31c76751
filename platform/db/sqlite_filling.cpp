#include "platform/db/sqlite_filling.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace ryadom::db {
namespace {

void flush(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool flushed = file >= 0 && ::fsync(file) == 0;
    if (file >= 0) ::close(file);
    if (!flushed) throw Error(Error::Kind::input_output, "", fmt::format("cannot flush {}", path.string()));
}

}  // namespace

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

void finish_filling(SqliteConnection& connection, const std::filesystem::path& part, const std::filesystem::path& whole, const std::vector<std::string>& indexes) {
    // Sorting is what making an index takes; it may use a second thread.
    // What is sorted at a time is as much as the page cache may hold, and is sorted fastest where the processor's caches hold it.
    connection.script("pragma threads=2; pragma cache_size=-8192");
    for (const auto& index : indexes) connection.script(index);
    flush(part);
    std::filesystem::rename(part, whole);
    flush(whole.parent_path());
}

}  // namespace ryadom::db
