#include "platform/auth/accounts.hpp"

#include <algorithm>

namespace ryadom {
std::span<const EmbeddedFile> embedded_auth_migrations();
}

namespace ryadom::auth {
namespace {

constexpr db::Sql account_by_id =
    "select number, id, login, name, language, disabled_at is null, password_hash is not null, revision from v_auth_account where id = $1";
constexpr db::Sql account_by_login =
    "select number, id, login, name, language, disabled_at is null, password_hash is not null, revision from v_auth_account where login = $1";
constexpr db::Sql account_by_session =
    "select a.number, a.id, a.login, a.name, a.language, a.disabled_at is null, a.password_hash is not null, a.revision, s.seen_at "
    "from v_auth_session s join v_auth_account a on a.number = s.account "
    "where s.token_hash = $1 and s.expires_at > $2 and s.seen_at > $3 and a.disabled_at is null";
constexpr db::Sql account_by_invitation =
    "select a.number, a.id, a.login, a.name, a.language, a.disabled_at is null, a.password_hash is not null, a.revision "
    "from v_auth_invitation i join v_auth_account a on a.number = i.account "
    "where i.token_hash = $1 and i.expires_at > $2 and a.disabled_at is null";
constexpr db::Sql accounts_after =
    "select number, id, login, name, language, disabled_at is null, password_hash is not null, revision from v_auth_account "
    "where login > $1 order by login limit $2";
constexpr db::Sql grants_of = "select role, organisation from v_auth_grant where account = $1 order by role, organisation";
constexpr db::Sql grants_between =
    "select g.account, g.role, g.organisation from v_auth_account a join v_auth_grant g on g.account = a.number "
    "where a.login > $1 and a.login <= $2 order by g.account, g.role, g.organisation";
constexpr db::Sql hash_of = "select coalesce(password_hash, '') from v_auth_account where number = $1";
constexpr db::Sql insert_account =
    "insert into auth_account (id, login, name, language, created_at, revision) values ($1, $2, $3, $4, $5, 1) returning number";
constexpr db::Sql insert_grant = "insert into auth_grant (account, role, organisation) values ($1, $2, $3)";
constexpr db::Sql delete_grants = "delete from auth_grant where account = $1";
constexpr db::Sql change_account =
    "update auth_account set name = $1, language = $2, disabled_at = $3, revision = revision + 1 where number = $4 and revision = $5";
constexpr db::Sql change_password = "update auth_account set password_hash = $1, revision = revision + 1 where number = $2";
constexpr db::Sql insert_session =
    "insert into auth_session (token_hash, account, created_at, seen_at, expires_at) values ($1, $2, $3, $3, $4)";
constexpr db::Sql delete_session = "delete from auth_session where token_hash = $1";
constexpr db::Sql delete_sessions = "delete from auth_session where account = $1";
constexpr db::Sql delete_expired = "delete from auth_session where account = $1 and expires_at < $2";
constexpr db::Sql device = "select 1 from v_auth_device where token_hash = $1 and account = $2";
constexpr db::Sql upsert_device =
    "insert into auth_device (token_hash, account, seen_at) values ($1, $2, $3) on conflict (token_hash, account) do update set seen_at = excluded.seen_at";
constexpr db::Sql delete_old_devices = "delete from auth_device where account = $1 and seen_at < $2";
constexpr db::Sql seen_session = "update auth_session set seen_at = $1 where token_hash = $2";
constexpr db::Sql insert_invitation = "insert into auth_invitation (token_hash, account, expires_at) values ($1, $2, $3)";
constexpr db::Sql delete_invitations = "delete from auth_invitation where account = $1";

Account read_account(const db::Row& row) {
    return {row.get<Number<Account>>(0), row.get<Id<Account>>(1), row.get<std::string>(2), row.get<std::string>(3),
            row.get<i18n::Language>(4), row.get<bool>(5), row.get<bool>(6), row.get<std::int64_t>(7), {}};
}

policy::Grant read_grant(const db::Row& row, int first) { return {row.get<policy::Role>(first), row.get<std::int64_t>(first + 1)}; }

std::optional<Account> with_grants(db::Tx& tx, std::optional<Account> account) {
    if (account) account->grants = tx.list(grants_of, [](const db::Row& row) { return read_grant(row, 0); }, account->number);
    return account;
}

void write_grants(db::Tx& tx, Number<Account> number, const std::vector<policy::Grant>& grants) {
    tx.run(delete_grants, number);
    for (const auto& grant : grants) tx.run(insert_grant, number, grant.role, grant.organisation);
}

}  // namespace

db::Schema schema() {
    using db::Dimension;
    return {"auth", db::migrations(embedded_auth_migrations()),
            {{"auth_account", Dimension::open, ""}, {"auth_grant", Dimension::open, ""},
             {"auth_session", Dimension::open, ""}, {"auth_invitation", Dimension::open, ""},
             {"auth_device", Dimension::open, ""}},
            {}, {}};
}

Checked<std::string> acceptable_login(std::string_view login, const std::string& pointer) {
    std::string out;
    for (const char c : login) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool letters = std::ranges::all_of(out, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-' || c == '@';
    });
    if (out.size() < 3 || out.size() > 64 || !letters) return refuse_field(pointer, "auth.login_form");
    return out;
}

