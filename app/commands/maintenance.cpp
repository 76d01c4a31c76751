#include "app/application.hpp"
#include "app/commands/commands.hpp"
#include "platform/audit/audit.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iostream>

namespace ryadom::app {
namespace {

audit::Head read_head(const std::string& path) {
    std::ifstream file(path);
    std::string hash;
    audit::Head head;
    file >> head.position >> hash;
    const auto bytes = from_hex(hash);
    if (!file || !bytes || bytes->size() != head.hash.size()) throw std::runtime_error(fmt::format("{} is not the head of an audit log", path));
    std::ranges::copy(*bytes, head.hash.begin());
    return head;
}

std::unique_ptr<db::Database> open_reader(const std::string& location) {
    const Modules modules(false);
    db::Options options;
    options.location = location;
    options.schemas = schemas(modules);
    options.access = db::Access::reader;
    return db::Database::open(std::move(options));
}

}  // namespace

int migrate(const std::string& location) {
    Settings settings;
    settings.location = location;
    const Application application(std::move(settings));
    fmt::print("The database is up to date.\n");
    return 0;
}

int verify(const VerifyArguments& arguments) {
    const auto database = open_reader(arguments.location);
    const auto known = arguments.head ? std::optional(read_head(*arguments.head)) : std::nullopt;
    const auto [fault, head] = database->read_as(db::Caller::system(), [&](db::Tx& tx) { return std::pair{audit::verify(tx, known), audit::head(tx)}; });
    if (fault) {
        fmt::print(stderr, "The audit log is not what was written: record {}: {}.\n", fault->position, fault->reason);
        return 1;
    }
    fmt::print("The audit log is whole: {} records.\n", head.position);
    return verify_modules(*database, arguments.figures);
}

int backup(const std::string& location, const std::string& file) {
    const auto database = open_reader(location);
    // The head first: the copy then reaches at least that far.
    const auto head = database->read_as(db::Caller::system(), audit::head);
    database->backup(file);
    std::ofstream(file + ".head") << head.position << ' ' << hex(head.hash) << '\n';
    fmt::print("Wrote {} and {}.head.\n", file, file);
    return 0;
}

int restore(const std::string& location, const std::string& file) {
    const std::filesystem::path folder(location);
    if (std::filesystem::exists(folder / "ryadom.db")) throw std::runtime_error(fmt::format("{} already holds a database; restore into an empty folder.", location));
    std::filesystem::create_directories(folder);
    std::filesystem::copy_file(file, folder / "ryadom.db");
    VerifyArguments arguments{location, std::nullopt, false};
    if (std::filesystem::exists(file + ".head")) arguments.head = file + ".head";
    if (verify(arguments) == 0) return 0;
    std::filesystem::remove(folder / "ryadom.db");
    fmt::print(stderr, "Nothing was restored.\n");
    return 1;
}

int openapi() {
    const Modules modules(false);
    const Registered all(modules.list());
    std::cout << json::write(http::openapi(all.routes, policy::Policy(all.permissions), all.texts, version), json::Layout::indented) << '\n';
    return 0;
}

}  // namespace ryadom::app
