// How an embedded database is filled in one go: two files while it lasts, without the indexes that can wait.
#pragma once

#include "platform/db/filling.hpp"
#include "platform/db/sqlite_connection.hpp"

#include <filesystem>

namespace ryadom::db {

/// Takes the indexes that can be made later from the growing tables and makes those that stand apart anew in `whole`. They are most
/// of what is written, so that file is theirs. What is returned brings everything else there, given the path of `rest`, and makes
/// the indexes; both connections must be there until then.
std::function<void(const std::filesystem::path&)> begin_filling(SqliteConnection& rest, SqliteConnection& whole, const Growing& growing);
/// Waits until the part is on the disk and gives it the name of the whole.
void give_name(const std::filesystem::path& part, const std::filesystem::path& whole);

}  // namespace ryadom::db
