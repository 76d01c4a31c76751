// Durable facts through the API against raw SQLite that writes the same rows: fact, audit record, its link in the chain,
// and the stored answer of an idempotency key. One process serves and asks over loopback sockets.
#include "app/application.hpp"
#include "bench/rounds.hpp"
#include "modules/network/network.hpp"
#include "platform/auth/password.hpp"
#include "platform/core/bytes.hpp"

#include <arpa/inet.h>
#include <sqlite3.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <thread>

namespace {

using namespace ryadom;

constexpr int batch_size = 100;
constexpr int batches = 60;
constexpr int singles = 4000;
constexpr int connections = 64;

/// What a client needs to know of the region that it records in.
struct Target {
    std::uint16_t port = 0;
    std::string token, organisation, person, service;
};

class Connection {
  public:
    explicit Connection(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) throw std::runtime_error("cannot connect");
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection() { ::close(socket_); }

    /// The status of the answer, read to its end.
    int post(const std::string& target, const std::string& token, const std::string& body, const std::string& key) {
        const auto request = fmt::format("POST {} HTTP/1.1\r\nHost: localhost\r\nCookie: ryadom={}\r\nContent-Type: application/json\r\n"
                                         "Idempotency-Key: {}\r\nContent-Length: {}\r\n\r\n{}", target, token, key, body.size(), body);
        if (::send(socket_, request.data(), request.size(), 0) != static_cast<ssize_t>(request.size())) throw std::runtime_error("cannot send");
        std::string answer;
        std::size_t whole = 0;
        while (whole == 0 || answer.size() < whole) {
            char piece[16384];
            const auto count = ::recv(socket_, piece, sizeof piece, 0);
            if (count <= 0) throw std::runtime_error("cut off");
            answer.append(piece, static_cast<std::size_t>(count));
            const auto end = answer.find("\r\n\r\n");
            if (whole == 0 && end != std::string::npos) {
                const auto length = answer.find("Content-Length: ");
                whole = end + 4 + (length < end ? std::stoul(answer.substr(length + 16)) : 0);
            }
        }
        return std::stoi(answer.substr(9, 3));
    }

  private:
    int socket_;
};

std::string fact(const Target& target) {
    return fmt::format(R"({{"organisation":"{}","person":"{}","service":"{}","performed_on":"{}","minutes":30,"channel":"home"}})",
                       target.organisation, target.person, target.service, to_string(local_date(system_clock()(), "Asia/Novosibirsk") - 1));
}

std::string key() { return to_string(make_uuid(system_clock()(), system_random())); }

void expect(int status, int wanted) {
    if (status != wanted) throw std::runtime_error(fmt::format("status {}", status));
}

/// Facts a second in arrays of a hundred over two connections.
double arrays(const Target& target) {
    std::string body = "{\"facts\":[";
    for (int i = 0; i < batch_size; ++i) body += (i > 0 ? "," : "") + fact(target);
    body += "]}";
    const auto begun = std::chrono::steady_clock::now();
    std::vector<std::thread> clients;
    for (int client = 0; client < 2; ++client)
        clients.emplace_back([&] {
            Connection connection(target.port);
            for (int i = 0; i < batches / 2; ++i) expect(connection.post("/api/v1/facts/batch", target.token, body, key()), 201);
        });
    for (auto& client : clients) client.join();
    return batch_size * batches / bench::seconds_since(begun);
}

/// Requests a second over many connections, one at a time on each.
double many(const Target& target, const std::string& path, const std::string& body, int wanted) {
    std::atomic<int> left = singles;
    const auto begun = std::chrono::steady_clock::now();
    std::vector<std::thread> clients;
    for (int client = 0; client < connections; ++client)
        clients.emplace_back([&] {
            Connection connection(target.port);
            while (left.fetch_sub(1) > 0) expect(connection.post(path, target.token, body, key()), wanted);
        });
    for (auto& client : clients) client.join();
    return singles / bench::seconds_since(begun);
}

/// The same rows by prepared statements, a hundred facts a commit, into a copy of the same schema.
class Raw {
  public:
    explicit Raw(const std::string& path) {
        check(sqlite3_open(path.c_str(), &database_));
        script("pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on; pragma wal_autocheckpoint=20000; pragma cache_size=-65536");
        fact_ = prepare("insert into ledger_fact (id, person, unnamed_count, service, performed_on, minutes, quantity, channel, home_provider, "
                        "performer_provider, source, recorded_at, recorded_on, account) "
                        "values (?, 1, 0, 1, '2026-11-20', 30, 100, 'home', 1, 1, 'desk', ?, '2026-11-20', 1)");
        audit_ = prepare("insert into audit_record (at, account, organisation, request, action, object, person, detail) "
                         "values (?, 1, 1, ?, 'ledger.recorded', ?, ?, '{}')");
        link_ = prepare("insert into audit_chain (position, record, hash) values (?, ?, ?)");
        answer_ = prepare("insert into http_idempotency (account, key, request_hash, status, revision, body, created_at) values (1, ?, ?, 201, '', ?, ?)");
        position_ = 1'000'000;
    }
    Raw(const Raw&) = delete;
    Raw& operator=(const Raw&) = delete;
    ~Raw() {
        for (auto* statement : {fact_, audit_, link_, answer_}) sqlite3_finalize(statement);
        sqlite3_close(database_);
    }

