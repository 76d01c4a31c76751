// From a request to its answer: route, session, permission, scope, handler, and the one ladder of errors.
#pragma once

#include "platform/auth/throttle.hpp"
#include "platform/http/module.hpp"

#include <array>
#include <atomic>
#include <memory>

namespace ryadom::http {

/// Idempotency keys: the stored answers of POST requests, and how far the long ones are.
db::Schema schema();

/// What was answered since the start.
struct Metrics {
    static constexpr int last_status = 599;
    std::array<std::atomic<std::uint64_t>, last_status + 1> answers{};  ///< by status
    std::atomic<std::uint64_t> microseconds{0};
};

struct DispatchOptions {
    policy::Subtree subtree;  ///< the organisations below one
    /// Time zone of an organisation, or of the region for 0.
    std::function<std::string(db::Tx&, std::int64_t organisation)> zone;
    /// Anything that is not the API: pages and assets.
    std::function<std::optional<Response>(const Request&)> pages;
    /// Called with every exchange of the API; test builds record them and hold them against the document.
    std::function<void(const Request&, const Route&, const Response&)> observe;
    /// One line per request; nothing: no log.
    std::function<void(const std::string&)> log;
    /// "https://ryadom.example": other origins may not send changes. Empty: the Host header decides.
    std::string origin;
};

class Dispatcher {
  public:
    /// Throws std::logic_error for a route whose permission no module declares, or a path that stands twice.
    Dispatcher(db::Database& database, const i18n::Catalogue& texts, const policy::Policy& policy, Routes routes, DispatchOptions options);
    ~Dispatcher();

    void operator()(Request request, Respond respond);
    /// Answers by the head alone if session or permission refuse the request, and says nothing otherwise: nobody's body is
    /// taken before it is known who sends it.
    void guard(Request head, Respond respond);
    /// Answers in the name of an account, without a session: for commands on the machine of the database. Whoever is
    /// let in here has the rights of the account, and what it does stands in the log under its name.
    void answer_as(std::string login, Request request, Respond respond);
    /// The route that would answer; for limits and pools.
    const Route* find(const Request& request) const;
    const Routes& routes() const;
    const Metrics& metrics() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The RFC 9457 document of a refusal, in words; with a status that no refusal of the domain has, when one is given.
Response problem_document(const Refusal& refusal, const i18n::Catalogue& texts, i18n::Language language, const std::string& request_id,
                          std::optional<int> status = {});

}  // namespace ryadom::http
