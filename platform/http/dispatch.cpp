#include "platform/http/dispatch.hpp"

#include "platform/auth/password.hpp"
#include "platform/core/bytes.hpp"
#include "platform/http/workers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace ryadom {
std::span<const EmbeddedFile> embedded_http_migrations();
}

namespace ryadom::http {
namespace {

constexpr db::Sql stored_answer = "select request_hash, status, revision, body from v_http_idempotency where account = $1 and key = $2";
constexpr db::Sql store_answer =
    "insert into http_idempotency (account, key, request_hash, status, revision, body, created_at) values ($1, $2, $3, $4, $5, $6, $7)";
/// Each minute that an account is at work, and more of them than anybody sends in a minute: the table grows no more once the
/// first of its answers are forgotten.
constexpr db::Sql forget_answers =
    "delete from http_idempotency where account = $1 and key in "
    "(select key from http_idempotency where account = $1 and created_at < $2 order by created_at limit 2000)";
/// Whoever was out of reach of the server for so long sends nothing a second time.
constexpr std::int64_t answers_kept = std::int64_t{30} * 24 * 3600 * 1000;

std::vector<std::string_view> segments(std::string_view path) {
    std::vector<std::string_view> out;
    while (!path.empty()) {
        path.remove_prefix(1);
        const auto slash = path.find('/');
        out.push_back(path.substr(0, slash));
        path = slash == std::string_view::npos ? std::string_view() : path.substr(slash);
    }
    return out;
}

bool is_parameter(std::string_view segment) { return segment.starts_with('{'); }

/// Changes come from our own pages only (OWASP: verify the origin by standard headers).
bool foreign(const Request& request, const std::string& origin) {
    if (const auto site = request.header("sec-fetch-site"); site && *site != "same-origin" && *site != "none") return true;
    const auto from = request.header("origin");
    if (!from) return false;
    if (!origin.empty()) return *from != origin;
    const auto scheme = from->find("://");
    return scheme == std::string_view::npos || from->substr(scheme + 3) != request.header("host").value_or("");
}

/// The Idempotency-Key of a request, and what it belongs to.
struct Once {
    std::string key;
    std::string request_hash;
    Replay replay;
};

/// In place of the status of an answer that is not kept.
constexpr int not_kept = 0;

Response reply_again(const db::Row& row, const std::string& request_hash) {
    if (row.get<std::string>(0) != request_hash) throw Refused({Refusal::Kind::conflict, "http.key_reused", {}, {}});
    if (row.get<int>(1) == not_kept) throw Refused({Refusal::Kind::conflict, "http.done_already", {}, {}});
    Response response{row.get<int>(1), {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}}, row.get<std::string>(3)};
    if (const auto revision = row.get<std::string>(2); !revision.empty()) response.headers.push_back({"ETag", revision});
    return response;
}

std::optional<Response> earlier_answer(db::Tx& tx, const Once& once) {
    return tx.find(stored_answer, [&](const db::Row& row) { return reply_again(row, once.request_hash); }, tx.caller().account, once.key);
}

void keep_answer(db::Tx& tx, const Once& once, const Response& response) {
    const auto* body = std::get_if<std::string>(&response.body);
    if (!body) return;
    const auto account = tx.caller().account;
    const bool whole = once.replay == Replay::answer;
    tx.run(store_answer, account, once.key, once.request_hash, whole ? response.status : not_kept,
           whole ? http::find(response.headers, "etag").value_or("") : "", whole ? std::string_view(*body) : "", tx.now());
}

/// The same POST sent again has its first effect and its first answer, whatever was lost between.
std::function<Response(db::Tx&)> only(Once once, std::function<Response(db::Tx&)> work) {
    return [once = std::move(once), work = std::move(work)](db::Tx& tx) {
        if (auto again = earlier_answer(tx, once)) return std::move(*again);
        auto response = work(tx);
        keep_answer(tx, once, response);
        return response;
    };
}

}  // namespace

db::Schema schema() {
    return {"http", db::migrations(embedded_http_migrations()), {{"http_idempotency", db::Dimension::open, ""}, {"http_work", db::Dimension::open, ""}}, {}, {}};
}

/// What belongs to one request until it is answered.
struct Exchange {
    Request request;
    Respond respond;
    const Route* route = nullptr;
    std::optional<Call::Context> context;
    std::optional<std::string> login;  ///< instead of a session
    std::chrono::steady_clock::time_point begun = std::chrono::steady_clock::now();
};

