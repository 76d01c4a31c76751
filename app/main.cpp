// The command line.
#include "app/application.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/dedupe.hpp"
#include "app/commands/exchange.hpp"
#include "app/commands/practice.hpp"
#include "app/commands/search.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <array>
#include <tuple>

namespace {

using namespace ryadom::app;

struct PracticeWord {
    const char* word;
    PracticeAction action;
    const char* help;
};
constexpr std::array practice_words{PracticeWord{"check", PracticeAction::check, "Say what is wrong with a package: DIR or FILE"},
                                    PracticeWord{"pack", PracticeAction::pack, "Write the archive of a folder: DIR [FILE]"},
                                    PracticeWord{"install", PracticeAction::install, "Bring a package into the database: DIR or FILE"},
                                    PracticeWord{"diff", PracticeAction::diff, "Say what differs: A B"},
                                    PracticeWord{"keygen", PracticeAction::keygen, "Make a signing key: FILE, and FILE.pub"},
                                    PracticeWord{"sign", PracticeAction::sign, "Sign an archive: FILE KEY"},
                                    PracticeWord{"trust", PracticeAction::trust, "Trust a publisher: FILE.pub"},
                                    PracticeWord{"list", PracticeAction::list, "What is in the bank"}};

void add_practice_command(CLI::App& program, const std::string& location, PracticeArguments& arguments, int& status) {
    auto* practice = program.add_subcommand("practice", "Packages of practices");
    practice->require_subcommand(1);
    for (const auto& [word, action, help] : practice_words) {
        auto* command = practice->add_subcommand(word, help);
        command->add_option("paths", arguments.paths, "Folders or files");
        command->add_option("--key", arguments.key, "pack: file of the key to sign with");
        command->add_option("--title", arguments.title, "trust: whose key it is");
        command->add_flag("--complete", arguments.complete, "check: say also what is missing");
        command->add_flag("--dry-run", arguments.dry_run, "install: only say what would change");
        command->add_flag("--accept-unsigned", arguments.accept_unsigned, "install: without a trusted signature");
        command->add_flag("--add-codes", arguments.add_codes, "install: add codes that the region does not know");
        command->callback([&, chosen = action] {
            arguments.location = location;
            status = practice_command(chosen, arguments);
        });
    }
}

CLI::App* add_table_command(CLI::App& to, const char* word, const char* help, std::string& file, std::string& login) {
    auto* command = to.add_subcommand(word, help);
    command->add_option("file", file, "The file")->required();
    command->add_option("--as", login, "Login of the account that does it")->required();
    return command;
}

void add_import_command(CLI::App& program, const std::string& location, ImportArguments& arguments, int& status) {
    auto* import = program.add_subcommand("import", "Load a table, or a package, in the name of an account");
    import->require_subcommand(1);
    const auto add = [&](const char* word, ImportKind kind, const char* help) {
        auto* command = add_table_command(*import, word, help, arguments.file, arguments.login);
        command->add_flag("--dry-run", arguments.dry_run, "Only say what would happen");
        command->callback([&, kind] {
            arguments.location = location;
            arguments.kind = kind;
            status = import_table(arguments);
        });
        return command;
    };
    auto* facts = add("facts", ImportKind::facts, "Delivered services from a CSV file");
    facts->add_option("--organisation", arguments.organisation, "Code of the home provider of rows that name none (the account's own)");
    facts->add_option("--source", arguments.source, "System that the table comes from: external numbers are unique within it");
    auto* rollout = add("rollout", ImportKind::rollout, "Existing orders and running practices from a CSV file");
    for (auto* each : {facts, rollout}) each->add_option("--errors", arguments.errors, "File for the rows with errors");
    auto* package = add("package", ImportKind::package, "The archive of a practice");
    package->add_flag("--accept-unsigned", arguments.accept_unsigned, "Without a trusted signature");
    package->add_flag("--add-codes", arguments.add_codes, "Add codes that the region does not know");
}

void add_export_command(CLI::App& program, const std::string& location, ExportArguments& arguments, int& status) {
    auto* all = program.add_subcommand("export", "Write a table to FILE.xlsx or FILE.csv, as an account may see it");
    all->require_subcommand(1);
    const std::array options{std::tuple{"from", &ExportArguments::from, "First day, YYYY-MM-DD"}, std::tuple{"to", &ExportArguments::to, "Last day"},
                             std::tuple{"day", &ExportArguments::day, "As of the end of this day"},
                             std::tuple{"organisation", &ExportArguments::organisation, "Its code"}, std::tuple{"practice", &ExportArguments::practice, "Its code"}};
    for (const auto& [kind, word, help, takes] : export_words) {
        auto* command = add_table_command(*all, word, help, arguments.file, arguments.login);
        for (const auto& [name, part, title] : options)
            if (takes.find(name) != std::string_view::npos) command->add_option("--" + std::string(name), arguments.*part, title);
        command->callback([&, chosen = kind] {
            arguments.location = location;
            arguments.kind = chosen;
            status = export_table(arguments);
        });
    }
}

void add_search_command(CLI::App& program, SearchArguments& arguments, int& status) {
    auto* command = program.add_subcommand("search", "Try the search on a corpus: lines of {\"id\",\"text\"} in, {\"id\",\"top\":[ids]} out");
    command->add_option("--docs", arguments.documents, "What is searched")->required();
    command->add_option("--queries", arguments.questions, "What is asked")->required();
    command->add_option("--language", arguments.language, "ru, kk or en")->capture_default_str();
    command->callback([&] { status = search_corpus(arguments); });
}

void add_dedupe_command(CLI::App& program, const std::string& location, DedupeArguments& arguments, std::string& login, int& status) {
    auto* command = program.add_subcommand("dedupe", "Look for people who stand on the register twice (--as), or try that on labelled registers");
    auto* as = command->add_option("--as", login, "Hold the register of the database against itself: login of the coordinator or administrator");
    auto* evaluate = command->add_option("--evaluate", arguments.records, "A register with duplicates, CSV")->excludes(as);
    command->add_option("--links", arguments.links, "Two registers, CSV")->expected(2)->excludes(evaluate)->excludes(as);
    command->add_option("--columns", arguments.columns, "What the columns are, and where the truth stands: YAML");
    command->add_option("--truth", arguments.truth, "Pairs of ids that are one person, CSV with a heading");
    command->add_option("--threads", arguments.threads, "Threads that compare")->capture_default_str()->check(CLI::Range(1, 64));
    command->add_option("--parameters", arguments.parameters, "Write what was estimated: JSON");
    command->callback([&] { status = login.empty() ? dedupe(arguments) : dedupe_register({location, login}); });
}

void add_generate_register_command(CLI::App& program, GenerateRegisterArguments& arguments, int& status) {
    auto* command = program.add_subcommand("generate-register", "Write a register of invented people with the truth beside it, to try dedupe on");
    command->add_option("file", arguments.file, "CSV")->required();
    command->add_option("--kind", arguments.kind, "russian or english")->capture_default_str();
    command->add_option("--records", arguments.records, "Records")->capture_default_str()->check(CLI::Range(1, 10'000'000));
    command->add_option("--duplicates", arguments.duplicates, "Part of the records that repeat somebody (russian: 0.2, english: 0.6)")->check(CLI::Range(0.0, 0.8));
    command->add_option("--alike", arguments.alike, "russian: part of the people who are another's twin, namesake, child or sibling")->capture_default_str()->check(CLI::Range(0.0, 1.0));
    command->add_option("--seed", arguments.seed, "The same seed gives the same register")->capture_default_str();
    command->callback([&] { status = generate_register(arguments); });
}

int run(int count, char** words) {
    CLI::App program{"Ryadom: practices become standards that every centre delivers, proved from facts", "ryadom"};
    program.set_version_flag("--version", std::string(version));
    program.require_subcommand(1);
    std::string location = "data";
    program.add_option("--data,--database", location, "Folder of the embedded database, or postgresql://…")->capture_default_str();
    int status = 0;

    ServeArguments serve_arguments;
    auto* serve_command = program.add_subcommand("serve", "Serve the API and the pages");
    serve_command->add_option("--listen", serve_arguments.listen, "Address and port")->capture_default_str();
    serve_command->add_option("--origin", serve_arguments.origin, "How users reach the server: https://…");
    serve_command->add_option("--proxy", serve_arguments.proxies, "Address of a proxy before the server (with --origin: 127.0.0.1)");
    serve_command->add_option("--workers", serve_arguments.workers, "Threads that answer")->capture_default_str();
    serve_command->callback([&] {
        serve_arguments.location = location;
        status = serve(serve_arguments);
    });

    GenerateArguments generate_arguments;
    auto* generate_command = program.add_subcommand("generate", "Write an invented region into a fresh database");
    generate_command->add_option("--persons", generate_arguments.persons, "Recipients")->capture_default_str();
    generate_command->add_option("--facts", generate_arguments.facts, "Facts of a year")->capture_default_str();
    generate_command->add_option("--practices", generate_arguments.practices, "Practices; those beyond the starter library are its copies, to try the size of a region");
    generate_command->add_option("--seed", generate_arguments.seed, "The same seed gives the same region")->capture_default_str();
    generate_command->add_option("--until", generate_arguments.until, "Last day of the facts, YYYY-MM-DD (yesterday)");
    generate_command->add_option("--password", generate_arguments.password, "Of every demo account")->capture_default_str();
    generate_command->add_option("--accounts", generate_arguments.accounts, "File for the list of demo accounts");
    generate_command->callback([&] {
        generate_arguments.location = location;
        status = generate(generate_arguments);
    });

    program.add_subcommand("migrate", "Bring the database up to date")->callback([&] { status = migrate(location); });
    program.add_subcommand("openapi", "Print the description of the API")->callback([&] { status = openapi(); });

    UserArguments user_arguments;
    auto* user_command = program.add_subcommand("user", "Create an account, or give one a new password");
    user_command->add_option("login", user_arguments.login, "Login")->required();
    user_command->add_option("--name", user_arguments.name, "Name of the person");
    user_command->add_option("--role", user_arguments.roles, "administrator, coordinator, or director|specialist|desk@ORGANISATION-CODE");
    user_command->callback([&] {
        user_arguments.location = location;
        status = user(user_arguments);
    });

    VerifyArguments verify_arguments;
    auto* verify_command = program.add_subcommand("verify", "Check the audit log and the ledger");
    verify_command->add_option("--head", verify_arguments.head, "FILE.head of a backup: the log must still reach it");
    verify_command->add_flag("--figures", verify_arguments.figures, "Recompute every figure in SQL");
    verify_command->callback([&] {
        verify_arguments.location = location;
        status = verify(verify_arguments);
    });

    std::string file;
    auto* backup_command = program.add_subcommand("backup", "Copy the database to a file, also while it is served");
    backup_command->add_option("file", file)->required();
    backup_command->callback([&] { status = backup(location, file); });
    auto* restore_command = program.add_subcommand("restore", "Put a backup into an empty folder");
    restore_command->add_option("file", file)->required();
    restore_command->callback([&] { status = restore(location, file); });

    PracticeArguments practice_arguments;
    add_practice_command(program, location, practice_arguments, status);
    ImportArguments import_arguments;
    add_import_command(program, location, import_arguments, status);
    ExportArguments export_arguments;
    add_export_command(program, location, export_arguments, status);
    SearchArguments search_arguments;
    add_search_command(program, search_arguments, status);
    DedupeArguments dedupe_arguments;
    std::string dedupe_login;
    add_dedupe_command(program, location, dedupe_arguments, dedupe_login, status);
    GenerateRegisterArguments register_arguments;
    add_generate_register_command(program, register_arguments, status);

    try {
        program.parse(count, words);
    } catch (const CLI::ParseError& error) {
        return program.exit(error);
    }
    return status;
}

}  // namespace

int main(int count, char** words) {
    try {
        return run(count, words);
    } catch (const std::exception& error) {
        fmt::print(stderr, "ryadom: {}\n", error.what());
        return 1;
    }
}
