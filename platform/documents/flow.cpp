#include "platform/documents/flow.hpp"

#include "platform/documents/table_grid.hpp"
#include "platform/documents/typography.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ryadom::documents {
namespace {

constexpr double millimetre = 72 / 25.4;
constexpr Style body{12};
constexpr Style strong{12, Weight::bold};
constexpr Style note{9.5, Weight::regular, 0.25};
constexpr Style foot{9, Weight::regular, 0.3};
constexpr Style label{11, Weight::regular, 0.25};
constexpr double step = 18;            ///< of an indent
constexpr double between_blocks = 5;
constexpr double place_to_sign = 110;  ///< the line itself

Style style_of(Look look) {
    switch (look) {
        case Look::text: return body;
        case Look::strong: return strong;
        case Look::note: return note;
    }
    return body;
}

Style style_of(const Heading& heading) {
    if (heading.level <= 1) return {16, Weight::bold};
    return heading.level == 2 ? Style{13, Weight::bold} : strong;
}

const char* tag_of(const Heading& heading) { return heading.level <= 1 ? "H1" : heading.level == 2 ? "H2" : "H3"; }

/// On paper that is bound at its left edge (or, lying, at its upper one).
Frame frame_of(Orientation orientation) {
    const auto size = size_of(orientation);
    if (orientation == Orientation::landscape) return {15 * millimetre, 20 * millimetre, size.width - 15 * millimetre, size.height - 17 * millimetre};
    return {25 * millimetre, 18 * millimetre, size.width - 15 * millimetre, size.height - 20 * millimetre};
}

std::string replaced(std::string text, std::string_view word, int number) {
    if (const auto at = text.find(word); at != std::string::npos) text.replace(at, word.size(), std::to_string(number));
    return text;
}

}  // namespace

PageSize size_of(Orientation orientation) {
    constexpr double shorter = 210 * millimetre;
    constexpr double longer = 297 * millimetre;
    return orientation == Orientation::portrait ? PageSize{shorter, longer} : PageSize{longer, shorter};
}

Flow::Flow(Canvas& canvas, const Paper& paper, int pages) : canvas_(canvas), paper_(paper), frame_(frame_of(paper.orientation)), pages_(pages), before_(canvas.pages() - 1), y_(frame_.top) {}

void Flow::run() {
    canvas_.begin("Document");
    const auto& blocks = paper_.blocks;
    for (std::size_t at = 0; at < blocks.size(); ++at) {
        if (std::holds_alternative<Heading>(blocks[at])) need(with_following(at));
        std::visit([this](const auto& block) { add(block); }, blocks[at]);
    }
    canvas_.end("Document");
    write_foot();
}

/// A heading stays with the headings below it and the beginning of what they head.
double Flow::with_following(std::size_t heading) const {
    double out = 0;
    for (auto at = heading; at < paper_.blocks.size(); ++at) {
        out += first_part(paper_.blocks[at]);
        if (!std::holds_alternative<Heading>(paper_.blocks[at])) break;
    }
    return out;
}

double Flow::first_part(const Block& block) const {
    if (const auto* heading = std::get_if<Heading>(&block)) {
        const auto style = style_of(*heading);
        return canvas_.wrap(typeset(heading->text), style, frame_.width()).height() + style.size;
    }
    if (const auto* table = std::get_if<PaperTable>(&block)) return TableGrid(canvas_, *table, frame_.width()).beginning();
    return 3 * body.pitch() + between_blocks;
}

void Flow::add(const Heading& heading) {
    const auto style = style_of(heading);
    const auto lines = canvas_.wrap(typeset(heading.text), style, frame_.width());
    need(lines.height());
    if (!at_top()) gap(heading.level <= 1 ? 0 : style.size * 0.6);
    add_lines(tag_of(heading), lines, frame_.left, heading.align);
    gap(heading.level <= 1 ? style.size * 0.5 : between_blocks * 0.5);
}

