// How large a region the server bears: bench_region BINARY [--persons N] [--facts N] [--data FOLDER] [--password WORD].
//
// Without --data the region is generated (1,000,000 persons and 50,000,000 facts) into .run/bench-region and kept there for
// the next run. Either way the bench writes into it: about a million facts a run, and the snapshot of the image.
//
//   generator  facts that the image holds by the seconds of the whole command
//   start      from the start of the process until /healthz answers, which it does when the image is complete, and until
//              the matrix has been computed and sent, without the time of signing in; first without a snapshot, so that the
//              image is read from the ledger, then after a clean stop. The cache of files is as the run before left it.
//   reading    a coordinator asks for the matrix and for the verdicts of the matrix, each over a connection of its own five
//              times a second for a minute. Time counts from the moment at which a request was due, so one that waits for
//              a late answer before it has waited too.
//   writing    meanwhile the desk records facts in arrays of 100 over four connections, 5,000 facts a second at a steady
//              pace; one minute without and one with writing make a round.
//   lag        from the acknowledgement of an array until the image has grown by as many facts as were acknowledged up to
//              then, as /metrics says, asked a hundred times a second: the answer that shows it ends the time.
#include "bench/desk.hpp"
#include "bench/rounds.hpp"

#include <atomic>
#include <cmath>
#include <filesystem>
#include <future>
#include <map>
#include <optional>
#include <thread>

