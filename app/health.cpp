#include "app/health.hpp"

#include <fmt/format.h>

#include <chrono>

namespace ryadom::app {
namespace {

/// Writes one family of samples after another.
class Exposition {
  public:
    void counter(std::string_view name, std::string_view help) { family(name, "counter", help); }
    void gauge(std::string_view name, std::string_view help) { family(name, "gauge", help); }
    template <class Number>
    void sample(Number value, std::string_view labels = "") {
        text_ += labels.empty() ? fmt::format("ryadom_{} {}\n", name_, value) : fmt::format("ryadom_{}{{{}}} {}\n", name_, labels, value);
    }
    std::string text() && { return std::move(text_); }

  private:
    void family(std::string_view name, std::string_view type, std::string_view help) {
        name_ = name;
        text_ += fmt::format("# HELP ryadom_{0} {1}\n# TYPE ryadom_{0} {2}\n", name, help, type);
    }

    std::string text_;
    std::string_view name_;
};

std::vector<std::string_view> faulty(const db::Database& database, const Modules& modules) {
    std::vector<std::string_view> out;
    if (database.fault()) out.push_back("database");
    if (modules.feed().fault()) out.push_back("ledger.image");
    if (modules.importer().fault()) out.push_back("ledger.import");
    if (modules.rechecks().fault()) out.push_back("rollout.plans");
    if (modules.poller().fault()) out.push_back("travel.feeds");
    if (modules.boards_follower().fault()) out.push_back("rollout.matrix");
    if (modules.region_follower().fault()) out.push_back("verdicts.region");
    if (modules.questions_follower().fault()) out.push_back("plausibility.questions");
    return out;
}

http::Response plain(int status, std::string_view type, std::string text) {
    return {status, {{"Content-Type", std::string(type)}, {"Cache-Control", "no-store"}}, std::move(text)};
}

void add_requests(Exposition& out, const http::Metrics& requests) {
    out.counter("requests_total", "Requests answered, by status");
    for (std::size_t status = 0; status < requests.answers.size(); ++status)
        if (const auto count = requests.answers[status].load()) out.sample(count, fmt::format("status=\"{}\"", status));
    out.counter("request_seconds_total", "Time from the read request to its answer");
    out.sample(static_cast<double>(requests.microseconds.load()) / 1e6);
}

void add_edge(Exposition& out, const http::Counts& edge) {
    out.gauge("connections", "Open connections");
    out.sample(edge.connections_open);
    out.gauge("requests_waiting", "Requests that wait for a worker, by pool");
    out.sample(edge.queue, "pool=\"ordinary\"");
    out.sample(edge.heavy_queue, "pool=\"heavy\"");
    out.counter("received_bytes_total", "Bytes read from connections");
    out.sample(edge.bytes_received);
    out.counter("sent_bytes_total", "Bytes written to connections");
    out.sample(edge.bytes_sent);
    out.counter("refused_total", "What the edge refused, by reason");
    for (std::size_t i = 0; i < http::reason_count; ++i)
        out.sample(edge.refused[i], fmt::format("reason=\"{}\"", http::to_string(static_cast<http::Reason>(i))));
}

void add_database(Exposition& out, const db::Counts& counts) {
    out.counter("writes_total", "Writes that ended");
    out.sample(counts.writes);
    out.counter("write_transactions_total", "Transactions that carried them; writes divided by this is the mean batch");
    out.sample(counts.transactions);
    out.gauge("writes_waiting", "Writes that wait for a transaction");
    out.sample(counts.queue);
}

void add_modules(Exposition& out, const Modules& modules) {
    out.gauge("image_position", "Last position of the ledger that the image holds");
    out.sample(modules.feed().image().position());
    const auto footprint = modules.feed().image().footprint();
    out.gauge("image_rows", "Rows of the image");
    out.sample(footprint.facts);
    out.gauge("image_bytes", "Memory of the image");
    out.sample(footprint.column_bytes + footprint.index_bytes + footprint.result_bytes);
    const auto imports = modules.importer().counts();
    out.counter("imports_total", "Imports that this process ended, by outcome");
    out.sample(imports.done, "outcome=\"done\"");
    out.sample(imports.failed, "outcome=\"failed\"");
}

}  // namespace

http::Response health(const db::Database& database, const Modules& modules) {
    const auto parts = faulty(database, modules);
    if (parts.empty()) return plain(200, "text/plain", "ok\n");
    return plain(503, "text/plain", fmt::format("fault: {}\n", fmt::join(parts, ", ")));
}

http::Response metrics(const Watched& watched) {
    Exposition out;
    out.gauge("uptime_seconds", "Since the start of the process");
    out.sample(std::chrono::duration_cast<std::chrono::seconds>(watched.uptime).count());
    out.gauge("healthy", "1 while no part has a fault");
    out.sample(faulty(watched.database, watched.modules).empty() ? 1 : 0);
    add_requests(out, watched.requests);
    if (watched.edge) add_edge(out, *watched.edge);
    add_database(out, watched.database.counts());
    add_modules(out, watched.modules);
    return plain(200, "text/plain; version=0.0.4", std::move(out).text());
}

}  // namespace ryadom::app
