// A paper as a screen shows it: the blocks that also make the PDF.
#pragma once

#include "platform/documents/paper.hpp"
#include "platform/json/describe.hpp"

namespace ryadom::papers {

enum class BlockKind { heading, paragraph, list, table, pairs, signatures, gap, rule, page };
constexpr auto names(json::Type<BlockKind>) {
    using namespace std::string_view_literals;
    using enum BlockKind;
    return std::array{std::pair{heading, "heading"sv}, std::pair{paragraph, "paragraph"sv}, std::pair{list, "list"sv}, std::pair{table, "table"sv}, std::pair{pairs, "pairs"sv},
                      std::pair{signatures, "signatures"sv}, std::pair{gap, "gap"sv}, std::pair{rule, "rule"sv}, std::pair{page, "page"sv}};
}

/// How a line is set: "left", "centre", "right"; "text", "strong", "note".
struct ItemView {
    int level = 0;
    std::string text;
};
constexpr auto describe(json::Type<ItemView>) {
    return json::object("PaperItem", json::field("level", &ItemView::level, "How deep it stands"), json::field("text", &ItemView::text, "Text", json::length(0, 100'000)));
}

struct PairView {
    std::string name;
    std::string value;
};
constexpr auto describe(json::Type<PairView>) {
    return json::object("PaperPair", json::field("name", &PairView::name, "Name, or post", json::length(0, 100'000)), json::field("value", &PairView::value, "Value, or name", json::length(0, 100'000)));
}

struct RowView {
    std::vector<std::string> cells;
};
constexpr auto describe(json::Type<RowView>) { return json::object("PaperRow", json::field("cells", &RowView::cells, "Cells")); }

struct BlockView {
    BlockKind kind = BlockKind::paragraph;
    int level = 0;
    std::string text;
    std::string align;
    std::string look;
    bool numbered = false;
    bool first_line = false;
    std::vector<ItemView> items;
    std::vector<std::string> aligns;
    std::vector<RowView> rows;  ///< the head first
    bool total = false;  ///< the last row is one
    std::vector<PairView> pairs;
};
constexpr auto describe(json::Type<BlockView>) {
    using json::field;
    using T = BlockView;
    return json::object("PaperBlock", field("kind", &T::kind, "Kind"), field("level", &T::level, "Level of a heading"), field("text", &T::text, "Text", json::length(0, 200'000)),
                        field("align", &T::align, "left, centre or right"), field("look", &T::look, "text, strong or note"), field("numbered", &T::numbered, "A numbered list"),
                        field("first_line", &T::first_line, "Its first line is indented"), field("items", &T::items, "Items of a list", json::length(0, 20'000)),
                        field("aligns", &T::aligns, "How columns are aligned", json::length(0, 20)), field("rows", &T::rows, "Rows of a table, the head first", json::length(0, 20'000)),
                        field("total", &T::total, "The last row is a total"), field("pairs", &T::pairs, "Names and values, or signatures", json::length(0, 20'000)));
}

std::vector<BlockView> views_of(const std::vector<documents::Block>& blocks);

}  // namespace ryadom::papers
