// What the edge does not let through to a handler.
#include "platform/http/connection_chunks.hpp"
#include "platform/http/connection_head.hpp"
#include "platform/http/test/server_fixture.hpp"

namespace ryadom::http {

namespace {

struct Raw {
    std::string bytes;
    int status = 400;
};

const std::string line = "GET / HTTP/1.1\r\n";
const std::string host = "Host: a\r\n";
const std::string chunked_post = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";

const std::string start = line + host;
const std::string nul(1, '\0');

const std::vector<Raw> ambiguous_requests{
    {line + "\r\n"},
    {line + host + host + "\r\n"},
    {line + "Host:\r\n\r\n"},
    {line + "Host: a, b\r\n\r\n"},
    {line + "Host: a/b\r\n\r\n"},
    {line + "Host: user@a\r\n\r\n"},
    {start + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
    {start + "Transfer-Encoding: chunked\r\nContent-Length: 0\r\n\r\n0\r\n\r\n"},
    {start + "Content-Length: 1\r\nContent-Length: 1\r\n\r\na"},
    {start + "Content-Length: 1\r\ncontent-length: 2\r\n\r\naa"},
    {start + "Content-Length: 1, 1\r\n\r\na"},
    {start + "Content-Length: +1\r\n\r\na"},
    {start + "Content-Length: -1\r\n\r\na"},
    {start + "Content-Length: 0x1\r\n\r\na"},
    {start + "Content-Length: 1 1\r\n\r\na"},
    {start + "Content-Length:\r\n\r\n"},
    {start + "Content-Length: 99999999999999999999\r\n\r\n"},
    {start + "Transfer-Encoding: gzip\r\n\r\n"},
    {start + "Transfer-Encoding: identity\r\n\r\n"},
    {start + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"},
    {start + "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n"},
    {start + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
    {start + "Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n"},
    {start + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"},
    {start + "Transfer-Encoding:\r\n\r\n0\r\n\r\n"},
    {"POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
    {start + "X: a\r\n b\r\n\r\n"},
    {start + "X: a\r\n\tb\r\n\r\n"},
    {line + " X: a\r\nHost: a\r\n\r\n"},
    {"GET / HTTP/1.1\nHost: a\n\n"},
    {line + "Host: a\n\r\n"},
    {start + "X: a\rb\r\n\r\n"},
    {start + "X: a\r\r\n\r\n"},
    {start + "X: a" + nul + "b\r\n\r\n"},
    {start + "X: a\x01\r\n\r\n"},
    {start + "X: a\x7f\r\n\r\n"},
    {start + "X" + nul + ": a\r\n\r\n"},
    {start + "X : a\r\n\r\n"},
    {start + "X\t: a\r\n\r\n"},
    {start + ": a\r\n\r\n"},
    {start + "X\r\n\r\n"},
    {start + "X(y): a\r\n\r\n"},
    {start + "Expect: 100-continue\r\nExpect: 100-continue\r\n\r\n"},
    {start + "Authorization: a\r\nAuthorization: b\r\n\r\n"},
    {start + "Origin: a\r\nOrigin: b\r\n\r\n"},
    {start + "Content-Type: a/b\r\nContent-Type: a/c\r\n\r\n"},
    {chunked_post + "\r\n"},
    {chunked_post + "z\r\n"},
    {chunked_post + "-1\r\na\r\n0\r\n\r\n"},
    {chunked_post + "0x1\r\na\r\n0\r\n\r\n"},
    {chunked_post + "1 \r\na\r\n0\r\n\r\n"},
    {chunked_post + "1\na\r\n0\r\n\r\n"},
    {chunked_post + "1\r\nab\r\n0\r\n\r\n"},
    {chunked_post + "1\r\na0\r\n\r\n"},
    {chunked_post + "1;x\n\r\na\r\n0\r\n\r\n"},
    {chunked_post + "000000001\r\na\r\n0\r\n\r\n"},
    {chunked_post + "0\r\n X: folded\r\n\r\n"},
    {chunked_post + "0\r\nX: a\n\r\n"},
    {chunked_post + "0\r\n\rX"},
    {chunked_post + "1;" + std::string(5000, 'x') + "\r\na\r\n0\r\n\r\n"},
};

const std::string rest = "\r\n" + host + "\r\n";

const std::vector<Raw> strange_request_lines{
    {"\r\nGET / HTTP/1.1" + rest},
    {"GET /" + rest},
    {"GET" + rest},
    {"GET  / HTTP/1.1" + rest},
    {"GET /  HTTP/1.1" + rest},
    {" GET / HTTP/1.1" + rest},
    {"GET / HTTP/1.1 " + rest},
    {"GET\t/\tHTTP/1.1" + rest},
    {"GET / http/1.1" + rest},
    {"GET / HTTP/11" + rest},
    {"GET / HTTP/1.1x" + rest},
    {"GET / HTTP/2.0" + rest, 505},
    {"GET / HTTP/0.9" + rest, 505},
    {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
    {"GET http://a/ HTTP/1.1" + rest},
    {"GET http://b/ HTTP/1.1" + rest},
    {"GET a HTTP/1.1" + rest},
    {"OPTIONS * HTTP/1.1" + rest},
    {"GET /#x HTTP/1.1" + rest},
    {"GET /a\\b HTTP/1.1" + rest},
    {"GET /\xd1\x8f HTTP/1.1" + rest},
    {"GET /%zz HTTP/1.1" + rest},
    {"GET /%4 HTTP/1.1" + rest},
    {"GET /%00 HTTP/1.1" + rest},
    {"GET /a%0d%0ab HTTP/1.1" + rest},
    {"GET /?a=%g0 HTTP/1.1" + rest},
    {"GET /a/../b HTTP/1.1" + rest},
    {"GET /a/%2e%2E/b HTTP/1.1" + rest},
    {"GET /a/..%2fb HTTP/1.1" + rest},
    {"GET /./a HTTP/1.1" + rest},
    {"TRACE / HTTP/1.1" + rest, 405},
    {"CONNECT a:443 HTTP/1.1" + rest, 405},
    {"get / HTTP/1.1" + rest, 501},
    {"BREW / HTTP/1.1" + rest, 501},
    {"G(T / HTTP/1.1" + rest},
    {line + host + "Expect: magic\r\n\r\n", 417},
    {std::string("\x16\x03\x01\x02", 4)},
};

std::string fields(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += "X-" + std::to_string(i) + ": a\r\n";
    return text;
}

}  // namespace

TEST_F(ServerTest, refuses_every_ambiguous_request_and_closes_before_what_hides_behind_it) {
    start_echo();
    auto all = ambiguous_requests;
    all.insert(all.end(), strange_request_lines.begin(), strange_request_lines.end());
    EXPECT_GE(all.size(), 60U);
    for (const auto& [bytes, status] : all) {
        auto raw = client();
        const auto answer = raw.ask(bytes + get("/smuggled"));
        EXPECT_EQ(answer.status, status) << bytes;
        EXPECT_TRUE(answer.has("Content-Type: application/problem+json")) << bytes;
        EXPECT_TRUE(answer.has("Connection: close")) << bytes;
        EXPECT_NE(answer.body.find(R"("status":)" + std::to_string(status)), std::string::npos)
            << answer.body;
        EXPECT_TRUE(raw.closed()) << bytes;
    }
    EXPECT_EQ(handled, 0);
}

TEST_F(ServerTest, lets_unusual_but_clear_requests_pass) {
    start_echo();
    const std::vector<std::string> fine{get("/a%20b?c=%D1%8F&d"),
                                        get("/a//b?x=[1]|{2}"),
                                        get("/", "X:a\r\nY: \t b \r\nZ:\r\nW: \xd1\x8f\r\n"),
                                        "GET / HTTP/1.1\r\nhost: [::1]:8080\r\n\r\n",
                                        get("/..."),
                                        get("/", "Content-Length: 000\r\n"),
                                        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: "
                                        "Chunked\r\n\r\n1;x=\"y\"\r\na\r\n00\r\nT: 1\r\n\r\n",
                                        "POST / HTTP/1.1\r\nHost: a\r\n\r\n",
                                        get("/", fields(63)),
                                        "GET / HTTP/1.0\r\n\r\n"};
    for (const auto& bytes : fine) {
        auto raw = client();
        EXPECT_EQ(raw.ask(bytes).status, 200) << bytes;
    }
}

TEST_F(ServerTest, names_the_methods_it_knows_when_it_refuses_one) {
    start_echo();
    EXPECT_TRUE(client().ask("TRACE / HTTP/1.1\r\nHost: a\r\n\r\n").has("Allow: GET, HEAD, POST"));
}

TEST_F(ServerTest, refuses_large_heads_with_431) {
    start_echo();
    EXPECT_EQ(client().ask(get("/", fields(64))).status, 431);
    EXPECT_EQ(client().ask(get("/", "X: " + std::string(9000, 'x') + "\r\n")).status, 431);
    EXPECT_EQ(client().ask("GET /" + std::string(1'000'000, 'x')).status, 431);
    EXPECT_EQ(client().ask(get("/" + std::string(7000, 'x'))).status, 200);
    EXPECT_EQ(refused(Reason::head_too_large), 3U);
}

TEST_F(ServerTest, refuses_large_bodies_before_reading_them) {
    options.limits.body = 1000;
    options.limits.upload = 3000;
    options.body_limit = [](const Request& head) { return head.path() == "/upload" ? 5000UL : 1000UL; };
    start_echo();
    EXPECT_EQ(client().ask("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n").status, 413);
    EXPECT_EQ(client().ask("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 3001\r\n\r\n").status, 413);
    EXPECT_EQ(client().ask(chunked_post + "200\r\n" + std::string(512, 'x') + "\r\n200\r\n").status, 413);
    EXPECT_EQ(client().ask(chunked_post + "ffffffff\r\n").status, 413);
    EXPECT_EQ(handled, 0);
    const auto upload =
        "POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 3000\r\n\r\n" + std::string(3000, 'x');
    EXPECT_EQ(client().ask(upload).status, 200);
    EXPECT_EQ(client().ask(post(std::string(1000, 'x'))).status, 200);
}

TEST_F(ServerTest, lets_a_client_that_first_sends_all_read_why_its_body_was_refused) {
    start_echo();
    auto raw = client();
    EXPECT_TRUE(raw.send(post(std::string(16 * 1024 * 1024, 'x'))));
    EXPECT_EQ(raw.receive().status, 413);
}

TEST_F(ServerTest, asks_the_guard_by_the_head_before_it_takes_the_body_of_an_upload) {
    std::atomic<int> asked = 0;
    options.limits.body = 1000;
    options.limits.bodies = 1000'000;
    options.body_limit = [](const Request& head) { return head.path() == "/upload" ? 40'000'000UL : 1000UL; };
    options.guard = [&asked](const Request& head, Respond respond) {
        ++asked;
        if (!head.header("Cookie")) respond({401, {}, "who asks? " + head.peer + " " + head.body});
    };
    start_echo();
    const std::string upload = "POST /upload HTTP/1.1\r\nHost: a\r\n";
    for (const auto* framing : {"Content-Length: 30000000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n",
                                "Expect: 100-continue\r\nContent-Length: 30000000\r\n\r\n"}) {
        const auto answer = client().ask(upload + framing);
        EXPECT_EQ(answer.status, 401) << framing;
        EXPECT_EQ(answer.body, "who asks? 127.0.0.1 ");
        EXPECT_TRUE(answer.has("Connection: close"));
    }
    auto all_at_once = client();
    EXPECT_TRUE(all_at_once.send(upload + "Content-Length: 30000000\r\n\r\n" + std::string(30'000'000, 'x')));
    EXPECT_EQ(all_at_once.receive().status, 401) << "what is drained takes no memory";
    EXPECT_EQ(handled, 0);
    EXPECT_EQ(asked, 4);

    auto known = client();
    EXPECT_EQ(known.ask(upload + "Cookie: a\r\nContent-Length: 4\r\n\r\nabcd").body, "POST /upload abcd");
    EXPECT_EQ(known.ask(upload + "Cookie: a\r\nContent-Length: 2\r\n\r\nef").body, "POST /upload ef");
    EXPECT_EQ(asked, 6);
    EXPECT_EQ(client().ask(post("abc")).status, 200) << "a form is read first: who sends it is asked once";
    EXPECT_EQ(asked, 6);
}

TEST_F(ServerTest, refuses_a_body_that_does_not_fit_into_memory_any_more) {
    options.limits.bodies = 1000;
    start_echo();
    auto first = client();
    first.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\n" + std::string(800, 'x'));
    EXPECT_TRUE(eventually([this] { return server->counts().bytes_received > 800; }));
    const auto second = client().ask(post(std::string(300, 'x')));
    EXPECT_EQ(second.status, 503);
    EXPECT_TRUE(second.has("Retry-After: 1"));
    EXPECT_EQ(first.ask(std::string(100, 'x')).status, 200);
    EXPECT_EQ(client().ask(post(std::string(300, 'x'))).status, 200);
}

TEST_F(ServerTest, answers_slow_heads_and_bodies_with_408_and_idle_connections_with_silence) {
    options.limits.head_time = 150ms;
    options.limits.idle_time = 150ms;
    options.limits.body_window = 150ms;
    start_echo();
    auto head = client(), body = client(), silent = client(), idle = client();
    head.send("GET / HT");
    body.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9000\r\n\r\nabc");
    EXPECT_EQ(idle.ask(get("/")).status, 200);
    EXPECT_EQ(head.receive().status, 408);
    EXPECT_EQ(body.receive().status, 408);
    EXPECT_TRUE(silent.closed());
    EXPECT_TRUE(idle.closed());
    EXPECT_EQ(refused(Reason::head_too_slow), 1U);
    EXPECT_EQ(refused(Reason::body_too_slow), 1U);
}

TEST_F(ServerTest, gives_a_steady_body_the_time_it_needs) {
    options.limits.body_window = 200ms;
    options.limits.body_rate = 500;  // 100 bytes a window
    start_echo();
    auto raw = client();
    raw.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n");
    for (int i = 0; i < 10; ++i) {
        raw.send(std::string(100, 'x'));
        std::this_thread::sleep_for(50ms);  // the pace itself is under test
    }
    EXPECT_EQ(raw.receive().status, 200);
}

TEST_F(ServerTest, drops_a_reader_who_does_not_take_the_answer) {
    options.limits.answer_window = 200ms;
    const auto large = std::make_shared<const std::string>(64 * 1024 * 1024, 'x');
    start([large](Request, Respond respond) { respond({200, {}, large}); });
    RawClient raw(server->port(), 4096);
    raw.send(get("/"));
    EXPECT_TRUE(eventually([this] { return refused(Reason::answer_too_slow) == 1; }));
}

TEST_F(ServerTest, writes_its_refusals_the_way_the_application_wants) {
    options.problem = [](const Problem& problem, const Request* head) {
        const auto language = head ? head->header("Accept-Language").value_or("none") : "no head";
        return Response{problem.status, {}, std::string(problem.code) + " " + std::string(language)};
    };
    options.limits.body = 1;
    start_echo();
    EXPECT_EQ(client().ask("\r\n").body, "http.malformed no head");
    EXPECT_EQ(client().ask(post("ab", "Accept-Language: kk\r\n")).body, "http.too-large kk");
}

TEST(Head, is_found_wherever_its_bytes_are_cut) {
    const auto text = get("/a?b", "X: y\r\n");
    std::size_t seen = 0;
    for (std::size_t size = 0; size < text.size(); ++size) {
        EXPECT_EQ(head_length(std::string_view(text).substr(0, size), seen, 1000), 0U) << size;
        seen = size == 0 ? 0 : size - 1;
    }
    EXPECT_EQ(head_length(text, seen, 1000), text.size());
    const auto head = parse_head(text, 2);
    ASSERT_TRUE(head);
    EXPECT_EQ(head->request.path(), "/a");
    EXPECT_EQ(head->request.query(), "b");
    EXPECT_EQ(head->request.header("x"), "y");
}

TEST(Chunks, are_joined_wherever_their_bytes_are_cut) {
    const std::string text = "3\r\nabc\r\nA;x=1\r\n0123456789\r\n0\r\nT: 1\r\n\r\n";
    for (std::size_t cut = 0; cut <= text.size(); ++cut) {
        Chunks chunks(13);
        std::string body;
        EXPECT_EQ(chunks.feed(std::string_view(text).substr(0, cut), body), cut);
        EXPECT_EQ(chunks.feed(std::string_view(text + "GET").substr(cut), body), text.size() - cut);
        EXPECT_TRUE(chunks.done());
        EXPECT_EQ(body, "abc0123456789");
    }
}

}  // namespace ryadom::http
