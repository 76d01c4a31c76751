#include "modules/cuts/http.hpp"

#include "modules/cuts/axes.hpp"
#include "modules/cuts/rules.hpp"

#include <algorithm>

namespace ryadom::cuts {
namespace {

using http::Call;
using http::Page;
using http::Query;
using http::Written;
using ledger::image::Count;
using ledger::image::CutTable;
using ledger::image::Position;

/// One mark for small groups and for those that protect them: which is which is the secret.
constexpr std::string_view not_told = "×";

/// How long a figure waits for what was just recorded.
constexpr std::chrono::milliseconds patience{300};

/// Residents of each row, each column, and of all: a table has at most one axis of districts.
struct Population {
    std::vector<std::optional<std::int64_t>> rows;
    std::vector<std::optional<std::int64_t>> columns;
    std::optional<std::int64_t> all;
};

std::optional<std::int64_t> sum_of(const std::vector<Group>& groups) {
    std::optional<std::int64_t> out;
    for (const auto& each : groups)
        if (each.population) out = out.value_or(0) + *each.population;
    return out;
}

Population population_of(const Plan& plan) {
    Population out;
    const auto rows = sum_of(plan.rows);
    const auto columns = sum_of(plan.columns);
    out.all = plan.population ? plan.population : rows ? rows : columns;
    for (const auto& each : plan.rows) out.rows.push_back(plan.population ? plan.population : rows ? each.population : out.all);
    for (const auto& each : plan.columns) out.columns.push_back(plan.population ? plan.population : columns ? each.population : out.all);
    return out;
}

/// Which groups the table shows: those that hold something, and those that are always shown.
std::vector<std::size_t> shown(const std::vector<Group>& groups, const std::vector<Count>& totals) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < groups.size(); ++i)
        if (groups[i].always || totals[i].facts > 0) out.push_back(i);
    return out;
}

PeopleGrid people_of(const CutTable& table, const std::vector<std::size_t>& rows, const std::vector<std::size_t>& columns) {
    PeopleGrid out;
    for (const auto row : rows) {
        out.emplace_back();
        for (const auto column : columns) out.back().push_back(table.at(row, column).people);
        out.back().push_back(table.row_totals[row].people);
    }
    out.emplace_back();
    for (const auto column : columns) out.back().push_back(table.column_totals[column].people);
    out.back().push_back(table.total.people);
    return out;
}

Cut answer(const Plan& plan, const CutTable& table, const CutQuery& query, const Telling& telling) {
    const auto population = population_of(plan);
    const auto rows = shown(plan.rows, table.row_totals);
    const auto columns = shown(plan.columns, table.column_totals);
    const auto hidden = telling.rounded ? hidden_cells(people_of(table, rows, columns)) : HiddenGrid();
    const auto tell = [&](std::size_t row, std::size_t column, const Count& count, std::optional<std::int64_t> residents) {
        return telling.rounded && hidden[row][column] ? Value{{}, true} : told(count, telling, residents);
    };
    const bool rows_have = query.rows == AxisName::district;
    Cut out;
    out.rounded = telling.rounded;
    out.from = query.from;
    out.to = query.to;
    for (std::size_t j = 0; j < columns.size(); ++j) {
        const auto& group = plan.columns[columns[j]];
        out.columns.push_back({group.key, group.title, tell(rows.size(), j, table.column_totals[columns[j]], population.columns[columns[j]])});
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto row = rows[i];
        const auto& group = plan.rows[row];
        Row view{group.key, group.title, group.population, {}, tell(i, columns.size(), table.row_totals[row], population.rows[row])};
        for (std::size_t j = 0; j < columns.size(); ++j)
            view.values.push_back(tell(i, j, table.at(row, columns[j]), rows_have ? population.rows[row] : population.columns[columns[j]]));
        out.rows.push_back(std::move(view));
    }
    out.total = tell(rows.size(), columns.size(), table.total, population.all);
    return out;
}

class Desk {
  public:
    explicit Desk(FeedSource feed) : feed_(std::move(feed)) {}

