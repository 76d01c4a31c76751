#include "app/application.hpp"

#include "app/pages.hpp"
#include "modules/network/network.hpp"
#include "platform/audit/audit.hpp"
#include "platform/files/files.hpp"

#include <fmt/format.h>

namespace ryadom {
std::span<const EmbeddedFile> embedded_http_strings();
}

namespace ryadom::app {

std::vector<db::Schema> schemas(const Modules& modules) {
    std::vector<db::Schema> out{audit::schema(), auth::schema(), http::schema(), files::schema()};
    for (const auto& module : modules.list()) out.push_back(module.schema);
    return out;
}

Application::Application(Settings settings) : settings_(std::move(settings)) {
    modules_ = std::make_unique<Modules>(settings_.origin.starts_with("https://"));
    texts_.add(embedded_http_strings());
    std::vector<policy::Permission> permissions;
    std::vector<std::function<void(db::Tx&)>> settle{audit::chain};
    http::Routes routes;
    for (const auto& module : modules_->list()) {
        texts_.add(module.strings);
        permissions.insert(permissions.end(), module.permissions.begin(), module.permissions.end());
        settle.insert(settle.end(), module.settle.begin(), module.settle.end());
        if (module.routes) module.routes(routes);
    }
    policy_ = std::make_unique<policy::Policy>(std::move(permissions));
    db::Options options;
    options.location = settings_.location;
    options.clock = settings_.clock;
    options.random = settings_.random;
    options.rehearse = settings_.rehearse;
    options.schemas = schemas(*modules_);
    options.settle = std::move(settle);
    database_ = db::Database::open(std::move(options));
    install_shipped_data(*database_);
    modules_->start(*database_, settings_.log);

    const auto document = std::make_shared<const std::string>(json::write(http::openapi(routes, version)));
    routes.get("/api/openapi.json", http::anybody, "This document", [document](http::Call&) {
        return http::Response{200, {{"Content-Type", "application/json"}, {"Cache-Control", "no-cache"}}, document};
    });
    http::DispatchOptions dispatch;
    dispatch.subtree = network::subtree;
    dispatch.zone = network::zone;
    dispatch.pages = [this](const http::Request& request) { return page(request); };
    dispatch.observe = settings_.observe;
    dispatch.log = settings_.log;
    dispatch.origin = settings_.origin;
    dispatcher_ = std::make_unique<http::Dispatcher>(*database_, texts_, *policy_, std::move(routes), std::move(dispatch));
}

Application::~Application() { modules_->stop(); }

std::optional<http::Response> Application::page(const http::Request& request) {
    if (request.path() == "/healthz") {
        const bool healthy = database_->healthy();
        return http::Response{healthy ? 200 : 503, {{"Content-Type", "text/plain"}, {"Cache-Control", "no-store"}}, std::string(healthy ? "ok\n" : "writing stopped\n")};
    }
    if (request.path() == "/metrics") {
        const auto& metrics = dispatcher_->metrics();
        return http::Response{200, {{"Content-Type", "text/plain; version=0.0.4"}, {"Cache-Control", "no-store"}},
                              fmt::format("# TYPE ryadom_requests_total counter\nryadom_requests_total {}\n"
                                          "# TYPE ryadom_client_errors_total counter\nryadom_client_errors_total {}\n"
                                          "# TYPE ryadom_server_errors_total counter\nryadom_server_errors_total {}\n"
                                          "# TYPE ryadom_request_seconds_total counter\nryadom_request_seconds_total {}\n"
                                          "# TYPE ryadom_healthy gauge\nryadom_healthy {}\n",
                                          metrics.requests.load(), metrics.client_errors.load(), metrics.server_errors.load(),
                                          static_cast<double>(metrics.microseconds.load()) / 1e6, database_->healthy() ? 1 : 0)};
    }
    return static_page(request);
}

}  // namespace ryadom::app
