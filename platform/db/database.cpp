#include "platform/db/database.hpp"

#include "platform/db/engine.hpp"

#include <fmt/format.h>

namespace ryadom::db {

void misread(int column, std::string_view wanted) {
    throw Misread(fmt::format("column {} does not hold {}", column, wanted));
}

std::unique_ptr<Cursor> Tx::open(Sql sql, std::initializer_list<Parameter> parameters) {
    return connection_.open(sql.text(), std::span(parameters.begin(), parameters.size()));
}

std::int64_t Tx::insert(Sql sql, std::initializer_list<Parameter> parameters) {
    return connection_.insert(sql.text(), std::span(parameters.begin(), parameters.size()));
}

std::int64_t Connection::insert(std::string_view sql, std::span<const Parameter> parameters) {
    std::vector<std::int64_t> numbers;
    insert_rows(sql, 1, parameters, numbers);
    return numbers.front();
}

void Connection::insert_rows(std::string_view sql, std::size_t count, std::span<const Parameter> parameters, std::vector<std::int64_t>& numbers) {
    const auto cursor = open(sql, parameters);
    const auto before = numbers.size();
    while (cursor->next()) numbers.push_back(cursor->integer(0));
    if (numbers.size() - before != count) misread(0, "a returned number");
}

namespace {

bool of_server(const Options& options) { return options.location.starts_with("postgresql://") || options.location.starts_with("postgres://"); }

}  // namespace

std::unique_ptr<Database> Database::open(Options options) { return of_server(options) ? open_postgres(std::move(options)) : open_sqlite(std::move(options)); }

Filling fill(Options options, const Growing& growing) {
    if (!of_server(options)) return fill_sqlite(std::move(options), growing);
    const std::shared_ptr<Database> database = open_postgres(std::move(options));
    return {database, database, [] {}};
}

Checked<void> Database::wait(const Caller& caller, std::function<void(Tx&)> work) {
    auto promise = std::make_shared<std::promise<Outcome>>();
    auto future = promise->get_future();
    write({caller, std::move(work), [promise](Outcome outcome) { promise->set_value(std::move(outcome)); }});
    auto outcome = future.get();
    if (outcome.failure) std::rethrow_exception(outcome.failure);
    if (outcome.refusal) return std::unexpected(std::move(*outcome.refusal));
    return {};
}

bool run_work(const Write& write, Tx& tx, Outcome& outcome) {
    try {
        write.work(tx);
        return true;
    } catch (const Refused& refused) {
        outcome.refusal = refused.refusal();
    } catch (...) {
        outcome.failure = std::current_exception();
    }
    return false;
}

std::string expand_rows(std::string_view rows, const std::function<std::string(std::string_view)>& member) {
    std::string out;
    while (!rows.empty()) {
        const auto open = rows.find('{');
        out += rows.substr(0, open);
        if (open == std::string_view::npos) break;
        const auto close = rows.find('}', open);
        out += member(rows.substr(open + 1, close - open - 1));
        rows.remove_prefix(close + 1);
    }
    return out;
}

}  // namespace ryadom::db
