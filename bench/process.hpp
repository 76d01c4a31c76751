// A server under measurement as a process of its own, and the one connection at a time that sets it up.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace ryadom::bench {

/// Where the servers under measurement listen.
constexpr std::uint16_t server_port = 18100;
constexpr std::uint16_t other_server_port = 18101;

/// A server, started with its output in a file; told to end, and waited for, when this goes.
class Process {
  public:
    /// Throws if somebody listens on the port already.
    Process(std::vector<std::string> words, std::uint16_t port, const std::filesystem::path& output);
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    ~Process();

    pid_t id() const { return id_; }
    std::uint16_t port() const { return port_; }
    /// Throws if it has ended.
    void must_run() const;

  private:
    std::string name_;
    std::uint16_t port_;
    mutable pid_t id_;
};

/// Runs a command to its end, with `input` on its standard input. Throws if it fails.
void run_command(std::vector<std::string> words, const std::filesystem::path& output, const std::string& input = {});

struct Reply {
    int status = 0;
    std::string head;
    std::string body;
};

/// A socket that is connected to the port of this machine, or -1.
int connect_to(std::uint16_t port);

/// One keep-alive connection.
class Connection {
  public:
    explicit Connection(int connected_socket);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection();
    /// Sends a whole request and reads its whole answer.
    Reply ask(const std::string& request);

  private:
    int socket_;
};

/// Asks again and again until the server answers with 200; seconds since `begun`. Throws after `patience` seconds.
double seconds_until_answer(const Process& server, const std::string& request, double begun, double patience = 60);
/// Of the monotonic clock.
double now();

/// From the process's own account of its memory (smaps_rollup): "Rss", "Pss", "Anonymous".
double kibibytes(pid_t id, const std::string& field);

/// How many bytes the answer has in all; 0 while its head is not complete.
std::size_t length_of_answer(const std::string& bytes);

}  // namespace ryadom::bench
