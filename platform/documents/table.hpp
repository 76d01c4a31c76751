// Tables as files: XLSX for people, CSV for other programs, PDF for paper. Text is always written as text, so that no cell can become a
// formula.
#pragma once

#include "platform/json/describe.hpp"

#include <functional>
#include <variant>

namespace ryadom::documents {

/// Nothing, a text, a whole number, a decimal of two places, a day.
using Cell = std::variant<std::monostate, std::string, std::int64_t, double, Date>;
using Row = std::vector<Cell>;

template <class T>
Cell cell(const std::optional<T>& value) {
    return value ? Cell(*value) : Cell();
}

/// The next rows; none when there are no more.
using Rows = std::function<std::vector<Row>()>;

struct Column {
    std::string title;
    int width = 14;  ///< in letters
};

/// A table that may be longer than what fits into memory.
struct Table {
    std::string name;  ///< of the file, without its ending
    std::vector<Column> columns;
    Rows rows;
    Row total;  ///< the last line, when there is one
    std::string title = {};  ///< on paper; empty: its name
};

/// Rows that are all there.
Rows these(std::vector<Row> rows);

enum class Format { xlsx, csv, pdf };

constexpr auto names(json::Type<Format>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{Format::xlsx, "xlsx"sv}, std::pair{Format::csv, "csv"sv}, std::pair{Format::pdf, "pdf"sv}};
}

std::string_view content_type(Format format);

/// What paper says by itself, in the language of its reader.
struct PrintWords {
    std::string language = "ru";
    std::string sheet = "{page} / {pages}";
    std::string cut = "…";  ///< above a table of which paper holds the first `longest_print` rows only
};

/// Longer lists are looked through on a screen: some forty sheets.
inline constexpr std::size_t longest_print = 1000;

/// The file piece by piece, nothing at its end.
using Pieces = std::function<std::optional<std::string>()>;
Pieces file_of(Table table, Format format, const PrintWords& words = {});

}  // namespace ryadom::documents
