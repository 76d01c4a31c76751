#include "app/application.hpp"

#include "app/health.hpp"
#include "app/pages.hpp"
#include "modules/network/network.hpp"
#include "platform/audit/audit.hpp"
#include "platform/files/files.hpp"

#include <fmt/format.h>

namespace ryadom::app {

std::vector<db::Schema> schemas(const Modules& modules) {
    std::vector<db::Schema> out{audit::schema(), auth::schema(), http::schema(), files::schema(), search::schema()};
    for (const auto& module : modules.list()) out.push_back(module.schema);
    return out;
}

Application::Application(Settings settings) : settings_(std::move(settings)) {
    modules_ = std::make_unique<Modules>(settings_.origin.starts_with("https://"));
    Registered all(modules_->list());
    texts_ = std::move(all.texts);
    policy_ = std::make_unique<policy::Policy>(std::move(all.permissions));
    db::Options options;
    options.location = settings_.location;
    options.clock = settings_.clock;
    options.random = settings_.random;
    options.rehearse = settings_.rehearse;
    options.schemas = schemas(*modules_);
    options.settle = {audit::chain};
    options.report = report();
    database_ = db::Database::open(std::move(options));
    install_shipped_data(*database_);
    modules_->start(*database_, texts_, report(), snapshot_file());

    const auto document = std::make_shared<const std::string>(json::write(http::openapi(all.routes, *policy_, texts_, version)));
    all.routes.get("/api/openapi.json", http::anybody, "This document", [document](http::Call&) {
        return http::Response{200, {{"Content-Type", "application/json"}, {"Cache-Control", "no-cache"}}, document};
    });
    http::DispatchOptions dispatch;
    dispatch.subtree = network::subtree;
    dispatch.zone = network::zone;
    dispatch.pages = [this](const http::Request& request) { return page(request); };
    dispatch.observe = settings_.observe;
    dispatch.log = settings_.log;
    dispatch.origin = settings_.origin;
    dispatcher_ = std::make_unique<http::Dispatcher>(*database_, texts_, *policy_, std::move(all.routes), std::move(dispatch));
}

Application::~Application() { modules_->stop(); }

/// Only an embedded database has a folder to keep it in.
std::optional<std::filesystem::path> Application::snapshot_file() const {
    if (database_->engine() != "sqlite") return std::nullopt;
    return std::filesystem::path(settings_.location) / "ledger.image";
}

/// A line of the log for what no request is there to hear of.
Report Application::report() const {
    if (!settings_.log) return {};
    return [log = settings_.log, clock = settings_.clock](std::string_view event, std::string_view part, std::string_view text) {
        auto line = fmt::format(R"({{"at":"{}","event":"{}","part":"{}")", to_string(clock()), event, part);
        if (!text.empty()) {
            line += ",\"error\":";
            json::write_string(text, line);
        }
        log(line + "}");
    };
}

std::optional<http::Response> Application::page(const http::Request& request) {
    if (request.path() == "/healthz") return health(*database_, *modules_);
    if (request.path() == "/metrics")
        return metrics({*database_, *modules_, dispatcher_->metrics(), edge_ ? std::optional(edge_()) : std::nullopt, std::chrono::steady_clock::now() - started_});
    return static_page(request);
}

}  // namespace ryadom::app
