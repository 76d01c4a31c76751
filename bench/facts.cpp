// Durable facts through the API of the real process, against raw SQLite that writes the same rows. The region is an
// invented one (`ryadom generate`); the facts recorded are those of a centre, recorded again by its desk: signed in,
// with an idempotency key each, through every check, over loopback.
#include "bench/facts_reference.hpp"
#include "bench/load.hpp"
#include "bench/process.hpp"
#include "bench/rounds.hpp"
#include "modules/ledger/model.hpp"
#include "platform/http/routes.hpp"

#include <cstdlib>
#include <filesystem>

namespace {

using namespace ryadom;
using namespace ryadom::bench;

constexpr int rounds = 5;
constexpr int batch_size = 100;
constexpr int facts_in_arrays = 30'000;
constexpr int facts_one_by_one = 20'000;
constexpr int array_connections = 4;
constexpr int connections = 64;
constexpr std::size_t examples_wanted = 1000;
const std::string password = "bench-of-facts-2026";

/// A desk at work: requests with everything that a browser sends.
class Desk {
  public:
    Desk() : connection_(connect_to(server_port)) {
        const auto reply = connection_.ask(post("/api/v1/session", fmt::format(R"({{"login":"desk","password":"{}"}})", password)));
        const auto at = reply.head.find("ryadom=");
        if (at == std::string::npos) throw std::runtime_error("cannot sign in: " + reply.body);
        cookie_ = reply.head.substr(at, reply.head.find(';', at) - at);
    }

    std::string post(const std::string& path, const std::string& body) const {
        return head("POST", path) + fmt::format("Content-Type: application/json\r\nIdempotency-Key: {}\r\nContent-Length: {}\r\n\r\n{}",
                                                to_string(key()), body.size(), body);
    }

    json::Value get(const std::string& path) {
        const auto reply = connection_.ask(head("GET", path) + "\r\n");
        if (reply.status != 200) throw std::runtime_error(path + ": " + reply.body);
        return must_parse(reply.body);
    }

    Reply send(const std::string& request) { return connection_.ask(request); }

    static json::Value must_parse(const std::string& text) {
        auto value = json::parse(text);
        if (!value) throw std::runtime_error("not JSON: " + text);
        return std::move(*value);
    }

  private:
    std::string head(const char* method, const std::string& path) const {
        return fmt::format("{0} {1} HTTP/1.1\r\nHost: 127.0.0.1:{2}\r\nOrigin: http://127.0.0.1:{2}\r\nSec-Fetch-Site: same-origin\r\n"
                           "Accept-Language: ru\r\nAccept: application/json\r\nCookie: {3}\r\n", method, path, server_port, cookie_);
    }
    /// Without order, as crypto.randomUUID() makes them.
    static Uuid key() {
        static const auto random = system_random();
        Uuid uuid;
        random(std::as_writable_bytes(std::span(uuid.bytes)));
        return uuid;
    }

