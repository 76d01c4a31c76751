// Accounts, their roles, sessions and invitations. Everything here runs inside a transaction of the system: it answers
// the question who somebody is, before any scope exists.
#pragma once

#include "platform/db/schema.hpp"
#include "platform/db/transaction.hpp"
#include "platform/i18n/catalogue.hpp"
#include "platform/policy/policy.hpp"

#include <optional>
#include <string>
#include <vector>

namespace ryadom::auth {

db::Schema schema();

struct Account {
    Number<Account> number;
    Id<Account> id;
    std::string login;
    std::string name;
    i18n::Language language = i18n::Language::ru;
    bool active = true;        ///< not disabled
    bool has_password = false; ///< the invitation was accepted
    std::int64_t revision = 1;
    std::vector<policy::Grant> grants;
};

/// Logins compare in lower case; 3 to 64 of a-z 0-9 . _ - @.
Checked<std::string> acceptable_login(std::string_view login, const std::string& pointer);

std::optional<Account> find_account(db::Tx& tx, const Id<Account>& id);
std::optional<Account> find_login(db::Tx& tx, std::string_view login);
/// In order of login, `limit` rows after `after`.
std::vector<Account> list_accounts(db::Tx& tx, std::string_view after, int limit);
std::string password_hash(db::Tx& tx, Number<Account> account);

/// The number of the new account; a login that is taken ends in the constraint auth_account_login_unique.
Number<Account> create_account(db::Tx& tx, const Account& account);
/// Name, language, state and grants; ends every session when the rights or the state change. False: not this revision.
bool update_account(db::Tx& tx, const Account& account);
/// Sets the password, ends every session and invitation.
void set_password(db::Tx& tx, Number<Account> account, const std::string& hash);

void create_session(db::Tx& tx, Number<Account> account, const std::string& token_hash);
void end_session(db::Tx& tx, const std::string& token_hash);
void end_sessions(db::Tx& tx, Number<Account> account);

/// A session ends after 12 hours, or 8 hours without use.
constexpr std::int64_t session_length = 12LL * 3600 * 1000;
constexpr std::int64_t session_idle = 8LL * 3600 * 1000;

struct Session {
    Account account;
    Instant seen_at;
};
std::optional<Session> find_session(db::Tx& tx, const std::string& token_hash);
void touch_session(db::Tx& tx, const std::string& token_hash);

/// A browser in which the account signed in before, known by a cookie of its own.
bool known_device(db::Tx& tx, Number<Account> account, const std::string& token_hash);
void remember_device(db::Tx& tx, Number<Account> account, const std::string& token_hash);
constexpr std::int64_t device_kept = 365LL * 24 * 3600 * 1000;

/// Replaces earlier invitations of the account.
void create_invitation(db::Tx& tx, Number<Account> account, const std::string& token_hash, Instant expires);
std::optional<Account> find_invitation(db::Tx& tx, const std::string& token_hash);

}  // namespace ryadom::auth
