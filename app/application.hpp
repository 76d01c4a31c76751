// The server put together: database, modules, dispatcher.
#pragma once

#include "app/modules.hpp"
#include "platform/http/dispatch.hpp"
#include "platform/http/server.hpp"

#include <chrono>
#include <memory>

namespace ryadom::app {

struct Settings {
    std::string location = "data";  ///< folder of the embedded database, or postgresql://…
    std::string origin;             ///< "https://ryadom.example": how users reach the server, if through a proxy
    Clock clock = system_clock();
    Random random = system_random();
    bool rehearse = false;
    std::function<void(const std::string&)> log;
    /// Called with every API exchange; for tests that hold the document against the traffic.
    std::function<void(const http::Request&, const http::Route&, const http::Response&)> observe;
};

class Application {
  public:
    /// Opens and migrates the database and starts the modules.
    explicit Application(Settings settings);
    ~Application();
    Application(const Application&) = delete;
    Application& operator=(const Application&) = delete;

    db::Database& database() { return *database_; }
    http::Dispatcher& dispatcher() { return *dispatcher_; }
    Modules& modules() { return *modules_; }
    const i18n::Catalogue& texts() const { return texts_; }
    /// The server before this application, for its metrics.
    void watch(std::function<http::Counts()> edge) { edge_ = std::move(edge); }

  private:
    std::optional<std::filesystem::path> snapshot_file() const;
    Report report() const;
    std::optional<http::Response> page(const http::Request& request);

    Settings settings_;
    std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
    std::function<http::Counts()> edge_;
    i18n::Catalogue texts_;
    std::unique_ptr<Modules> modules_;
    std::unique_ptr<policy::Policy> policy_;
    // The database ends first: what still waits for its commit is answered through the dispatcher.
    std::unique_ptr<http::Dispatcher> dispatcher_;
    std::unique_ptr<db::Database> database_;
};

/// The tables of the whole program, in the order of their migration.
std::vector<db::Schema> schemas(const Modules& modules);

constexpr std::string_view version = "0.1.0";

}  // namespace ryadom::app
