// A table on paper: widths of its columns, heights of its rows, and how a part of it is drawn.
#pragma once

#include "platform/documents/canvas.hpp"

namespace ryadom::documents {

/// The head of a table is read out once; on later pages it is decoration.
enum class Head { first, repeated };

/// Shares of `width`, but no column narrower than its least as long as all of them fit.
std::vector<double> column_widths(const std::vector<double>& shares, const std::vector<double>& least, double width);

class TableGrid {
  public:
    using Cells = std::vector<Lines>;

    TableGrid(Canvas& canvas, const PaperTable& table, double width);

    /// The rows, and the total after them.
    std::size_t rows() const { return table_.rows.size() + (table_.total.empty() ? 0 : 1); }
    Cells row(std::size_t number) const;
    int lines(const Cells& cells) const;
    double height(const Cells& cells) const;
    double head_height() const { return height(head_); }
    /// Of the head and the first row.
    double beginning() const;
    /// The least piece of a row that is broken over pages.
    double least() const;
    int lines_within(double height) const;

    /// Both draw at `x`, `y` and return where the next row begins; `write` only lines `first` to before `last`.
    double write_head(double x, double y, Head head) const;
    double write(const Cells& cells, int first, int last, double x, double y) const;

  private:
    Cells wrapped(const std::vector<std::string>& texts, const Style& style) const;
    void frame(double x, double y, double height) const;
    void write_cells(const char* tag, const Cells& cells, int first, int last, double x, double y) const;

    Canvas& canvas_;
    const PaperTable& table_;
    Style style_;
    std::vector<double> widths_;
    Cells head_;
};

}  // namespace ryadom::documents