std::optional<Account> find_account(db::Tx& tx, const Id<Account>& id) { return with_grants(tx, tx.find(account_by_id, read_account, id)); }

std::optional<Account> find_login(db::Tx& tx, std::string_view login) {
    return with_grants(tx, tx.find(account_by_login, read_account, login));
}

std::vector<Account> list_accounts(db::Tx& tx, std::string_view after, int limit) {
    auto accounts = tx.list(accounts_after, read_account, after, limit);
    if (accounts.empty()) return accounts;
    tx.each(grants_between, [&](const db::Row& row) {
        const auto found = std::ranges::find(accounts, row.get<Number<Account>>(0), &Account::number);
        found->grants.push_back(read_grant(row, 1));
    }, after, accounts.back().login);
    return accounts;
}

std::string password_hash(db::Tx& tx, Number<Account> account) { return tx.value<std::string>(hash_of, account).value_or(""); }

Number<Account> create_account(db::Tx& tx, const Account& account) {
    const Number<Account> number{tx.insert(insert_account, account.id, account.login, account.name, account.language, tx.now())};
    write_grants(tx, number, account.grants);
    return number;
}

bool update_account(db::Tx& tx, const Account& account) {
    const auto before = find_account(tx, account.id);
    const std::optional<Instant> disabled_at = account.active ? std::nullopt : std::optional(tx.now());
    if (!before || tx.run(change_account, account.name, account.language, disabled_at, account.number, account.revision) == 0) return false;
    write_grants(tx, account.number, account.grants);
    if (before->grants != account.grants || before->active != account.active) end_sessions(tx, account.number);
    return true;
}

void set_password(db::Tx& tx, Number<Account> account, const std::string& hash) {
    tx.run(change_password, hash, account);
    tx.run(delete_invitations, account);
    end_sessions(tx, account);
}

void create_session(db::Tx& tx, Number<Account> account, const std::string& token_hash) {
    tx.run(delete_expired, account, tx.now());
    tx.run(insert_session, token_hash, account, tx.now(), tx.now() + session_length);
}

void end_session(db::Tx& tx, const std::string& token_hash) { tx.run(delete_session, token_hash); }

void end_sessions(db::Tx& tx, Number<Account> account) { tx.run(delete_sessions, account); }

std::optional<Session> find_session(db::Tx& tx, const std::string& token_hash) {
    auto session = tx.find(account_by_session, [](const db::Row& row) { return Session{read_account(row), row.get<Instant>(8)}; },
                           token_hash, tx.now(), tx.now() + -session_idle);
    if (session) session->account = *with_grants(tx, std::move(session->account));
    return session;
}

void touch_session(db::Tx& tx, const std::string& token_hash) { tx.run(seen_session, tx.now(), token_hash); }

bool known_device(db::Tx& tx, Number<Account> account, const std::string& token_hash) {
    return tx.value<int>(device, token_hash, account).has_value();
}

void remember_device(db::Tx& tx, Number<Account> account, const std::string& token_hash) {
    tx.run(delete_old_devices, account, tx.now() + -device_kept);
    tx.run(upsert_device, token_hash, account, tx.now());
}

void create_invitation(db::Tx& tx, Number<Account> account, const std::string& token_hash, Instant expires) {
    tx.run(delete_invitations, account);
    tx.run(insert_invitation, token_hash, account, expires);
}

std::optional<Account> find_invitation(db::Tx& tx, const std::string& token_hash) {
    return with_grants(tx, tx.find(account_by_invitation, read_account, token_hash, tx.now()));
}

}  // namespace ryadom::auth
