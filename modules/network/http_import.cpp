// Tables of the network by CSV: what they may hold, a check in words, and the loading itself.
#include "modules/network/http.hpp"
#include "modules/network/import.hpp"

#include "platform/audit/audit.hpp"
#include "platform/http/work.hpp"

namespace ryadom::network {
namespace {

using http::Call;

struct ColumnView {
    std::string name;
    std::string title;
    csv::Need need = csv::Need::free;
    std::string about;
    std::string example;
};
constexpr auto describe(json::Type<ColumnView>) {
    using T = ColumnView;
    using json::field;
    return json::object("NetworkColumn", field("name", &T::name, "English heading"), field("title", &T::title, "Heading in the reader's language"),
                        field("need", &T::need, "When a row must fill it"), field("about", &T::about, "What it holds"),
                        field("example", &T::example, "As a cell"));
}

struct TableView {
    Table name = Table::districts;
    std::vector<ColumnView> columns;
};
constexpr auto describe(json::Type<TableView>) {
    return json::object("NetworkTable", json::field("name", &TableView::name, "Name"), json::field("columns", &TableView::columns, "Columns"));
}

struct ImportQuery {
    std::optional<bool> dry_run;
    std::optional<Id<Organisation>> organisation;
};
constexpr auto describe(json::Type<ImportQuery>) {
    return json::object("NetworkImportQuery", json::field("dry_run", &ImportQuery::dry_run, "Check only"),
                        json::field("organisation", &ImportQuery::organisation, "Owner of rows that name none"));
}

struct FieldChangeView {
    std::string column;
    std::string before;
    std::string after;
};
constexpr auto describe(json::Type<FieldChangeView>) {
    using T = FieldChangeView;
    return json::object("NetworkFieldChange", json::field("column", &T::column, "Column"), json::field("before", &T::before, "What stood"),
                        json::field("after", &T::after, "What the row says"));
}

struct RowChangeView {
    std::int64_t line = 0;
    std::string title;
    std::vector<FieldChangeView> fields;
};
constexpr auto describe(json::Type<RowChangeView>) {
    using T = RowChangeView;
    return json::object("NetworkRowChange", json::field("line", &T::line, "Line of the file"), json::field("title", &T::title, "The record"),
                        json::field("fields", &T::fields, "What differs"));
}

struct ImportReport {
    bool written = false;
    int rows = 0;
    int added = 0;
    int changed = 0;
    int unchanged = 0;
    int wrong = 0;
    int left = 0;
    std::vector<RowChangeView> changes;
    std::vector<csv::RowError> errors;
    std::string wrong_rows;
};
constexpr auto describe(json::Type<ImportReport>) {
    using T = ImportReport;
    using json::field;
    return json::object("NetworkImportReport", field("written", &T::written, "Whether the right rows were written"), field("rows", &T::rows, "Rows read"),
                        field("added", &T::added, "New records"), field("changed", &T::changed, "Changed records"),
                        field("unchanged", &T::unchanged, "Rows that say what stands already"), field("wrong", &T::wrong, "Rows left out"),
                        field("left", &T::left, "Rows not looked at, since the sender stopped the loading"),
                        field("changes", &T::changes, "What changes in records that stood"), field("errors", &T::errors, "Why rows are left out"),
                        field("wrong_rows", &T::wrong_rows, "The rows left out with their reasons, as CSV to mend and load again; empty when there are none",
                              json::length(0, 64U << 20)));
}

bool regional(Table table) { return table == Table::districts || table == Table::organisations; }

bool may_load(const Call& call, Table table) { return !regional(table) || call.allowed("network.change"); }

http::Page<TableView> tables(Call& call) {
    http::Page<TableView> page;
    for (const auto& [table, name] : names(json::Type<Table>{})) {
        if (!may_load(call, table)) continue;
        TableView view{table, {}};
        for (const auto& column : columns_of(table))
            view.columns.push_back({std::string(column.name), call.text(column.title), column.need, call.text(std::string(column.title) + ".about"),
                                    std::string(column.example)});
        page.items.push_back(std::move(view));
    }
    return page;
}

ImportReport report_of(const i18n::Voice& voice, const ImportFile& file, const Imported& done) {
    ImportReport report;
    report.rows = static_cast<int>(file.rows.size());
    report.added = done.added;
    report.changed = done.changed;
    report.unchanged = done.unchanged;
    report.wrong = static_cast<int>(done.wrong.size());
    for (const auto& change : done.changes) {
        RowChangeView view{static_cast<std::int64_t>(change.line), change.title, {}};
        for (const auto& field : change.fields) view.fields.push_back({voice.text(field.column->title), field.before, field.after});
        report.changes.push_back(std::move(view));
    }
    report.errors = csv::errors_of(done.wrong, voice);
    if (!done.wrong.empty()) report.wrong_rows = csv::error_file(file.head, done.wrong, voice);
    return report;
}

Table table_of(const Call& call) {
    const auto table = must(json::parse_name<Table>(call.path("table")));
    if (!may_load(call, table)) throw Refused({Refusal::Kind::forbidden, "auth.forbidden", {}, {}});
    return table;
}

/// Group by group, each in a write of its own: a file that stopped on its way is loaded again.
http::Written<ImportReport> import_file(Call& call, const ImportQuery& query, const http::Upload& upload, const RegisterChanged& changed) {
    const auto file = std::make_shared<const ImportFile>(must(read_file(table_of(call), upload.bytes, call.voice())));
    ImportOptions options{query.dry_run.value_or(false) ? ImportMode::check : ImportMode::write, {}, call.today()};
    if (query.organisation) options.owner = call.read([&](db::Tx& tx) { return own(tx, *query.organisation); });
    Imported done;
    auto left = static_cast<std::int64_t>(file->rows.size());
    http::Work work(call, left);
    for (const auto& rows : groups_of(*file)) {
        if (!work.go_on(std::ssize(file->rows) - left)) break;
        const auto take = [file, rows, options, changed](db::Tx& tx) { return import_rows(tx, *file, rows, options, changed); };
        append(done, options.mode == ImportMode::check ? call.read(take) : must(call.database().write_now(call.caller(), take)));
        left -= std::ssize(rows);
    }
    auto report = report_of(call.voice(), *file, done);
    report.left = static_cast<int>(left);
    report.written = options.mode == ImportMode::write && report.added + report.changed > 0;
    return call.write([report = std::move(report)](db::Tx&) { return report; });
}

}  // namespace

void add_import_routes(http::Routes& routes, const RegisterChanged& changed) {
    routes.get("/api/v1/network/import", "network.keep_register", "The tables that may be loaded, with their columns", tables);
    auto& load = routes.act("/api/v1/network/import/{table}", "network.keep_register", "Load a table of the network",
                            [changed](Call& call, http::Query<ImportQuery> query, http::Upload upload) { return import_file(call, query.value, upload, changed); });
    load.pool = http::Pool::heavy;
}

}  // namespace ryadom::network
