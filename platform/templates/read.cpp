// The lines of a template, and the blocks that they make.
#include "platform/templates/tokens.hpp"

#include "platform/core/text.hpp"

#include <algorithm>

namespace ryadom::templates {
namespace {

using documents::Align;
using documents::Indent;
using documents::Look;
using documents::Marks;

constexpr std::size_t most_lines = 2000;
constexpr std::size_t most_columns = 12;

struct RawLine {
    std::string_view text;  ///< without blanks around it
    Place place;            ///< of its first sign
    int indent = 0;         ///< blanks before it
};

std::vector<RawLine> lines_of(std::string_view text) {
    std::vector<RawLine> out;
    for (int number = 1;; ++number) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end);
        const auto content = trimmed(line);
        const auto before = content.empty() ? 0 : static_cast<int>(characters(line.substr(0, static_cast<std::size_t>(content.data() - line.data()))));
        out.push_back({content, {number, before + 1}, before});
        if (end == std::string_view::npos) return out;
        text.remove_prefix(end + 1);
    }
}

bool only(std::string_view text, char sign) { return text.size() >= 3 && text.find_first_not_of(sign) == std::string_view::npos; }

/// A line that is one tag and nothing else.
std::optional<Tag> lone_tag(std::string_view text) {
    if (!text.starts_with("{{") || text.find("}}") != text.size() - 2) return std::nullopt;
    auto tag = tag_of(trimmed(text.substr(2, text.size() - 4)));
    return tag.kind == Tag::Kind::value ? std::nullopt : std::optional(std::move(tag));
}

/// "1." or "12)": how many bytes of it, with the blank behind.
std::size_t numbering(std::string_view text) {
    const auto digits = text.find_first_not_of("0123456789");
    if (digits == 0 || digits > 4 || digits == std::string_view::npos || digits + 1 >= text.size()) return 0;
    return (text[digits] == '.' || text[digits] == ')') && text[digits + 1] == ' ' ? digits + 2 : 0;
}

struct Prefix {
    std::string_view sign;
    Line line;
};

/// The first that fits; longer signs stand before shorter ones.
const std::vector<Prefix>& prefixes() {
    const auto heading = [](int level) { return Line{.kind = LineKind::heading, .level = level, .align = level == 1 ? Align::centre : Align::left, .cells = {}, .columns = {}}; };
    const auto paragraph = [](Align align, Look look) { return Line{.kind = LineKind::paragraph, .align = align, .look = look, .cells = {}, .columns = {}}; };
    static const std::vector<Prefix> all{
        {"### ", heading(3)}, {"## ", heading(2)},  {"# ", heading(1)},
        {">< ", paragraph(Align::centre, Look::text)}, {"> ", paragraph(Align::right, Look::text)}, {"< ", paragraph(Align::left, Look::text)},
        {"! ", paragraph(Align::left, Look::strong)},  {"~ ", paragraph(Align::left, Look::note)},
        {"- ", Line{.kind = LineKind::item, .cells = {}, .columns = {}}},
    };
    return all;
}

class LineReader {
  public:
    LineReader(std::vector<RawLine> lines, Context& context) : lines_(std::move(lines)), context_(context) {}

    std::vector<Node> run() {
        std::vector<Node> out;
        while (true) {
            auto more = block();
            std::ranges::move(more, std::back_inserter(out));
            if (at_ >= lines_.size()) return out;
            context_.problem(lines_[at_].place, "unexpected", {{"tag", std::string(trimmed(lines_[at_].text.substr(2, lines_[at_].text.size() - 4)))}});
            ++at_;
        }
    }

  private:
    /// The table whose rows may follow.
    struct Table {
        std::size_t columns = 0;  ///< 0: none
        std::size_t depth = 0;    ///< where it began: with that block it ends
    };

    /// Up to a tag that ends a block or to the end.
    std::vector<Node> block() {
        std::vector<Node> out;
        for (; at_ < lines_.size(); ++at_) {
            const auto tag = lone_tag(lines_[at_].text);
            if (!tag) line(lines_[at_], out);
            else if (tag->kind == Tag::Kind::condition) condition(lines_[at_], *tag, out);
            else if (tag->kind == Tag::Kind::loop) loop(lines_[at_], *tag, out);
            else break;
        }
        if (table_.depth >= context_.depth() && context_.depth() > 0) table_ = {};
        return out;
    }

