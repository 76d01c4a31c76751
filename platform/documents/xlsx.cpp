#include "platform/documents/writers.hpp"

#include <unistd.h>
#include <xlsxwriter.h>

#include <filesystem>
#include <fstream>
#include <memory>

namespace ryadom::documents {
namespace {

constexpr std::size_t piece_size = std::size_t{64} << 10;
/// Days from 30.12.1899, by which spreadsheets count, to 01.01.1970.
constexpr int epoch = 25'569;
/// Spreadsheets disagree about days before March 1900.
constexpr int first_day = 61;

void demand(lxw_error error) {
    if (error != LXW_NO_ERROR) throw std::runtime_error(lxw_strerror(error));
}

/// A file in the folder for temporary files, gone with the value: the library writes to a path.
class TemporaryFile {
  public:
    TemporaryFile() : path_((std::filesystem::temp_directory_path() / "ryadom-XXXXXX").string()) {
        const int file = ::mkstemp(path_.data());
        if (file < 0) throw std::runtime_error("no temporary file could be made");
        ::close(file);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() { ::unlink(path_.c_str()); }
    const std::string& path() const { return path_; }

  private:
    std::string path_;
};

/// Rows go to the disk as they come; a sheet that is full is followed by another.
class Book {
  public:
    Book(const std::string& path, const Table& table) : table_(table), book_(open(path)) {
        bold_ = workbook_add_format(book_.get());
        format_set_bold(bold_);
        day_ = workbook_add_format(book_.get());
        format_set_num_format(day_, "dd.mm.yyyy");
        decimal_ = workbook_add_format(book_.get());
        format_set_num_format(decimal_, "0.00");
        begin_sheet();
    }

    void add(const Row& row, lxw_format* format = nullptr) {
        if (row_ == LXW_ROW_MAX) begin_sheet();
        lxw_col_t column = 0;
        for (const auto& cell : row)
            std::visit([&](const auto& value) { write(column, value, format); }, cell), ++column;
        ++row_;
    }
    void add_total(const Row& row) {
        filter_rows();
        if (!row.empty()) add(row, bold_);
    }
    void close() { demand(workbook_close(book_.release())); }

  private:
    struct Free {
        void operator()(lxw_workbook* book) const { lxw_workbook_free(book); }
    };

    static lxw_workbook* open(const std::string& path) {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        auto* book = workbook_new_opt(path.c_str(), &options);
        if (!book) throw std::bad_alloc();
        return book;
    }

    lxw_col_t last_column() const { return static_cast<lxw_col_t>(table_.columns.size() - 1); }

    void begin_sheet() {
        if (sheet_) filter_rows();
        sheet_ = workbook_add_worksheet(book_.get(), nullptr);
        worksheet_freeze_panes(sheet_, 1, 1);
        lxw_col_t column = 0;
        for (const auto& each : table_.columns) {
            demand(worksheet_set_column(sheet_, column, column, each.width, nullptr));
            demand(worksheet_write_string(sheet_, 0, column, each.title.c_str(), bold_));
            ++column;
        }
        row_ = 1;
    }
    /// A total stays below what is sorted and filtered.
    void filter_rows() {
        if (row_ > 1) demand(worksheet_autofilter(sheet_, 0, 0, row_ - 1, last_column()));
    }

    void write(lxw_col_t /*column*/, std::monostate /*nothing*/, lxw_format* /*format*/) {}
    void write(lxw_col_t column, const std::string& text, lxw_format* format) { demand(worksheet_write_string(sheet_, row_, column, text.c_str(), format)); }
    void write(lxw_col_t column, std::int64_t number, lxw_format* format) {
        demand(worksheet_write_number(sheet_, row_, column, static_cast<double>(number), format));
    }
    void write(lxw_col_t column, double number, lxw_format* format) { demand(worksheet_write_number(sheet_, row_, column, number, format ? format : decimal_)); }
    void write(lxw_col_t column, Date day, lxw_format* format) {
        if (day.days + epoch < first_day) return write(column, to_string(day), format);
        demand(worksheet_write_number(sheet_, row_, column, day.days + epoch, day_));
    }

    const Table& table_;
    std::unique_ptr<lxw_workbook, Free> book_;
    lxw_worksheet* sheet_ = nullptr;
    lxw_row_t row_ = 0;
    lxw_format* bold_ = nullptr;
    lxw_format* day_ = nullptr;
    lxw_format* decimal_ = nullptr;
};

/// The library writes the whole book before its first byte can be read.
std::ifstream written(const Table& table) {
    const TemporaryFile file;
    Book book(file.path(), table);
    for (auto rows = table.rows(); !rows.empty(); rows = table.rows())
        for (const auto& row : rows) book.add(row);
    book.add_total(table.total);
    book.close();
    std::ifstream out(file.path(), std::ios::binary);
    if (!out) throw std::runtime_error("a workbook cannot be read back");
    return out;
}

struct Reading {
    Table table;
    std::optional<std::ifstream> file;
};

}  // namespace

Pieces xlsx_of(Table table) {
    return [reading = std::make_shared<Reading>(std::move(table), std::nullopt)]() -> std::optional<std::string> {
        if (!reading->file) reading->file = written(reading->table);
        std::string piece(piece_size, '\0');
        reading->file->read(piece.data(), static_cast<std::streamsize>(piece.size()));
        piece.resize(static_cast<std::size_t>(reading->file->gcount()));
        return piece.empty() ? std::nullopt : std::optional(std::move(piece));
    };
}

}  // namespace ryadom::documents
