// Orders and running practices of the past, from a table: one row an assignment, an opened practice, or both.
#pragma once

#include "modules/rollout/adoption.hpp"
#include "platform/csv/table.hpp"

#include <algorithm>

namespace ryadom::rollout {

/// Reads the text of a CSV file; a refusal says why it is no such table.
Checked<csv::Table> read_table(std::string_view bytes, const i18n::Voice& voice);

struct Imported {
    int campaigns = 0;
    int assignments = 0;
    int openings = 0;
    std::vector<csv::RowReport> rows;  ///< all: since nothing is loaded while one is wrong, the right ones are sent again too
    bool sound() const { return std::ranges::all_of(rows, &csv::Faults::empty, &csv::RowReport::faults); }
};
/// Checks every row against the database and, where all are good and `mode` says so, writes them.
enum class ImportMode { check, write };
Imported import_rows(db::Tx& tx, const csv::Table& table, ImportMode mode, Date today);

}  // namespace ryadom::rollout
