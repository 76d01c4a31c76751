// What a database that is filled in one go does without until the end.
#pragma once

#include "platform/db/sqlite_connection.hpp"

#include <filesystem>

namespace ryadom::db {

/// Drops the indexes of the tables that can be made later and returns the statements that make them.
std::vector<std::string> take_indexes(SqliteConnection& connection, const std::vector<std::string>& tables);
/// Makes empty tables in `whole` as they stand in `rest`, with the indexes that they have there.
void lend_tables(SqliteConnection& rest, SqliteConnection& whole, const std::vector<std::string>& tables);
/// Copies what the file `rest` holds, all but the tables that `whole` has got from it.
void gather(SqliteConnection& whole, const std::filesystem::path& rest, const std::vector<std::string>& but);
void make_indexes(SqliteConnection& connection, const std::vector<std::string>& indexes);
/// Waits until the part is on the disk and gives it the name of the whole.
void finish_filling(const std::filesystem::path& part, const std::filesystem::path& whole);

}  // namespace ryadom::db
