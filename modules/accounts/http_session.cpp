#include "modules/accounts/http.hpp"
#include "modules/accounts/views.hpp"
#include "modules/network/network.hpp"
#include "platform/audit/audit.hpp"
#include "platform/auth/password.hpp"
#include "platform/auth/throttle.hpp"

namespace ryadom::accounts {
namespace {

using http::Call;
using http::Written;

std::string cookie(std::string_view name, std::string_view token, bool secure, std::optional<std::int64_t> seconds = {}) {
    auto out = std::string(name) + "=" + std::string(token) + "; Path=/; HttpOnly; SameSite=Strict";
    if (secure) out += "; Secure";
    if (seconds) out += "; Max-Age=" + std::to_string(*seconds);
    return out;
}

SessionView session_view(db::Tx& tx, const auth::Account& account, std::vector<std::string> permissions, Date today) {
    const auto all = network::all_organisations(tx);
    const auto* const body = network::body_of_region(all);
    return {view(tx, account), std::move(permissions), body ? body->organisation.title : "", today};
}

[[noreturn]] void refuse_sign_in() { throw Refused({Refusal::Kind::unauthenticated, "accounts.wrong_login", {}, {}}); }

void throttle_or_count(auth::Throttle& throttle, const Call& call, const std::string& login, const std::string& peer) {
    if (const auto seconds = throttle.wait(login, peer, call.now()))
        throw Refused({Refusal::Kind::too_many, "accounts.wait", {{"seconds", std::to_string(*seconds)}}, {}});
    throttle.count(login, peer, call.now());
}

/// Who tries to sign in, before it is known whether they may.
struct Attempt {
    std::optional<auth::Account> account;  ///< of that login
    std::string password_hash;             ///< empty: no password will do
    std::string device;                    ///< the browser's token; empty: it has none
    bool known = false;                    ///< the account signed in with this browser before
};

Attempt attempt(const Call& call, const std::string& login, bool secure) {
    const auto device = call.request().cookie(http::device_cookie(secure)).value_or("");
    return call.database().read_as(db::Caller::system(), [&](db::Tx& tx) {
        Attempt out{auth::find_login(tx, login), "", device, false};
        if (!out.account || !out.account->active) return out;
        out.password_hash = auth::password_hash(tx, out.account->number);
        out.known = !device.empty() && auth::known_device(tx, out.account->number, auth::token_hash(device));
        return out;
    });
}

/// The whole answer is the session as `GET /session` gives it, so that the page needs no second request.
Written<AccountView> sign_in(Call& call, const SignIn& ask, auth::Throttle& throttle, bool secure) {
    const auto login = auth::acceptable_login(ask.login, "/login").value_or("");
    const auto tried = attempt(call, login, secure);
    const auto peer = tried.known ? auth::token_hash(tried.device) : call.request().peer;
    throttle_or_count(throttle, call, login, peer);
    if (!auth::verify_password(tried.password_hash, ask.password)) refuse_sign_in();
    throttle.forgive(login, peer);
    const auto token = auth::make_token(call.database().random());
    // People who share a desk share its browser: a token that it has already is one more account's.
    const auto device = tried.device.size() == token.size() ? tried.device : auth::make_token(call.database().random());
    call.header("Set-Cookie", cookie(http::session_cookie(secure), token, secure));
    call.header("Set-Cookie", cookie(http::device_cookie(secure), device, secure, auth::device_kept / 1000));
    return call.write([number = tried.account->number, id = tried.account->id, token_hash = auth::token_hash(token),
                       device_hash = auth::token_hash(device)](db::Tx& tx) {
        auth::create_session(tx, number, token_hash);
        auth::remember_device(tx, number, device_hash);
        audit::record(tx, "accounts.signed_in", id);
        return view(tx, must(auth::find_account(tx, id)));
    });
}

auth::Account must_be_invited(const Call& call, const std::string& token, auth::Throttle& throttle) {
    throttle_or_count(throttle, call, "invitation", call.request().peer);
    auto account = call.database().read_as(db::Caller::system(), [&](db::Tx& tx) { return auth::find_invitation(tx, auth::token_hash(token)); });
    if (!account) throw Refused({Refusal::Kind::absent, "accounts.invitation_used", {}, {}});
    throttle.forgive("invitation", call.request().peer);
    return std::move(*account);
}

Invited invited(Call& call, const InvitationQuestion& ask, auth::Throttle& throttle) {
    const auto account = must_be_invited(call, ask.token, throttle);
    return {account.login, account.name};
}

Written<void> accept(Call& call, const Acceptance& ask, auth::Throttle& throttle) {
    must(auth::acceptable_password(ask.password, must_be_invited(call, ask.token, throttle).login, "/password"));
    return call.write([token_hash = auth::token_hash(ask.token), hash = auth::hash_password(ask.password)](db::Tx& tx) {
        const auto invited = must(auth::find_invitation(tx, token_hash));
        auth::set_password(tx, invited.number, hash);
        audit::record(tx, "accounts.password_set", invited.id);
    });
}

Written<void> change_password(Call& call, const PasswordChange& ask, auth::Throttle& throttle) {
    const auto& account = call.identity().account;
    throttle_or_count(throttle, call, account.login, call.request().peer);
    const auto old_hash = call.database().read_as(db::Caller::system(), [&](db::Tx& tx) { return auth::password_hash(tx, account.number); });
    if (!auth::verify_password(old_hash, ask.old_password)) throw Refused(refuse_field("/old_password", "accounts.wrong_password").error());
    throttle.forgive(account.login, call.request().peer);
    must(auth::acceptable_password(ask.new_password, account.login, "/new_password"));
    return call.write([number = account.number, id = account.id, hash = auth::hash_password(ask.new_password)](db::Tx& tx) {
        auth::set_password(tx, number, hash);
        audit::record(tx, "accounts.password_changed", id);
    });
}

}  // namespace

void add_session_routes(http::Routes& routes, bool secure) {
    const auto throttle = std::make_shared<auth::Throttle>();
    routes.act("/api/v1/session", http::anybody, "Sign in",
               [throttle, secure](Call& call, SignIn ask) { return sign_in(call, ask, *throttle, secure); }).replay = http::Replay::nothing;
    routes.get("/api/v1/session", http::signed_in, "Who is signed in", [](Call& call) {
        const auto& identity = call.identity();
        return call.read([&](db::Tx& tx) {
            return session_view(tx, identity.account, {identity.permissions.begin(), identity.permissions.end()}, call.today());
        });
    });
    routes.remove("/api/v1/session", http::signed_in, "Sign out", [secure](Call& call) {
        call.header("Set-Cookie", cookie(http::session_cookie(secure), "", secure, 0));
        return call.write([hash = auth::token_hash(call.session_token()), id = call.identity().account.id](db::Tx& tx) {
            auth::end_session(tx, hash);
            audit::record(tx, "accounts.signed_out", id);
        });
    });
    routes.act("/api/v1/session/password", http::signed_in, "Change the own password; every session ends",
               [throttle](Call& call, PasswordChange ask) { return change_password(call, ask, *throttle); }).replay = http::Replay::nothing;
    routes.act("/api/v1/session/preferences", http::signed_in, "Set the own language", [](Call& call, Preferences ask) {
        return call.write([ask, id = call.identity().account.id](db::Tx& tx) {
            auto account = must(auth::find_account(tx, id));
            account.language = ask.language;
            http::must_change(auth::update_account(tx, account) ? 1 : 0);
        });
    });
    routes.act("/api/v1/invitations/show", http::anybody, "Whom an invitation is for",
               [throttle](Call& call, InvitationQuestion ask) { return invited(call, ask, *throttle); }).replay = http::Replay::nothing;
    routes.act("/api/v1/invitations/accept", http::anybody, "Set a password by an invitation",
               [throttle](Call& call, Acceptance ask) { return accept(call, ask, *throttle); }).replay = http::Replay::nothing;
}

}  // namespace ryadom::accounts