    Connection connection_;
    std::string cookie_ = "none=";
};

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

struct Examples {
    std::vector<std::string> bodies;  ///< requests for one fact each
    std::vector<std::string> ids;     ///< of the facts that they made
    std::string answer;               ///< the longest answer to one
};

/// Records facts of the last weeks again, until there are enough; a fact that the desk may not record is left out.
Examples try_out(Desk& desk) {
    Examples out;
    int refused = 0;
    for (std::string cursor; out.bodies.size() < examples_wanted;) {
        const auto page = desk.get("/api/v1/facts?limit=200" + (cursor.empty() ? "" : "&cursor=" + cursor));
        for (const auto& item : *page.find("items")->as<json::Array>()) {
            const auto request = entered(must(json::read<ledger::Fact>(item)));
            if (!request || out.bodies.size() == examples_wanted) continue;
            auto body = json::to_json(*request);
            const auto reply = desk.send(desk.post("/api/v1/facts", body));
            refused += reply.status != 201;
            if (reply.status != 201) continue;
            out.bodies.push_back(std::move(body));
            out.ids.push_back(to_string(must(json::read<ledger::Recorded>(Desk::must_parse(reply.body))).id));
            if (reply.body.size() > out.answer.size()) out.answer = reply.body;
        }
        const auto* next = page.find("next")->as<std::string>();
        if (!next) break;
        cursor = *next;
    }
    fmt::print(stderr, "  {} facts of one centre as examples, {} left out\n", out.bodies.size(), refused);
    return out;
}

double arrays(const Desk& desk, const Examples& examples) {
    std::vector<std::string> requests;
    for (std::size_t next = 0; requests.size() < facts_in_arrays / batch_size;) {
        std::string body = "[";
        for (int i = 0; i < batch_size; ++i) body.append(i > 0 ? "," : "").append(examples.bodies[next++ % examples.bodies.size()]);
        requests.push_back(desk.post("/api/v1/facts/batch", body + "]"));
    }
    return facts_in_arrays / seconds_of_load(server_port, array_connections, requests, 201);
}

double one_by_one(const Desk& desk, const Examples& examples) {
    std::vector<std::string> requests;
    for (std::size_t i = 0; i < facts_one_by_one; ++i) requests.push_back(desk.post("/api/v1/facts", examples.bodies[i % examples.bodies.size()]));
    return facts_one_by_one / seconds_of_load(server_port, connections, requests, 201);
}

/// What reaches a worker, asks nothing of the database, and is answered with two letters.
double empty_posts(const Desk& desk) {
    const std::vector<std::string> requests(facts_one_by_one, desk.post("/healthz", ""));
    return facts_one_by_one / seconds_of_load(server_port, connections, requests, 200);
}

double raw(FactsReference& reference, int facts, Shape shape) {
    const auto begun = now();
    reference.write(facts, shape);
    return facts / (now() - begun);
}

void measure(const std::string& binary) {
    const auto folder = std::filesystem::current_path() / ".run/bench-facts";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder / "raw");
    const auto data = (folder / "data").string();
    run_command({binary, "--data", data, "generate", "--persons", "20000", "--facts", "100000", "--password", password}, folder / "generate.log");
    const Process server({binary, "--data", data, "serve", "--listen", fmt::format("127.0.0.1:{}", server_port)}, server_port, folder / "server.log");
    seconds_until_answer(server, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n", now());
    Desk desk;
    const auto examples = try_out(desk);
    const auto copy = (folder / "raw/ryadom.db").string();
    run_command({binary, "--data", data, "backup", copy}, folder / "backup.log");
    FactsReference reference(copy, examples.ids, examples.answer);

    std::vector<Contender> contenders{{"raw SQLite, 100 facts a request", [&] { return raw(reference, facts_in_arrays, Shape::hundred_a_request); }},
                                      {"API, arrays of 100", [&] { return arrays(desk, examples); }},
                                      {"raw SQLite, one fact a request", [&] { return raw(reference, facts_one_by_one, Shape::one_a_request); }},
                                      {"API, empty POST", [&] { return empty_posts(desk); }},
                                      {"API, one fact a request", [&] { return one_by_one(desk, examples); }}};
    bench::run(contenders, rounds, "a second");
    const auto& lower = contenders[2].median() < contenders[3].median() ? contenders[2] : contenders[3];
    report("durable facts in arrays of 100, against raw SQLite", contenders[1].rounds, contenders[0].rounds, {Goal::Kind::at_least, 0.7});
    report(fmt::format("durable facts one a request over 64 connections, against {}", lower.name).c_str(), contenders[4].rounds, lower.rounds,
           {Goal::Kind::at_least, 0.5});
}

}  // namespace

int main(int count, char** words) {
    try {
        if (count != 2) throw std::runtime_error("bench_facts BINARY");
        measure(words[1]);
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
}