void Flow::add(const Paragraph& paragraph) {
    const double left = paragraph.indent == Indent::whole ? step : 0;
    const double first_line = paragraph.indent == Indent::first_line ? 2 * step : 0;
    add_lines("P", canvas_.wrap(typeset(paragraph.text), style_of(paragraph.look), frame_.width() - left, first_line), frame_.left + left, paragraph.align);
    gap(between_blocks);
}

void Flow::add(const List& list) {
    add_items(list.items, list.marks, "", 0);
    gap(between_blocks * 0.5);
}

void Flow::add_items(const std::vector<ListItem>& items, Marks marks, const std::string& number, double left) {
    canvas_.begin("L");
    int count = 0;
    for (const auto& item : items) add_item(item, marks, fmt::format("{}{}.", number, ++count), left);
    canvas_.end("L");
}

void Flow::add_item(const ListItem& item, Marks marks, const std::string& number, double left) {
    const auto mark = canvas_.wrap(marks == Marks::numbers ? number : std::string("—"), body, frame_.width());
    // "1.1.1." is wider than "1."
    const double inner = left + step + (marks == Marks::numbers ? static_cast<double>(std::ranges::count(number, '.') - 1) * 9 : 0) + (number.size() > 2 ? 5 : 0);
    const auto lines = canvas_.wrap(typeset(item.text), body, frame_.width() - inner);
    need(start_of(lines));
    canvas_.begin("LI");
    canvas_.begin("Lbl");
    canvas_.write(mark, 0, 1, frame_.left + left, y_);
    canvas_.end("Lbl");
    canvas_.begin("LBody");
    add_lines("P", lines, frame_.left + inner);
    gap(between_blocks * 0.5);
    if (!item.parts.empty()) add_items(item.parts, marks, number, inner);
    canvas_.end("LBody");
    canvas_.end("LI");
}

void Flow::add(const PaperTable& table) {
    const TableGrid grid(canvas_, table, frame_.width());
    canvas_.begin("Table");
    need(grid.beginning());
    y_ = grid.write_head(frame_.left, y_, Head::first);
    for (std::size_t row = 0; row < grid.rows(); ++row) {
        const auto cells = grid.row(row);
        // A row that no page holds is broken over pages; any other moves to the next as it is.
        const bool breaks = grid.height(cells) > frame_.height() - grid.head_height();
        for (int done = 0; done < grid.lines(cells);) {
            if (y_ + (breaks ? grid.least() : grid.height(cells)) > frame_.bottom) {
                turn_page();
                y_ = grid.write_head(frame_.left, y_, Head::repeated);
            }
            const int here = breaks ? grid.lines_within(frame_.bottom - y_) : grid.lines(cells);
            y_ = grid.write(cells, done, std::min(done + here, grid.lines(cells)), frame_.left, y_);
            done += here;
        }
    }
    canvas_.end("Table");
    gap(between_blocks * 2);
}

void Flow::add(const KeyValues& values) {
    double widest = 0;
    for (const auto& [name, value] : values.pairs) widest = std::max(widest, canvas_.longest_word(typeset(name), label));
    const double width = std::max(widest, frame_.width() * 0.3);
    canvas_.begin("Table");
    for (const auto& pair : values.pairs) add_pair(pair, width);
    canvas_.end("Table");
    gap(between_blocks);
}

void Flow::add_pair(const std::pair<std::string, std::string>& pair, double width) {
    const auto name = canvas_.wrap(typeset(pair.first), label, width);
    const double left = frame_.left + width + 10;
    const auto value = canvas_.wrap(typeset(pair.second), body, frame_.right - left);
    need(std::max(name.height() + 1, start_of(value)));
    canvas_.begin("TR");
    canvas_.begin("TH");
    canvas_.write(name, 0, name.count(), frame_.left, y_ + 1);
    canvas_.end("TH");
    const double below_name = y_ + 1 + name.height();
    const int page = canvas_.pages();
    add_lines("TD", value, left);
    if (page == canvas_.pages()) y_ = std::max(y_, below_name);
    canvas_.end("TR");
    gap(between_blocks * 0.6);
}

