#include "modules/ledger/import.hpp"

#include "modules/ledger/import_entry.hpp"
#include "modules/ledger/import_store.hpp"
#include "platform/audit/audit.hpp"

#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace ryadom::ledger {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t first_step = 20;
constexpr std::size_t largest_step = 200;
/// Half of what a write may take, so that a slower moment stays within it.
constexpr auto wanted_time = std::chrono::milliseconds(10);
constexpr auto look_again = std::chrono::seconds(5);
/// How long an announced job may take to be committed.
constexpr auto expectation = std::chrono::seconds(2);
constexpr int attempts = 3;
constexpr auto import_over = "ledger.import_over";
constexpr auto uploader_disabled = "auth.forbidden";

struct Step {
    store::Progress progress;
    std::vector<csv::RowReport> errors;
    std::vector<Recorded> recorded;
};

/// The rows of one step, read before its transaction begins.
struct Batch {
    std::int64_t begin = 0;
    std::vector<ImportRow> rows;
    std::vector<std::vector<people::Holder>> holders;  ///< of the numbers in each row
    people::Newcomers newcomers;                       ///< whom the rows describe, whether they turn out to be known or not
    std::vector<std::vector<people::Holder>> alike;    ///< of each row: who is probably the same, at other centres
};

enum class Dry { no, yes };

/// Who reads in the errors that a number stands at another centre has looked it up.
Refusal told(db::Tx& tx, const std::vector<people::Holder>& holders, Refusal refusal) {
    if (refusal.code == "people.known_elsewhere")
        if (auto noted = people::note_told(tx, holders); !noted) return std::move(noted.error());
    return refusal;
}

/// The same of whoever is probably somebody of another centre.
csv::Faults told_of_alike(db::Tx& tx, const std::vector<people::Holder>& alike, csv::Faults faults) {
    if (std::ranges::none_of(faults, [](const csv::CellFault& each) { return each.code == perhaps_elsewhere; })) return faults;
    if (const auto noted = people::note_told(tx, alike); !noted) return {{&column("family_name"), noted.error().code, noted.error().arguments}};
    return faults;
}

csv::Faults at_number(const Refusal& refusal) { return {{&column("snils"), refusal.code, refusal.arguments}}; }

/// Decides row after row; what is to be recorded is written at once, since a later row may name the same person.
Step take_rows(Desk& desk, const ImportFile& file, const Batch& batch, Dry dry) {
    Step step;
    ServiceTitles titles;
    step.progress.lines_before = batch.begin;
    step.progress.lines = static_cast<std::int64_t>(batch.rows.size());
    for (std::size_t i = 0; i < batch.rows.size(); ++i) {
        auto decided = decide_row(desk, titles, file, batch.rows[i]);
        if (decided && decided->outcome == RowOutcome::repeated) {
            ++step.progress.repeated;
            continue;
        }
        if (decided && dry == Dry::no) {
            auto written = desk.write(decided->decision);
            if (written) step.recorded.push_back(std::move(*written));
            else decided = std::unexpected(at_number(told(desk.tx(), batch.holders[i], std::move(written.error()))));
        }
        if (!decided) {
            ++step.progress.failed;
            auto faults = dry == Dry::no ? told_of_alike(desk.tx(), batch.alike[i], std::move(decided.error())) : std::move(decided.error());
            step.errors.push_back({batch.rows[i].record, std::move(faults)});
            continue;
        }
        ++step.progress.added;
        if (decided->decision.newcomer) ++step.progress.persons_added;
    }
    return step;
}

void save(db::Tx& tx, std::int64_t job, const std::string& runner, const Step& step) {
    store::insert_errors(tx, job, step.errors);
    if (!step.recorded.empty()) record_in_log(tx, step.recorded);
    if (store::disabled(tx, tx.caller().account)) throw Refused(refuse(uploader_disabled).error());
    if (!store::save_progress(tx, job, runner, step.progress)) throw Refused(refuse(import_over).error());
}

/// One job from where it stands to its end.
class Run {
  public:
    Run(db::Database& database, const i18n::Catalogue& texts, const AdoptedBy& adopted_by, store::Job job, std::string runner)
        : database_(database), texts_(texts), adopted_by_(adopted_by), job_(std::move(job)), runner_(std::move(runner)), reader_(job_.content),
          today_(local_date(database.now(), "UTC")) {}