struct Dispatcher::State {
    db::Database& database;
    const i18n::Catalogue& texts;
    const policy::Policy& policy;
    Routes routes;
    DispatchOptions options;
    std::map<std::pair<Method, std::size_t>, std::vector<std::pair<std::vector<std::string_view>, const Route*>>> index;
    Metrics metrics;
    Workers after_commit{1, 0};  ///< tells what was written: whoever reads answers or the log slowly does not hold up the writing

    void build_index();
    const Route* match(const Request& request, std::map<std::string, std::string, std::less<>>* parameters) const;
    void begin(const std::shared_ptr<Exchange>& exchange);
    void open(Exchange& exchange) const;
    void guard(Exchange& exchange);
    void serve(const std::shared_ptr<Exchange>& exchange);
    void identify(Exchange& exchange);
    void identify_session(Exchange& exchange);
    void take_identity(Exchange& exchange, db::Tx& tx, auth::Account account) const;
    void authorise(const Exchange& exchange) const;
    static std::optional<Once> once_of(const Exchange& exchange);
    void start_write(const std::shared_ptr<Exchange>& exchange, std::function<Response(db::Tx&)> work);
    void conclude(Exchange& exchange, Response response, const db::Outcome& outcome);
    void answer(Exchange& exchange, Response response);
    Response failure(const Exchange& exchange, std::exception_ptr thrown);
    void log(const Exchange& exchange, int status, std::string_view error = {}) const;
};

void Dispatcher::State::build_index() {
    std::set<std::pair<Method, std::string>> seen;
    for (const auto& route : routes.all()) {
        if (!route.permission.empty() && route.permission != signed_in && !policy.known(route.permission))
            throw std::logic_error(fmt::format("{} names a permission that no module declares: {}", route.path, route.permission));
        if (!seen.emplace(route.method, route.path).second) throw std::logic_error("two routes for " + route.path);
        auto parts = segments(route.path);
        const auto count = parts.size();
        index[{route.method, count}].emplace_back(std::move(parts), &route);
    }
    // A fixed word wins over a parameter in the same place.
    for (auto& [key, candidates] : index)
        std::ranges::stable_sort(candidates, [](const auto& a, const auto& b) {
            return std::ranges::count_if(a.first, is_parameter) < std::ranges::count_if(b.first, is_parameter);
        });
}

const Route* Dispatcher::State::match(const Request& request, std::map<std::string, std::string, std::less<>>* parameters) const {
    const auto method = request.method == Method::head ? Method::get : request.method;
    const auto parts = segments(request.path());
    const auto candidates = index.find({method, parts.size()});
    if (candidates == index.end()) return nullptr;
    for (const auto& [pattern, route] : candidates->second) {
        const bool fits = std::ranges::equal(pattern, parts, [](auto wanted, auto given) { return is_parameter(wanted) ? !given.empty() : wanted == given; });
        if (!fits) continue;
        for (std::size_t i = 0; parameters && i < parts.size(); ++i)
            if (is_parameter(pattern[i]))
                parameters->emplace(pattern[i].substr(1, pattern[i].size() - 2), percent_decode(parts[i]).value_or(std::string(parts[i])));
        return route;
    }
    return nullptr;
}

void Dispatcher::State::take_identity(Exchange& exchange, db::Tx& tx, auth::Account account) const {
    Identity identity;
    identity.permissions = policy.permissions(account.grants);
    identity.caller.account = account.number.value;
    identity.caller.request = exchange.request.id;
    const auto holding = policy.holding(account.grants, exchange.route->permission);
    identity.caller.scope = policy::scope(holding, [&](std::int64_t organisation) { return options.subtree(tx, organisation); });
    for (const auto& grant : holding)
        if (grant.organisation != 0) identity.caller.organisation = grant.organisation;
    identity.zone = options.zone(tx, identity.caller.organisation);
    identity.account = std::move(account);
    exchange.context->language = identity.account.language;
    exchange.context->identity = std::move(identity);
}

