// What a database that is filled in one go does without until the end.
#pragma once

#include "platform/db/sqlite_connection.hpp"

namespace ryadom::db {

/// Drops the indexes of the tables that can be made later and returns the statements that make them.
std::vector<std::string> take_indexes(SqliteConnection& connection, const std::vector<std::string>& tables);
/// Makes them and waits until the file is on the disk.
void finish_filling(SqliteConnection& connection, const std::string& path, const std::vector<std::string>& indexes);

}  // namespace ryadom::db
