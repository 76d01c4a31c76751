#include "platform/testing/api_test.hpp"

#include "platform/audit/audit.hpp"
#include "platform/auth/password.hpp"
#include "platform/search/search.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <future>
#include <set>
#include <sstream>

namespace ryadom::testing {
namespace {

std::string body_text(const http::Response& response) {
    if (const auto* text = std::get_if<std::string>(&response.body)) return *text;
    if (const auto* shared = std::get_if<std::shared_ptr<const std::string>>(&response.body)) return **shared;
    if (const auto* bytes = std::get_if<http::StaticBytes>(&response.body)) return std::string(bytes->bytes);
    std::string out;
    if (const auto* pull = std::get_if<http::Pull>(&response.body))
        while (auto piece = (*pull)()) out += *piece;
    return out;
}

void record_exchange(const http::Request& request, const http::Route& route, const http::Response& response) {
    const auto* path = std::getenv("RYADOM_EXCHANGES");
    if (!path) return;
    const auto type = std::string(http::find(response.headers, "content-type").value_or(""));
    const bool json = type.starts_with("application/json") || type.starts_with("application/problem+json");
    json::Value line(json::Object{{"method", std::string(http::to_string(request.method))}, {"route", route.path},
                                  {"status", response.status}, {"type", type}});
    if (route.request.kind == http::Shape::Kind::json) line.set("request", request.body);
    if (json) line.set("response", std::get<std::string>(response.body));
    const auto text = json::write(line) + "\n";
    // Test programs run side by side: O_APPEND keeps each line whole.
    const int file = ::open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    EXPECT_EQ(::write(file, text.data(), text.size()), static_cast<ssize_t>(text.size()));
    ::close(file);
}

std::set<std::string> declared_tables(const std::vector<db::Schema>& schemas) {
    std::set<std::string> out;
    for (const auto& schema : schemas)
        for (const auto& table : schema.tables) out.emplace(table.table);
    return out;
}

/// Of the lines "table.column"; those of the engine itself aside.
std::set<std::string> tables_of(const std::string& catalogue) {
    std::set<std::string> out;
    std::istringstream lines(catalogue);
    for (std::string line; std::getline(lines, line);)
        if (const auto dot = line.find('.'); dot < line.find(':') && !line.starts_with("db_")) out.insert(line.substr(0, dot));
    return out;
}

}  // namespace

std::string Answer::at(std::string_view path) const {
    const auto* value = &body;
    while (!path.empty()) {
        const auto slash = path.find('/');
        const auto step = path.substr(0, slash);
        path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
        if (const auto* array = value->as<json::Array>()) {
            std::size_t index = array->size();
            std::from_chars(step.data(), step.data() + step.size(), index);
            if (index >= array->size()) return {};
            value = &(*array)[index];
        } else {
            value = value->find(step);
            if (!value) return {};
        }
    }
    if (const auto* text_value = value->as<std::string>()) return *text_value;
    return json::write(*value);
}

std::vector<std::string> Answer::errors() const {
    std::vector<std::string> out;
    if (const auto* list = body.find("errors"))
        for (const auto& error : *list->as<json::Array>())
            out.push_back(*error.find("pointer")->as<std::string>() + " " + *error.find("code")->as<std::string>());
    std::ranges::sort(out);
    return out;
}

http::Request Client::request(http::Method method, const std::string& target, http::Headers headers) const {
    http::Request request;
    request.method = method;
    request.target = target;
    request.headers = std::move(headers);
    request.headers.push_back({"Host", "ryadom.test"});
    if (!http::find(request.headers, "content-type")) request.headers.push_back({"Content-Type", "application/json"});
    if (!token_.empty()) request.headers.push_back({"Cookie", "ryadom=" + token_});
    request.peer = "192.0.2.1";
    request.id = "test";
    request.received = test_.database().now();
    return request;
}

int Client::guard(http::Method method, const std::string& target) const {
    int status = 0;
    test_.dispatcher().guard(request(method, target, {}), http::Respond([&](const std::optional<http::Response>& response) {
        if (response) status = response->status;
    }));
    return status;
}

Answer Client::send(http::Method method, const std::string& target, std::string body, http::Headers headers) const {
    auto asked = request(method, target, std::move(headers));
    asked.body = std::move(body);
    std::promise<std::optional<http::Response>> promise;
    test_.dispatcher()(std::move(asked), http::Respond([&](std::optional<http::Response> response) { promise.set_value(std::move(response)); }));
    auto response = promise.get_future().get();
    if (!response) throw std::runtime_error("no answer");
    Answer answer{response->status, response->headers, body_text(*response), {}};
    if (auto parsed = json::parse(answer.text, {64, 64U << 20})) answer.body = std::move(*parsed);
    return answer;
}

void ApiTest::TearDown() {
    if (!database_) return;
    const auto actions = database_->read_as(db::Caller::system(), [](db::Tx& tx) {
        return tx.list("select distinct action from v_audit_record order by action", [](const db::Row& row) { return row.get<std::string>(0); });
    });
    for (const auto& action : actions) EXPECT_TRUE(texts_.has("audit." + action)) << "no words for the action " << action;
}

db::Database& ApiTest::start(std::vector<Module> modules, policy::Subtree subtree, std::function<std::string(db::Tx&, std::int64_t)> zone) {
    modules_ = std::move(modules);
    std::vector<db::Schema> schemas{audit::schema(), auth::schema(), http::schema(), search::schema()};
    for (const auto& module : modules_) schemas.push_back(module.schema);
    Registered all(modules_);
    dispatcher_.reset();
    texts_ = std::move(all.texts);
    policy_ = std::make_unique<policy::Policy>(std::move(all.permissions));
    const auto declared = declared_tables(schemas);
    database_ = &watched(open(std::move(schemas), {audit::chain}));
    EXPECT_EQ(tables_of(database_->catalogue()), declared) << "every table stands in the schema of its module, or nobody can read it";
    http::DispatchOptions options;
    options.subtree = subtree ? std::move(subtree) : [](db::Tx&, std::int64_t organisation) { return std::vector{organisation}; };
    options.zone = zone ? std::move(zone) : [](db::Tx&, std::int64_t) { return std::string("Asia/Novosibirsk"); };
    options.observe = record_exchange;
    // What the answer keeps from strangers, whoever mends the test wants to see.
    options.log = [](const std::string& line) {
        if (line.find("\"error\":") != std::string::npos) std::fprintf(stderr, "%s\n", line.c_str());
    };
    dispatcher_ = std::make_unique<http::Dispatcher>(*database_, texts_, *policy_, std::move(all.routes), std::move(options));
    return *database_;
}

Client ApiTest::sign_in(std::vector<policy::Grant> grants) {
    auto token = auth::make_token(system_random());
    auth::Account account;
    account.id = {make_uuid(clock.now(), system_random())};
    account.login = "user" + std::to_string(++accounts_);
    account.name = "Проверкина Анна";
    account.grants = std::move(grants);
    const auto done = database_->write_now(db::Caller::system(), [=](db::Tx& tx) {
        auth::create_session(tx, auth::create_account(tx, account), auth::token_hash(token));
    });
    EXPECT_TRUE(done);
    return {*this, std::move(token)};
}

}  // namespace ryadom::testing
