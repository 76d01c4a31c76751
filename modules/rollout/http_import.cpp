// Existing orders and running practices by CSV, with a dry run and a report by row.
#include "modules/rollout/http.hpp"
#include "modules/rollout/import.hpp"

#include "platform/audit/audit.hpp"

namespace ryadom::rollout {
namespace {

using http::Call;

struct ImportQuery {
    std::optional<bool> dry_run;
};
constexpr auto describe(json::Type<ImportQuery>) {
    return json::object("RolloutImportQuery", json::field("dry_run", &ImportQuery::dry_run, "Check only"));
}

/// With an error in any row nothing is written.
struct ImportReport {
    bool written = false;
    int rows = 0;
    int campaigns = 0;
    int assignments = 0;
    int openings = 0;
    std::vector<csv::RowError> errors;
    std::string marked_rows;
};
constexpr auto describe(json::Type<ImportReport>) {
    using T = ImportReport;
    using json::field;
    return json::object("RolloutImportReport", field("written", &T::written, "Whether anything was changed"), field("rows", &T::rows, "Rows read"),
                        field("campaigns", &T::campaigns, "New orders"), field("assignments", &T::assignments, "Assignments"),
                        field("openings", &T::openings, "Running practices"), field("errors", &T::errors, "Errors by row"),
                        field("marked_rows", &T::marked_rows, "The whole table with its errors beside the rows, as CSV to mend and load again; empty when there are none",
                              json::length(0, 64U << 20)));
}

http::Written<ImportReport> import_file(Call& call, http::Query<ImportQuery> query, http::Upload upload) {
    const auto table = std::make_shared<const csv::Table>(must(read_table(upload.bytes, call.voice())));
    const auto mode = query->dry_run.value_or(false) ? ImportMode::check : ImportMode::write;
    return call.write([table, mode, today = call.today(), voice = call.voice()](db::Tx& tx) {
        const auto done = import_rows(tx, *table, mode, today);
        ImportReport report;
        report.written = mode == ImportMode::write && done.sound();
        report.rows = static_cast<int>(table->rows.size());
        report.campaigns = done.campaigns;
        report.assignments = done.assignments;
        report.openings = done.openings;
        report.errors = csv::errors_of(done.rows, voice);
        if (!done.sound()) report.marked_rows = csv::error_file(table->head, done.rows, voice);
        if (report.written) audit::record(tx, "rollout.imported");
        return report;
    });
}

}  // namespace

void add_import_routes(http::Routes& routes) {
    routes.act("/api/v1/rollout/import", "rollout.order", "Load existing orders and running practices", import_file);
}

}  // namespace ryadom::rollout
