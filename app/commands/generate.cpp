#include "app/application.hpp"
#include "app/commands/commands.hpp"
#include "app/embedded_data.hpp"
#include "app/generate/clock.hpp"
#include "app/generate/generate.hpp"
#include "platform/audit/audit.hpp"
#include "platform/db/filling.hpp"
#include "platform/files/files.hpp"

#include <fmt/format.h>
#include <malloc.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace ryadom::app {
namespace {

std::string list_accounts(const std::vector<generate::DemoAccount>& accounts, const std::string& password) {
    std::string out = fmt::format("Password of every demo account: {}\n", password);
    for (const auto& account : accounts)
        out += fmt::format("  {:<14} {:<14} {}\n", account.login, json::name_of(account.role), account.organisation);
    return out;
}

/// Rows of a month of facts are asked for and given back over and over. Given back to the kernel, their pages would come anew and
/// cleared each time, which takes a twentieth of the whole time.
void keep_memory() {
    constexpr int ever = 1 << 30;
    mallopt(M_MMAP_THRESHOLD, ever);
    mallopt(M_TRIM_THRESHOLD, ever);
    mallopt(M_TOP_PAD, 64 << 20);
}

/// The parts are one database by now.
void close_months(const generate::MovableClock& clock, const generate::GenerateOptions& options, const std::string& location, const Modules& modules) {
    db::Options again;
    again.location = location;
    again.clock = clock.clock();
    again.random = generate::seeded_random(options.seed, "closings");
    again.schemas = schemas(modules);
    again.settle = {audit::chain};
    generate::close_months(*db::Database::open(std::move(again)), clock, options);
}

}  // namespace

int generate(const GenerateArguments& arguments) {
    if (std::filesystem::exists(std::filesystem::path(arguments.location) / "ryadom.db"))
        throw std::runtime_error(fmt::format("{} already holds a database; generate writes into a fresh one.", arguments.location));
    const auto until = arguments.until.empty() ? std::optional(local_date(system_clock()(), "Asia/Novosibirsk") - 1) : parse_date(arguments.until);
    if (!until) throw std::runtime_error(fmt::format("--until {}: there is no such day", arguments.until));
    keep_memory();
    generate::GenerateOptions options;
    options.seed = generate::Seed{arguments.seed};
    options.sizes = {arguments.persons, arguments.facts};
    options.until = *until;
    options.catalogue = service_catalogue();
    options.scales = shipped_scales();
    options.password = arguments.password;
    for (const auto& [name, files] : starter_library()) options.library.emplace(name, practices::PackageFiles(files.begin(), files.end()));

    options.library = generate::with_copies(options.library, arguments.practices);

    const generate::MovableClock clock(start_of_day(*until - 400, "UTC"));
    const Modules modules(false);
    db::Options database_options;
    database_options.location = arguments.location;
    database_options.clock = clock.clock();
    database_options.random = generate::seeded_random(options.seed);
    database_options.schemas = schemas(modules);
    database_options.settle = {audit::chain};
    auto filling = db::fill(std::move(database_options), {{"ledger_fact", "people_card", "people_attachment", "people_served", "requests_request"}, {"ledger_fact", "ledger_group"}});
    const bool terminal = ::isatty(STDERR_FILENO) == 1;
    int shown = -1;
    const auto accounts = generate::generate({*filling.database, *filling.apart}, clock, options, [&](const generate::Progress& progress) {
        if (progress.percent == shown || (!terminal && progress.percent % 10 != 0)) return;
        shown = progress.percent;
        fmt::print(stderr, "{}{:3} %  {}  {} facts{}", terminal ? "\r" : "", progress.percent, to_string(progress.day), progress.facts, terminal ? "" : "\n");
    });
    filling.finish();
    filling = {};
    close_months(clock, options, arguments.location, modules);
    if (terminal) fmt::print(stderr, "\n");
    const auto list = list_accounts(accounts, arguments.password);
    if (arguments.accounts.empty()) fmt::print("{}", list);
    else std::ofstream(arguments.accounts) << list;
    return 0;
}

}  // namespace ryadom::app
