// A table of the network loaded into the register: every row is an addition, a change or nothing new, so that the same
// table may be loaded again. Right rows go in; wrong rows are left out and told.
#pragma once

#include "modules/network/import_columns.hpp"
#include "modules/network/module.hpp"
#include "platform/db/transaction.hpp"

namespace ryadom::network {

struct ImportFile : csv::Table {
    network::Table table = network::Table::districts;
};
/// Reads the text of a CSV file; a refusal says why it is no such table.
Checked<ImportFile> read_file(Table table, std::string_view bytes, const i18n::Voice& voice);

/// Rows that are decided together.
using Rows = std::vector<const csv::Record*>;
/// The rows of each organisation apart, so that each write stays short; organisations in an order in which every one
/// comes after that which it stands below.
std::vector<Rows> groups_of(const ImportFile& file);

enum class ImportMode { check, write };

struct ImportOptions {
    ImportMode mode = ImportMode::check;
    std::optional<Number<Organisation>> owner;  ///< of rows that name none
    Date today;
};

struct FieldChange {
    const csv::Column* column = nullptr;
    std::string before, after;
};

/// What a row did to a record that stood already.
struct RowChange {
    std::size_t line = 0;
    std::string title;
    std::vector<FieldChange> fields;
};

struct Imported {
    int added = 0;
    int changed = 0;
    int unchanged = 0;
    std::vector<RowChange> changes;
    std::vector<csv::RowReport> wrong;
};

/// Decides the rows against the database and writes what the mode says.
Imported import_rows(db::Tx& tx, const ImportFile& file, const Rows& rows, const ImportOptions& options, const RegisterChanged& changed);
/// Adds what became of other rows, in the order of the file.
void append(Imported& sum, Imported part);

}  // namespace ryadom::network
