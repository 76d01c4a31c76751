#include "app/commands/exchange.hpp"
#include "app/commands/inside.hpp"
#include "app/commands/output_file.hpp"
#include "modules/network/network.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <iterator>
#include <thread>

namespace ryadom::app {
namespace {

constexpr int rows_had_errors = 2;
constexpr auto look_again = std::chrono::milliseconds(200);

volatile std::sig_atomic_t interrupted = 0;

/// While it lives, Ctrl-C cancels the job instead of leaving it to whoever opens the database next.
class Interruption {
  public:
    Interruption() : before_(std::signal(SIGINT, [](int) { interrupted = 1; })) { interrupted = 0; }
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;
    ~Interruption() { std::signal(SIGINT, before_); }

  private:
    void (*before_)(int);
};

std::string content_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::string out{std::istreambuf_iterator<char>(in), {}};
    if (!in) throw std::runtime_error(path + ": cannot be read");
    return out;
}

std::int64_t number_at(const json::Value& value, std::string_view name) { return *value.find(name)->as<std::int64_t>(); }
std::string text_at(const json::Value& value, std::string_view name) { return *value.find(name)->as<std::string>(); }

void add_flag(Parameters& parameters, const char* name, bool value) {
    if (value) parameters.emplace_back(name, "true");
}

/// Of the code, or the one in which the account works.
std::string organisation_id(db::Database& database, const ImportArguments& arguments) {
    return database.read_as(db::Caller::system(), [&](db::Tx& tx) {
        std::optional<network::OrganisationRow> found;
        if (!arguments.organisation.empty()) {
            found = network::find_organisation_by_code(tx, arguments.organisation);
        } else {
            const auto account = auth::find_login(tx, arguments.login);
            for (const auto& grant : account->grants)
                if (grant.organisation != 0) found = network::find_organisation(tx, Number<network::Organisation>{grant.organisation});
        }
        if (!found) throw std::runtime_error(fmt::format("--organisation {}: there is no such code", arguments.organisation));
        return to_string(found->organisation.id);
    });
}

bool over(const json::Value& job) {
    const auto state = text_at(job, "state");
    return state != "queued" && state != "running";
}

/// Follows the job to its end, and says how far it is.
json::Value follow(const Inside& inside, json::Value job) {
    const auto path = "imports/" + text_at(job, "id");
    const bool terminal = ::isatty(STDERR_FILENO) == 1;
    bool cancelled = false;
    while (!over(job)) {
        if (interrupted && !std::exchange(cancelled, true)) inside.post(path + "/cancel", {}, {});
        else std::this_thread::sleep_for(look_again);
        job = inside.get(path);
        if (terminal) fmt::print(stderr, "\r{} of {} rows, {} with errors", number_at(job, "lines_done"), number_at(job, "lines_total"), number_at(job, "failed"));
    }
    if (terminal) fmt::print(stderr, "\n");
    return job;
}

void keep_fact_errors(const Inside& inside, const std::string& job, const std::string& path) {
    OutputFile file(path);
    inside.download("imports/" + job + "/errors", {}, [&](std::string_view piece) { file.write(piece); });
    file.finish();
}

int import_facts(db::Database& database, const Inside& inside, const ImportArguments& arguments) {
    Parameters parameters{{"organisation", organisation_id(database, arguments)}};
    add_flag(parameters, "dry_run", arguments.dry_run);
    if (!arguments.source.empty()) parameters.emplace_back("source", arguments.source);
    const Interruption interruption;
    const auto job = follow(inside, inside.post("facts/import", parameters, content_of(arguments.file)));
    const auto state = text_at(job, "state");
    fmt::print("{}{}: {} added, {} repeated, {} with errors, {} persons registered\n", arguments.dry_run ? "dry run, " : "", state, number_at(job, "added"),
               number_at(job, "repeated"), number_at(job, "failed"), number_at(job, "persons_added"));
    const bool errors = number_at(job, "failed") > 0;
    if (errors && !arguments.errors.empty()) keep_fact_errors(inside, text_at(job, "id"), arguments.errors);
    if (state != "done") return 1;
    return errors ? rows_had_errors : 0;
}

int import_rollout(const Inside& inside, const ImportArguments& arguments) {
    Parameters parameters;
    add_flag(parameters, "dry_run", arguments.dry_run);
    const auto report = inside.post("rollout/import", parameters, content_of(arguments.file));
    const auto& errors = *report.find("errors")->as<json::Array>();
    fmt::print("{}: {} rows, {} new orders, {} assignments, {} running practices, {} errors\n",
               *report.find("written")->as<bool>() ? "written" : "nothing written", number_at(report, "rows"), number_at(report, "campaigns"),
               number_at(report, "assignments"), number_at(report, "openings"), errors.size());
    if (errors.empty()) return 0;
    if (arguments.errors.empty()) {
        for (const auto& each : errors) fmt::print(stderr, "{} {}: {}\n", number_at(each, "line"), text_at(each, "column"), text_at(each, "text"));
    } else {
        OutputFile file(arguments.errors);
        file.write(text_at(report, "marked_rows"));
        file.finish();
    }
    return rows_had_errors;
}

int import_package(const Inside& inside, const ImportArguments& arguments) {
    Parameters parameters;
    add_flag(parameters, "dry_run", arguments.dry_run);
    add_flag(parameters, "accept_unsigned", arguments.accept_unsigned);
    add_flag(parameters, "add_codes", arguments.add_codes);
    const auto report = inside.post("practices/import", parameters, content_of(arguments.file));
    fmt::print("{} {}: {}\n", text_at(report, "code"), text_at(report, "version"), text_at(report, "outcome"));
    for (const auto& each : *report.find("differences")->as<json::Array>()) fmt::print("  {}\n", text_at(each, "text"));
    return 0;
}

}  // namespace

int import_table(const ImportArguments& arguments) {
    Settings settings;
    settings.location = arguments.location;
    Application application(std::move(settings));
    const Inside inside(application, arguments.login);
    try {
        switch (arguments.kind) {
            case ImportKind::facts: return import_facts(application.database(), inside, arguments);
            case ImportKind::rollout: return import_rollout(inside, arguments);
            case ImportKind::package: return import_package(inside, arguments);
        }
    } catch (const RefusedInside& refused) {
        fmt::print(stderr, "{}\n", refused.what());
    }
    return 1;
}

}  // namespace ryadom::app