void Dispatcher::State::identify_session(Exchange& exchange) {
    auto token = exchange.request.cookie(session_cookie(options.origin.starts_with("https://")));
    if (!token) return;
    exchange.context->session_token = std::move(*token);
    const auto hash = auth::token_hash(exchange.context->session_token);
    Instant seen;
    database.read(db::Caller::system(), [&](db::Tx& tx) {
        auto session = auth::find_session(tx, hash);
        if (!session) return;
        seen = session->seen_at;
        take_identity(exchange, tx, std::move(session->account));
    });
    if (exchange.context->identity && seen + 60'000 < database.now())
        database.write({db::Caller::system(), [hash, account = exchange.context->identity->caller.account](db::Tx& tx) {
                            auth::touch_session(tx, hash);
                            tx.run(forget_answers, account, tx.now() + -answers_kept);
                        }, [](const db::Outcome&) {}});
}

void Dispatcher::State::identify(Exchange& exchange) {
    if (!exchange.login) return identify_session(exchange);
    database.read(db::Caller::system(), [&](db::Tx& tx) {
        auto account = auth::find_login(tx, *exchange.login);
        if (account && account->active) take_identity(exchange, tx, std::move(*account));
    });
}

void Dispatcher::State::authorise(const Exchange& exchange) const {
    const auto& route = *exchange.route;
    const auto method = exchange.request.method;
    if (method != Method::get && method != Method::head && foreign(exchange.request, options.origin))
        throw Refused({Refusal::Kind::forbidden, "http.foreign_origin", {}, {}});
    if (route.permission.empty()) return;
    if (!exchange.context->identity) throw Refused({Refusal::Kind::unauthenticated, "auth.sign_in", {}, {}});
    if (route.permission == signed_in || exchange.context->identity->permissions.contains(route.permission)) return;
    // Whoever may not use an operation learns nothing of the object either.
    if (route.path.find('{') != std::string::npos) throw Refused(absent());
    throw Refused({Refusal::Kind::forbidden, "auth.forbidden", {}, {}});
}

std::optional<Once> Dispatcher::State::once_of(const Exchange& exchange) {
    const auto key = exchange.request.header("idempotency-key");
    const auto replay = exchange.route->replay;
    if (!key || replay == Replay::nothing || exchange.request.method != Method::post || !exchange.context->identity) return std::nullopt;
    if (key->size() < 8 || key->size() > 100) throw Refused({Refusal::Kind::malformed, "http.key_form", {}, {}});
    return Once{std::string(*key), hex(sha256(exchange.request.target + '\n' + exchange.request.body)), replay};
}

void Dispatcher::State::serve(const std::shared_ptr<Exchange>& exchange) {
    identify(*exchange);
    authorise(*exchange);
    auto once = once_of(*exchange);
    // A long request has effects before its last write.
    if (once && exchange->route->pool == Pool::heavy)
        if (auto again = database.read_as(exchange->context->identity->caller, [&](db::Tx& tx) { return earlier_answer(tx, *once); }))
            return answer(*exchange, std::move(*again));
    Call call(*exchange->context);
    auto plan = exchange->route->handle(call);
    if (plan.response) return answer(*exchange, std::move(*plan.response));
    if (once) plan.write = only(std::move(*once), std::move(plan.write));
    start_write(exchange, std::move(plan.write));
}

void Dispatcher::State::start_write(const std::shared_ptr<Exchange>& exchange, std::function<Response(db::Tx&)> work) {
    const auto& identity = exchange->context->identity;
    auto response = std::make_shared<Response>();
    database.write({identity ? identity->caller : db::Caller::system(),
                    [work = std::move(work), response](db::Tx& tx) { *response = work(tx); },
                    [this, exchange, response](db::Outcome outcome) {
                        after_commit.resume([this, exchange, response, outcome = std::move(outcome)] { conclude(*exchange, std::move(*response), outcome); });
                    }});
}

void Dispatcher::State::conclude(Exchange& exchange, Response response, const db::Outcome& outcome) {
    if (outcome.failure) return answer(exchange, failure(exchange, outcome.failure));
    if (outcome.refusal) return answer(exchange, problem_document(*outcome.refusal, texts, exchange.context->language, exchange.request.id));
    answer(exchange, std::move(response));
}

Response Dispatcher::State::failure(const Exchange& exchange, std::exception_ptr thrown) {
    const auto answer_with = [&](std::string code, std::optional<int> status = {}) {
        return problem_document({Refusal::Kind::conflict, std::move(code), {}, {}}, texts, exchange.context->language, exchange.request.id, status);
    };
    const auto later = [&](int status, std::string code) {
        auto response = answer_with(std::move(code), status);
        response.headers.push_back({"Retry-After", "1"});
        return response;
    };
    std::string text = "unknown exception";
    try {
        std::rethrow_exception(thrown);
    } catch (const Refused& refused) {
        return problem_document(refused.refusal(), texts, exchange.context->language, exchange.request.id);
    } catch (const db::Error& error) {
        using enum db::Error::Kind;
        if (error.kind() == unique) {
            const auto code = texts.has("constraint." + error.constraint()) ? "constraint." + error.constraint() : std::string("core.exists");
            return answer_with(code);
        }
        if (error.kind() == foreign_key) return answer_with("core.in_use");
        if (error.kind() == serialization) return later(503, "core.busy");
        text = error.what();
        if (error.kind() == full || error.kind() == input_output || error.kind() == connection) {
            const int status = error.kind() == full ? 507 : 503;
            log(exchange, status, text);
            return later(status, error.kind() == full ? "core.disk_full" : "core.storage");
        }
    } catch (const std::exception& error) {
        text = error.what();
    }
    log(exchange, 500, text);
    return answer_with("core.failure", 500);
}

void Dispatcher::State::answer(Exchange& exchange, Response response) {
    auto& context = *exchange.context;
    if (response.status < 400)
        for (auto& header : context.headers) response.headers.push_back(std::move(header));
    response.headers.push_back({"X-Content-Type-Options", "nosniff"});
    if (options.observe && exchange.route) options.observe(exchange.request, *exchange.route, response);
    const auto spent = std::chrono::steady_clock::now() - exchange.begun;
    ++metrics.answers.at(static_cast<std::size_t>(response.status));
    metrics.microseconds += static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::microseconds>(spent).count());
    log(exchange, response.status);
    exchange.respond(std::move(response));
}

