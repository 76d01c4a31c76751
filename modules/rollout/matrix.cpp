#include "modules/rollout/matrix.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace ryadom::rollout {
namespace {

std::set<Uuid> ids_of(const std::string& list) {
    std::set<Uuid> out;
    for (std::size_t from = 0; from <= list.size();) {
        const auto end = std::min(list.find(',', from), list.size());
        const auto id = parse_uuid(std::string_view(list).substr(from, end - from));
        if (!id) throw Refused(refuse_field("/practices", "core.unknown_value", {{"value", list.substr(from, 40)}}).error());
        out.insert(*id);
        from = end + 1;
    }
    return out;
}

/// The place of each row or column that is shown, by its place in the source.
using Places = std::map<std::size_t, int>;

Places columns(const Reader& reader, const Board& board, const MatrixQuery& query, MatrixView& out) {
    const auto wanted = query.practices ? ids_of(*query.practices) : std::set<Uuid>();
    Places places;
    for (std::size_t i = 0; i < board.source->practices.size(); ++i) {
        const auto& row = board.source->practices[i];
        if (query.practices && !wanted.contains(row.id.uuid)) continue;
        places.emplace(i, static_cast<int>(out.practices.size()));
        out.practices.push_back({row.id, reader.title(row)});
    }
    return places;
}

Places rows(const Board& board, const MatrixQuery& query, MatrixView& out) {
    std::set<std::size_t> with_cells;
    for (const auto& cell : board.cells) with_cells.insert(cell.organisation);
    Places places;
    for (std::size_t i = 0; i < board.source->organisations.size(); ++i) {
        const auto& each = board.source->organisations[i].organisation;
        if (!with_cells.contains(i) && (!delivers(each.kind) || each.closed_on)) continue;
        if (query.district && (!each.district || to_string(*each.district) != *query.district)) continue;
        places.emplace(i, static_cast<int>(out.centres.size()));
        out.centres.push_back({each.id, each.short_title, each.district});
    }
    return places;
}

void count(MatrixTotals& totals, const MatrixCell& cell) {
    ++totals.signs[std::string(json::name_of(cell.sign))];
    ++totals.stages[std::string(json::name_of(cell.stage))];
}

std::optional<Date> trouble_since(const BoardCell& cell) {
    // The stop is the trouble, however long ago the deadline was; an order given later makes it one on its own day.
    if (cell.cell.stage == Stage::stopped && cell.cell.deadline) return std::max(cell.cell.since, cell.asked->order->signed_on);
    switch (cell.cell.sign) {
        case Sign::lapsed: return cell.cell.since;
        case Sign::overdue: return *cell.cell.deadline + 1;
        case Sign::late_forecast: return cell.cell.since;
        case Sign::none:
        case Sign::reached:
        case Sign::before_preparing:
        case Sign::under_way: return std::nullopt;
    }
    return std::nullopt;
}

Said trouble_said(const Reader& reader, const BoardCell& cell) {
    if (cell.cell.stage == Stage::stopped)
        return reader.say("rollout.attention.stopped", {{"since", written(cell.cell.since)}, {"deadline", written(*cell.cell.deadline)}});
    const auto code = "rollout.attention." + std::string(json::name_of(cell.cell.sign));
    switch (cell.cell.sign) {
        case Sign::overdue: return reader.say(code, {{"days", std::to_string(cell.cell.days_late)}});
        case Sign::late_forecast:
            if (!cell.cell.forecast) return reader.say("rollout.attention.no_forecast", {{"deadline", written(*cell.cell.deadline)}});
            return reader.say(code, {{"forecast", written(*cell.cell.forecast)}, {"deadline", written(*cell.cell.deadline)}});
        case Sign::lapsed:
        case Sign::none:
        case Sign::reached:
        case Sign::before_preparing:
        case Sign::under_way: return reader.say(code, {{"since", written(cell.cell.since)}});
    }
    return {};
}

AttentionView view_of(const Reader& reader, const Board& board, const BoardCell& cell, Date since) {
    AttentionView view;
    view.sign = cell.cell.sign;
    view.since = since;
    view.organisation = name_of(board.organisation_of(cell));
    view.practice = name_of(reader, board.practice_of(cell));
    if (cell.adoption) view.adoption = cell.adoption->id;
    view.state = state_view(cell);
    view.said = trouble_said(reader, cell);
    return view;
}

/// The newest first; those of one day stand as in the matrix.
using Place = std::tuple<int, std::size_t, std::size_t>;
struct Trouble {
    Date since;
    const BoardCell* cell = nullptr;
    Place place() const { return {Date{} - since, cell->organisation, cell->practice}; }
};

std::vector<Trouble> troubles(const Board& board) {
    std::vector<Trouble> out;
    for (const auto& cell : board.cells)
        if (const auto since = trouble_since(cell)) out.push_back({*since, &cell});
    std::ranges::sort(out, {}, &Trouble::place);
    return out;
}

std::string key_of(const Board& board, const BoardCell& cell) {
    return to_string(board.organisation_of(cell).organisation.id) + to_string(board.practice_of(cell).id);
}

std::string cursor_of(const Board& board, const Trouble& trouble) { return to_string(trouble.since) + key_of(board, *trouble.cell); }

/// The trouble that a page ended with, as it stood then; the cell may have none by now.
Trouble trouble_at(const Board& board, const std::string& cursor) {
    constexpr std::size_t length_of_day = 10;
    const auto since = parse_date(std::string_view(cursor).substr(0, length_of_day));
    if (since)
        for (const auto& cell : board.cells)
            if (cursor.substr(length_of_day) == key_of(board, cell)) return {*since, &cell};
    throw Refused(refuse_field("/cursor", "core.unknown_value", {{"value", cursor}}).error());
}

}  // namespace

