#include "platform/documents/table_grid.hpp"

#include "platform/core/text.hpp"
#include "platform/documents/typography.hpp"

#include <algorithm>
#include <numeric>

namespace ryadom::documents {
namespace {

constexpr double padding_x = 4;
constexpr double padding_y = 2.5;
constexpr double head_grey = 0.92;
/// One long word, an address of a page, may be broken rather than take the place of all else.
constexpr double widest_least = 0.3;

/// Many columns are set smaller.
Style cell_style(std::size_t columns) { return {columns <= 6 ? 10.0 : columns <= 10 ? 9.0 : 7.5}; }

Style head_style(const Style& style) { return {style.size, Weight::bold}; }

/// The word of most characters so far, as it stands between blanks.
void keep_longest(std::string& longest, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find_first_of(" \n", at), text.size());
        if (characters(text.substr(at, end - at)) > characters(longest)) longest = text.substr(at, end - at);
        at = end + 1;
    }
}

/// The widths at which hardly a word of a column is broken. Of many rows only the longest words are measured: to measure
/// all would take longer than to draw them.
std::vector<double> least_widths(const Canvas& canvas, const PaperTable& table, const Style& style, double width) {
    std::vector<std::string> longest(table.columns.size());
    const auto take = [&](const std::vector<std::string>& row) {
        for (std::size_t at = 0; at < std::min(row.size(), longest.size()); ++at) keep_longest(longest[at], typeset(row[at]));
    };
    for (const auto& row : table.rows) take(row);
    take(table.total);
    std::vector<double> out;
    for (std::size_t at = 0; at < longest.size(); ++at)
        out.push_back(std::max(canvas.longest_word(typeset(table.columns[at].title), head_style(style)), canvas.longest_word(longest[at], head_style(style))));
    for (auto& least : out) least = std::min(least, width * widest_least) + 2 * padding_x + 0.5;
    return out;
}

std::vector<double> widths_of(const Canvas& canvas, const PaperTable& table, const Style& style, double width) {
    std::vector<double> shares;
    for (const auto& column : table.columns) shares.push_back(column.share);
    return column_widths(shares, least_widths(canvas, table, style, width), width);
}

}  // namespace

std::vector<double> column_widths(const std::vector<double>& shares, const std::vector<double>& least, double width) {
    std::vector<double> out(shares.size());
    const double all_least = std::accumulate(least.begin(), least.end(), 0.0);
    if (all_least >= width) {
        for (std::size_t at = 0; at < out.size(); ++at) out[at] = least[at] * width / all_least;
        return out;
    }
    // A column that its share would leave too narrow gets its least, and the others share what is left, until all fit.
    std::vector<bool> fixed(shares.size(), false);
    for (bool again = true; again;) {
        again = false;
        double left = width;
        double sum = 0;
        for (std::size_t at = 0; at < out.size(); ++at) (fixed[at] ? left : sum) += fixed[at] ? -least[at] : shares[at];
        for (std::size_t at = 0; at < out.size(); ++at) {
            out[at] = fixed[at] ? least[at] : left * shares[at] / sum;
            if (fixed[at] || out[at] >= least[at]) continue;
            fixed[at] = again = true;
        }
    }
    return out;
}

TableGrid::TableGrid(Canvas& canvas, const PaperTable& table, double width)
    : canvas_(canvas), table_(table), style_(cell_style(table.columns.size())), widths_(widths_of(canvas, table, style_, width)) {
    std::vector<std::string> titles;
    for (const auto& column : table.columns) titles.push_back(column.title);
    head_ = wrapped(titles, head_style(style_));
}

TableGrid::Cells TableGrid::wrapped(const std::vector<std::string>& texts, const Style& style) const {
    Cells out;
    for (std::size_t at = 0; at < widths_.size(); ++at)
        out.push_back(canvas_.wrap(at < texts.size() ? typeset(texts[at]) : std::string(), style, std::max(widths_[at] - 2 * padding_x, 1.0)));
    return out;
}

TableGrid::Cells TableGrid::row(std::size_t number) const {
    return number < table_.rows.size() ? wrapped(table_.rows[number], style_) : wrapped(table_.total, head_style(style_));
}

int TableGrid::lines(const Cells& cells) const {
    int out = 1;
    for (const auto& cell : cells) out = std::max(out, cell.count());
    return out;
}

double TableGrid::height(const Cells& cells) const { return lines(cells) * style_.pitch() + 2 * padding_y; }

double TableGrid::beginning() const { return head_height() + (rows() > 0 ? height(row(0)) : 0); }

double TableGrid::least() const { return 3 * style_.pitch() + 2 * padding_y; }

int TableGrid::lines_within(double height) const { return std::max(1, static_cast<int>((height - 2 * padding_y + 0.01) / style_.pitch())); }

void TableGrid::frame(double x, double y, double height) const {
    const double right = x + std::accumulate(widths_.begin(), widths_.end(), 0.0);
    canvas_.line(x, y, right, y);
    canvas_.line(x, y + height, right, y + height);
    canvas_.line(x, y, x, y + height);
    for (const double width : widths_) {
        x += width;
        canvas_.line(x, y, x, y + height);
    }
}

void TableGrid::write_cells(const char* tag, const Cells& cells, int first, int last, double x, double y) const {
    for (std::size_t at = 0; at < cells.size(); ++at) {
        if (tag) canvas_.begin(tag);
        const auto align = &cells == &head_ ? Align::centre : table_.columns[at].align;
        canvas_.write(cells[at], std::min(first, cells[at].count()), std::min(last, cells[at].count()), x + padding_x, y + padding_y, align);
        if (tag) canvas_.end(tag);
        x += widths_[at];
    }
}

double TableGrid::write_head(double x, double y, Head head) const {
    canvas_.shade(x, y, std::accumulate(widths_.begin(), widths_.end(), 0.0), head_height(), head_grey);
    frame(x, y, head_height());
    if (head == Head::first) canvas_.begin("TR");
    write_cells(head == Head::first ? "TH" : nullptr, head_, 0, lines(head_), x, y);
    if (head == Head::first) canvas_.end("TR");
    return y + head_height();
}

double TableGrid::write(const Cells& cells, int first, int last, double x, double y) const {
    const double tall = (last - first) * style_.pitch() + 2 * padding_y;
    frame(x, y, tall);
    canvas_.begin("TR");
    write_cells("TD", cells, first, last, x, y);
    canvas_.end("TR");
    return y + tall;
}

}  // namespace ryadom::documents
