// What the screens of accounts and the log exchange.
#pragma once

#include "modules/network/model.hpp"
#include "platform/auth/accounts.hpp"

namespace ryadom::accounts {

struct SignIn {
    std::string login;
    std::string password;
};

struct OrganisationName {
    Id<network::Organisation> id;
    std::string title;
};

struct RoleView {
    policy::Role role;
    std::optional<OrganisationName> organisation;  ///< absent for roles of the region
};

struct AccountView {
    Id<auth::Account> id;
    std::string login;
    std::string name;
    i18n::Language language = i18n::Language::ru;
    bool active = true;
    bool has_password = false;
    std::vector<RoleView> roles;
    std::int64_t revision = 1;
};

struct SessionView {
    AccountView account;
    std::vector<std::string> permissions;
    std::string region;  ///< title of the topmost organisation
    Date today;          ///< the day where the account works
};

struct RoleRequest {
    policy::Role role;
    std::optional<Id<network::Organisation>> organisation;
};

struct AccountRequest {
    std::string login;
    std::string name;
    i18n::Language language = i18n::Language::ru;
    bool active = true;
    std::vector<RoleRequest> roles;
};

/// The one time that the secret of an invitation is shown.
struct Invitation {
    Id<auth::Account> account;
    std::string token;
    Instant expires;
};

struct Acceptance {
    std::string token;
    std::string password;
};

/// Whom a link invites, before a password is set.
struct InvitationQuestion {
    std::string token;
};

struct Invited {
    std::string login;
    std::string name;
};

struct PasswordChange {
    std::string old_password;
    std::string new_password;
};

struct Preferences {
    i18n::Language language = i18n::Language::ru;
};

struct AuditEntry {
    std::int64_t position = 0;
    Instant at;
    std::string account;  ///< login; empty for the system
    std::string action;
    std::optional<Uuid> object;
    std::optional<Uuid> person;
    std::string detail;
    std::string text;  ///< the action in the reader's words
};

/// A kind of action that the log may hold.
struct AuditAction {
    std::string action;
    std::string text;
};

struct AuditFilter {
    std::optional<Uuid> person;
    std::optional<Uuid> object;
    std::optional<std::string> account;
    std::optional<std::string> action;
    std::optional<Date> from;
    std::optional<Date> to;
    std::optional<std::string> cursor;
    std::optional<int> limit;
};

constexpr auto describe(json::Type<SignIn>) {
    return json::object("SignIn", json::field("login", &SignIn::login, "Login", json::length(1, 200)),
                        json::field("password", &SignIn::password, "Password", json::length(1, 1000)));
}
constexpr auto describe(json::Type<OrganisationName>) {
    return json::object("OrganisationName", json::field("id", &OrganisationName::id, "Id"),
                        json::field("title", &OrganisationName::title, "Short name"));
}
constexpr auto describe(json::Type<RoleView>) {
    return json::object("RoleView", json::field("role", &RoleView::role, "Role"),
                        json::field("organisation", &RoleView::organisation, "Where"));
}
constexpr auto describe(json::Type<AccountView>) {
    using json::field;
    return json::object("Account", field("id", &AccountView::id, "Id"), field("login", &AccountView::login, "Login"),
                        field("name", &AccountView::name, "Name"), field("language", &AccountView::language, "Language"),
                        field("active", &AccountView::active, "May sign in"),
                        field("has_password", &AccountView::has_password, "Accepted an invitation"),
                        field("roles", &AccountView::roles, "Roles"), field("revision", &AccountView::revision, "Revision"));
}
constexpr auto describe(json::Type<SessionView>) {
    using json::field;
    return json::object("Session", field("account", &SessionView::account, "Who"),
                        field("permissions", &SessionView::permissions, "What this account may do", json::words(policy::permission_words)),
                        field("region", &SessionView::region, "The region"), field("today", &SessionView::today, "The day there"));
}
constexpr auto describe(json::Type<RoleRequest>) {
    return json::object("RoleRequest", json::field("role", &RoleRequest::role, "Role"),
                        json::field("organisation", &RoleRequest::organisation, "Where"));
}
constexpr auto describe(json::Type<AccountRequest>) {
    using json::field;
    return json::object("AccountRequest", field("login", &AccountRequest::login, "Login", json::length(1, 64)),
                        field("name", &AccountRequest::name, "Name", json::length(1, 200)),
                        field("language", &AccountRequest::language, "Language"), field("active", &AccountRequest::active, "May sign in"),
                        field("roles", &AccountRequest::roles, "Roles", json::length(1, 20)));
}
constexpr auto describe(json::Type<Invitation>) {
    return json::object("Invitation", json::field("account", &Invitation::account, "Account"),
                        json::field("token", &Invitation::token, "Secret of the link, shown once"),
                        json::field("expires", &Invitation::expires, "Works until"));
}
constexpr auto describe(json::Type<Acceptance>) {
    return json::object("Acceptance", json::field("token", &Acceptance::token, "Secret of the link", json::length(1, 200)),
                        json::field("password", &Acceptance::password, "New password", json::length(1, 1000)));
}
constexpr auto describe(json::Type<InvitationQuestion>) {
    return json::object("InvitationQuestion", json::field("token", &InvitationQuestion::token, "Secret of the link", json::length(1, 200)));
}
constexpr auto describe(json::Type<Invited>) {
    return json::object("Invited", json::field("login", &Invited::login, "Login"), json::field("name", &Invited::name, "Name"));
}
constexpr auto describe(json::Type<PasswordChange>) {
    return json::object("PasswordChange",
                        json::field("old_password", &PasswordChange::old_password, "Password until now", json::length(1, 1000)),
                        json::field("new_password", &PasswordChange::new_password, "New password", json::length(1, 1000)));
}
constexpr auto describe(json::Type<Preferences>) {
    return json::object("Preferences", json::field("language", &Preferences::language, "Language"));
}
constexpr auto describe(json::Type<AuditEntry>) {
    using json::field;
    return json::object("AuditEntry", field("position", &AuditEntry::position, "Position in the chain"), field("at", &AuditEntry::at, "When"),
                        field("account", &AuditEntry::account, "Who"), field("action", &AuditEntry::action, "What"),
                        field("text", &AuditEntry::text, "What, in words"),
                        field("object", &AuditEntry::object, "Which thing"), field("person", &AuditEntry::person, "Which person"),
                        field("detail", &AuditEntry::detail, "Detail as JSON"));
}
constexpr auto describe(json::Type<AuditAction>) {
    return json::object("AuditAction", json::field("action", &AuditAction::action, "What"), json::field("text", &AuditAction::text, "In words"));
}
constexpr auto describe(json::Type<AuditFilter>) {
    using json::field;
    return json::object("AuditFilter", field("person", &AuditFilter::person, "About a person"),
                        field("object", &AuditFilter::object, "About a thing"),
                        field("account", &AuditFilter::account, "By the account of this login", json::length(1, 64)),
                        field("action", &AuditFilter::action, "Of this kind", json::length(1, 80)),
                        field("from", &AuditFilter::from, "First day, where the caller works"), field("to", &AuditFilter::to, "Last day"),
                        field("cursor", &AuditFilter::cursor, "Where to go on", json::length(0, 40)),
                        field("limit", &AuditFilter::limit, "How many rows", json::range(1, 200)));
}

}  // namespace ryadom::accounts
