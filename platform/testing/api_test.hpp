// The base of a module's API tests: the modules under test behind the real dispatcher, on both engines, without sockets.
// Every exchange goes to the file named by RYADOM_EXCHANGES, where the test run holds it against the OpenAPI document.
#pragma once

#include "platform/http/dispatch.hpp"
#include "platform/testing/engine_test.hpp"

#include <memory>

namespace ryadom::testing {

struct Answer {
    int status = 0;
    http::Headers headers;
    std::string text;
    json::Value body;  ///< null when the answer is not JSON

    std::string header(std::string_view name) const { return std::string(http::find(headers, name).value_or("")); }
    /// The text at a path of members and indexes, "items/0/title"; "" when there is none.
    std::string at(std::string_view path) const;
    std::string code() const { return at("code"); }
    /// "pointer code" of every field error, sorted.
    std::vector<std::string> errors() const;
};

class ApiTest;

/// One signed-in browser.
class Client {
  public:
    Client(ApiTest& test, std::string token) : test_(test), token_(std::move(token)) {}
    Answer get(const std::string& target) const { return send(http::Method::get, target, {}); }
    Answer post(const std::string& target, const std::string& body, http::Headers headers = {}) const {
        return send(http::Method::post, target, body, std::move(headers));
    }
    Answer put(const std::string& target, const std::string& body, const std::string& revision) const {
        return send(http::Method::put, target, body, {{"If-Match", revision}});
    }
    Answer remove(const std::string& target) const { return send(http::Method::remove, target, {}); }
    Answer send(http::Method method, const std::string& target, std::string body, http::Headers headers = {}) const;
    /// What the guard says to the head of an upload: a status, or 0 when the body may come.
    int guard(http::Method method, const std::string& target) const;

  private:
    http::Request request(http::Method method, const std::string& target, http::Headers headers) const;

    ApiTest& test_;
    std::string token_;
};

class ApiTest : public EngineTest {
  public:
    http::Dispatcher& dispatcher() { return *dispatcher_; }
    db::Database& database() { return *database_; }

  protected:
    /// Every action that the test left in the log has its words. A suite that tears down more calls this first.
    void TearDown() override;
    /// Starts the modules; `subtree` and `zone` come from the module that knows organisations, if it is under test.
    db::Database& start(std::vector<Module> modules, policy::Subtree subtree = {},
                        std::function<std::string(db::Tx&, std::int64_t)> zone = {});
    /// What the modules are given instead of the database itself.
    virtual db::Database& watched(db::Database& database) { return database; }
    /// A new account with these roles, signed in.
    Client sign_in(std::vector<policy::Grant> grants);
    Client sign_in(policy::Role role, std::int64_t organisation = 0) { return sign_in({{role, organisation}}); }
    Client visitor() { return {*this, ""}; }
    const std::vector<Module>& modules() const { return modules_; }
    const i18n::Catalogue& texts() const { return texts_; }
    json::Value api_document() const { return http::openapi(dispatcher_->routes(), *policy_, texts_, "test"); }
    /// Keys that the three catalogues of the started modules do not share.
    std::vector<std::string> catalogue_gaps() const { return texts_.gaps(); }

  private:
    std::vector<Module> modules_;
    i18n::Catalogue texts_;
    std::unique_ptr<policy::Policy> policy_;
    db::Database* database_ = nullptr;
    std::unique_ptr<http::Dispatcher> dispatcher_;
    int accounts_ = 0;
};

}  // namespace ryadom::testing