    bool ends_with(Tag::Kind kind) const {
        if (at_ >= lines_.size()) return false;
        const auto tag = lone_tag(lines_[at_].text);
        return tag && tag->kind == kind;
    }
    /// Leaves the place where the loop in block() steps over the line that ends; over one that ends something else it does not.
    void expect(Tag::Kind kind, const RawLine& opened) {
        if (ends_with(kind)) return;
        context_.problem(opened.place, "unclosed_block", {{"tag", shorten(trimmed(opened.text.substr(2, opened.text.size() - 4)))}});
        --at_;
    }
    void condition(const RawLine& raw, const Tag& tag, std::vector<Node>& out) {
        const auto known = context_.find(raw.place, tag.body);
        if (!context_.enter(raw.place)) return;
        ++at_;
        Node node{Node::Kind::condition, {}, known ? known->reference : Reference{}, block(), {}};
        if (ends_with(Tag::Kind::otherwise)) {
            ++at_;
            node.otherwise = block();
        }
        expect(Tag::Kind::end_condition, raw);
        context_.leave();
        out.push_back(std::move(node));
    }
    void loop(const RawLine& raw, const Tag& tag, std::vector<Node>& out) {
        static const Fields none;
        const auto known = context_.find_list(raw.place, tag.body);
        if (!context_.enter(raw.place)) return;
        ++at_;
        context_.enter_list(known ? *known->fields : none);
        Node node{Node::Kind::loop, {}, known ? known->reference : Reference{}, block(), {}};
        context_.leave_list();
        expect(Tag::Kind::end_loop, raw);
        context_.leave();
        out.push_back(std::move(node));
    }

    void line(const RawLine& raw, std::vector<Node>& out) {
        if (raw.text.starts_with('|')) return table_line(raw, out);
        table_ = {};
        out.push_back({Node::Kind::line, simple(raw), {}, {}, {}});
    }
    Line simple(const RawLine& raw);
    std::vector<Pieces> rest(const RawLine& raw, std::size_t from, Token::Kind between, std::size_t most);
    void table_line(const RawLine& raw, std::vector<Node>& out);
    bool widths(const RawLine& raw, std::span<const Token> tokens, std::vector<Node>& out);

    std::vector<RawLine> lines_;
    Context& context_;
    std::size_t at_ = 0;
    Table table_;
};

/// What stands behind the first bytes of a line, cell by cell.
std::vector<Pieces> LineReader::rest(const RawLine& raw, std::size_t from, Token::Kind between, std::size_t most) {
    const auto text = raw.text.substr(from);
    const auto content = trimmed(text);
    const Place place{raw.place.line, raw.place.column + static_cast<int>(characters(raw.text.substr(0, raw.text.size() - content.size())))};
    const auto tokens = tokens_of(content, place, context_);
    std::vector<Pieces> out;
    for (const auto& cell : split(tokens, between, most)) out.push_back(pieces_of(cell, context_));
    return out;
}

Line LineReader::simple(const RawLine& raw) {
    const auto of = [](LineKind kind) { return Line{.kind = kind, .cells = {}, .columns = {}}; };
    if (raw.text.empty()) return of(LineKind::end);
    if (only(raw.text, '-')) return of(LineKind::rule);
    if (only(raw.text, '=')) return of(LineKind::page);
    if (only(raw.text, '.')) return of(LineKind::gap);
    constexpr int per_level = 2;
    constexpr int most_levels = 4;
    auto out = of(LineKind::paragraph);
    std::size_t from = 0;
    if (raw.text.starts_with("___ ")) {
        out = of(LineKind::signature);
        out.cells = rest(raw, 4, Token::Kind::bar, 2);
        return out;
    }
    if (const auto number = numbering(raw.text); number > 0) {
        out = of(LineKind::item);
        out.marks = Marks::numbers;
        from = number;
    } else if (const auto found = std::ranges::find_if(prefixes(), [&](const Prefix& each) { return raw.text.starts_with(each.sign); }); found != prefixes().end()) {
        out = found->line;
        from = found->sign.size();
    } else {
        out.cells = rest(raw, 0, Token::Kind::colons, 2);
        if (out.cells.size() == 2) out.kind = LineKind::pair;
        else out.indent = Indent::first_line;
        return out;
    }
    if (out.kind == LineKind::item) out.level = std::min(raw.indent / per_level, most_levels - 1);
    out.cells = rest(raw, from, Token::Kind::text, 1);
    return out;
}

