#include "modules/ledger/http.hpp"

#include "modules/ledger/import_store.hpp"
#include "platform/audit/audit.hpp"

namespace ryadom::ledger {

struct ImportQuery {
    Id<network::Organisation> organisation;
    std::optional<bool> dry_run;
    std::optional<std::string> source;
};

constexpr auto describe(json::Type<ImportQuery>) {
    using json::field;
    return json::object("ImportQuery", field("organisation", &ImportQuery::organisation, "Home provider of rows that name none"),
                        field("dry_run", &ImportQuery::dry_run, "Check only"),
                        field("source", &ImportQuery::source, "System that the table comes from: external numbers are unique within it", source_limits));
}

namespace {

using http::Call;
using http::Query;
using http::Upload;
using http::Written;

/// Checks the shape of the whole table before anything is stored.
store::NewImport read_table(const Call& call, std::string_view bytes) {
    store::NewImport out;
    out.content = must(csv::text_of(bytes));
    const auto head = must(csv::read_rows(out.content, csv::columns_in(fact_columns), call.voice(), [&](const csv::Record&) { ++out.lines; }));
    out.header = json::to_json(head.fields);
    return out;
}

Written<Import> post_import(Call& call, const ImportQuery& query, const Upload& upload) {
    auto import = std::make_shared<store::NewImport>(read_table(call, upload.bytes));
    import->mode = query.dry_run.value_or(false) ? ImportMode::dry_run : ImportMode::apply;
    import->source = query.source.value_or("import");
    return call.write([import = std::shared_ptr<const store::NewImport>(import), organisation = query.organisation](db::Tx& tx) {
        auto job = *import;
        job.organisation = network::own(tx, organisation).value;
        const auto id = store::insert_import(tx, job);
        audit::record(tx, "ledger.import_begun", id);
        return must(store::find_import(tx, id));
    });
}

Written<Import> cancel_import(Call& call) {
    return call.write([id = call.id<Import>("id")](db::Tx& tx) {
        must(store::find_import(tx, id));
        if (!store::cancel_import(tx, id)) throw Refused(refuse("ledger.import_over").error());
        audit::record(tx, "ledger.import_cancelled", id);
        return must(store::find_import(tx, id));
    });
}

Written<http::Download> get_errors(Call& call) {
    const auto id = call.id<Import>("id");
    auto file = call.read([&](db::Tx& tx) { return store::error_file(tx, id); });
    const auto head = must(csv::read_head(std::move(file.header), csv::columns_in(fact_columns), call.voice()));
    auto table = csv::error_file(head, file.errors, call.voice());
    return call.write([id, table = std::move(table)](db::Tx& tx) {
        audit::record(tx, "ledger.import_errors_seen", id);
        return http::Download{"text/csv; charset=utf-8", "errors.csv", table};
    });
}

}  // namespace

void add_import_routes(http::Routes& routes, const Running& running) {
    routes.post("/api/v1/facts/import", "ledger.import", "Begin to import a table of facts",
                [running](Call& call, Query<ImportQuery> query, Upload upload) {
                    auto written = post_import(call, query.value, upload);
                    running.importer().expect();
                    return written;
                }).pool = http::Pool::heavy;
    routes.get("/api/v1/imports/{id}", "ledger.import", "How far an import is", [](Call& call) {
        return call.read([&](db::Tx& tx) { return must(store::find_import(tx, call.id<Import>("id"))); });
    });
    routes.act("/api/v1/imports/{id}/cancel", "ledger.import", "Stop an import; what was recorded stays", cancel_import);
    routes.get("/api/v1/imports/{id}/errors", "ledger.import", "The rows that failed, with the reasons, as CSV", get_errors);
}

}  // namespace ryadom::ledger
