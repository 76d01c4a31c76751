#include "platform/fetch/fetch.hpp"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <thread>

namespace ryadom::fetch {
namespace {

/// Answers one connection with these bytes, and keeps what was asked.
class OneAnswer {
  public:
    explicit OneAnswer(std::string bytes) : listening_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        EXPECT_EQ(bind(listening_, reinterpret_cast<sockaddr*>(&address), size), 0);
        EXPECT_EQ(listen(listening_, 1), 0);
        getsockname(listening_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
        thread_ = std::thread([this, bytes = std::move(bytes)] { answer(bytes); });
    }
    ~OneAnswer() {
        shutdown(listening_, SHUT_RDWR);
        thread_.join();
        close(listening_);
    }
    std::string url(const std::string& path = "/") const { return "http://127.0.0.1:" + std::to_string(port_) + path; }
    const std::string& asked() const { return asked_; }

  private:
    void answer(const std::string& bytes) {
        const int connection = accept(listening_, nullptr, nullptr);
        if (connection < 0) return;
        std::array<char, 4096> piece{};
        while (asked_.find("\r\n\r\n") == std::string::npos) {
            const auto count = read(connection, piece.data(), piece.size());
            if (count <= 0) break;
            asked_.append(piece.data(), static_cast<std::size_t>(count));
        }
        EXPECT_GE(send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL), 0);
        shutdown(connection, SHUT_WR);
        while (read(connection, piece.data(), piece.size()) > 0) {
        }
        close(connection);
    }

    int listening_;
    int port_ = 0;
    std::string asked_;
    std::thread thread_;
};

Failure failure(const std::string& url, Loopback loopback = Loopback::refused) {
    const auto result = ask({.url = url}, loopback);
    return result ? throw std::runtime_error("answered: " + url) : result.error();
}

TEST(addresses, only_those_of_the_public_network_are_public) {
    for (const auto* address : {"8.8.8.8", "77.88.55.242", "172.15.0.1", "172.32.0.1", "100.128.0.1", "2a02:6b8::2:242", "64:ff9b::808:808"})
        EXPECT_TRUE(is_public(std::string(address))) << address;
    for (const auto* address : {"0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255",
                                "192.168.1.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "::", "::1", "::ffff:10.0.0.1", "::ffff:8.8.8.8",
                                "64:ff9b::a00:1", "fe80::1", "fc00::1", "fd12:3456::1", "ff02::1", "2001:db8::1", "2001::1", "2002:a00:1::1", "3fff::1", "", "localhost"})
        EXPECT_FALSE(is_public(std::string(address))) << address;
    EXPECT_TRUE(is_loopback("127.0.0.1"));
    EXPECT_TRUE(is_loopback("::1"));
    EXPECT_FALSE(is_loopback("10.0.0.1"));
    EXPECT_FALSE(is_loopback("::2"));
}

TEST(ask, takes_no_address_that_is_not_https) {
    for (const auto* url : {"", "ryadom.example", "http://ryadom.example/", "file:///etc/passwd", "ftp://ryadom.example/", "gopher://127.0.0.1/", "https://",
                            "https://name:word@ryadom.example/"})
        EXPECT_EQ(failure(url), Failure::address) << url;
}

TEST(ask, opens_no_connection_to_a_private_address) {
    for (const auto* url : {"https://127.0.0.1:1/", "https://10.0.0.1/", "https://169.254.169.254/", "https://[::1]:1/", "https://localhost:1/", "https://0x7f000001:1/",
                            "https://2130706433:1/", "https://[::ffff:127.0.0.1]:1/"})
        EXPECT_EQ(failure(url), Failure::forbidden) << url;
}

TEST(ask, own_machine_is_asked_only_where_that_is_allowed) {
    const OneAnswer server("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
    EXPECT_EQ(failure(server.url()), Failure::address);
    EXPECT_EQ(failure("http://10.0.0.1/", Loopback::allowed), Failure::address);
    EXPECT_EQ(failure("https://10.0.0.1/", Loopback::allowed), Failure::forbidden);
    EXPECT_EQ(ask({.url = server.url()}, Loopback::allowed)->body, "hi");
}

TEST(ask, hands_back_status_body_and_tag_and_sends_the_known_one) {
    const OneAnswer server("HTTP/1.1 304 Not Modified\r\nETag:  \"abc\" \r\n\r\n");
    const auto answer = ask({.url = server.url("/feed"), .known_tag = "\"old\""}, Loopback::allowed);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 304);
    EXPECT_EQ(answer->tag, "\"abc\"");
    EXPECT_NE(server.asked().find("If-None-Match: \"old\"\r\n"), std::string::npos);
}

TEST(ask, follows_no_redirect) {
    const OneAnswer server("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n");
    EXPECT_EQ(ask({.url = server.url()}, Loopback::allowed)->status, 302);
}

TEST(ask, breaks_off_what_is_too_large_and_what_never_comes) {
    const OneAnswer large("HTTP/1.1 200 OK\r\n\r\n" + std::string(5000, 'x'));
    EXPECT_EQ(ask({.url = large.url(), .most_bytes = 4999}, Loopback::allowed).error(), Failure::large);
    const OneAnswer silent("");
    const auto result = ask({.url = silent.url()}, Loopback::allowed);
    EXPECT_EQ(result.error(), Failure::unreachable);
    EXPECT_EQ(failure("http://127.0.0.1:1/", Loopback::allowed), Failure::unreachable);
}

}  // namespace
}  // namespace ryadom::fetch
