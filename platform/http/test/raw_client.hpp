// Speaks raw bytes to a server, so that tests can say what no HTTP client would.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace ryadom::http {

struct RawAnswer {
    int status = 0;
    std::string head;
    std::string body;
    bool whole = false;  ///< the body ended as its framing says

    bool has(std::string_view line) const { return head.find(line) != std::string::npos; }
};

class RawClient {
  public:
    explicit RawClient(std::uint16_t port, int receive_buffer = 0)
        : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        if (receive_buffer > 0)
            ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
        const timeval patience{10, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
            throw std::runtime_error("cannot connect");
    }
    RawClient(RawClient&& other) noexcept
        : socket_(std::exchange(other.socket_, -1)), rest_(std::move(other.rest_)) {}
    RawClient& operator=(RawClient&&) = delete;
    ~RawClient() { close(); }

    void close() {
        if (socket_ >= 0) ::close(std::exchange(socket_, -1));
    }

    /// False when the server has closed.
    bool send(std::string_view bytes) const {
        while (!bytes.empty()) {
            const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }

    RawAnswer ask(std::string_view bytes, bool without_body = false) {
        send(bytes);
        return receive(without_body);
    }

    RawAnswer receive(bool without_body = false) {
        RawAnswer answer;
        if (!receive_until("\r\n\r\n")) return answer;
        answer.head = take(rest_.find("\r\n\r\n") + 4);
        std::from_chars(answer.head.data() + 9, answer.head.data() + 12, answer.status);
        if (without_body || answer.status < 200 || answer.status == 204 || answer.status == 304)
            answer.whole = true;
        else if (const auto length = field(answer.head, "Content-Length: "))
            receive_length(answer, std::stoul(*length));
        else if (answer.has("Transfer-Encoding: chunked"))
            receive_chunks(answer);
        else
            answer.body = receive_rest();
        return answer;
    }

    /// Everything up to the end of the connection.
    std::string receive_rest() {
        while (receive_some()) {
        }
        return take(rest_.size());
    }

    bool receive_until(std::string_view mark) {
        while (rest_.find(mark) == std::string::npos)
            if (!receive_some()) return false;
        return true;
    }

    /// What came and was not taken.
    const std::string& rest() const { return rest_; }

    /// Waits until the server ends the connection without another byte.
    bool closed() { return receive_rest().empty(); }

  private:
    static std::optional<std::string> field(const std::string& head, std::string_view name) {
        const auto at = head.find(name);
        if (at == std::string::npos) return std::nullopt;
        return head.substr(at + name.size(), head.find('\r', at) - at - name.size());
    }

    std::string take(std::size_t count) {
        auto taken = rest_.substr(0, count);
        rest_.erase(0, count);
        return taken;
    }

    bool receive_some() {
        std::array<char, 16384> bytes;
        const auto count = ::recv(socket_, bytes.data(), bytes.size(), 0);
        if (count <= 0) return false;
        rest_.append(bytes.data(), static_cast<std::size_t>(count));
        return true;
    }

    void receive_length(RawAnswer& answer, std::size_t length) {
        while (rest_.size() < length && receive_some()) {
        }
        answer.whole = rest_.size() >= length;
        answer.body = take(length);
    }

    void receive_chunks(RawAnswer& answer) {
        while (receive_until("\r\n")) {
            const auto line = take(rest_.find("\r\n") + 2);
            const auto size = std::stoul(line, nullptr, 16);
            while (rest_.size() < size + 2 && receive_some()) {
            }
            if (rest_.size() < size + 2) return;
            answer.body += take(size);
            take(2);
            answer.whole = size == 0;
            if (size == 0) return;
        }
    }

    int socket_;
    std::string rest_;
};

}  // namespace ryadom::http