namespace {

using namespace ryadom;
using namespace ryadom::bench;

constexpr int rounds = 3;
constexpr int answers_wanted = 300;
constexpr int warming = 25;  ///< the first answers of a minute do not count
constexpr double reading_pace = 0.2;
constexpr int array_size = 100;
constexpr int writers = 4;
constexpr double facts_a_second = 5000;
constexpr double watching_pace = 0.01;
constexpr std::size_t examples_wanted = 4000;
constexpr double patience = 3600;
const std::string matrix_path = "/api/v1/matrix";
const std::string verdicts_path = "/api/v1/verdicts/matrix";

void sleep_until(double moment) {
    if (const auto left = moment - now(); left > 0) std::this_thread::sleep_for(std::chrono::duration<double>(left));
}

/// The smallest value that so great a part of them does not exceed.
double percentile(std::vector<double> values, double part) {
    std::ranges::sort(values);
    const auto place = std::ceil(part * static_cast<double>(values.size()));
    return values.at(static_cast<std::size_t>(std::max(place, 1.0)) - 1);
}

// ---- The region ----

struct Arguments {
    std::string binary;
    std::map<std::string, std::string> options{{"--persons", "1000000"}, {"--facts", "50000000"}, {"--data", ""}, {"--password", "ryadom-demo-2026"}};
};

Arguments read_arguments(int count, char** words) {
    Arguments out;
    if (count % 2 != 0) throw std::runtime_error("bench_region BINARY [--persons N] [--facts N] [--data FOLDER] [--password WORD]");
    out.binary = words[1];
    for (int i = 2; i < count; i += 2) {
        if (!out.options.contains(words[i])) throw std::runtime_error(fmt::format("there is no option {}", words[i]));
        out.options[words[i]] = words[i + 1];
    }
    return out;
}

struct Region {
    std::string binary;
    std::string password;
    std::filesystem::path logs;
    std::filesystem::path data;
    std::optional<double> generated_in;  ///< seconds
};

/// The starter library and its copies: the matrix is as wide as that of a large region.
const std::string practices = "200";

/// One that was broken off is made again: only a complete one gets its name.
void generate(Region& region, const Arguments& arguments) {
    auto unfinished = region.data;
    unfinished += ".part";
    std::filesystem::remove_all(unfinished);
    fmt::print(stderr, "  generating {}\n", region.data.string());
    const auto begun = now();
    run_command({region.binary, "--data", unfinished.string(), "generate", "--persons", arguments.options.at("--persons"), "--facts",
                 arguments.options.at("--facts"), "--practices", practices, "--password", region.password},
                region.logs / "generate.log");
    region.generated_in = now() - begun;
    std::filesystem::rename(unfinished, region.data);
}

Region prepare(const Arguments& arguments) {
    Region out{arguments.binary, arguments.options.at("--password"), std::filesystem::current_path() / ".run/bench-region", arguments.options.at("--data"), {}};
    std::filesystem::create_directories(out.logs);
    const bool given = !out.data.empty();
    if (!given) out.data = out.logs / fmt::format("{}-{}", arguments.options.at("--persons"), arguments.options.at("--facts"));
    if (std::filesystem::exists(out.data / "ryadom.db")) fmt::print(stderr, "  {} is there already: the generator is not measured\n", out.data.string());
    else if (given) throw std::runtime_error(out.data.string() + " holds no region");
    else generate(out, arguments);
    return out;
}

// ---- Starts ----

double metric(Connection& connection, const std::string& name) {
    static const std::string request = "GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    const auto reply = connection.ask(request);
    const auto line = "\nryadom_" + name + " ";
    const auto at = reply.body.find(line);
    if (reply.status != 200 || at == std::string::npos) throw std::runtime_error("no " + name + " in /metrics");
    return std::stod(reply.body.substr(at + line.size(), 30));
}

double metric(const std::string& name) {
    Connection connection(connect_to(server_port));
    return metric(connection, name);
}

struct Started {
    std::unique_ptr<Process> server;
    std::string size;  ///< "50 x 12"
    double healthy = 0;
    double answered = 0;
};

Started start(const Region& region, const std::string& log) {
    Started out;
    const auto begun = now();
    out.server = std::make_unique<Process>(
        std::vector<std::string>{region.binary, "--data", region.data.string(), "serve", "--listen", fmt::format("127.0.0.1:{}", server_port)}, server_port,
        region.logs / log);
    out.healthy = seconds_until_answer(*out.server, "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", begun, patience);
    Desk coordinator("coordinator", region.password);
    const auto asked = now();
    const auto matrix = coordinator.get(matrix_path);
    out.answered = out.healthy + now() - asked;
    out.size = fmt::format("{} x {}", matrix.find("centres")->as<json::Array>()->size(), matrix.find("practices")->as<json::Array>()->size());
    return out;
}

void report_start(const std::string& name, const Started& started) {
    report_figure(name + ": until /healthz answers", {started.healthy}, "s", {Goal::Kind::none, 0});
    report_figure(fmt::format("{}: until the matrix of {} answers", name, started.size), {started.answered}, "s", {Goal::Kind::none, 0});
}

void tell_memory(const char* moment, const Process& server) {
    fmt::print(stderr, "  {}: {:.0f} MiB resident, {:.0f} MiB of them anonymous\n", moment, kibibytes(server.id(), "Rss") / 1024,
               kibibytes(server.id(), "Anonymous") / 1024);
}

/// Leaves the server running that was started after a clean stop.
Started measure_starts(const Region& region) {
    std::filesystem::remove(region.data / "ledger.image");
    auto first = start(region, "first-start.log");
    const auto facts = metric("image_rows");
    if (region.generated_in)
        report_figure(fmt::format("generator: {:.0f} facts", facts), {facts / *region.generated_in}, "facts/s", {Goal::Kind::at_least, 200'000});
    report_start(fmt::format("first start with {:.0f} facts, image from the ledger", facts), first);
    tell_memory("after the first start", *first.server);
    const auto stopping = now();
    first.server.reset();
    fmt::print(stderr, "  stopped within {:.1f} s\n", now() - stopping);

    auto second = start(region, "second-start.log");
    report_start("start after a clean stop", second);
    report_figure("memory of the image", {metric("image_bytes") / 1024 / 1024}, "MiB", {Goal::Kind::at_most, 1024});
    report_figure("resident memory of the server", {kibibytes(second.server->id(), "Rss") / 1024}, "MiB", {Goal::Kind::none, 0});
    tell_memory("after the second start", *second.server);
    return second;
}

// ---- Reading ----

/// Milliseconds from when each request was due to its answer, without the first ones.
std::vector<double> read_steadily(const std::string& request, double begun) {
    Connection connection(connect_to(server_port));
    std::vector<double> out;
    for (int i = 0; i < warming + answers_wanted; ++i) {
        const auto due = begun + i * reading_pace;
        sleep_until(due);
        const auto reply = connection.ask(request);
        if (reply.status != 200) throw std::runtime_error("unexpected answer: " + reply.body);
        if (i >= warming) out.push_back(1000 * (now() - due));
    }
    return out;
}

struct Reads {
    std::vector<double> matrix, verdicts;
};

Reads read_both(const Desk& coordinator) {
    const auto begun = now();
    auto matrix = std::async(std::launch::async, read_steadily, coordinator.get_request(matrix_path), begun);
    auto verdicts = std::async(std::launch::async, read_steadily, coordinator.get_request(verdicts_path), begun + reading_pace / 2);
    return {matrix.get(), verdicts.get()};
}

// ---- Writing ----

/// Ends the work of other threads, also when something is thrown.
struct Ending {
    std::atomic<bool>& flag;
    ~Ending() { flag = true; }
};

/// The moments at which arrays were acknowledged. Each writer begins a while after the one before.
std::vector<double> write_steadily(const Desk& desk, const std::vector<std::string>& bodies, int writer, double begun, const std::atomic<bool>& ended) {
    constexpr double pace = array_size * writers / facts_a_second;
    Connection connection(connect_to(server_port));
    std::vector<double> out;
    for (int i = 0; !ended; ++i) {
        sleep_until(begun + pace * (i + static_cast<double>(writer) / writers));
        const auto reply = connection.ask(desk.post("/api/v1/facts/batch", bodies[static_cast<std::size_t>(i * writers + writer) % bodies.size()]));
        if (reply.status != 201) throw std::runtime_error("unexpected answer: " + reply.body);
        out.push_back(now());
    }
    return out;
}

struct Sample {
    double moment;  ///< at which the answer had come
    double position;
};

std::vector<Sample> watch(const std::atomic<bool>& ended) {
    Connection connection(connect_to(server_port));
    std::vector<Sample> out;
    for (auto due = now(); !ended; due = std::max(due + watching_pace, now())) {
        sleep_until(due);
        const auto position = metric(connection, "image_position");
        out.push_back({now(), position});
    }
    return out;
}

void await_position(double position) {
    for (const auto begun = now(); metric("image_position") < position; sleep_until(now() + watching_pace))
        if (now() > begun + 60) throw std::runtime_error("the image does not hold what was acknowledged a minute ago");
    sleep_until(now() + 10 * watching_pace);  // for the watcher to see it too
}

/// Milliseconds; both in order of time.
std::vector<double> lags(const std::vector<double>& acknowledged, const std::vector<Sample>& samples, double before) {
    std::vector<double> out;
    auto sample = samples.begin();
    for (std::size_t i = 0; i < acknowledged.size(); ++i) {
        const auto wanted = before + array_size * static_cast<double>(i + 1);
        while (sample != samples.end() && sample->position < wanted) ++sample;
        if (sample == samples.end()) throw std::runtime_error("the watcher missed the end");
        out.push_back(1000 * std::max(0.0, sample->moment - acknowledged[i]));
    }
    return out;
}

struct Written {
    Reads reads;
    std::vector<double> lags;
    double facts_a_second = 0;
};

Written read_while_writing(const Desk& coordinator, const Desk& desk, const std::vector<std::string>& bodies) {
    Written out;
    const auto before = metric("image_position");
    std::vector<double> acknowledged;
    std::atomic<bool> all_written = false, all_seen = false;
    auto watcher = std::async(std::launch::async, watch, std::cref(all_seen));
    std::vector<std::future<std::vector<double>>> working;
    const auto begun = now();
    {
        const Ending seen{all_seen};
        {
            const Ending written{all_written};
            for (int i = 0; i < writers; ++i)
                working.push_back(std::async(std::launch::async, write_steadily, std::cref(desk), std::cref(bodies), i, begun, std::cref(all_written)));
            out.reads = read_both(coordinator);
        }
        for (auto& each : working) {
            const auto own = each.get();
            acknowledged.insert(acknowledged.end(), own.begin(), own.end());
        }
        await_position(before + array_size * static_cast<double>(acknowledged.size()));
    }
    std::ranges::sort(acknowledged);
    out.facts_a_second = array_size * static_cast<double>(acknowledged.size()) / (acknowledged.back() - begun);
    out.lags = lags(acknowledged, watcher.get(), before);
    return out;
}

// ---- Rounds ----

/// What the rounds came to, a value each.
using Figures = std::map<std::string, std::vector<double>>;

void note(Figures& figures, const std::string& name, const std::vector<double>& milliseconds) {
    figures[name + ", p50"].push_back(percentile(milliseconds, 0.5));
    figures[name + ", p99"].push_back(percentile(milliseconds, 0.99));
}

std::vector<std::string> arrays(const Examples& examples) {
    std::vector<std::string> out;
    for (std::size_t next = 0; next < examples.bodies.size();) out.push_back(array_of(examples, array_size, next));
    return out;
}

void measure_reading(const Region& region, const std::string& size) {
    Desk coordinator("coordinator", region.password);
    Desk desk("desk", region.password);
    const auto asked = now();
    coordinator.get(verdicts_path);
    fmt::print(stderr, "  first verdicts of the region: {:.2f} s\n", now() - asked);
    const auto bodies = arrays(try_out(desk, examples_wanted));
    const auto matrix = fmt::format("GET {} of {}", matrix_path, size);
    const auto verdicts = fmt::format("GET {} of {}", verdicts_path, size);
    const std::string busy = " under 5,000 facts a second";
    Figures figures;
    std::vector<double> written, greatest;
    for (int round = 0; round < rounds; ++round) {
        const auto idle = read_both(coordinator);
        note(figures, matrix + " idle", idle.matrix);
        note(figures, verdicts + " idle", idle.verdicts);
        const auto loaded = read_while_writing(coordinator, desk, bodies);
        note(figures, matrix + busy, loaded.reads.matrix);
        note(figures, verdicts + busy, loaded.reads.verdicts);
        note(figures, "from acknowledgement to image", loaded.lags);
        greatest.push_back(std::ranges::max(loaded.lags));
        written.push_back(loaded.facts_a_second);
    }
    for (const auto& [name, values] : figures) report_figure(name, values, "ms", {Goal::Kind::none, 0});
    for (const auto& path : {matrix, verdicts})
        report((path + busy + ", p99 against idle").c_str(), figures[path + busy + ", p99"], figures[path + " idle, p99"], {Goal::Kind::none, 0});
    report_figure("facts written meanwhile", written, "facts/s", {Goal::Kind::at_least, 0.99 * facts_a_second});
    report_figure("from acknowledgement to image, greatest", greatest, "ms", {Goal::Kind::at_most, 1000});
}

}  // namespace

int main(int count, char** words) {
    try {
        const auto region = prepare(read_arguments(count, words));
        const auto started = measure_starts(region);
        measure_reading(region, started.size);
        tell_memory("at the end", *started.server);
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
}
