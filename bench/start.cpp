// Start on an empty database and memory at rest, against Debian's orthanc: a C++ server of the same shape (SQLite inside,
// a REST API, pages in the binary). Each round starts the one and the other, asks until the first answer that comes from
// the database, and looks at the memory a while later.
#include "bench/process.hpp"
#include "bench/rounds.hpp"

#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <thread>

namespace {

using namespace ryadom::bench;

constexpr int rounds = 7;
constexpr std::chrono::seconds rest{5};
const std::string password = "bench-of-start-2026";

/// One server: how it starts, and a question that it answers from its database.
struct Subject {
    std::string name;
    std::vector<std::string> words;
    std::uint16_t port;
    std::string question;
    std::filesystem::path output;
    std::vector<double> start_seconds{}, resident{}, proportional{};
};

enum class Round { warming, counted };

void measure_once(Subject& subject, Round round) {
    const auto begun = now();
    const Process server(subject.words, subject.port, subject.output);
    const auto seconds = seconds_until_answer(server, subject.question, begun);
    if (round == Round::warming) return;
    std::this_thread::sleep_for(rest);
    subject.start_seconds.push_back(seconds);
    subject.resident.push_back(kibibytes(server.id(), "Rss"));
    subject.proportional.push_back(kibibytes(server.id(), "Pss"));
}

std::string get(const std::string& path, const std::string& headers = {}) {
    return fmt::format("GET {} HTTP/1.1\r\nHost: 127.0.0.1\r\n{}\r\n", path, headers);
}

/// Its database is made by creating the first administrator, who signs in once and keeps the session.
Subject ryadom(const std::string& binary, const std::filesystem::path& folder) {
    const auto data = (folder / "ryadom").string();
    run_command({binary, "--data", data, "user", "admin", "--role", "administrator"}, folder / "user.log", password + "\n");
    Subject subject{"ryadom", {binary, "--data", data, "serve", "--listen", fmt::format("127.0.0.1:{}", server_port)}, server_port, "", folder / "ryadom.log"};
    const Process server(subject.words, subject.port, subject.output);
    seconds_until_answer(server, get("/healthz"), now());
    const auto body = fmt::format(R"({{"login":"admin","password":"{}"}})", password);
    const auto reply = Connection(connect_to(server_port))
                           .ask(fmt::format("POST /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{}",
                                            body.size(), body));
    const auto cookie = reply.head.find("ryadom=");
    if (cookie == std::string::npos) throw std::runtime_error("cannot sign in: " + reply.body);
    subject.question = get("/api/v1/session", "Cookie: " + reply.head.substr(cookie, reply.head.find(';', cookie) - cookie) + "\r\n");
    return subject;
}

/// Debian's own configuration with folders and ports of ours.
Subject orthanc(const std::filesystem::path& folder) {
    const std::string binary = "/usr/sbin/Orthanc";
    if (::access(binary.c_str(), X_OK) != 0) throw std::runtime_error("orthanc is missing: apt-get install orthanc");
    std::ifstream shipped("/etc/orthanc/orthanc.json");
    std::string text((std::istreambuf_iterator<char>(shipped)), std::istreambuf_iterator<char>());
    const auto replace = [&](const std::string& from, const std::string& to) {
        const auto at = text.find(from);
        if (at == std::string::npos) throw std::runtime_error("orthanc.json no longer says " + from);
        text.replace(at, from.size(), to);
    };
    const auto data = (folder / "orthanc").string();
    for (int i = 0; i < 2; ++i) replace("/var/lib/orthanc/db-v6", data);
    replace("\"HttpPort\" : 8042", fmt::format("\"HttpPort\" : {}", other_server_port));
    replace("\"DicomPort\" : 4242", fmt::format("\"DicomPort\" : {}", other_server_port + 1));
    std::ofstream(folder / "orthanc.json") << text;
    return {"orthanc", {binary, (folder / "orthanc.json").string()}, other_server_port, get("/statistics"), folder / "orthanc.log"};
}

void measure(const std::string& binary) {
    const auto folder = std::filesystem::current_path() / ".run/bench-start";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    auto theirs = orthanc(folder);
    auto ours = ryadom(binary, folder);
    for (auto* each : {&ours, &theirs}) measure_once(*each, Round::warming);
    for (int round = 0; round < rounds; ++round)
        for (auto* each : {&ours, &theirs}) measure_once(*each, Round::counted);
    for (const auto& each : {ours, theirs})
        fmt::print(stderr, "  {}: first answer after {:.1f} ms; at rest {:.1f} MiB resident, {:.1f} MiB proportional\n", each.name,
                   1000 * median(each.start_seconds), median(each.resident) / 1024, median(each.proportional) / 1024);
    report("start on an empty database, against orthanc", ours.start_seconds, theirs.start_seconds, {Goal::Kind::at_most, 1.5});
    report("resident memory at rest, against orthanc", ours.resident, theirs.resident, {Goal::Kind::at_most, 1.5});
    report("proportional memory at rest, against orthanc", ours.proportional, theirs.proportional, {Goal::Kind::at_most, 1.5});
}

}  // namespace

int main(int count, char** words) {
    try {
        if (count != 2) throw std::runtime_error("bench_start BINARY");
        measure(words[1]);
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
}
