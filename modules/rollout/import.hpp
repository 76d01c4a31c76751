// Orders and running practices of the past, from a table: one row an assignment, an opened practice, or both.
#pragma once

#include "modules/rollout/adoption.hpp"

namespace ryadom::rollout {

struct ImportRow {
    std::size_t line = 0;
    std::string organisation;  ///< code
    std::string practice;      ///< code
    std::string order_number;
    std::optional<Date> order_date;
    std::string order_title;
    std::optional<Date> deadline;
    int wave = 1;
    std::optional<Date> opened_on;
    std::string opening_order;
};

struct RowError {
    std::size_t line = 0;
    std::string column;
    std::string code;
    Arguments arguments;
    bool operator==(const RowError&) const = default;
};

struct ImportTable {
    std::vector<ImportRow> rows;
    std::vector<RowError> errors;
};
/// Reads the text of a CSV file; all errors at once.
ImportTable read_table(std::string_view bytes);

struct Imported {
    int campaigns = 0;
    int assignments = 0;
    int openings = 0;
    std::vector<RowError> errors;
};
/// Checks every row against the database and, where all are good and `mode` says so, writes them.
enum class ImportMode { check, write };
Imported import_rows(db::Tx& tx, const ImportTable& table, ImportMode mode, Date today);

}  // namespace ryadom::rollout