    /// True when it came to its end.
    bool work(const std::atomic<bool>& stopping) {
        head_ = must(csv::read_head(record().value(), csv::columns_in(fact_columns), {&texts_, i18n::Language::ru}));
        for (std::int64_t line = 0; line < job_.lines_done; ++line) static_cast<void>(record());
        std::size_t size = first_step;
        while (!stopping) {
            const auto batch = next_batch(size);
            if (batch->rows.empty()) {
                end(ImportState::done);
                return true;
            }
            const auto spent = take(batch);
            if (!spent) return false;
            size = next_size(size, *spent);
        }
        static_cast<void>(database_.write_now(db::Caller::system(), [number = job_.number, runner = runner_](db::Tx& tx) {
            store::release_job(tx, number, runner);
        }));
        return false;
    }

  private:
    void end(ImportState state) {
        static_cast<void>(database_.write_now(db::Caller::system(), [state, id = job_.id, number = job_.number, runner = runner_](db::Tx& tx) {
            store::finish_job(tx, number, runner, state);
            if (state == ImportState::cancelled) audit::record(tx, "ledger.import_cancelled", id);
        }));
    }

    /// The table was whole when it was sent: one that no longer is must not pass for done.
    std::optional<csv::Record> record() {
        auto next = reader_.next();
        if (!next) throw std::runtime_error("the stored table cannot be read: " + next.error().code);
        return std::move(*next);
    }

    static std::size_t next_size(std::size_t size, Clock::duration spent) {
        if (spent > wanted_time) return std::max<std::size_t>(size / 2, 5);
        return std::min(size + size / 2, largest_step);
    }

    std::shared_ptr<const Batch> next_batch(std::size_t size) {
        auto batch = std::make_shared<Batch>();
        batch->begin = job_.lines_done;
        while (batch->rows.size() < size) {
            auto next = record();
            if (!next) break;
            batch->rows.push_back(read_row(std::move(*next), head_, today_));
        }
        job_.lines_done += static_cast<std::int64_t>(batch->rows.size());
        // A check writes no person, so it says nothing of numbers elsewhere.
        if (job_.mode == ImportMode::apply) batch->holders = holders_of(batch->rows);
        meet_people(*batch);
        return batch;
    }

    std::vector<std::vector<people::Holder>> holders_of(const std::vector<ImportRow>& rows) {
        return database_.read_as(db::Caller::system(), [&](db::Tx& tx) {
            std::vector<std::vector<people::Holder>> out;
            for (const auto& row : rows) out.push_back(people::holders_of(tx, row.snils, row.iin));
            return out;
        });
    }

    void meet_people(Batch& batch) {
        std::vector<people::Entrant> entrants;
        std::vector<std::size_t> rows;
        for (std::size_t i = 0; i < batch.rows.size(); ++i)
            if (auto person = newcomer_of(batch.rows[i])) {
                entrants.push_back({std::move(*person), {}});
                rows.push_back(i);
            }
        batch.newcomers = people::Newcomers(database_, job_.caller, std::move(entrants));
        if (job_.mode != ImportMode::apply) return batch.newcomers.forget_elsewhere();
        batch.alike.resize(batch.rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i)
            for (const auto& each : batch.newcomers.all()[i].alike())
                if (!each.open) batch.alike[rows[i]].push_back({each.number, each.id});
    }

    /// Somebody may have registered the same person or recorded the same fact meanwhile: then the rows are looked at anew.
    std::optional<Clock::duration> take(const std::shared_ptr<const Batch>& batch) {
        for (int attempt = 1;; ++attempt) {
            try {
                return take_once(batch);
            } catch (const db::Error& error) {
                if (error.kind() != db::Error::Kind::unique || attempt == attempts) throw;
            }
        }
    }

    /// How long the rows took, without the queue for the writer and the commit; nothing when the job was cancelled, is
    /// another runner's, or was begun by an account that is disabled.
    std::optional<Clock::duration> take_once(const std::shared_ptr<const Batch>& batch) {
        const ImportFile file{job_.organisation, job_.source};
        if (job_.mode == ImportMode::apply)
            return saved(database_.write_now(job_.caller, [adopted_by = adopted_by_, file, batch, number = job_.number, runner = runner_](db::Tx& tx) {
                const auto begun = Clock::now();
                Desk desk(tx, adopted_by, batch->newcomers);
                save(tx, number, runner, take_rows(desk, file, *batch, Dry::no));
                return Clock::now() - begun;
            }));
        const auto begun = Clock::now();
        auto step = database_.read_as(job_.caller, [&](db::Tx& tx) {
            Desk desk(tx, adopted_by_, batch->newcomers);
            return take_rows(desk, file, *batch, Dry::yes);
        });
        return saved(database_.write_now(job_.caller, [step = std::move(step), spent = Clock::now() - begun, number = job_.number, runner = runner_](db::Tx& tx) {
            save(tx, number, runner, step);
            return spent;
        }));
    }

