// Import of facts from a table: a job that a thread works off in small steps, so that nobody waits for it.
#pragma once

#include "modules/ledger/ledger.hpp"
#include "platform/i18n/catalogue.hpp"

#include <memory>

namespace ryadom::ledger {

enum class ImportMode { dry_run, apply };
enum class ImportState { queued, running, done, cancelled, failed };

constexpr auto names(json::Type<ImportMode>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{ImportMode::dry_run, "dry_run"sv}, std::pair{ImportMode::apply, "apply"sv}};
}

constexpr auto names(json::Type<ImportState>) {
    using namespace std::string_view_literals;
    using enum ImportState;
    return std::array{std::pair{queued, "queued"sv}, std::pair{running, "running"sv}, std::pair{done, "done"sv},
                      std::pair{cancelled, "cancelled"sv}, std::pair{failed, "failed"sv}};
}

struct Import {
    Id<Import> id;
    Id<network::Organisation> organisation;
    ImportMode mode = ImportMode::dry_run;
    ImportState state = ImportState::queued;
    std::int64_t lines_total = 0;
    std::int64_t lines_done = 0;
    std::int64_t added = 0;          ///< facts; of a dry run, those that would be
    std::int64_t repeated = 0;       ///< rows whose external number stands already
    std::int64_t failed = 0;
    std::int64_t persons_added = 0;  ///< of a dry run, rows that would register their person
    Instant created_at;
    std::optional<Instant> finished_at;
};

constexpr auto describe(json::Type<Import>) {
    using json::field;
    using T = Import;
    return json::object("Import", field("id", &T::id, "Id"), field("organisation", &T::organisation, "Home provider of rows that name none"),
                        field("mode", &T::mode, "Check only, or record"), field("state", &T::state, "State"),
                        field("lines_total", &T::lines_total, "Rows of the file"), field("lines_done", &T::lines_done, "Rows worked off"),
                        field("added", &T::added, "Facts recorded"), field("repeated", &T::repeated, "Rows that were recorded before"),
                        field("failed", &T::failed, "Rows with errors"), field("persons_added", &T::persons_added, "Persons registered"),
                        field("created_at", &T::created_at, "Begun"), field("finished_at", &T::finished_at, "Ended"));
}

class Importer {
  public:
    /// Works off what is queued, also what a process that is gone left behind. By the texts headings are known; they
    /// outlive the importer. `report` is also told why a job failed, as "import_failed".
    Importer(db::Database& database, const i18n::Catalogue& texts, AdoptedBy adopted_by, Report report = {});
    /// Ends after the step that runs; the rest waits for the next start.
    ~Importer();
    Importer(const Importer&) = delete;
    Importer& operator=(const Importer&) = delete;

    /// A job is about to be committed: look for it after the next commits.
    void expect();
    /// Why jobs are not worked off; nothing while they are.
    std::optional<std::string> fault() const;
    /// Of this process since its start.
    struct Counts {
        std::uint64_t done = 0;
        std::uint64_t failed = 0;
    };
    Counts counts() const;

  private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace ryadom::ledger
