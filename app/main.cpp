// The command line.
#include "app/application.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/practice.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <array>

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
    serve_command->add_option("--workers", serve_arguments.workers, "Threads that answer")->capture_default_str();
    serve_command->callback([&] {
        serve_arguments.location = location;
        status = serve(serve_arguments);
    });

    GenerateArguments generate_arguments;
    auto* generate_command = program.add_subcommand("generate", "Write an invented region into a fresh database");
    generate_command->add_option("--persons", generate_arguments.persons, "Recipients")->capture_default_str();
    generate_command->add_option("--facts", generate_arguments.facts, "Facts of a year")->capture_default_str();
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
