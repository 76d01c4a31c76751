#include "bench/desk.hpp"

#include "modules/ledger/model.hpp"
#include "platform/http/routes.hpp"

#include <fmt/format.h>

namespace ryadom::bench {
namespace {

/// Without order, as crypto.randomUUID() makes them.
Uuid key() {
    static const auto random = system_random();
    Uuid uuid;
    random(std::as_writable_bytes(std::span(uuid.bytes)));
    return uuid;
}

/// The fact as its desk enters it; nothing for one that is not of a kind that a desk enters one by one.
std::optional<ledger::FactRequest> entered(const ledger::Fact& fact) {
    if (fact.reverses || fact.reversed_by || fact.group || !fact.person || !fact.person->id) return std::nullopt;
    ledger::FactRequest request;
    request.organisation = fact.organisation;
    if (fact.performer != fact.organisation) request.performer = fact.performer;
    request.person = fact.person->id;
    request.service = fact.service;
    request.performed_on = fact.performed_on;
    request.minutes = fact.minutes;
    request.quantity = fact.quantity;
    request.channel = fact.channel;
    request.worker = fact.worker;
    return request;
}

}  // namespace

Desk::Desk(const std::string& login, const std::string& password) : connection_(connect_to(server_port)) {
    const auto reply = connection_.ask(post("/api/v1/session", fmt::format(R"({{"login":"{}","password":"{}"}})", login, password)));
    const auto at = reply.head.find("ryadom=");
    if (at == std::string::npos) throw std::runtime_error("cannot sign in: " + reply.body);
    cookie_ = reply.head.substr(at, reply.head.find(';', at) - at);
}

std::string Desk::post(const std::string& path, const std::string& body) const {
    return head("POST", path) + fmt::format("Content-Type: application/json\r\nIdempotency-Key: {}\r\nContent-Length: {}\r\n\r\n{}", to_string(key()),
                                            body.size(), body);
}

std::string Desk::get_request(const std::string& path) const { return head("GET", path) + "\r\n"; }

json::Value Desk::get(const std::string& path) {
    const auto reply = connection_.ask(get_request(path));
    if (reply.status != 200) throw std::runtime_error(path + ": " + reply.body.substr(0, 200));
    return must_parse(reply.body);
}

std::string Desk::head(const char* method, const std::string& path) const {
    return fmt::format("{0} {1} HTTP/1.1\r\nHost: 127.0.0.1:{2}\r\nOrigin: http://127.0.0.1:{2}\r\nSec-Fetch-Site: same-origin\r\n"
                       "Accept-Language: ru\r\nAccept: application/json\r\nCookie: {3}\r\n", method, path, server_port, cookie_);
}

json::Value must_parse(const std::string& text) {
    // The matrix of a region is larger than anything that the server itself takes.
    auto value = json::parse(text, {.bytes = std::size_t{1} << 26});
    if (!value) throw std::runtime_error("not JSON: " + text.substr(0, 200));
    return std::move(*value);
}

Examples try_out(Desk& desk, std::size_t wanted) {
    Examples out;
    int refused = 0;
    for (std::string cursor; out.bodies.size() < wanted;) {
        const auto page = desk.get("/api/v1/facts?limit=200" + (cursor.empty() ? "" : "&cursor=" + cursor));
        for (const auto& item : *page.find("items")->as<json::Array>()) {
            const auto request = entered(must(json::read<ledger::Fact>(item)));
            if (!request || out.bodies.size() == wanted) continue;
            auto body = json::to_json(*request);
            const auto reply = desk.send(desk.post("/api/v1/facts", body));
            refused += reply.status != 201;
            if (reply.status != 201) continue;
            out.bodies.push_back(std::move(body));
            out.ids.push_back(to_string(must(json::read<ledger::Recorded>(must_parse(reply.body))).id));
            if (reply.body.size() > out.answer.size()) out.answer = reply.body;
        }
        const auto* next = page.find("next")->as<std::string>();
        if (!next) break;
        cursor = *next;
    }
    fmt::print(stderr, "  {} facts of one centre as examples, {} left out\n", out.bodies.size(), refused);
    if (out.bodies.empty()) throw std::runtime_error("the desk may record no fact of the last weeks");
    return out;
}

std::string array_of(const Examples& examples, int size, std::size_t& next) {
    std::string body = "[";
    for (int i = 0; i < size; ++i) body.append(i > 0 ? "," : "").append(examples.bodies[next++ % examples.bodies.size()]);
    return body + "]";
}

}  // namespace ryadom::bench
