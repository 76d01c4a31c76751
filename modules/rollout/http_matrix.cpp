// The matrix, one cell of it with its reason, the facts behind it, and what wants the coordinator's attention.
#include "modules/rollout/http.hpp"
#include "modules/rollout/matrix.hpp"

#include <algorithm>
#include <charconv>

namespace ryadom::rollout {
namespace {

using http::Call;

MatrixView get_matrix(Call& call, Boards& boards, const MatrixQuery& query) {
    return matrix(Reader(call), *boards.at(call.database(), query.day, call.now()), query, call.today());
}

/// Facts and people of each month with facts; a floor by quarter counts people once a quarter, so its months say facts only.
std::vector<MonthView> months(const Reader& reader, const Board& board, const BoardCell& cell) {
    const auto standing = reader.standing(board.organisation_of(cell).number);
    std::vector<MonthView> out;
    std::vector<std::pair<std::int64_t, std::int64_t>> counts;
    for (const auto& bucket : cell.deliveries.days) {
        if (bucket.day > cell.today) break;
        const auto month = period_of(bucket.day, PeriodLength::month).first;
        if (out.empty() || out.back().month != month) {
            out.push_back({month, {}, {}});
            counts.emplace_back(0, 0);
        }
        counts.back().first += bucket.facts;
        counts.back().second += bucket.new_people;
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].facts = reader.shown(counts[i].first, standing);
        if (cell.floor.length == PeriodLength::month) out[i].people = reader.shown(counts[i].second, standing);
    }
    return out;
}

const BoardCell* find_cell(const Board& board, const Id<network::Organisation>& organisation, const Id<practices::Practice>& practice) {
    for (const auto& cell : board.cells)
        if (board.organisation_of(cell).organisation.id == organisation && board.practice_of(cell).id == practice) return &cell;
    return nullptr;
}

std::vector<OrderView> orders_of(db::Tx& tx, const Board& board, const BoardCell& cell) {
    std::vector<OrderView> out;
    for (const auto& order : board.source->recorded.orders) {
        if (order.organisation != board.organisation_of(cell).number || order.practice != board.practice_of(cell).number) continue;
        out.push_back({order.id, order.campaign, order.order_number, order.signed_on, order.wave, order.target, store::changes_of(tx, order.number)});
    }
    return out;
}

CellView get_cell(Call& call, Boards& boards, const CellQuery& query) {
    const auto board = boards.at(call.database(), query.day, call.now());
    const auto* cell = find_cell(*board, query.organisation, query.practice);
    if (!cell) throw Refused(absent());
    const Reader reader(call);
    return call.read([&](db::Tx& tx) {
        CellView out;
        out.organisation = name_of(board->organisation_of(*cell));
        out.practice = name_of(reader, board->practice_of(*cell));
        if (cell->adoption) out.adoption = cell->adoption->id;
        out.day = cell->today;
        out.state = state_view(*cell);
        out.reason = reason(reader, *board, *cell);
        out.measure = cell->floor.measure;
        out.periods = periods_view(reader, *board, *cell);
        out.months = months(reader, *board, *cell);
        out.first = first_view(cell->now.first);
        out.forecast = forecast_view(cell->forecast);
        out.next = next_actions(reader, *board, *cell, cell->adoption ? store::lines_of(tx, cell->adoption->number) : std::vector<store::LineRow>{});
        out.orders = orders_of(tx, *board, *cell);
        return out;
    });
}

std::string title_of(const Reader& reader, const catalogue::Titles& titles) {
    for (const auto& wanted : {reader.language(), std::string("ru")})
        if (const auto found = titles.find(wanted); found != titles.end()) return found->second;
    return {};
}

/// Facts within the caller's scope: of the own centre, or of all for those who work for the region.
http::Page<FactView> get_facts(Call& call, const Boards& boards, const FactsQuery& query) {
    const Reader reader(call);
    return call.read([&](db::Tx& tx) {
        const auto organisation = network::own(tx, query.organisation);
        const auto practice = must(practices::find_practice(tx, query.practice));
        const Date from = query.from.value_or(Date{});
        const auto list = ledger::facts_behind(tx, boards.image(), ledger::image_scope(call.caller().scope), practice.number,
                                               network::subtree(tx, organisation.value), from, query.to.value_or(call.today()), query.cursor,
                                               query.limit.value_or(http::Paging{}.size()));
        std::map<Uuid, std::string> services;
        for (const auto& row : catalogue::all_services(tx)) services.emplace(row.service.id.uuid, title_of(reader, row.service.titles));
        const auto positions = store::positions_of_staff(tx, organisation);
        http::Page<FactView> page;
        page.next = list.next;
        for (const auto& fact : list.facts) {
            FactView view{fact.id, fact.performed_on, services[fact.service.uuid], fact.minutes, fact.channel, fact.unnamed_count, {}, {}, {}, {}, {}};
            if (fact.person) {
                view.person = fact.person->id;
                view.age = fact.person->age;
                view.sex = fact.person->sex;
                view.name = fact.person->name;
            }
            if (const auto worker = fact.worker ? positions.find(fact.worker->uuid) : positions.end(); worker != positions.end())
                view.worker_position = worker->second;
            page.items.push_back(std::move(view));
        }
        return page;
    });
}

http::Page<AttentionView> attention(Call& call, Boards& boards, const http::Paging& paging) {
    const auto board = boards.at(call.database(), std::nullopt, call.now());
    auto list = attention_list(Reader(call), *board);
    std::size_t from = 0;
    if (paging.cursor) std::from_chars(paging.cursor->data(), paging.cursor->data() + paging.cursor->size(), from);
    from = std::min(from, list.size());
    const auto to = std::min(list.size(), from + static_cast<std::size_t>(paging.size()));
    http::Page<AttentionView> page;
    page.items.assign(std::make_move_iterator(list.begin() + static_cast<std::ptrdiff_t>(from)),
                      std::make_move_iterator(list.begin() + static_cast<std::ptrdiff_t>(to)));
    if (to < list.size()) page.next = std::to_string(to);
    return page;
}

}  // namespace

void add_matrix_routes(http::Routes& routes, const SharedBoards& boards) {
    routes.get("/api/v1/matrix", "rollout.see", "The rollout matrix", [boards](Call& call, http::Query<MatrixQuery> query) {
        return get_matrix(call, *boards, query.value);
    });
    routes.get("/api/v1/matrix/cell", "rollout.see", "A cell with its reason", [boards](Call& call, http::Query<CellQuery> query) {
        return get_cell(call, *boards, query.value);
    });
    routes.get("/api/v1/matrix/cell/facts", "rollout.see", "The facts behind a cell", [boards](Call& call, http::Query<FactsQuery> query) {
        return get_facts(call, *boards, query.value);
    });
    routes.get("/api/v1/attention", "rollout.order", "What is overdue, late by forecast, or lapsed", [boards](Call& call, http::Query<http::Paging> paging) {
        return attention(call, *boards, paging.value);
    });
}

}  // namespace ryadom::rollout
