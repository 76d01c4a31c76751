// How requests that pass are served.
#include <latch>

#include "platform/http/test/server_fixture.hpp"
#include "platform/http/workers.hpp"

namespace ryadom::http {

TEST_F(ServerTest, keeps_a_connection_for_many_requests) {
    start_echo();
    auto raw = client();
    for (int i = 0; i < 100; ++i) {
        const auto answer = raw.ask(post("body " + std::to_string(i)));
        EXPECT_EQ(answer.body, "POST /echo body " + std::to_string(i));
    }
    EXPECT_EQ(server->counts().connections, 1U);
    EXPECT_EQ(server->counts().requests, 100U);
}

TEST_F(ServerTest, answers_pipelined_requests_in_their_order) {
    start_echo();
    auto raw = client();
    raw.send(get("/1") + post("2") + "POST /3 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" +
             "1\r\nx\r\n0\r\n\r\n" + get("/4"));
    EXPECT_EQ(raw.receive().body, "GET /1 ");
    EXPECT_EQ(raw.receive().body, "POST /echo 2");
    EXPECT_EQ(raw.receive().body, "POST /3 x");
    EXPECT_EQ(raw.receive().body, "GET /4 ");
}

TEST_F(ServerTest, understands_requests_that_arrive_byte_by_byte) {
    start_echo();
    auto raw = client();
    const auto bytes =
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n" + post("x");
    for (const char c : std::string(bytes)) raw.send({&c, 1});
    EXPECT_EQ(raw.receive().body, "POST / abc");
    EXPECT_EQ(raw.receive().body, "POST /echo x");
}

TEST_F(ServerTest, closes_when_either_side_asks_for_it) {
    start([](Request request, Respond respond) {
        if (request.path() == "/bye") return respond({200, {{"Connection", "close"}}, "bye"});
        respond({200, {}, "hello"});
    });
    auto first = client(), second = client(), third = client();
    EXPECT_TRUE(first.ask(get("/", "Connection: x, Close\r\n") + get("/")).has("Connection: close"));
    EXPECT_TRUE(first.closed());
    EXPECT_EQ(second.ask(get("/bye")).body, "bye");
    EXPECT_TRUE(second.closed());
    EXPECT_EQ(third.ask("GET / HTTP/1.0\r\n\r\n").body, "hello");
    EXPECT_TRUE(third.closed());
}

TEST_F(ServerTest, sends_a_head_without_a_body_where_none_belongs) {
    start([](Request request, Respond respond) {
        if (request.path() == "/none") return respond({204, {}, ""});
        respond({200, {}, StaticBytes{"static"}});
    });
    auto raw = client();
    const auto head = raw.ask("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n", true);
    EXPECT_TRUE(head.has("Content-Length: 6"));
    EXPECT_FALSE(raw.ask(get("/none")).has("Content-Length"));
    EXPECT_EQ(raw.ask(get("/")).body, "static");
}

TEST_F(ServerTest, says_when_it_is_ready_for_an_expected_body) {
    start_echo();
    auto raw = client();
    const std::string head =
        "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n";
    EXPECT_EQ(raw.ask(head).status, 100);
    EXPECT_EQ(raw.ask("ab").body, "POST / ab");
    EXPECT_EQ(raw.ask(head + "cd").body, "POST / cd");
    options.limits.body = 1;
    start_echo();
    EXPECT_EQ(client().ask(head).status, 413);
}

TEST_F(ServerTest, carries_large_bodies_both_ways) {
    options.body_limit = [](const Request&) { return 64UL * 1024 * 1024; };
    start([](Request request, Respond respond) { respond({200, {}, std::move(request.body)}); });
    const std::string large(8 * 1024 * 1024, 'x');
    auto raw = client();
    for (int i = 0; i < 2; ++i) {
        std::thread sender([&] { raw.send(post(large)); });
        EXPECT_EQ(raw.receive().body.size(), large.size());
        sender.join();
    }
    // The reader may have the last bytes before the writer has counted them.
    EXPECT_TRUE(eventually([&] { return server->counts().bytes_sent > 2 * large.size(); }));
    EXPECT_GT(server->counts().bytes_received, 2 * large.size());
}

TEST_F(ServerTest, tells_the_handler_who_asked_when_and_under_which_name) {
    options.clock = [] { return Instant{1'700'000'000'000}; };
    start([](Request request, Respond respond) {
        respond(
            {200, {}, request.peer + " " + std::to_string(request.received.milliseconds) + " " + request.id});
    });
    auto raw = client();
    const auto first = raw.ask(get("/"));
    EXPECT_TRUE(first.body.starts_with("127.0.0.1 1700000000000 018bcfe5-6800-7")) << first.body;
    EXPECT_TRUE(first.has("Date: Tue, 14 Nov 2023 22:13:20 GMT\r\n"));
    EXPECT_NE(raw.ask(get("/")).body, first.body);
}

TEST_F(ServerTest, takes_an_answer_from_another_thread_after_the_worker_has_left) {
    options.workers = 1;
    start([this](Request request, Respond respond) {
        if (request.path() == "/later") return kept.put(std::move(respond));
        respond({200, {}, "now"});
    });
    auto later = client(), other = client();
    later.send(get("/later"));
    auto respond = kept.take();
    EXPECT_EQ(other.ask(get("/")).body, "now");
    std::jthread([&] { respond({200, {}, "then"}); }).join();
    respond({500, {}, "second answers are ignored"});
    EXPECT_EQ(later.receive().body, "then");
}

TEST_F(ServerTest, answers_500_when_the_handler_does_not_or_its_answer_cannot_be_sent) {
    start([](Request request, Respond respond) {
        if (request.path() == "/throw") throw std::runtime_error("secret");
        if (request.path() == "/split") respond({200, {{"Location", "/\r\nX: y"}}, ""});
        if (request.path() == "/name") respond({200, {{"a b", "c"}}, ""});
        if (request.path() == "/status") respond({42, {}, ""});
    });
    auto raw = client();
    for (const auto* path : {"/throw", "/forget", "/split", "/name", "/status"}) {
        const auto answer = raw.ask(get(path));
        EXPECT_EQ(answer.status, 500) << path;
        EXPECT_EQ(answer.body,
                  R"({"type":"urn:ryadom:http.internal","title":"Internal Server Error","status":500})");
    }
    EXPECT_EQ(refused(Reason::unanswered), 2U);
    EXPECT_EQ(refused(Reason::answer_unsendable), 3U);
}

TEST_F(ServerTest, refuses_at_once_when_the_queue_is_full_and_recovers) {
    options.workers = 1;
    options.limits.queue = 2;
    options.pool = [](const Request& it) { return it.path() == "/heavy" ? Pool::heavy : Pool::ordinary; };
    std::latch open(1);
    start([&](Request request, Respond respond) {
        if (request.path() == "/") open.wait();
        respond({200, {}, request.target});
    });
    std::vector<RawClient> waiting;
    for (int i = 0; i < 3; ++i) {
        waiting.push_back(client());
        waiting.back().send(get("/"));
        EXPECT_TRUE(eventually([&] { return server->counts().running == 1; }));
    }
    EXPECT_TRUE(eventually([&] { return server->counts().queue == 2; }));
    auto raw = client();
    const auto busy = raw.ask(get("/"));
    EXPECT_EQ(busy.status, 503);
    EXPECT_TRUE(busy.has("Retry-After: 1\r\n"));
    EXPECT_EQ(raw.ask(get("/heavy")).body, "/heavy");
    open.count_down();
    for (auto& it : waiting) EXPECT_EQ(it.receive().status, 200);
    EXPECT_EQ(raw.ask(get("/")).status, 200);
    EXPECT_EQ(refused(Reason::queue_full), 1U);
}

TEST_F(ServerTest, serves_honest_requests_beside_400_idle_and_slow_connections) {
    options.limits.connections_per_address = 1000;
    start_echo();
    std::vector<RawClient> slow;
    for (int i = 0; i < 400; ++i) {
        slow.push_back(client());
        if (i % 2 == 0) slow.back().send("GET / HTTP/1.1\r\nHo");
    }
    EXPECT_TRUE(eventually([this] { return server->counts().connections_open == 400; }));
    const auto start = std::chrono::steady_clock::now();
    auto raw = client();
    for (int i = 0; i < 200; ++i) EXPECT_EQ(raw.ask(get("/")).status, 200);
    EXPECT_LT(std::chrono::steady_clock::now() - start, 2s);
    EXPECT_EQ(slow.front().ask("st: a\r\n\r\n").status, 200);
}

TEST_F(ServerTest, gives_the_place_of_the_longest_idle_connection_to_a_new_one) {
    options.limits.connections = 3;
    start_keeping();
    auto busy = client();
    busy.send(get("/"));
    auto respond = kept.take();
    auto oldest = client(), newer = client();
    EXPECT_TRUE(eventually([this] { return server->counts().connections_open == 3; }));
    auto newest = client();
    EXPECT_TRUE(oldest.closed());
    newest.send(get("/"));
    kept.take()({200, {}, "newest"});
    EXPECT_EQ(newest.receive().body, "newest");
    respond({200, {}, "busy"});
    EXPECT_EQ(busy.receive().body, "busy");
    EXPECT_EQ(refused(Reason::too_many_connections), 1U);
}

TEST_F(ServerTest, counts_the_connections_of_an_address_unless_it_is_trusted) {
    options.limits.connections_per_address = 2;
    start_echo();
    auto first = client(), second = client(), third = client();
    EXPECT_TRUE(third.closed());
    first.close();
    EXPECT_TRUE(eventually([this] { return server->counts().connections_open == 1; }));
    EXPECT_EQ(client().ask(get("/")).status, 200);
    options.trusted = [](std::string_view address) { return address == "127.0.0.1"; };
    start_echo();
    auto a = client(), b = client(), c = client();
    EXPECT_EQ(c.ask(get("/")).status, 200);
}

TEST_F(ServerTest, lets_running_requests_finish_within_the_grace_period) {
    start_keeping();
    auto idle = client(), busy = client();
    busy.send(get("/"));
    auto respond = kept.take();
    std::jthread stopping([this] { server->stop(10s); });
    EXPECT_TRUE(idle.closed());
    respond({200, {}, "done"});
    const auto answer = busy.receive();
    EXPECT_EQ(answer.body, "done");
    EXPECT_TRUE(answer.has("Connection: close"));
    stopping.join();
    EXPECT_THROW(client(), std::runtime_error);
}

TEST_F(ServerTest, breaks_off_what_outlives_the_grace_period) {
    start_keeping();
    auto busy = client();
    busy.send(get("/"));
    auto respond = kept.take();
    server->stop(100ms);
    EXPECT_TRUE(busy.closed());
    server.reset();
    respond({200, {}, "nobody is there any more"});
}

TEST_F(ServerTest, can_be_stopped_before_it_was_started) {
    server.emplace(options, [](Request, Respond) {});
    server->stop(0ms);
    server->run();
    options.address = "192.0.2.1";
    EXPECT_THROW(Server(options, nullptr), std::system_error);
}

TEST_F(ServerTest, listens_on_ipv6_and_serves_ipv4_with_it) {
    options.address = "::";
    start([](Request request, Respond respond) { respond({200, {}, request.peer}); });
    EXPECT_EQ(client().ask(get("/")).body, "127.0.0.1");
}

TEST(Workers, refuse_what_does_not_fit_and_leave_it_where_it_was) {
    std::latch open(1), running(1);
    Workers workers(1, 1);
    const auto nothing = [] {};
    EXPECT_TRUE(workers.try_post([&] { running.count_down(), open.wait(); }));
    running.wait();
    EXPECT_TRUE(workers.try_post(nothing));
    Workers::Task refused = nothing;
    EXPECT_FALSE(workers.try_post(std::move(refused)));
    EXPECT_TRUE(static_cast<bool>(refused));
    EXPECT_TRUE(workers.resume(nothing));
    EXPECT_EQ(workers.waiting(), 2U);
    open.count_down();
}

TEST(Workers, outlive_an_exception) {
    std::latch done(1);
    Workers workers(1, 10);
    workers.try_post([] { throw std::runtime_error("a handler's fault"); });
    workers.try_post([&] { done.count_down(); });
    done.wait();
    EXPECT_EQ(workers.failed(), 1U);
    workers.stop();
    EXPECT_FALSE(workers.try_post([] {}));
}

TEST(Respond, is_answered_once_even_when_it_is_moved_or_forgotten) {
    std::vector<int> statuses;
    const auto deliver = [&](std::optional<Response> response) {
        statuses.push_back(response ? response->status : 0);
    };
    {
        Respond first(deliver), second(deliver);
        Respond moved = std::move(first);
        moved({200, {}, ""});
        moved({201, {}, ""});
        second = Respond(deliver);
    }
    EXPECT_EQ(statuses, (std::vector{200, 0, 0}));
}

TEST(Message, decodes_percent_sequences_and_finds_words_in_lists) {
    EXPECT_EQ(percent_decode("%D1%8F+"), "я+");
    EXPECT_EQ(percent_decode("%D"), std::nullopt);
    const Headers headers{{"connection", "keep-alive"}, {"Connection", "x ,\tClose"}};
    EXPECT_TRUE(has_token(headers, "CONNECTION", "close"));
    EXPECT_FALSE(has_token(headers, "Connection", "clos"));
    EXPECT_EQ(to_string(Reason::answer_unsendable), "answer_unsendable");
}

}  // namespace ryadom::http
