// Entry of facts: one, many, a group, and the taking back.
#include "modules/ledger/http.hpp"

#include "modules/ledger/entry_many.hpp"
#include "platform/audit/audit.hpp"

namespace ryadom::ledger {
namespace {

using http::Call;
using http::Written;

constexpr std::size_t largest_batch = 100;

RecordedList write_all(Desk& desk, const std::vector<Decision>& decisions) {
    RecordedList out;
    for (const auto& decision : decisions) out.facts.push_back(must(desk.write(decision)));
    record_in_log(desk.tx(), out.facts);
    return out;
}

/// Whoever is named anew is held against the register before the facts are written. What is told of other centres must be in
/// the log, though the facts themselves are refused.
template <class Requests>
people::Newcomers meet(const Call& call, const Requests& requests) {
    std::vector<people::Entrant> entrants;
    for (const auto& each : requests)
        if (each.new_person) entrants.push_back({*each.new_person, each.namesake});
    return people::meet(call.database(), call.caller(), std::move(entrants));
}

Written<Recorded> post_fact(Call& call, const AdoptedBy& adopted_by, const FactRequest& request) {
    return call.write([adopted_by, request, newcomers = meet(call, std::span(&request, 1))](db::Tx& tx) { return must(record(tx, request, adopted_by, newcomers)); });
}

Written<RecordedList> post_batch(Call& call, const AdoptedBy& adopted_by, const std::vector<FactRequest>& requests) {
    if (requests.empty()) throw Refused(refuse_field("", "core.too_few", {{"minimum", "1"}}).error());
    if (requests.size() > largest_batch) throw Refused(refuse_field("", "core.too_many", {{"maximum", std::to_string(largest_batch)}}).error());
    return call.write([adopted_by, items = items_of(requests), newcomers = meet(call, requests)](db::Tx& tx) {
        Desk desk(tx, adopted_by, newcomers);
        return write_all(desk, must(decide_all(desk, items)));
    });
}

Written<RecordedList> post_group(Call& call, const AdoptedBy& adopted_by, const GroupRequest& group) {
    auto members = must(members_of(group));
    return call.write([adopted_by, members = std::move(members), newcomers = meet(call, group.participants)](db::Tx& tx) {
        Desk desk(tx, adopted_by, newcomers);
        auto decisions = must(decide_all(desk, members));
        const auto& first = decisions.front().row;
        const auto number = add_group(tx, {first.home_provider}, {first.performer_provider});
        for (auto& decision : decisions) decision.row.group = number;
        return write_all(desk, decisions);
    });
}

Written<Reversed> post_reversal(Call& call, const AdoptedBy& adopted_by, const ReverseRequest& request) {
    const auto replacement = request.replacement ? std::vector{*request.replacement} : std::vector<FactRequest>();
    return call.write([adopted_by, request, newcomers = meet(call, replacement), id = call.id<Fact>("id")](db::Tx& tx) {
        Desk desk(tx, adopted_by, newcomers);
        const auto reversal = must(desk.reversal(must(store::find_row(tx, id)), request.reason));
        append(tx, reversal);
        audit::record(tx, "ledger.reversed", id);
        Reversed out{{reversal.id, {}, {}, reversal.recorded_on}, {}};
        if (!request.replacement) return out;
        out.replacement = must(desk.write(must(decide(desk, *request.replacement, "/replacement"))));
        record_in_log(tx, {*out.replacement});
        return out;
    });
}

}  // namespace

void add_fact_routes(http::Routes& routes, const Running& running) {
    const auto& adopted_by = running.adopted_by;
    routes.post("/api/v1/facts", "ledger.record", "Record a delivered service",
                [adopted_by](Call& call, FactRequest request) { return post_fact(call, adopted_by, request); });
    routes.post("/api/v1/facts/batch", "ledger.record", "Record up to 100 facts, all or none",
                [adopted_by](Call& call, std::vector<FactRequest> requests) { return post_batch(call, adopted_by, requests); });
    routes.post("/api/v1/facts/group", "ledger.record", "Record one service for many people",
                [adopted_by](Call& call, GroupRequest group) { return post_group(call, adopted_by, group); });
    routes.post("/api/v1/facts/{id}/reverse", "ledger.record", "Take a fact back, and record what is true instead",
                [adopted_by](Call& call, ReverseRequest request) { return post_reversal(call, adopted_by, request); });
}

}  // namespace ryadom::ledger
