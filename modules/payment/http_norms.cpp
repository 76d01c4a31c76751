// Tariffs and norms: seen by all staff, set by the region.
#include "modules/payment/http.hpp"

#include "modules/payment/store.hpp"
#include "platform/audit/audit.hpp"

namespace ryadom::payment {
namespace {

using http::Call;
using http::Page;
using http::Query;
using http::Written;

Page<Norm> get_norms(Call& call, Query<NormFilter> filter) {
    return call.read([&](db::Tx& tx) { return Page<Norm>{norms_on(tx, filter->on.value_or(call.today())), {}}; });
}

Page<Norm> get_history(Call& call, Query<HistoryFilter> filter) {
    return call.read([&](db::Tx& tx) { return Page<Norm>{store::history(tx, filter.value), {}}; });
}

Written<Page<Norm>> post_norms(Call& call, NewNorms given) {
    return call.write([given = std::move(given), today = call.today()](db::Tx& tx) {
        auto set = must(set_norms(tx, given, today));
        for (const auto& each : set) audit::record(tx, "payment.norm_set", each.id, {}, json::to_json(each.value));
        return Page<Norm>{std::move(set), {}};
    });
}

Written<Norm> post_withdrawal(Call& call, WithdrawNorm ask) {
    return call.write([ask = std::move(ask), id = call.id<Norm>("norm"), today = call.today()](db::Tx& tx) {
        must(store::find_norm(tx, id));
        if (!store::withdraw_norm(tx, id, ask.reason, today)) throw Refused(refuse("payment.withdrawn_already").error());
        audit::record(tx, "payment.norm_withdrawn", id);
        return must(store::find_norm(tx, id));
    });
}

Written<Norm> post_end(Call& call, EndNorm ask) {
    return call.write([ask, id = call.id<Norm>("norm")](db::Tx& tx) {
        must(may_end(must(store::find_norm(tx, id)), ask.last));
        store::end_norm(tx, {id, ask.last});
        audit::record(tx, "payment.norm_ended", id, {}, json::to_json(json::Value(json::Object{{"last", to_string(ask.last)}})));
        return must(store::find_norm(tx, id));
    });
}

}  // namespace

void add_norm_routes(http::Routes& routes) {
    routes.get("/api/v1/payment/norms", "payment.see_norms", "Tariffs, norms, minimums and rules in force on a day", get_norms);
    routes.get("/api/v1/payment/norms/history", "payment.see_norms", "One of them through all years, the newest first", get_history);
    routes.get("/api/v1/payment/categories", "payment.see_norms", "Categories of the region's list that may be free", [](Call& call) {
        return call.read([](db::Tx& tx) { return Page<Category>{store::categories(tx), {}}; });
    });
    routes.post("/api/v1/payment/norms", "payment.set_norms", "Set what an act sets, from a day on", post_norms);
    routes.act("/api/v1/payment/norms/{norm}/end", "payment.set_norms", "End what is open without anything in its place", post_end);
    routes.act("/api/v1/payment/norms/{norm}/withdraw", "payment.set_norms", "Withdraw what was wrong from the beginning", post_withdrawal);
}

}  // namespace ryadom::payment