bool delivers(network::OrganisationKind kind) {
    using enum network::OrganisationKind;
    switch (kind) {
        case centre:
        case residential:
        case remote_centre: return true;
        case department:
        case authority:
        case branch:
        case partner:
        case supplier: return false;
    }
    return false;
}

MatrixView matrix(const Reader& reader, const Board& board, const MatrixQuery& query, Date today) {
    MatrixView out;
    out.day = board.day.value_or(today);
    const auto columns_shown = columns(reader, board, query, out);
    const auto rows_shown = rows(board, query, out);
    out.practice_totals.resize(out.practices.size());
    out.centre_totals.resize(out.centres.size());
    for (const auto& cell : board.cells) {
        const auto row = rows_shown.find(cell.organisation);
        const auto column = columns_shown.find(cell.practice);
        if (row == rows_shown.end() || column == columns_shown.end()) continue;
        auto shown = matrix_cell(cell);
        shown.centre = row->second;
        shown.practice = column->second;
        count(out.practice_totals[static_cast<std::size_t>(shown.practice)], shown);
        count(out.centre_totals[static_cast<std::size_t>(shown.centre)], shown);
        count(out.total, shown);
        out.cells.push_back(std::move(shown));
    }
    return out;
}

std::vector<AttentionView> attention_list(const Reader& reader, const Board& board) {
    std::vector<AttentionView> out;
    for (const auto& [since, cell] : troubles(board)) out.push_back(view_of(reader, board, *cell, since));
    return out;
}

http::Page<AttentionView> attention_page(const Reader& reader, const Board& board, const http::Paging& paging) {
    const auto list = troubles(board);
    const auto from = paging.cursor ? std::ranges::upper_bound(list, trouble_at(board, *paging.cursor).place(), {}, &Trouble::place) : list.begin();
    std::vector<Trouble> shown(from, from + std::min<std::ptrdiff_t>(list.end() - from, paging.size() + 1));
    http::Page<AttentionView> page;
    if (cut(shown, paging.size())) page.next = cursor_of(board, shown.back());
    for (const auto& [since, cell] : shown) page.items.push_back(view_of(reader, board, *cell, since));
    return page;
}

}  // namespace ryadom::rollout
