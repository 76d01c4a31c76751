#include "platform/templates/blocks.hpp"

namespace ryadom::templates {

using documents::KeyValues;
using documents::List;
using documents::ListItem;
using documents::PaperTable;
using documents::Signatures;

/// The last block where it is one of that kind and may go on, else a new one.
template <class Group>
Group& Blocks::group() {
    if (!open_ || out_.empty() || !std::holds_alternative<Group>(out_.back())) out_.emplace_back(Group{});
    open_ = true;
    return std::get<Group>(out_.back());
}

void Blocks::item(const Line& line, std::string text) {
    if (open_ && !out_.empty() && line.level == 0)
        if (const auto* list = std::get_if<List>(&out_.back()); list && list->marks != line.marks) open_ = false;
    auto& list = group<List>();
    if (list.items.empty()) list.marks = line.marks;
    auto* items = &list.items;
    for (int level = 0; level < line.level && !items->empty(); ++level) items = &items->back().parts;
    items->push_back({std::move(text), {}});
}

void Blocks::row(const Line& line, std::vector<std::string> cells) {
    if (line.kind == LineKind::head) {
        open_ = false;
        auto& table = group<PaperTable>();
        table.columns = line.columns;
        for (std::size_t column = 0; column < cells.size(); ++column) table.columns[column].title = std::move(cells[column]);
        return;
    }
    auto& table = group<PaperTable>();
    if (line.kind == LineKind::total) table.total = std::move(cells);
    else table.rows.push_back(std::move(cells));
}

void Blocks::add(const Line& line, std::vector<std::string> cells) {
    const auto single = [&](documents::Block block) {
        open_ = false;
        out_.push_back(std::move(block));
    };
    const auto cell = [&](std::size_t place) { return place < cells.size() ? std::move(cells[place]) : std::string(); };
    switch (line.kind) {
        case LineKind::heading:
            if (title_.empty()) title_ = cells.front();
            return single(documents::Heading{line.level, cell(0), line.align});
        case LineKind::paragraph: return single(documents::Paragraph{cell(0), line.align, line.indent, line.look});
        case LineKind::item: return item(line, cell(0));
        case LineKind::pair: group<KeyValues>().pairs.emplace_back(cell(0), cell(1)); return;
        case LineKind::head:
        case LineKind::row:
        case LineKind::total: return row(line, std::move(cells));
        case LineKind::signature: group<Signatures>().lines.push_back({cell(0), cell(1)}); return;
        case LineKind::rule: return single(documents::Rule{});
        case LineKind::gap: return single(documents::Spacer{});
        case LineKind::page: return single(documents::PageBreak{});
        case LineKind::end: open_ = false; return;
    }
}

}  // namespace ryadom::templates
