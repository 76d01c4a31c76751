// A cell of a table as the value that a record's field holds in JSON, and back. Pure.
#pragma once

#include "modules/network/import_columns.hpp"

namespace ryadom::network {

/// Of things by their ids as text.
using Names = csv::Names<std::string>;

struct References {
    const Names& organisations;
    const Names& districts;
    const Names& departments;
    const Names& rooms;
};

/// Nothing for an empty cell, and for one that is at fault.
std::optional<json::Value> read_cell(csv::Row& row, const Column& column, const References& references);
/// The value as a table would write it; nothing for no value.
std::string write_cell(Form form, const json::Value* value, const References& references);

}  // namespace ryadom::network
