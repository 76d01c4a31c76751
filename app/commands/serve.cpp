#include "app/application.hpp"
#include "app/commands/commands.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <mutex>

namespace ryadom::app {
namespace {

struct Listen {
    std::string address;
    std::uint16_t port;
};

/// "127.0.0.1:8080" or "[::]:8080".
Listen parse_listen(const std::string& text) {
    const auto colon = text.rfind(':');
    if (colon == std::string::npos) throw std::runtime_error(fmt::format("--listen {}: expected ADDRESS:PORT", text));
    auto address = text.substr(0, colon);
    if (address.starts_with('[') && address.ends_with(']')) address = address.substr(1, address.size() - 2);
    const int port = std::stoi(text.substr(colon + 1));
    if (port < 0 || port > 65535) throw std::runtime_error(fmt::format("--listen {}: no such port", text));
    return {address, static_cast<std::uint16_t>(port)};
}

bool loopback(const std::string& address) { return address == "127.0.0.1" || address == "::1" || address == "localhost"; }

/// The user whom a proxy speaks for is the last one that it names: what stands before came from the user.
std::string forwarded_for(const http::Request& request) {
    std::string_view named;
    for (const auto& header : request.headers)
        if (http::same_name(header.name, "x-forwarded-for")) named = header.value;
    if (const auto comma = named.rfind(','); comma != std::string_view::npos) named.remove_prefix(comma + 1);
    while (named.starts_with(' ')) named.remove_prefix(1);
    return named.empty() ? request.peer : std::string(named);
}

/// A body larger than a form is taken only where a route takes files.
std::size_t body_limit(const http::Dispatcher& dispatcher, const http::Limits& limits, const http::Request& head) {
    const auto* route = dispatcher.find(head);
    return route && route->request.kind == http::Shape::Kind::bytes ? limits.upload : limits.body;
}

/// Test runs hold every exchange against the document: one JSON line each.
std::function<void(const http::Request&, const http::Route&, const http::Response&)> recorder() {
    const auto* path = std::getenv("RYADOM_EXCHANGES");
    if (!path) return {};
    return [file = std::string(path)](const http::Request& request, const http::Route& route, const http::Response& response) {
        json::Value line(json::Object{{"method", std::string(http::to_string(request.method))}, {"route", route.path}, {"status", response.status},
                                      {"type", std::string(http::find(response.headers, "content-type").value_or(""))}});
        if (route.request.kind == http::Shape::Kind::json) line.set("request", request.body);
        if (const auto* text = std::get_if<std::string>(&response.body)) line.set("response", *text);
        const auto bytes = json::write(line) + "\n";
        const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        if (descriptor < 0 || ::write(descriptor, bytes.data(), bytes.size()) < 0) throw std::runtime_error("cannot record an exchange");
        ::close(descriptor);
    };
}

using IsProxy = std::function<bool(std::string_view address)>;

IsProxy proxies(const ServeArguments& arguments) {
    auto known = arguments.proxies;
    if (known.empty() && !arguments.origin.empty()) known.emplace_back("127.0.0.1");
    return [known = std::move(known)](std::string_view address) { return std::ranges::find(known, address) != known.end(); };
}

http::Options edge_options(const ServeArguments& arguments, Application& application, IsProxy proxy) {
    auto& dispatcher = application.dispatcher();
    const auto [address, port] = parse_listen(arguments.listen);
    http::Options options;
    options.address = address;
    options.port = port;
    options.workers = static_cast<std::size_t>(arguments.workers);
    options.trusted = std::move(proxy);
    options.body_limit = [&, limits = options.limits](const http::Request& head) { return body_limit(dispatcher, limits, head); };
    options.pool = [&](const http::Request& head) {
        const auto* route = dispatcher.find(head);
        return route ? route->pool : http::Pool::ordinary;
    };
    options.guard = [&](http::Request head, http::Respond respond) { dispatcher.guard(std::move(head), std::move(respond)); };
    options.problem = [&](const http::Problem& problem, const http::Request* head) {
        const auto language = i18n::preferred(head ? head->header("accept-language").value_or("") : "");
        return http::problem_document({Refusal::Kind::malformed, std::string(problem.code), {}, {}}, application.texts(), language, head ? head->id : "",
                                      problem.status);
    };
    return options;
}

void log_line(const std::string& line) {
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    fmt::print(stderr, "{}\n", line);
}

}  // namespace

int serve(const ServeArguments& arguments) {
    const auto address = parse_listen(arguments.listen).address;
    if (!loopback(address) && arguments.origin.empty())
        throw std::runtime_error("To listen beyond this machine, say with --origin https://… how users reach the server: passwords must not travel in the clear.");
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);  // before any thread starts, so that only sigwait below hears them

    Settings settings;
    settings.location = arguments.location;
    settings.origin = arguments.origin;
    settings.log = log_line;
    settings.observe = recorder();
    Application application(std::move(settings));
    const auto proxy = proxies(arguments);
    http::Server server(edge_options(arguments, application, proxy), [&](http::Request request, http::Respond respond) {
        if (proxy(request.peer)) request.peer = forwarded_for(request);
        application.dispatcher()(std::move(request), std::move(respond));
    });
    application.watch([&server] { return server.counts(); });
    server.start();
    log_line(fmt::format(R"({{"event":"listening","address":"{}","port":{},"database":"{}"}})", address, server.port(), application.database().engine()));
    int signal = 0;
    sigwait(&signals, &signal);
    server.stop(std::chrono::seconds(10));
    return 0;
}

}  // namespace ryadom::app
