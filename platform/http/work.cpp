#include "platform/http/work.hpp"

namespace ryadom::http {
namespace {

constexpr std::int64_t tellings = 20;
/// What a request left behind that never came to its end.
constexpr std::int64_t kept = std::int64_t{24} * 3600 * 1000;

constexpr db::Sql forget_work = "delete from http_work where account = $1 and begun_at < $2";
constexpr db::Sql begin_work =
    "insert into http_work (account, key, total, done, stopped, begun_at) values ($1, $2, $3, 0, false, $4) "
    "on conflict (account, key) do update set total = excluded.total, done = 0, stopped = false, begun_at = excluded.begun_at";
constexpr db::Sql tell_work = "update http_work set done = $1 where account = $2 and key = $3 returning stopped";
constexpr db::Sql stop_work = "update http_work set stopped = true where account = $1 and key = $2 returning total, done, stopped";
constexpr db::Sql find_work = "select total, done, stopped from v_http_work where account = $1 and key = $2";

struct WorkState {
    std::int64_t total = 0;
    std::int64_t done = 0;
    bool stopped = false;
};
constexpr auto describe(json::Type<WorkState>) {
    using json::field;
    return json::object("Work", field("total", &WorkState::total, "Parts that the request counts: rows, outlines"),
                        field("done", &WorkState::done, "Parts that are behind"), field("stopped", &WorkState::stopped, "Whether it was asked to stop"));
}

WorkState read_state(const db::Row& row) { return {row.get<std::int64_t>(0), row.get<std::int64_t>(1), row.get<bool>(2)}; }

WorkState get_work(Call& call) {
    return call.read([&](db::Tx& tx) { return must(tx.find(find_work, read_state, call.caller().account, call.path("key"))); });
}

Written<WorkState> post_stop(Call& call) {
    return call.write([key = call.path("key")](db::Tx& tx) { return must(tx.find(stop_work, read_state, tx.caller().account, key)); });
}

}  // namespace

Work::Work(const Call& call, std::int64_t total)
    : database_(call.database()), caller_(call.caller()), key_(call.request().header("idempotency-key").value_or("")), total_(total) {
    if (key_.empty()) return;
    must(database_.write_now(caller_, [key = key_, total](db::Tx& tx) {
        tx.run(forget_work, tx.caller().account, tx.now() + -kept);
        tx.run(begin_work, tx.caller().account, key, total, tx.now());
    }));
}

bool Work::go_on(std::int64_t done) {
    const auto telling = total_ == 0 ? tellings : done * tellings / total_;
    if (key_.empty() || telling == told_) return true;
    told_ = telling;
    return !must(database_.write_now(caller_, [key = key_, done](db::Tx& tx) {
        return tx.value<bool>(tell_work, done, tx.caller().account, key).value_or(false);
    }));
}

Refusal stopped() { return {Refusal::Kind::conflict, "http.stopped", {}, {}}; }

void add_work_routes(Routes& routes) {
    routes.get("/api/v1/long-requests/{key}", signed_in, "How far a long request is, by its Idempotency-Key", get_work);
    routes.act("/api/v1/long-requests/{key}/stop", signed_in, "Stop a long request; what it has written stays", post_stop);
}

}  // namespace ryadom::http
