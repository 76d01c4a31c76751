#include "modules/requests/module.hpp"

#include "modules/requests/http.hpp"

namespace ryadom {
std::span<const EmbeddedFile> embedded_requests_migrations();
std::span<const EmbeddedFile> embedded_requests_strings();
}

namespace ryadom::requests {

Module module(Answered answered) {
    using db::Dimension;
    using policy::Role;
    return {"requests",
            {"requests",
             db::migrations(embedded_requests_migrations()),
             {{"requests_request", Dimension::records, "{organisation}"},
              {"requests_withdrawal", Dimension::records, "{organisation}"},
              {"requests_reason", Dimension::open, ""}},
             {"requests_request", "requests_withdrawal"},
             {}},
            {{"requests.see", {Role::coordinator, Role::director, Role::specialist, Role::desk}},
             {"requests.record", {Role::director, Role::specialist, Role::desk}}},
            [answered = std::move(answered)](http::Routes& routes) { add_routes(routes, answered); },
            embedded_requests_strings()};
}

}  // namespace ryadom::requests
