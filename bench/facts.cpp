// Durable facts through the API of the real process, against raw SQLite that writes the same rows. The region is an
// invented one (`ryadom generate`); the facts recorded are those of a centre, recorded again by its desk: signed in,
// with an idempotency key each, through every check, over loopback.
#include "bench/desk.hpp"
#include "bench/facts_reference.hpp"
#include "bench/load.hpp"
#include "bench/rounds.hpp"

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

double arrays(const Desk& desk, const Examples& examples) {
    std::vector<std::string> requests;
    for (std::size_t next = 0; requests.size() < facts_in_arrays / batch_size;)
        requests.push_back(desk.post("/api/v1/facts/batch", array_of(examples, batch_size, next)));
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
    Desk desk("desk", password);
    const auto examples = try_out(desk, examples_wanted);
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
