// Every SQL statement about imports.
#pragma once

#include "modules/ledger/import.hpp"
#include "modules/ledger/import_rows.hpp"

namespace ryadom::ledger::store {

struct NewImport {
    std::int64_t organisation = 0;
    ImportMode mode = ImportMode::dry_run;
    std::string source;
    std::int64_t lines = 0;
    std::string header;   ///< the first record, as JSON
    std::string content;  ///< the whole text in UTF-8
};
Id<Import> insert_import(db::Tx& tx, const NewImport& import);
std::optional<Import> find_import(db::Tx& tx, const Id<Import>& id);
/// False when the job is over already.
bool cancel_import(db::Tx& tx, const Id<Import>& id);

/// A job as the runner needs it.
struct Job {
    std::int64_t number = 0;
    Id<Import> id;
    std::int64_t organisation = 0;
    ImportMode mode = ImportMode::dry_run;
    std::string source;
    std::int64_t lines_done = 0;
    db::Caller caller;  ///< in whose name and within whose scope the facts are recorded
    std::string content;
};
/// The oldest job that waits, or whose runner was not heard of for half a minute.
std::optional<std::int64_t> waiting_job(db::Tx& tx);
/// False when another runner was quicker.
bool claim_job(db::Tx& tx, std::int64_t number, std::string_view runner);
/// Nothing when it was cancelled meanwhile.
std::optional<Job> load_job(db::Tx& tx, std::int64_t number);

struct Progress {
    std::int64_t lines_before = 0;
    std::int64_t lines = 0;
    std::int64_t added = 0;
    std::int64_t repeated = 0;
    std::int64_t failed = 0;
    std::int64_t persons_added = 0;
};
/// False when the job was cancelled or another runner has it; the step must then be undone.
bool save_progress(db::Tx& tx, std::int64_t number, std::string_view runner, const Progress& progress);
/// Whether the account was disabled since: nothing more is recorded in its name.
bool disabled(db::Tx& tx, std::int64_t account);
/// Gives the job back, for the next start to go on.
void release_job(db::Tx& tx, std::int64_t number, std::string_view runner);
void finish_job(db::Tx& tx, std::int64_t number, std::string_view runner, ImportState state);

void insert_errors(db::Tx& tx, std::int64_t number, const std::vector<csv::RowReport>& errors);
struct ErrorFile {
    csv::Record header;
    std::vector<csv::RowReport> errors;  ///< by line
};
ErrorFile error_file(db::Tx& tx, const Id<Import>& id);

}  // namespace ryadom::ledger::store
