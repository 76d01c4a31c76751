#include "platform/documents/paper.hpp"
#include "platform/documents/writers.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ryadom::documents {
namespace {

struct Text {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(double number) const { return decimal(number); }
    std::string operator()(Date date) const {
        const auto [year, month, day] = parts(date);
        return fmt::format("{:02}.{:02}.{:04}", day, month, year);
    }
};

std::vector<std::string> texts(const Row& row) {
    std::vector<std::string> out;
    for (const auto& cell : row) out.push_back(std::visit(Text{}, cell));
    return out;
}

bool number(const Cell& cell) { return std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<double>(cell); }

/// Numbers stand at the right, under each other.
void align(PaperTable& table, const Row& row) {
    for (std::size_t at = 0; at < std::min(row.size(), table.columns.size()); ++at)
        if (number(row[at])) table.columns[at].align = Align::right;
}

/// The first rows, and whether there are more.
bool take_rows(const Rows& rows, PaperTable& out) {
    for (auto some = rows(); !some.empty(); some = rows())
        for (const auto& row : some) {
            if (out.rows.size() == longest_print) return true;
            align(out, row);
            out.rows.push_back(texts(row));
        }
    return false;
}

Paper paper_of(const Table& table, const PrintWords& words) {
    PaperTable out;
    for (const auto& column : table.columns) out.columns.push_back({column.title, static_cast<double>(column.width)});
    const bool cut = take_rows(table.rows, out);
    if (!cut) out.total = texts(table.total);
    const auto& title = table.title.empty() ? table.name : table.title;
    Paper paper{table.name, title, words.language, Orientation::landscape};
    paper.sheet = words.sheet;
    paper.footer = title;
    paper.blocks.push_back(Heading{1, title});
    if (cut) paper.blocks.push_back(Paragraph{words.cut, Align::left, Indent::none, Look::strong});
    paper.blocks.push_back(std::move(out));
    return paper;
}

}  // namespace

Pieces pdf_of(Table table, const PrintWords& words) {
    return [table = std::move(table), words, done = false]() mutable {
        return std::exchange(done, true) ? std::nullopt : std::optional(render_pdf(paper_of(table, words)));
    };
}

}  // namespace ryadom::documents
