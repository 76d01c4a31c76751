// A fresh database that is written in one go.
#pragma once

#include "platform/db/database.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace ryadom::db {

/// Until `finish` there is no embedded database, only a part of one beside its place: what was committed may be lost, and the indexes
/// of some tables are not there. On PostgreSQL it is a database like any other.
struct Filling {
    std::unique_ptr<Database> database;
    /// Makes the indexes, flushes everything to the disk and gives the file its name. To be called when no write is under way, and to
    /// be followed by nothing: who wants to go on opens the database anew.
    std::function<void()> finish;
};

/// Opens and migrates a database of which `tables` are about to grow by millions of rows that nobody looks up meanwhile.
/// Unique constraints hold all the while. Throws as Database::open does.
Filling fill(Options options, const std::vector<std::string>& tables);

}  // namespace ryadom::db
