#include "platform/documents/writers.hpp"

#include <utility>

namespace ryadom::documents {

Rows these(std::vector<Row> rows) {
    return [rows = std::move(rows)]() mutable { return std::exchange(rows, {}); };
}

std::string_view content_type(Format format) {
    switch (format) {
        case Format::xlsx: return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        case Format::csv: return "text/csv; charset=utf-8";
        case Format::pdf: return "application/pdf";
    }
    return {};
}

Pieces file_of(Table table, Format format, const PrintWords& words) {
    switch (format) {
        case Format::xlsx: return xlsx_of(std::move(table));
        case Format::csv: return csv_of(std::move(table));
        case Format::pdf: return pdf_of(std::move(table), words);
    }
    return {};
}

}  // namespace ryadom::documents