void Flow::add(const Signatures& signatures) {
    double height = 0;
    for (const auto& line : signatures.lines) height += canvas_.wrap(typeset(line.post), body, frame_.width() * 0.42).height() + body.pitch();
    need(std::min(height, frame_.height()));
    for (const auto& line : signatures.lines) add_signature(line);
}

void Flow::add_signature(const SignatureLine& line) {
    const auto post = canvas_.wrap(typeset(line.post), body, frame_.width() * 0.42);
    const double sign = frame_.left + frame_.width() * 0.45;
    const double after = sign + place_to_sign + 10;
    const auto name = canvas_.wrap(typeset(line.name), body, frame_.right - after);
    gap(body.pitch() * 0.8);
    need(std::max(post.height(), name.height()));
    const double last_line = y_ + (post.count() - 1) * body.pitch();
    canvas_.begin("P");
    canvas_.begin("Span");
    canvas_.write(post, 0, post.count(), frame_.left, y_);
    canvas_.end("Span");
    canvas_.line(sign, last_line + body.size + 1, sign + place_to_sign, last_line + body.size + 1);
    canvas_.begin("Span");
    canvas_.write(name, 0, name.count(), after, last_line);
    canvas_.end("Span");
    canvas_.end("P");
    y_ = last_line + std::max(name.height(), body.pitch());
}

void Flow::add(Spacer /*spacer*/) { gap(body.pitch()); }

void Flow::add(Rule /*rule*/) {
    need(between_blocks);
    canvas_.line(frame_.left, y_ + 1, frame_.right, y_ + 1);
    gap(between_blocks * 1.5);
}

void Flow::add(PageBreak /*page_break*/) {
    if (!at_top()) turn_page();
}

/// A few lines are not worth a break.
bool Flow::kept_whole(const Lines& lines) const { return lines.height() <= frame_.height() * 0.1; }

/// What has to fit for a text to begin on this page.
double Flow::start_of(const Lines& lines) const { return kept_whole(lines) ? lines.height() : 2 * lines.style().pitch(); }

int Flow::lines_here(const Lines& lines, int done) const {
    const int left = lines.count() - done;
    const int fit = static_cast<int>((frame_.bottom - y_ + 0.01) / lines.style().pitch());
    if (fit >= left) return left;
    const int leaves_two = std::min(fit, left - 2);
    return leaves_two >= 2 ? leaves_two : 0;
}

void Flow::add_lines(const char* tag, const Lines& lines, double x, Align align) {
    // The library closes what is written of a tag at the end of the page: a text over two pages is held by one around its parts.
    const bool whole = lines_here(lines, 0) == lines.count() || kept_whole(lines);
    if (whole) need(lines.height());
    canvas_.begin(tag);
    for (int done = 0; done < lines.count();) {
        const int here = whole ? lines.count() : lines_here(lines, done);
        if (here == 0) {
            turn_page();
            continue;
        }
        if (!whole) canvas_.begin("Span");
        canvas_.write(lines, done, done + here, x, y_, align);
        if (!whole) canvas_.end("Span");
        y_ += here * lines.style().pitch();
        done += here;
    }
    canvas_.end(tag);
}

void Flow::need(double height) {
    if (y_ + height > frame_.bottom && !at_top()) turn_page();
}

void Flow::gap(double height) { y_ = std::min(y_ + height, frame_.bottom); }

void Flow::turn_page() {
    write_foot();
    canvas_.next_page();
    y_ = frame_.top;
}

void Flow::write_foot() {
    const double y = frame_.bottom + 6 * millimetre;
    const auto sheet = canvas_.wrap(replaced(replaced(paper_.sheet, "{page}", canvas_.pages() - before_), "{pages}", pages_), foot, frame_.width());
    canvas_.write(sheet, 0, 1, frame_.left, y, Align::right);
    if (paper_.footer.empty()) return;
    const auto left = canvas_.wrap(typeset(paper_.footer), foot, frame_.width() * 0.75);
    canvas_.write(left, 0, std::min(left.count(), 2), frame_.left, y);
}

}  // namespace ryadom::documents
