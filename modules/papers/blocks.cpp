#include "modules/papers/blocks.hpp"

namespace ryadom::papers {
namespace {

using namespace documents;

std::string word(Align align) {
    switch (align) {
        case Align::left: return "left";
        case Align::centre: return "centre";
        case Align::right: return "right";
    }
    return {};
}

std::string word(Look look) {
    switch (look) {
        case Look::text: return "text";
        case Look::strong: return "strong";
        case Look::note: return "note";
    }
    return {};
}

BlockView of_kind(BlockKind kind) {
    BlockView out;
    out.kind = kind;
    return out;
}

void add_items(const std::vector<ListItem>& items, int level, std::vector<ItemView>& out) {
    for (const auto& item : items) {
        out.push_back({level, item.text});
        add_items(item.parts, level + 1, out);
    }
}

struct View {
    BlockView operator()(const Heading& heading) const {
        auto out = of_kind(BlockKind::heading);
        out.level = heading.level;
        out.text = heading.text;
        out.align = word(heading.align);
        return out;
    }
    BlockView operator()(const Paragraph& paragraph) const {
        auto out = of_kind(BlockKind::paragraph);
        out.text = paragraph.text;
        out.align = word(paragraph.align);
        out.look = word(paragraph.look);
        out.first_line = paragraph.indent == Indent::first_line;
        return out;
    }
    BlockView operator()(const List& list) const {
        auto out = of_kind(BlockKind::list);
        out.numbered = list.marks == Marks::numbers;
        add_items(list.items, 0, out.items);
        return out;
    }
    BlockView operator()(const PaperTable& table) const {
        auto out = of_kind(BlockKind::table);
        RowView head;
        for (const auto& column : table.columns) {
            out.aligns.push_back(word(column.align));
            head.cells.push_back(column.title);
        }
        out.rows.push_back(std::move(head));
        for (const auto& row : table.rows) out.rows.push_back({row});
        out.total = !table.total.empty();
        if (out.total) out.rows.push_back({table.total});
        return out;
    }
    BlockView operator()(const KeyValues& values) const {
        auto out = of_kind(BlockKind::pairs);
        for (const auto& [name, value] : values.pairs) out.pairs.push_back({name, value});
        return out;
    }
    BlockView operator()(const Signatures& signatures) const {
        auto out = of_kind(BlockKind::signatures);
        for (const auto& line : signatures.lines) out.pairs.push_back({line.post, line.name});
        return out;
    }
    BlockView operator()(Spacer /*gap*/) const { return of_kind(BlockKind::gap); }
    BlockView operator()(Rule /*rule*/) const { return of_kind(BlockKind::rule); }
    BlockView operator()(PageBreak /*page*/) const { return of_kind(BlockKind::page); }
};

}  // namespace

std::vector<BlockView> views_of(const std::vector<documents::Block>& blocks) {
    std::vector<BlockView> out;
    for (const auto& block : blocks) out.push_back(std::visit(View{}, block));
    return out;
}

}  // namespace ryadom::papers