    double facts_a_second() {
        const auto begun = std::chrono::steady_clock::now();
        for (int batch = 0; batch < batches; ++batch) {
            script("begin immediate");
            for (int i = 0; i < batch_size; ++i) write_fact();
            bind(answer_, {key(), key(), std::string(90 * batch_size, 'x'), to_string(system_clock()())});
            script("commit");
        }
        return batch_size * batches / bench::seconds_since(begun);
    }

  private:
    void write_fact() {
        const auto now = system_clock()();
        const auto id = to_string(make_uuid(now, random_));
        bind(fact_, {id, to_string(now)});
        bind(audit_, {to_string(now), id, id, id});
        const auto record = sqlite3_last_insert_rowid(database_);
        hash_ = sha256(std::string(view(hash_)) + id + to_string(now) + "ledger.recorded");
        sqlite3_bind_int64(link_, 1, ++position_);
        sqlite3_bind_int64(link_, 2, record);
        sqlite3_bind_blob(link_, 3, hash_.data(), static_cast<int>(hash_.size()), SQLITE_TRANSIENT);
        step(link_);
    }
    void bind(sqlite3_stmt* statement, std::initializer_list<std::string> words) {
        int at = 0;
        for (const auto& word : words) sqlite3_bind_text(statement, ++at, word.data(), static_cast<int>(word.size()), SQLITE_TRANSIENT);
        step(statement);
    }
    void step(sqlite3_stmt* statement) {
        if (sqlite3_step(statement) != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(database_));
        sqlite3_reset(statement);
    }
    void script(const char* sql) { check(sqlite3_exec(database_, sql, nullptr, nullptr, nullptr)); }
    void check(int code) {
        if (code != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(database_));
    }
    sqlite3_stmt* prepare(const char* sql) {
        sqlite3_stmt* statement = nullptr;
        check(sqlite3_prepare_v2(database_, sql, -1, &statement, nullptr));
        return statement;
    }

    sqlite3* database_ = nullptr;
    sqlite3_stmt *fact_, *audit_, *link_, *answer_;
    Random random_ = system_random();
    Sha256 hash_{};
    std::int64_t position_;
};

/// A centre with one person and an account of its desk.
Target prepare(app::Application& application) {
    Target target;
    target.token = auth::make_token(system_random());
    const auto made = application.database().write_now(db::Caller::system(), [token = auth::token_hash(target.token)](db::Tx& tx) {
        tx.run("insert into network_organisation (id, code, kind, title, short_title, zone, address, phone, director, revision) "
               "values ($1, 'bench', 'centre', 'КЦСОН', 'КЦСОН', 'Asia/Novosibirsk', '', '', '', 1)", tx.make_id<network::Organisation>());
        const auto organisation = network::find_organisation_by_code(tx, "bench");
        auth::Account account;
        account.id = tx.make_id<auth::Account>();
        account.login = "bench";
        account.name = "bench";
        account.grants = {{policy::Role::desk, organisation->number.value}};
        auth::create_session(tx, auth::create_account(tx, account), token);
        people::Person person;
        person.family_name = "Иванова";
        person.given_name = "Нина";
        person.birth = *parse_date("1950-03-08");
        const auto row = must(people::register_person(tx, person, organisation->number));
        const auto service = catalogue::find_service(tx, std::string_view("household.01"));
        return std::vector{to_string(organisation->organisation.id), to_string(row.person.id), to_string(service->service.id)};
    });
    target.organisation = (*made)[0];
    target.person = (*made)[1];
    target.service = (*made)[2];
    return target;
}

int measure() {
    const std::filesystem::path folder = std::filesystem::current_path() / ".run/bench-facts";
    std::filesystem::remove_all(folder);
    app::Settings settings;
    settings.location = (folder / "server").string();
    app::Application application(std::move(settings));
    auto target = prepare(application);
    std::filesystem::create_directories(folder / "raw");
    application.database().backup((folder / "raw/ryadom.db").string());
    Raw raw((folder / "raw/ryadom.db").string());

    http::Options options;
    options.limits.connections_per_address = 1000;
    http::Server server(std::move(options), [&](http::Request request, http::Respond respond) {
        if (request.path() == "/empty") return respond({204, {}, std::string()});
        application.dispatcher()(std::move(request), std::move(respond));
    });
    server.start();
    target.port = server.port();
    std::vector<bench::Contender> contenders{{"raw SQLite, 100 a commit", [&] { return raw.facts_a_second(); }},
                                             {"API, arrays of 100", [&] { return arrays(target); }},
                                             {"empty POST, 64 connections", [&] { return many(target, "/empty", "{}", 204); }},
                                             {"API, one fact a request, 64 connections", [&] { return many(target, "/api/v1/facts", fact(target), 201); }}};
    bench::run(contenders, 5, "a second");
    const double raw_rate = contenders[0].median();
    fmt::print("\narrays of 100 / raw: {:.2f} (at least 0.7)\n", contenders[1].median() / raw_rate);
    fmt::print("one a request / lower of raw and empty: {:.2f} (at least 0.5)\n", contenders[3].median() / std::min(raw_rate, contenders[2].median()));
    server.stop(std::chrono::seconds(5));
    return 0;
}

}  // namespace

int main() {
    try {
        return measure();
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
}
