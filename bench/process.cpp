#include "bench/process.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <stdexcept>
#include <thread>

namespace ryadom::bench {
namespace {

pid_t start(std::vector<std::string>& words, const std::filesystem::path& output, int input) {
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const int file = ::open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) throw std::runtime_error("cannot write " + output.string());
    const pid_t id = ::fork();
    if (id == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);  // it does not outlive a bench that is broken off
        ::dup2(input, STDIN_FILENO);
        ::dup2(file, STDOUT_FILENO);
        ::dup2(file, STDERR_FILENO);
        ::execv(arguments.front(), arguments.data());
        ::_exit(127);
    }
    ::close(file);
    if (id < 0) throw std::runtime_error("cannot fork");
    return id;
}

}  // namespace

double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

Process::Process(std::vector<std::string> words, std::uint16_t port, const std::filesystem::path& output) : name_(words.front()), port_(port) {
    if (const int socket = connect_to(port); socket >= 0) {
        ::close(socket);
        throw std::runtime_error(fmt::format("another process listens on port {}", port));
    }
    const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    id_ = start(words, output, nothing);
    ::close(nothing);
}

Process::~Process() {
    if (id_ == 0) return;
    ::kill(id_, SIGTERM);
    ::waitpid(id_, nullptr, 0);
}

void Process::must_run() const {
    if (id_ == 0 || ::waitpid(id_, nullptr, WNOHANG) == 0) return;
    id_ = 0;
    throw std::runtime_error(name_ + " ended by itself; its output says why");
}

void run_command(std::vector<std::string> words, const std::filesystem::path& output, const std::string& input) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("cannot make a pipe");
    const pid_t id = start(words, output, ends[0]);
    ::close(ends[0]);
    const bool given = ::write(ends[1], input.data(), input.size()) == static_cast<ssize_t>(input.size());
    ::close(ends[1]);
    int status = 0;
    ::waitpid(id, &status, 0);
    if (!given || status != 0) throw std::runtime_error(fmt::format("{} failed; {} says why", words.front(), output.string()));
}

int connect_to(std::uint16_t port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
        ::close(socket);
        return -1;
    }
    const int yes = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    return socket;
}

std::size_t length_of_answer(const std::string& bytes) {
    const auto end = bytes.find("\r\n\r\n");
    if (end == std::string::npos) return 0;
    const auto field = bytes.find("Content-Length: ");
    return end + 4 + (field < end ? std::stoul(bytes.substr(field + 16, 20)) : 0);
}

Connection::Connection(int connected_socket) : socket_(connected_socket) {
    if (socket_ < 0) throw std::runtime_error("nobody listens there");
}

Connection::~Connection() { ::close(socket_); }

Reply Connection::ask(const std::string& request) {
    if (::send(socket_, request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size())) throw std::runtime_error("cannot send");
    std::string answer;
    std::size_t whole = 0;
    while (whole == 0 || answer.size() < whole) {
        char piece[16384];
        const auto count = ::recv(socket_, piece, sizeof piece, 0);
        if (count <= 0) throw std::runtime_error("the connection was cut");
        answer.append(piece, static_cast<std::size_t>(count));
        if (whole == 0) whole = length_of_answer(answer);
    }
    const auto end = answer.find("\r\n\r\n");
    return {std::stoi(answer.substr(9, 3)), answer.substr(0, end), answer.substr(end + 4)};
}

double seconds_until_answer(const Process& server, const std::string& request, double begun, double patience) {
    while (now() - begun < patience) {
        server.must_run();
        if (const int socket = connect_to(server.port()); socket >= 0) {
            if (const auto reply = Connection(socket).ask(request); reply.status != 200)
                throw std::runtime_error(fmt::format("the server answers with {}", reply.status));
            return now() - begun;
        }
        std::this_thread::sleep_for(std::chrono::microseconds(500));
    }
    throw std::runtime_error("the server does not answer");
}

double kibibytes(pid_t id, const std::string& field) {
    std::ifstream file(fmt::format("/proc/{}/smaps_rollup", id));
    for (std::string line; std::getline(file, line);)
        if (line.starts_with(field + ":")) return std::stod(line.substr(field.size() + 1));
    throw std::runtime_error("no " + field + " in smaps_rollup");
}

}  // namespace ryadom::bench
