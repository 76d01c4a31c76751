// Registers in files with the truth beside them: CSV, and a map in YAML that says what the columns are.
//
//     id: rec_id
//     columns:
//       given_name: given_name
//       surname: family_name
//     truth:
//       expression: "rec-(\\d+)-"
#pragma once

#include "modules/matching/register.hpp"

#include <filesystem>
#include <map>
#include <optional>

namespace ryadom::app {

/// One of the three; pairs may also be given beside the map.
struct Truth {
    std::optional<std::string> column;      ///< who is the same person has the same there
    std::optional<std::string> expression;  ///< the same match, or first group, in the id
    std::optional<std::string> pairs;       ///< file of pairs of ids, beside the map
};

struct ColumnMap {
    std::optional<std::string> id;
    std::map<std::string, matching::Kind> columns;  ///< heading → kind
    std::optional<Truth> truth;
    std::optional<bool> once;  ///< of two registers: nobody stands twice in either
};

/// Throws std::runtime_error with file and line for what is no such map.
ColumnMap read_map(const std::filesystem::path& path);

struct Labelled {
    matching::Register records;
    std::vector<matching::RecordNumber> truth;  ///< person of each record
    std::vector<std::uint8_t> source;           ///< which file; empty for one
};

/// Reads the files; `pairs` is empty where the map says the truth. Throws std::runtime_error with file and line.
Labelled read_labelled(const std::vector<std::string>& files, const ColumnMap& map, const std::filesystem::path& pairs);

}  // namespace ryadom::app
