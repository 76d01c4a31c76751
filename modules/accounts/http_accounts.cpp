#include "modules/accounts/http.hpp"
#include "modules/accounts/store.hpp"
#include "modules/accounts/views.hpp"
#include "modules/network/network.hpp"
#include "platform/audit/audit.hpp"
#include "platform/auth/password.hpp"

#include <algorithm>

namespace ryadom::accounts {
namespace {

using http::Call;
using http::Page;
using http::Query;
using http::Written;

constexpr std::int64_t invitation_length = 3LL * 24 * 3600 * 1000;

Page<AccountView> list(Call& call, Query<http::Paging> paging) {
    return call.read([&](db::Tx& tx) {
        Page<AccountView> page;
        auto accounts = auth::list_accounts(tx, paging->cursor.value_or(""), paging->size() + 1);
        if (cut(accounts, paging->size())) page.next = accounts.back().login;
        for (const auto& account : accounts) page.items.push_back(view(tx, account));
        return page;
    });
}

Invitation invite(db::Tx& tx, Number<auth::Account> number, const Id<auth::Account>& id, const std::string& token) {
    const auto expires = tx.now() + invitation_length;
    auth::create_invitation(tx, number, auth::token_hash(token), expires);
    audit::record(tx, "accounts.invited", id);
    return {id, token, expires};
}

/// The answer is the invitation: its secret is stored nowhere, so it is given to the administrator to hand over.
Written<Invitation> create(Call& call, AccountRequest ask) {
    const auto login = must(auth::acceptable_login(ask.login, "/login"));
    return call.write([ask, login, token = auth::make_token(call.database().random())](db::Tx& tx) {
        auth::Account account;
        account.id = tx.make_id<auth::Account>();
        account.login = login;
        account.name = ask.name;
        account.language = ask.language;
        account.grants = must(grants(tx, ask.roles));
        const auto number = auth::create_account(tx, account);
        audit::record(tx, "accounts.created", account.id);
        return invite(tx, number, account.id, token);
    });
}

Written<AccountView> change(Call& call, AccountRequest ask) {
    const auto id = call.id<auth::Account>("account");
    if (id == call.identity().account.id && !ask.active) throw Refused({Refusal::Kind::conflict, "accounts.not_yourself", {}, {}});
    return call.write([ask, id, revision = call.revision()](db::Tx& tx) {
        auto account = must(auth::find_account(tx, id));
        if (account.login != ask.login) throw Refused(refuse_field("/login", "accounts.login_stays").error());
        account.name = ask.name;
        account.language = ask.language;
        account.active = ask.active;
        account.grants = must(grants(tx, ask.roles));
        account.revision = revision;
        http::must_change(auth::update_account(tx, account) ? 1 : 0);
        audit::record(tx, ask.active ? "accounts.changed" : "accounts.disabled", id);
        return view(tx, must(auth::find_account(tx, id)));
    });
}

Page<AuditEntry> audit_log(Call& call, Query<AuditFilter> filter) {
    const auto cursor = http::place(filter->cursor).value_or(INT64_MAX);
    const int limit = filter->limit.value_or(50);
    return call.read([&](db::Tx& tx) {
        const auto zone = network::zone(tx, tx.caller().organisation);
        const auto begin = [&](Date day) { return store::first_record_since(tx, start_of_day(day, zone)); };
        const auto first = filter->from ? begin(*filter->from) : 0;
        const auto before = filter->to ? std::min(cursor, begin(*filter->to + 1)) : cursor;
        Page<AuditEntry> page;
        auto lines = store::audit_entries(tx, filter.value, first, before, limit + 1);
        if (cut(lines, limit)) page.next = std::to_string(lines.back().number);
        for (auto& line : lines) {
            page.items.push_back(std::move(line.entry));
            page.items.back().text = call.text("audit." + page.items.back().action);
        }
        return page;
    });
}

Page<AuditAction> audit_actions(Call& call) {
    constexpr std::string_view prefix = "audit.";
    Page<AuditAction> page;
    for (const auto& key : call.texts().keys())
        if (key.starts_with(prefix)) page.items.push_back({key.substr(prefix.size()), call.text(key)});
    return page;
}

}  // namespace

void add_account_routes(http::Routes& routes) {
    routes.get("/api/v1/accounts", "accounts.manage", "All accounts", list);
    routes.get("/api/v1/accounts/{account}", "accounts.manage", "An account", [](Call& call) {
        return call.read([&](db::Tx& tx) { return view(tx, must(auth::find_account(tx, call.id<auth::Account>("account")))); });
    });
    routes.post("/api/v1/accounts", "accounts.manage", "Create an account and invite its owner", create).replay = http::Replay::done;
    routes.put("/api/v1/accounts/{account}", "accounts.manage", "Change name, roles or state", change);
    routes.post("/api/v1/accounts/{account}/invitations", "accounts.manage", "Invite again, to set a new password", [](Call& call) {
        return call.write([id = call.id<auth::Account>("account"), token = auth::make_token(call.database().random())](db::Tx& tx) {
            return invite(tx, must(auth::find_account(tx, id)).number, id, token);
        });
    }).replay = http::Replay::done;
    routes.get("/api/v1/audit/actions", "accounts.see_log", "What the log may hold, in words", audit_actions);
    routes.get("/api/v1/audit", "accounts.see_log", "The audit log, newest first", audit_log);
}

}  // namespace ryadom::accounts
