// A fresh database that is written in one go.
#pragma once

#include "platform/db/database.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace ryadom::db {

/// Until `finish` there is no embedded database, only parts of one beside its place: what was committed may be lost, and the indexes
/// of some tables are not there. On PostgreSQL it is a database like any other.
struct Filling {
    std::shared_ptr<Database> database;
    /// Where the tables that stand apart are written, so that two may write at once; it knows no other table. On PostgreSQL it is
    /// `database` itself.
    std::shared_ptr<Database> apart;
    /// Puts the parts together, makes the indexes, flushes everything to the disk and gives the file its name. To be called when no
    /// write is under way, and to be followed by nothing: who wants to go on opens the database anew.
    std::function<void()> finish;
};

/// Tables that are about to grow by millions of rows that nobody looks up meanwhile.
struct Growing {
    std::vector<std::string> tables;
    std::vector<std::string> apart;  ///< some of them, or others: what no statement joins with the rest while it grows
};

/// Opens and migrates a database. Unique constraints hold all the while. Throws as Database::open does.
Filling fill(Options options, const Growing& growing);

}  // namespace ryadom::db