    Cut cut(Call& call, CutQuery query) {
        feed_().await(patience);
        const auto residents = residents_.read(call.database());
        return call.read([&](db::Tx& tx) {
            const bool everything = tx.caller().scope.records == db::Reach::everything;
            const bool region = query.reach.value_or(Reach::own) == Reach::region;
            const Telling telling{query.measure, region && !everything};
            if (telling.rounded && query.from <= query.to) {
                const auto months = whole_months(query.from, query.to);
                query.from = months.first;
                query.to = months.last;
            }
            auto plan = plan_of(call, tx, query, *residents);
            plan.request.distinct = telling.rounded || query.measure == Measure::people || query.measure == Measure::per_thousand;
            const auto scope = region ? ledger::image::Scope::everything() : ledger::image_scope(tx.caller().scope);
            return answer(plan, ledger::image::cut(feed_().image(), scope, plan.request), query, telling);
        });
    }

    Page<ledger::Fact> facts(Call& call, const CutFactsQuery& query) {
        feed_().await(patience);
        const auto residents = residents_.read(call.database());
        return call.read([&](db::Tx& tx) {
            const auto plan = plan_of(call, tx, query, *residents);
            const ledger::image::CutPlace place{place_of(plan.rows, query.row), place_of(plan.columns, query.column)};
            const int limit = query.limit.value_or(50);
            auto positions = ledger::image::cut_positions(feed_().image(), ledger::image_scope(tx.caller().scope), plan.request, place,
                                                          http::place(query.cursor).value_or(std::numeric_limits<Position>::max()), static_cast<std::size_t>(limit) + 1);
            Page<ledger::Fact> page;
            if (ryadom::cut(positions, limit)) page.next = std::to_string(positions.back());
            page.items = ledger::facts_at(tx, positions);
            return page;
        });
    }

  private:
    static std::optional<std::size_t> place_of(const std::vector<Group>& groups, const std::optional<std::string>& key) {
        if (!key) return std::nullopt;
        const auto found = std::ranges::find(groups, *key, &Group::key);
        if (found == groups.end()) throw Refused(absent());
        return static_cast<std::size_t>(found - groups.begin());
    }

    FeedSource feed_;
    Residents residents_;
};

documents::Cell cell_of(const Value& value, Measure measure) {
    if (value.hidden) return std::string(not_told);
    if (!value.value) return {};
    if (measure == Measure::per_thousand) return *value.value;
    return static_cast<std::int64_t>(*value.value);
}

documents::Row line_of(std::string title, const std::vector<Value>& values, const Value& total, const CutQuery& query) {
    documents::Row out{std::move(title)};
    if (query.columns)
        for (const auto& each : values) out.push_back(cell_of(each, query.measure));
    out.push_back(cell_of(total, query.measure));
    return out;
}

/// What the page hides the file hides too.
documents::Table table_of(const Call& call, const Cut& cut, const CutQuery& query) {
    const auto text = [&](const std::string& key) { return call.text("cuts." + key); };
    const auto measure = text((cut.rounded ? "at_least." : "measure.") + std::string(json::name_of(query.measure)));
    documents::Table out{"cut-" + to_string(cut.from) + "-" + to_string(cut.to), {{text("axis." + std::string(json::name_of(query.rows))), 40}}, {}, {}};
    std::vector<Value> totals;
    for (const auto& each : cut.columns) {
        totals.push_back(each.total);
        if (query.columns) out.columns.push_back({each.title, 14});
    }
    out.columns.push_back({query.columns ? text("total") + ": " + measure : measure, 24});
    std::vector<documents::Row> rows;
    for (const auto& each : cut.rows) rows.push_back(line_of(each.title, each.values, each.total, query));
    out.rows = documents::these(std::move(rows));
    out.total = line_of(text("total"), totals, cut.total, query);
    return out;
}

}  // namespace

void add_routes(http::Routes& routes, const FeedSource& feed) {
    const auto desk = std::make_shared<Desk>(feed);
    routes.get("/api/v1/figures/cuts", "cuts.see", "A table over the facts", [desk](Call& call, Query<CutQuery> query) {
        return desk->cut(call, query.value);
    }).pool = http::Pool::heavy;
    routes.get("/api/v1/figures/cuts/export", "cuts.see", "The table as a file", [desk](Call& call, Query<CutQuery> query) {
        return table_of(call, desk->cut(call, query.value), query.value);
    }).pool = http::Pool::heavy;
    routes.get("/api/v1/figures/cuts/facts", "ledger.see", "The facts behind a cell of the table", [desk](Call& call, Query<CutFactsQuery> query) {
        auto page = desk->facts(call, query.value);
        return call.write([page = std::move(page)](db::Tx& tx) {
            ledger::record_reading(tx, page.items);
            return page;
        });
    }).pool = http::Pool::heavy;
}

}  // namespace ryadom::cuts
