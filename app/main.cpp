// The command line.
#include "app/application.hpp"
#include "app/commands/commands.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace {

using namespace ryadom::app;

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