    std::optional<Clock::duration> saved(const Checked<Clock::duration>& outcome) {
        if (outcome) return *outcome;
        if (outcome.error().code == uploader_disabled) end(ImportState::cancelled);
        else if (outcome.error().code != import_over) throw Refused(outcome.error());
        return std::nullopt;
    }

    db::Database& database_;
    const i18n::Catalogue& texts_;
    const AdoptedBy& adopted_by_;
    store::Job job_;
    std::string runner_;
    csv::Reader reader_;
    Date today_;
    csv::Head head_;
};

}  // namespace

struct Importer::State {
    State(db::Database& its_database, const i18n::Catalogue& its_texts, AdoptedBy its_adopted_by, const Report& its_report)
        : database(its_database),
          texts(its_texts),
          adopted_by(std::move(its_adopted_by)),
          report(its_report),
          fault("ledger.import", its_report),
          runner(to_string(make_uuid(its_database.now(), its_database.random()))) {}

    db::Database& database;
    const i18n::Catalogue& texts;
    AdoptedBy adopted_by;
    Report report;
    Fault fault;
    std::atomic<std::uint64_t> done = 0, failed = 0;
    std::string runner;
    std::mutex mutex;
    std::condition_variable woken;
    bool called = true;
    std::chrono::steady_clock::time_point expected_until;
    std::atomic<bool> stopping = false;
    std::thread thread;

    /// A job that is this runner's from now on.
    std::optional<std::int64_t> claim() {
        const auto system = db::Caller::system();
        const auto number = database.read_as(system, [](db::Tx& tx) { return store::waiting_job(tx); });
        if (!number) return std::nullopt;
        const auto claimed = database.write_now(system, [number, name = runner](db::Tx& tx) { return store::claim_job(tx, *number, name); });
        return claimed && *claimed ? number : std::nullopt;
    }

    void work_off() {
        while (!stopping) {
            const auto number = claim();
            if (!number) return;
            try {
                auto job = database.read_as(db::Caller::system(), [&](db::Tx& tx) { return store::load_job(tx, *number); });
                if (job && Run(database, texts, adopted_by, std::move(*job), runner).work(stopping)) ++done;
            } catch (const db::Error& error) {
                using enum db::Error::Kind;
                // The database is busy, away or full: whoever finds the job unattended goes on where it stands.
                if (error.kind() == serialization) return;
                if (error.kind() == connection || error.kind() == input_output || error.kind() == full) throw;
                fail(*number, error.what());
            } catch (const Refused& refused) {
                fail(*number, refused.refusal().code);
            } catch (const std::exception& error) {
                fail(*number, error.what());
            }
        }
    }

    void fail(std::int64_t job, std::string_view reason) {
        ++failed;
        if (report) report("import_failed", "ledger.import", fmt::format("job {}: {}", job, reason));
        static_cast<void>(database.write_now(db::Caller::system(), [job, name = runner](db::Tx& tx) {
            store::finish_job(tx, job, name, ImportState::failed);
        }));
    }

    void look_if_expected() {
        const std::lock_guard lock(mutex);
        if (std::chrono::steady_clock::now() > expected_until) return;
        called = true;
        woken.notify_one();
    }

    void follow() {
        std::unique_lock lock(mutex);
        while (!stopping) {
            woken.wait_for(lock, look_again, [this] { return stopping || called; });
            called = false;
            lock.unlock();
            try {
                work_off();
                fault.clear();
            } catch (const std::exception& error) {
                // Nothing is lost: the job stands in the database and is looked for again.
                fault.set(error.what());
            }
            lock.lock();
        }
    }
};

Importer::Importer(db::Database& database, const i18n::Catalogue& texts, AdoptedBy adopted_by, Report report)
    : state_(std::make_shared<State>(database, texts, std::move(adopted_by), report)) {
    database.on_settled([weak = std::weak_ptr(state_)] {
        if (const auto state = weak.lock()) state->look_if_expected();
    });
    state_->thread = std::thread([state = state_.get()] { state->follow(); });
}

Importer::~Importer() {
    {
        const std::lock_guard lock(state_->mutex);
        state_->stopping = true;
    }
    state_->woken.notify_one();
    state_->thread.join();
}

std::optional<std::string> Importer::fault() const { return state_->fault.text(); }
Importer::Counts Importer::counts() const { return {state_->done, state_->failed}; }

void Importer::expect() {
    const std::lock_guard lock(state_->mutex);
    state_->expected_until = std::chrono::steady_clock::now() + expectation;
}

}  // namespace ryadom::ledger