void Dispatcher::State::log(const Exchange& exchange, int status, std::string_view error) const {
    if (!options.log) return;
    const auto spent = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - exchange.begun);
    // The pattern, not the path: ids of people stay out of the log.
    std::string line = fmt::format(R"({{"at":"{}","request":"{}","method":"{}","route":"{}","status":{},"us":{},"account":{})",
                                   to_string(exchange.request.received), exchange.request.id, to_string(exchange.request.method),
                                   exchange.route ? exchange.route->path : "-", status, spent.count(),
                                   exchange.context->identity ? exchange.context->identity->caller.account : 0);
    if (!error.empty()) {
        line += ",\"error\":";
        json::write_string(error, line);
    }
    options.log(line + "}");
}

Dispatcher::Dispatcher(db::Database& database, const i18n::Catalogue& texts, const policy::Policy& policy, Routes routes, DispatchOptions options)
    : state_(new State{database, texts, policy, std::move(routes), std::move(options)}) {
    state_->build_index();
}

Dispatcher::~Dispatcher() = default;

const Routes& Dispatcher::routes() const { return state_->routes; }
const Metrics& Dispatcher::metrics() const { return state_->metrics; }
const Route* Dispatcher::find(const Request& request) const { return state_->match(request, nullptr); }

void Dispatcher::State::open(Exchange& exchange) const {
    const auto language = i18n::preferred(exchange.request.header("accept-language").value_or(""));
    exchange.context.emplace(Call::Context{database, texts, exchange.request, {}, {}, language, {}, {}});
    exchange.route = match(exchange.request, &exchange.context->parameters);
}

void Dispatcher::State::guard(Exchange& exchange) {
    open(exchange);
    if (!exchange.route) return;
    try {
        identify(exchange);
        authorise(exchange);
    } catch (...) {
        answer(exchange, failure(exchange, std::current_exception()));
    }
}

void Dispatcher::State::begin(const std::shared_ptr<Exchange>& exchange) {
    open(*exchange);
    try {
        if (exchange->route) return serve(exchange);
        if (options.pages && !exchange->request.path().starts_with("/api/"))
            if (auto page = options.pages(exchange->request)) return exchange->respond(std::move(*page));
        throw Refused(absent());
    } catch (...) {
        answer(*exchange, failure(*exchange, std::current_exception()));
    }
}

void Dispatcher::operator()(Request request, Respond respond) { state_->begin(std::make_shared<Exchange>(std::move(request), std::move(respond))); }

void Dispatcher::guard(Request head, Respond respond) {
    Exchange exchange{std::move(head), std::move(respond)};
    state_->guard(exchange);
}

void Dispatcher::answer_as(std::string login, Request request, Respond respond) {
    auto exchange = std::make_shared<Exchange>(std::move(request), std::move(respond));
    exchange->login = std::move(login);
    state_->begin(exchange);
}

}  // namespace ryadom::http
