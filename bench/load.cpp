#include "bench/load.hpp"

#include "bench/process.hpp"

#include <fmt/format.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace ryadom::bench {
namespace {

struct Client {
    explicit Client(std::uint16_t port) : socket(connect_to(port)) {
        if (socket < 0) throw std::runtime_error("nobody listens there");
    }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;
    ~Client() { ::close(socket); }

    int socket;
    std::string answer;
};

class Load {
  public:
    Load(std::uint16_t port, int connections, const std::vector<std::string>& requests, int wanted_status)
        : requests_(requests), wanted_(wanted_status), epoll_(::epoll_create1(EPOLL_CLOEXEC)) {
        for (int i = 0; i < connections; ++i) {
            auto& client = clients_.emplace_back(std::make_unique<Client>(port));
            epoll_event event{};
            event.events = EPOLLIN;
            event.data.ptr = client.get();
            if (::epoll_ctl(epoll_, EPOLL_CTL_ADD, client->socket, &event) != 0) throw std::runtime_error("epoll");
        }
    }
    Load(const Load&) = delete;
    Load& operator=(const Load&) = delete;
    ~Load() { ::close(epoll_); }

    void run() {
        for (const auto& client : clients_) send_next(*client);
        std::array<epoll_event, 64> events;
        while (answered_ < requests_.size()) {
            const int count = ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), 10'000);
            if (count <= 0) throw std::runtime_error("no answer for ten seconds");
            for (int i = 0; i < count; ++i) receive(*static_cast<Client*>(events[static_cast<std::size_t>(i)].data.ptr));
        }
    }

  private:
    void send_next(Client& client) {
        if (sent_ == requests_.size()) return;
        const auto& request = requests_[sent_++];
        if (::send(client.socket, request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size()))
            throw std::runtime_error("cannot send");
    }

    void receive(Client& client) {
        char piece[65536];
        const auto count = ::recv(client.socket, piece, sizeof piece, 0);
        if (count <= 0) throw std::runtime_error("the connection was cut");
        client.answer.append(piece, static_cast<std::size_t>(count));
        const auto whole = length_of_answer(client.answer);
        if (whole == 0 || client.answer.size() < whole) return;
        if (std::stoi(client.answer.substr(9, 3)) != wanted_) throw std::runtime_error("unexpected answer: " + client.answer);
        client.answer.clear();
        ++answered_;
        send_next(client);
    }

    const std::vector<std::string>& requests_;
    int wanted_;
    int epoll_;
    std::vector<std::unique_ptr<Client>> clients_;
    std::size_t sent_ = 0;
    std::size_t answered_ = 0;
};

}  // namespace

double seconds_of_load(std::uint16_t port, int connections, const std::vector<std::string>& requests, int wanted_status) {
    Load load(port, connections, requests, wanted_status);
    const auto begun = now();
    load.run();
    return now() - begun;
}

}  // namespace ryadom::bench
