#include "modules/ledger/import_store.hpp"

namespace ryadom::ledger::store {
namespace {

constexpr db::Sql insert_job =
    "insert into ledger_import (id, organisation, account, caller_organisation, caller_scope, request, source, mode, state, beat_at, created_at, "
    "lines_total, lines_done, added, repeated, failed, persons_added, header) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, 'queued', $9, $10, $11, 0, 0, 0, 0, 0, $12) returning number";
constexpr db::Sql insert_content = "insert into ledger_import_content (import, content) values ($1, $2)";
constexpr db::Sql import_by_id =
    "select i.id, o.id, i.mode, i.state, i.lines_total, i.lines_done, i.added, i.repeated, i.failed, i.persons_added, i.created_at, i.finished_at "
    "from v_ledger_import i join v_network_organisation o on o.number = i.organisation where i.id = $1";
constexpr db::Sql cancel =
    "update ledger_import set state = 'cancelled', finished_at = $1 where id = $2 and state in ('queued', 'running')";
constexpr db::Sql next_waiting =
    "select number from v_ledger_import where state = 'queued' or (state = 'running' and beat_at < $1) order by number limit 1";
constexpr db::Sql claim =
    "update ledger_import set state = 'running', runner = $1, beat_at = $2 where number = $3 and (state = 'queued' or (state = 'running' and beat_at < $4))";
constexpr db::Sql job_by_number =
    "select i.organisation, i.mode, i.source, i.lines_done, i.account, i.caller_organisation, i.caller_scope, i.request, c.content, i.id "
    "from v_ledger_import i join v_ledger_import_content c on c.import = i.number where i.number = $1";
constexpr db::Sql move =
    "update ledger_import set lines_done = lines_done + $1, added = added + $2, repeated = repeated + $3, failed = failed + $4, "
    "persons_added = persons_added + $5, beat_at = $6 where number = $7 and runner = $8 and state = 'running' and lines_done = $9";
constexpr db::Sql finish =
    "update ledger_import set state = $1, finished_at = $2 where number = $3 and runner = $4 and state = 'running'";
constexpr db::Sql delete_content = "delete from ledger_import_content where import = $1";
constexpr db::Sql number_of_import = "select number from v_ledger_import where id = $1";
constexpr db::Sql disabled_account = "select number from v_auth_account where number = $1 and disabled_at is not null";
constexpr db::Sql release = "update ledger_import set state = 'queued' where number = $1 and runner = $2 and state = 'running'";
constexpr db::Sql insert_error =
    "insert into ledger_import_error (import, line, ordinal, column_name, code, arguments, record) values ($1, $2, $3, $4, $5, $6, $7)";
constexpr db::Sql header_of = "select header from v_ledger_import where id = $1";
constexpr db::Sql errors_of =
    "select e.line, e.column_name, e.code, e.arguments, e.record from v_ledger_import i join v_ledger_import_error e on e.import = i.number "
    "where i.id = $1 order by e.line, e.ordinal";

constexpr std::int64_t silence = 30'000;

/// The uploader's reach at the time of the upload.
struct StoredScope {
    std::int64_t records = 0;
    std::int64_t persons = 0;
    std::vector<std::int64_t> organisations;
};

constexpr auto describe(json::Type<StoredScope>) {
    return json::object("StoredScope", json::field("records", &StoredScope::records, ""), json::field("persons", &StoredScope::persons, ""),
                        json::field("organisations", &StoredScope::organisations, "", json::length(0, 65'536)));
}

std::string scope_text(const db::Scope& scope) {
    return json::to_json(StoredScope{static_cast<std::int64_t>(scope.records), static_cast<std::int64_t>(scope.persons), scope.organisations});
}

template <class T>
T from_json(const std::string& text) {
    const auto value = json::parse(text, {32, 16U << 20});
    if (!value) throw db::Misread("a JSON text of the imports");
    json::Reader reader;
    T out = reader.read<T>(*value, json::length(0, 65'536));
    if (!reader.errors().empty()) throw db::Misread("a JSON text of the imports");
    return out;
}

db::Scope parse_scope(const std::string& text) {
    auto stored = from_json<StoredScope>(text);
    return {static_cast<db::Reach>(stored.records), static_cast<db::Reach>(stored.persons), std::move(stored.organisations)};
}

Import read_import(const db::Row& row) {
    return {row.get<Id<Import>>(0), row.get<Id<network::Organisation>>(1), row.get<ImportMode>(2), row.get<ImportState>(3),
            row.get<std::int64_t>(4), row.get<std::int64_t>(5), row.get<std::int64_t>(6), row.get<std::int64_t>(7), row.get<std::int64_t>(8),
            row.get<std::int64_t>(9), row.get<Instant>(10), row.get<std::optional<Instant>>(11)};
}

}  // namespace

Id<Import> insert_import(db::Tx& tx, const NewImport& import) {
    const auto id = tx.make_id<Import>();
    const auto& caller = tx.caller();
    const auto number = tx.insert(insert_job, id, import.organisation, caller.account, caller.organisation, scope_text(caller.scope), caller.request,
                                  import.source, import.mode, tx.now(), tx.now(), import.lines, import.header);
    tx.run(insert_content, number, db::Bytes{import.content});
    return id;
}

std::optional<Import> find_import(db::Tx& tx, const Id<Import>& id) { return tx.find(import_by_id, read_import, id); }

bool cancel_import(db::Tx& tx, const Id<Import>& id) {
    if (tx.run(cancel, tx.now(), id) == 0) return false;
    tx.run(delete_content, tx.value<std::int64_t>(number_of_import, id));
    return true;
}

std::optional<std::int64_t> waiting_job(db::Tx& tx) { return tx.value<std::int64_t>(next_waiting, tx.now() + -silence); }

bool claim_job(db::Tx& tx, std::int64_t number, std::string_view runner) {
    return tx.run(claim, runner, tx.now(), number, tx.now() + -silence) > 0;
}

std::optional<Job> load_job(db::Tx& tx, std::int64_t number) {
    return tx.find(job_by_number, [&](const db::Row& row) {
        db::Caller caller{row.get<std::int64_t>(4), row.get<std::int64_t>(5), parse_scope(row.get<std::string>(6)), row.get<std::string>(7)};
        return Job{number, row.get<Id<Import>>(9), row.get<std::int64_t>(0), row.get<ImportMode>(1), row.get<std::string>(2), row.get<std::int64_t>(3), std::move(caller), row.bytes(8)};
    }, number);
}

bool save_progress(db::Tx& tx, std::int64_t number, std::string_view runner, const Progress& progress) {
    return tx.run(move, progress.lines, progress.added, progress.repeated, progress.failed, progress.persons_added, tx.now(), number, runner,
                  progress.lines_before) > 0;
}

bool disabled(db::Tx& tx, std::int64_t account) { return tx.value<std::int64_t>(disabled_account, account).has_value(); }

void release_job(db::Tx& tx, std::int64_t number, std::string_view runner) { tx.run(release, number, runner); }

void finish_job(db::Tx& tx, std::int64_t number, std::string_view runner, ImportState state) {
    if (tx.run(finish, state, tx.now(), number, runner) > 0) tx.run(delete_content, number);
}

void insert_errors(db::Tx& tx, std::int64_t number, const std::vector<csv::RowReport>& errors) {
    for (const auto& [record, faults] : errors)
        for (std::size_t i = 0; i < faults.size(); ++i)
            tx.run(insert_error, number, record.line, i, faults[i].column ? faults[i].column->name : "", faults[i].code, json::to_json(faults[i].arguments),
                   i == 0 ? json::to_json(record.fields) : std::string());
}

ErrorFile error_file(db::Tx& tx, const Id<Import>& id) {
    ErrorFile out;
    out.header.fields = from_json<std::vector<std::string>>(must(tx.value<std::string>(header_of, id)));
    tx.each(errors_of, [&](const db::Row& row) {
        if (const auto record = row.get<std::string>(4); !record.empty())
            out.errors.push_back({{row.get<std::size_t>(0), from_json<std::vector<std::string>>(record)}, {}});
        const auto* column = csv::find_column(fact_columns, row.get<std::string>(1));
        out.errors.back().faults.push_back({column, row.get<std::string>(2), from_json<Arguments>(row.get<std::string>(3))});
    }, id);
    return out;
}

}  // namespace ryadom::ledger::store
