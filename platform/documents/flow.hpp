// Puts the blocks of a paper below each other, page after page.
#pragma once

#include "platform/documents/canvas.hpp"

namespace ryadom::documents {

/// The part of the page that is written on.
struct Frame {
    double left;
    double top;
    double right;
    double bottom;
    double width() const { return right - left; }
    double height() const { return bottom - top; }
};

PageSize size_of(Orientation orientation);

class Flow {
  public:
    /// `pages` as a first run counted them; a paper that begins on a later page of the canvas counts its own from 1.
    Flow(Canvas& canvas, const Paper& paper, int pages);
    /// All blocks, to the foot of the last page.
    void run();

  private:
    void add(const Heading& heading);
    void add(const Paragraph& paragraph);
    void add(const List& list);
    void add(const PaperTable& table);
    void add(const KeyValues& values);
    void add(const Signatures& signatures);
    void add(Spacer spacer);
    void add(Rule rule);
    void add(PageBreak page_break);

    void add_items(const std::vector<ListItem>& items, Marks marks, const std::string& number, double left);
    void add_item(const ListItem& item, Marks marks, const std::string& number, double left);
    void add_pair(const std::pair<std::string, std::string>& pair, double label);
    void add_signature(const SignatureLine& line);
    /// Lines under one tag, broken over pages so that no page begins or ends with a lone line.
    void add_lines(const char* tag, const Lines& lines, double x, Align align = Align::left);
    bool kept_whole(const Lines& lines) const;
    double start_of(const Lines& lines) const;
    int lines_here(const Lines& lines, int done) const;
    double with_following(std::size_t heading) const;
    double first_part(const Block& block) const;

    /// On to the next page unless so much is left of this one.
    void need(double height);
    void gap(double height);
    bool at_top() const { return y_ <= frame_.top; }
    void turn_page();
    void write_foot();

    Canvas& canvas_;
    const Paper& paper_;
    Frame frame_;
    int pages_;
    int before_;  ///< pages of other papers
    double y_;
};

}  // namespace ryadom::documents
