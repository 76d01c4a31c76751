#include "app/application.hpp"
#include "app/commands/commands.hpp"
#include "modules/network/network.hpp"
#include "platform/audit/audit.hpp"
#include "platform/auth/password.hpp"

#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include <iostream>

namespace ryadom::app {
namespace {

/// Without showing it, where there is a terminal.
std::string ask_password() {
    termios before{};
    const bool terminal = ::tcgetattr(STDIN_FILENO, &before) == 0;
    if (terminal) {
        fmt::print(stderr, "Password: ");
        auto silent = before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSANOW, &silent);
    }
    std::string password;
    std::getline(std::cin, password);
    if (terminal) {
        ::tcsetattr(STDIN_FILENO, TCSANOW, &before);
        fmt::print(stderr, "\n");
    }
    return password;
}

Checked<policy::Grant> parse_role(db::Tx& tx, const std::string& text) {
    const auto at = text.find('@');
    const auto role = json::parse_name<policy::Role>(text.substr(0, at));
    if (!role) return refuse("core.unknown_value", {{"value", text}});
    if (policy::regional(*role)) return policy::Grant{*role, 0};
    const auto found = at == std::string::npos ? std::nullopt : network::find_organisation_by_code(tx, text.substr(at + 1));
    if (!found) return refuse("core.unknown_value", {{"value", text}});
    return policy::Grant{*role, found->number.value};
}

}  // namespace

int user(const UserArguments& arguments) {
    Settings settings;
    settings.location = arguments.location;
    Application application(std::move(settings));
    const auto complain = [&](const Refusal& refusal) {
        fmt::print(stderr, "{}\n", application.texts().text(i18n::Language::en, refusal.code, refusal.arguments));
        for (const auto& field : refusal.fields) fmt::print(stderr, "  {}\n", application.texts().text(i18n::Language::en, field.code, field.arguments));
        return 1;
    };
    const auto login = auth::acceptable_login(arguments.login, "/login");
    if (!login) return complain(login.error());
    const auto password = arguments.password.empty() ? ask_password() : arguments.password;
    if (const auto good = auth::acceptable_password(password, *login, "/password"); !good) return complain(good.error());
    const auto done = application.database().write_now(db::Caller::system(), [&, hash = auth::hash_password(password)](db::Tx& tx) {
        auto account = auth::find_login(tx, *login);
        if (!account) {
            auth::Account fresh;
            fresh.id = tx.make_id<auth::Account>();
            fresh.login = *login;
            fresh.name = arguments.name.empty() ? *login : arguments.name;
            for (const auto& role : arguments.roles) fresh.grants.push_back(must(parse_role(tx, role)));
            fresh.number = auth::create_account(tx, fresh);
            audit::record(tx, "accounts.created", fresh.id);
            account = fresh;
        }
        auth::set_password(tx, account->number, hash);
        audit::record(tx, "accounts.password_set", account->id);
    });
    if (!done) return complain(done.error());
    fmt::print("{} can sign in.\n", *login);
    return 0;
}

}  // namespace ryadom::app
