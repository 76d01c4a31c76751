// The commands of the binary. Each returns the exit status; what it has to say goes to standard output, faults to
// standard error.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace ryadom::app {

struct ServeArguments {
    std::string location;
    std::string listen = "127.0.0.1:8080";
    std::string origin;
    std::vector<std::string> proxies;  ///< addresses of the proxies that name the user's address in X-Forwarded-For
    int workers = 2;
};
int serve(const ServeArguments& arguments);

struct GenerateArguments {
    std::string location;
    int persons = 20'000;
    int facts = 500'000;
    int practices = 0;
    std::uint64_t seed = 1;
    std::string until;     ///< YYYY-MM-DD; empty: yesterday
    std::string password = "ryadom-demo-2026";
    std::string accounts;  ///< file for the list of demo accounts; empty: standard output
};
/// Writes an invented region into a fresh database.
int generate(const GenerateArguments& arguments);

int migrate(const std::string& location);

struct UserArguments {
    std::string location;
    std::string login;
    std::string name;
    std::vector<std::string> roles;  ///< "administrator" or "desk@organisation-code"
    std::string password;            ///< empty: asked for on the terminal, or read from standard input
};
/// Creates an account, or gives an existing one a new password.
int user(const UserArguments& arguments);

struct VerifyArguments {
    std::string location;
    std::optional<std::string> head;  ///< file with the audit head kept beside a backup
    bool figures = false;
};
int verify(const VerifyArguments& arguments);

/// Writes the database to FILE and the end of its audit chain to FILE.head.
int backup(const std::string& location, const std::string& file);
/// Puts a backup into an empty data folder, after checking it.
int restore(const std::string& location, const std::string& file);

/// Prints the OpenAPI document.
int openapi();

}  // namespace ryadom::app
