// The matrix, one cell of it with its reason, the facts behind it, and what wants the coordinator's attention.
#include "modules/rollout/cell_facts.hpp"
#include "modules/rollout/export.hpp"
#include "modules/rollout/http.hpp"
#include "modules/rollout/matrix.hpp"
#include "platform/audit/audit.hpp"

#include <algorithm>
#include <set>

namespace ryadom::rollout {
namespace {

using http::Call;

MatrixView get_matrix(Call& call, Boards& boards, const MatrixQuery& query) {
    return matrix(Reader(call), *boards.at(call.database(), query.day, call.now()), query, call.today());
}

/// Facts and people of each month with facts; a floor by quarter counts people once a quarter, so its months say facts only.
std::vector<MonthView> months(const Reader& reader, const Board& board, const BoardCell& cell) {
    const auto standing = reader.standing(board.organisation_of(cell).number);
    std::map<Date, std::int64_t> facts;
    for (const auto& bucket : cell.deliveries.days)
        if (bucket.day <= cell.today) facts[period_of(bucket.day, PeriodLength::month).first] += bucket.facts;
    std::vector<MonthView> out;
    for (const auto& [month, count] : facts) {
        const auto people = people_of(cell, period_of(month, cell.floor.length));
        MonthView view{month, Reader::shown_services(count, people, standing), {}};
        if (cell.floor.length == PeriodLength::month) view.people = Reader::shown(people, standing);
        out.push_back(view);
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

http::Written<http::Page<FactView>> get_facts(Call& call, const Boards& boards, const FactsQuery& query) {
    const Tongue tongue(call.texts(), call.language());
    auto found = call.read([&](db::Tx& tx) { return cell_facts(tx, tongue, boards.image(), query, call.today()); });
    return call.write([found = std::move(found)](db::Tx& tx) {
        ledger::record_reading(tx, found.facts);
        return found.page;
    });
}

constexpr auto exported_action = "rollout.facts_exported";

/// Whose names the file shows.
std::function<void(const std::vector<FactView>&)> exported_names(const Call& call) {
    return [exported = people::Exported(call.database(), call.caller(), exported_action)](const std::vector<FactView>& page) mutable {
        std::set<Uuid> persons;
        for (const auto& fact : page)
            if (fact.person) persons.insert(fact.person->uuid);
        exported.note(persons);
    };
}

http::Written<documents::Table> export_facts(Call& call, const SharedBoards& boards, FactsQuery query) {
    constexpr int page_rows = 1000;
    const Tongue tongue(call.texts(), call.language());
    query.limit = page_rows;
    query.cursor.reset();
    const auto today = call.today();
    const auto fetch = [tongue, boards, query, today](db::Tx& tx, const std::optional<std::string>& cursor) {
        auto next = query;
        next.cursor = cursor;
        return cell_facts(tx, tongue, boards->image(), next, today).page;
    };
    call.read([&](db::Tx& tx) { return network::own(tx, query.organisation); });
    documents::Table table{tongue.say("rollout.file.facts", {{"day", to_string(today)}}).text, fact_columns(tongue),
                           http::paged<FactView>(call, fetch, [tongue](const FactView& fact) { return fact_row(tongue, fact); }, exported_names(call)), {}};
    const auto practice = json::write(json::Object{{"practice", to_string(query.practice)}});
    return call.write([table = std::move(table), organisation = query.organisation, practice](db::Tx& tx) {
        audit::record(tx, exported_action, organisation, std::nullopt, practice);
        return table;
    });
}

documents::Table export_matrix(Call& call, Boards& boards, const MatrixQuery& query) {
    return matrix_table({call.texts(), call.language()}, get_matrix(call, boards, query));
}

documents::Table export_attention(Call& call, Boards& boards) {
    return attention_table({call.texts(), call.language()}, attention_list(Reader(call), *boards.at(call.database(), std::nullopt, call.now())), call.today());
}

http::Page<AttentionView> attention(Call& call, Boards& boards, const http::Paging& paging) {
    const auto board = boards.at(call.database(), std::nullopt, call.now());
    return attention_page(Reader(call), *board, paging);
}

}  // namespace

void add_matrix_routes(http::Routes& routes, const SharedBoards& boards) {
    routes.get("/api/v1/matrix", "rollout.see", "The rollout matrix", [boards](Call& call, http::Query<MatrixQuery> query) {
        return get_matrix(call, *boards, query.value);
    }).pool = http::Pool::heavy;
    routes.get("/api/v1/matrix/export", "rollout.see", "The matrix as a file", [boards](Call& call, http::Query<MatrixQuery> query) {
        return export_matrix(call, *boards, query.value);
    }).pool = http::Pool::heavy;
    routes.get("/api/v1/matrix/cell", "rollout.see", "A cell with its reason", [boards](Call& call, http::Query<CellQuery> query) {
        return get_cell(call, *boards, query.value);
    });
    routes.get("/api/v1/matrix/cell/facts", "rollout.see", "The facts behind a cell", [boards](Call& call, http::Query<FactsQuery> query) {
        return get_facts(call, *boards, query.value);
    });
    routes.get("/api/v1/matrix/cell/facts/export", "rollout.see", "The facts behind a cell as a file", [boards](Call& call, http::Query<FactsQuery> query) {
        return export_facts(call, boards, query.value);
    }).pool = http::Pool::heavy;
    routes.get("/api/v1/attention", "rollout.order", "What is overdue, late by forecast, or lapsed", [boards](Call& call, http::Query<http::Paging> paging) {
        return attention(call, *boards, paging.value);
    }).pool = http::Pool::heavy;
    routes.get("/api/v1/attention/export", "rollout.order", "What is overdue, late by forecast, or lapsed, as a file", [boards](Call& call) {
        return export_attention(call, *boards);
    }).pool = http::Pool::heavy;
}

}  // namespace ryadom::rollout
