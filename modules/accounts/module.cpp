#include "modules/accounts/module.hpp"

#include "modules/accounts/http.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_accounts_strings();
}

namespace ryadom::accounts {

Module module(bool secure) {
    using policy::Role;
    return {"accounts",
            {"accounts", {}, {}, {}, {}},
            {{"accounts.manage", {Role::administrator}}, {"accounts.see_log", {Role::administrator}}},
            [secure](http::Routes& routes) {
                add_session_routes(routes, secure);
                add_account_routes(routes);
            },
            embedded_accounts_strings()};
}

}  // namespace ryadom::accounts
