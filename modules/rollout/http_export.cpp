// The matrix as a file: XLSX for people, CSV for other programs. Text is always written as text, so that no cell can
// become a formula.
#include "modules/rollout/http.hpp"
#include "modules/rollout/matrix.hpp"

#include "platform/csv/csv.hpp"

#include <unistd.h>
#include <xlsxwriter.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace ryadom::rollout {
namespace {

using http::Call;
using Table = std::vector<std::vector<std::string>>;

std::string said_of(const Reader& reader, const MatrixCell& cell) {
    auto out = reader.say("rollout.sign." + std::string(json::name_of(cell.sign))).text;
    out += " " + reader.say("rollout.stage." + std::string(json::name_of(cell.stage))).text + ", " + written(cell.since);
    if (cell.deadline) out += ", " + reader.say("rollout.export.deadline", {{"day", written(*cell.deadline)}}).text;
    if (cell.days_late > 0) out += ", " + reader.say("rollout.export.late", {{"days", std::to_string(cell.days_late)}}).text;
    return out;
}

/// One row a centre, one column a practice, how many reached their target at the edges.
Table table_of(const Reader& reader, const MatrixView& view) {
    Table out(view.centres.size() + 2, std::vector<std::string>(view.practices.size() + 2));
    const auto reached = [](const MatrixTotals& totals) {
        const auto found = totals.signs.find("reached");
        return std::to_string(found == totals.signs.end() ? 0 : found->second);
    };
    auto& head = out.front();
    auto& foot = out.back();
    head.front() = reader.say("rollout.export.centre").text;
    head.back() = foot.front() = reader.say("rollout.export.reached").text;
    for (std::size_t i = 0; i < view.practices.size(); ++i) {
        head[i + 1] = view.practices[i].title;
        foot[i + 1] = reached(view.practice_totals[i]);
    }
    for (std::size_t i = 0; i < view.centres.size(); ++i) {
        out[i + 1].front() = view.centres[i].title;
        out[i + 1].back() = reached(view.centre_totals[i]);
    }
    foot.back() = reached(view.total);
    for (const auto& cell : view.cells)
        out[static_cast<std::size_t>(cell.centre) + 1][static_cast<std::size_t>(cell.practice) + 1] = said_of(reader, cell);
    return out;
}

std::string csv_of(const Table& table) {
    csv::Writer writer;
    for (const auto& row : table) writer.record(row);
    return writer.take();
}

/// A file of its own in the folder for temporary files, gone with the value: the library writes to a path.
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

std::string xlsx_of(const Table& table) {
    const TemporaryFile file;
    auto* book = workbook_new(file.path().c_str());
    auto* sheet = workbook_add_worksheet(book, nullptr);
    auto* bold = workbook_add_format(book);
    format_set_bold(bold);
    for (std::size_t row = 0; row < table.size(); ++row)
        for (std::size_t column = 0; column < table[row].size(); ++column)
            worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), table[row][column].c_str(),
                                   row == 0 || column == 0 ? bold : nullptr);
    worksheet_freeze_panes(sheet, 1, 1);
    worksheet_set_column(sheet, 0, static_cast<lxw_col_t>(table.front().size() - 1), 28, nullptr);
    if (const auto error = workbook_close(book); error != LXW_NO_ERROR) throw std::runtime_error(lxw_strerror(error));
    std::ifstream in(file.path(), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

http::Download export_matrix(Call& call, Boards& boards, const MatrixQuery& query) {
    const Reader reader(call);
    const auto view = matrix(reader, *boards.at(call.database(), query.day, call.now()), query, call.today());
    const auto table = table_of(reader, view);
    const auto name = "matrix-" + to_string(view.day);
    const auto format = query.format.value_or("xlsx");
    if (format == "csv") return {"text/csv; charset=utf-8", name + ".csv", csv_of(table)};
    if (format == "xlsx") return {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name + ".xlsx", xlsx_of(table)};
    throw Refused(refuse_field("/format", "core.unknown_value", {{"value", format}}).error());
}

}  // namespace

void add_export_routes(http::Routes& routes, const SharedBoards& boards) {
    routes.get("/api/v1/matrix/export", "rollout.see", "The matrix as XLSX or CSV", [boards](Call& call, http::Query<MatrixQuery> query) {
        return export_matrix(call, *boards, query.value);
    });
}

}  // namespace ryadom::rollout