/// "| ---- | --: |": shares of the width by the number of dashes, and where the cells stand.
bool LineReader::widths(const RawLine& raw, std::span<const Token> tokens, std::vector<Node>& out) {
    std::vector<documents::PaperColumn> columns;
    for (const auto& cell : split(tokens, Token::Kind::bar, SIZE_MAX)) {
        if (cell.size() != 1 || cell.front().kind != Token::Kind::text) return false;
        const auto text = trimmed(cell.front().text);
        if (text.find_first_not_of("-:") != std::string_view::npos || text.find('-') == std::string_view::npos) return false;
        const auto align = !text.ends_with(':') ? Align::left : text.starts_with(':') ? Align::centre : Align::right;
        columns.push_back({{}, static_cast<double>(std::ranges::count(text, '-')), align});
    }
    if (out.empty() || out.back().kind != Node::Kind::line || out.back().line.kind != LineKind::head) {
        context_.problem(raw.place, "no_head");
        return true;
    }
    if (columns.size() == table_.columns) out.back().line.columns = std::move(columns);
    else context_.problem(raw.place, "cells", {{"expected", std::to_string(table_.columns)}, {"found", std::to_string(columns.size())}});
    return true;
}

void LineReader::table_line(const RawLine& raw, std::vector<Node>& out) {
    auto content = raw.text.substr(1);
    const bool total = content.starts_with('=');
    if (total) content.remove_prefix(1);
    const auto before = static_cast<int>(raw.text.size() - content.size());
    auto tokens = tokens_of(content, {raw.place.line, raw.place.column + before}, context_);
    if (!tokens.empty() && tokens.back().kind == Token::Kind::bar) tokens.pop_back();
    if (!total && widths(raw, tokens, out)) return;
    Line line{.kind = total ? LineKind::total : table_.columns == 0 ? LineKind::head : LineKind::row, .cells = {}, .columns = {}};
    for (const auto& cell : split(tokens, Token::Kind::bar, SIZE_MAX)) line.cells.push_back(pieces_of(cell, context_));
    if (line.cells.size() > most_columns) return context_.problem(raw.place, "too_many_cells", {{"count", std::to_string(most_columns)}});
    if (total && table_.columns == 0) return context_.problem(raw.place, "no_head");
    if (line.kind == LineKind::head) {
        table_ = {line.cells.size(), context_.depth()};
        line.columns.resize(line.cells.size());
    } else if (line.cells.size() != table_.columns) {
        return context_.problem(raw.place, "cells", {{"expected", std::to_string(table_.columns)}, {"found", std::to_string(line.cells.size())}});
    }
    out.push_back({Node::Kind::line, std::move(line), {}, {}, {}});
}

}  // namespace

std::expected<Ready, std::vector<Problem>> read(std::string_view text, const Fields& fields, i18n::Language language) {
    Context context(fields, language);
    const auto refused = [&](std::string_view code, std::size_t limit) {
        context.problem({}, code, {{"count", std::to_string(limit)}});
        return std::unexpected(context.take_problems());
    };
    if (text.size() > longest_text) return refused("too_long", longest_text / 1024);
    if (!i18n::valid_utf8(text)) return refused("not_text", 0);
    auto lines = lines_of(text);
    if (lines.size() > most_lines) return refused("too_many_lines", most_lines);
    auto ready = std::make_shared<Template>(Template{fields, language, LineReader(std::move(lines), context).run()});
    const auto blank = [](const Node& node) { return node.kind == Node::Kind::line && node.line.kind == LineKind::end; };
    if (std::ranges::all_of(ready->nodes, blank)) context.problem({}, "empty");
    if (!context.sound()) return std::unexpected(context.take_problems());
    return ready;
}

}  // namespace ryadom::templates
