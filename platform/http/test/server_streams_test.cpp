// Answers that are made while they are sent.
#include "platform/http/test/server_fixture.hpp"

namespace ryadom::http {

namespace {

/// Numbers from 1, one a line; throws instead of the line `broken_at`.
Pull lines(int count, int broken_at = 0) {
    return [count, broken_at, at = 0]() mutable -> std::optional<std::string> {
        if (at == count) return std::nullopt;
        if (++at == broken_at) throw std::runtime_error("the source failed");
        return std::to_string(at) + "\n";
    };
}

}  // namespace

class Streams : public ServerTest {
  protected:
    /// Every request gets an event stream, whose sink goes to the shelf.
    void start_events() {
        start([this](Request, Respond respond) {
            const EventSink sink;
            respond({200, {{"Content-Type", "text/event-stream"}}, sink});
            sinks.put(sink);
        });
    }
    Shelf<EventSink> sinks;
};

TEST_F(Streams, send_a_body_in_pieces_and_keep_the_connection) {
    start([](Request, Respond respond) { respond({200, {}, lines(100'000)}); });
    auto raw = client();
    for (int i = 0; i < 2; ++i) {
        const auto answer = raw.ask(get("/"));
        EXPECT_TRUE(answer.has("Transfer-Encoding: chunked"));
        EXPECT_TRUE(answer.whole);
        EXPECT_EQ(answer.body.size(), 588'895U);
        EXPECT_TRUE(answer.body.ends_with("\n99999\n100000\n"));
    }
}

TEST_F(Streams, end_an_old_clients_body_with_the_connection) {
    start([](Request, Respond respond) { respond({200, {}, lines(3)}); });
    EXPECT_EQ(client().ask("GET / HTTP/1.0\r\n\r\n").body, "1\n2\n3\n");
}

TEST_F(Streams, never_pull_for_a_head_request) {
    start([](Request, Respond respond) { respond({200, {}, lines(3, 1)}); });
    auto raw = client();
    EXPECT_EQ(raw.ask("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n", true).status, 200);
    EXPECT_EQ(raw.ask("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n", true).status, 200);
}

TEST_F(Streams, that_break_do_not_look_whole) {
    start([](Request, Respond respond) { respond({200, {}, lines(100'000, 50'000)}); });
    auto raw = client();
    EXPECT_FALSE(raw.ask(get("/")).whole);
    EXPECT_TRUE(raw.closed());
}

TEST_F(Streams, stop_pulling_when_the_reader_has_left) {
    std::atomic<bool> pulling{false};
    const Pull endless = [&]() -> std::optional<std::string> {
        pulling = true;
        return std::string(1000, 'x');
    };
    start([endless](Request, Respond respond) { respond({200, {}, endless}); });
    {
        auto raw = client();
        raw.send(get("/"));
        EXPECT_TRUE(eventually([&] { return pulling.load(); }));
    }
    EXPECT_TRUE(eventually([this] { return server->counts().connections_open == 0; }));
    EXPECT_TRUE(eventually([&] { return server->counts().running == 0; }));
}

TEST_F(Streams, carry_events_from_any_thread) {
    start_events();
    auto raw = client();
    raw.send(get("/"));
    const auto sink = sinks.take();
    std::jthread([&] { sink.send({"visit", "one\ntwo\r\nthree", "7\n8"}); }).join();
    EXPECT_TRUE(raw.receive_until("id: 78\nevent: visit\ndata: one\ndata: two\ndata: three\n\n"));
    EXPECT_TRUE(sink.send({.name = {}, .data = "last", .id = {}}));
    sink.close();
    EXPECT_FALSE(sink.send({.name = {}, .data = "too late", .id = {}}));
    const auto rest = raw.receive_rest();
    EXPECT_NE(rest.find("data: last\n\n\r\n0\r\n\r\n"), std::string::npos) << rest;
}

TEST_F(Streams, carry_events_from_many_threads_completely) {
    start_events();
    auto raw = client();
    raw.send(get("/"));
    const auto sink = sinks.take();
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 4; ++thread)
        threads.emplace_back([&] {
            for (int i = 0; i < 500; ++i) sink.send({.name = {}, .data = "x", .id = {}});
        });
    threads.clear();
    sink.close();
    EXPECT_EQ(raw.receive().body.size(), 2000U * 9);
}

TEST_F(Streams, show_life_in_silence) {
    options.limits.heartbeat = 50ms;
    start_events();
    auto raw = client();
    raw.send(get("/"));
    EXPECT_TRUE(raw.receive_until(":\n\n\r\n3\r\n:\n\n"));
    EXPECT_FALSE(sinks.take().closed());
}

TEST_F(Streams, know_when_their_reader_has_left) {
    start_events();
    auto raw = client();
    raw.send(get("/"));
    const auto sink = sinks.take();
    EXPECT_TRUE(raw.receive_until("\r\n\r\n"));
    EXPECT_FALSE(sink.closed());
    raw.close();
    EXPECT_TRUE(eventually([&] { return sink.closed(); }));
}

TEST_F(Streams, drop_a_reader_who_is_too_far_behind) {
    start_events();
    RawClient raw(server->port(), 4096);
    raw.send(get("/"));
    const auto sink = sinks.take();
    EXPECT_TRUE(raw.receive_until("\r\n\r\n"));
    const Event event{.name = {}, .data = std::string(10'000, 'x'), .id = {}};
    EXPECT_TRUE(eventually([&] { return !sink.send(event); }));
    EXPECT_TRUE(eventually([this] { return server->counts().connections_open == 0; }));
    EXPECT_EQ(refused(Reason::events_too_slow), 1U);
}

TEST_F(Streams, end_when_the_server_stops) {
    start_events();
    auto raw = client();
    raw.send(get("/"));
    const auto sink = sinks.take();
    EXPECT_TRUE(raw.receive_until("\r\n\r\n"));
    server->stop(5s);
    EXPECT_TRUE(sink.closed());
    EXPECT_TRUE(raw.receive().whole);
}

}  // namespace ryadom::http
