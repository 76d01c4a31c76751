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

struct ImportError {
    std::int64_t line = 0;
    std::string column;
    std::string code;
    std::string text;
};
constexpr auto describe(json::Type<ImportError>) {
    using T = ImportError;
    return json::object("RolloutImportError", json::field("line", &T::line, "Line of the file"), json::field("column", &T::column, "Column"),
                        json::field("code", &T::code, "Code", json::words(i18n::code_words)), json::field("text", &T::text, "What is wrong"));
}

/// With an error in any row nothing is written.
struct ImportReport {
    bool written = false;
    int rows = 0;
    int campaigns = 0;
    int assignments = 0;
    int openings = 0;
    std::vector<ImportError> errors;
};
constexpr auto describe(json::Type<ImportReport>) {
    using T = ImportReport;
    using json::field;
    return json::object("RolloutImportReport", field("written", &T::written, "Whether anything was changed"), field("rows", &T::rows, "Rows read"),
                        field("campaigns", &T::campaigns, "New orders"), field("assignments", &T::assignments, "Assignments"),
                        field("openings", &T::openings, "Running practices"), field("errors", &T::errors, "Errors by row"));
}

http::Written<ImportReport> import_file(Call& call, http::Query<ImportQuery> query, http::Upload upload) {
    const auto table = std::make_shared<const ImportTable>(read_table(upload.bytes));
    const auto mode = query->dry_run.value_or(false) ? ImportMode::check : ImportMode::write;
    return call.write([table, mode, today = call.today(), texts = &call.texts(), language = call.language()](db::Tx& tx) {
        auto done = import_rows(tx, *table, mode, today);
        ImportReport report;
        report.written = mode == ImportMode::write && done.errors.empty();
        report.rows = static_cast<int>(table->rows.size());
        report.campaigns = done.campaigns;
        report.assignments = done.assignments;
        report.openings = done.openings;
        for (auto& error : done.errors)
            report.errors.push_back({static_cast<std::int64_t>(error.line), std::move(error.column), error.code, texts->text(language, error.code, error.arguments)});
        if (report.written) audit::record(tx, "rollout.imported");
        return report;
    });
}

}  // namespace

void add_import_routes(http::Routes& routes) {
    routes.act("/api/v1/rollout/import", "rollout.order", "Load existing orders and running practices", import_file);
}

}  // namespace ryadom::rollout
