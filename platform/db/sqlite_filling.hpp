// What a database that is filled in one go does without until the end.
#pragma once

#include "platform/db/sqlite_connection.hpp"

#include <filesystem>

namespace ryadom::db {

/// Drops the indexes of the tables that can be made later and returns the statements that make them.
std::vector<std::string> take_indexes(SqliteConnection& connection, const std::vector<std::string>& tables);
/// Makes them, waits until the part is on the disk and gives it the name of the whole.
void finish_filling(SqliteConnection& connection, const std::filesystem::path& part, const std::filesystem::path& whole, const std::vector<std::string>& indexes);

}  // namespace ryadom::db
