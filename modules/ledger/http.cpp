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

/// What is told of a number that stands elsewhere must be in the log, though the facts themselves are refused.
void check_numbers(const Call& call, const std::optional<people::Person>& new_person) {
    if (new_person) must(people::check_numbers(call.database(), call.caller(), *new_person));
}

Written<Recorded> post_fact(Call& call, const AdoptedBy& adopted_by, const FactRequest& request) {
    check_numbers(call, request.new_person);
    return call.write([adopted_by, request](db::Tx& tx) { return must(record(tx, request, adopted_by)); });
}

Written<RecordedList> post_batch(Call& call, const AdoptedBy& adopted_by, const std::vector<FactRequest>& requests) {
    if (requests.empty()) throw Refused(refuse_field("", "core.too_few", {{"minimum", "1"}}).error());
    if (requests.size() > largest_batch) throw Refused(refuse_field("", "core.too_many", {{"maximum", std::to_string(largest_batch)}}).error());
    for (const auto& request : requests) check_numbers(call, request.new_person);
    return call.write([adopted_by, items = items_of(requests)](db::Tx& tx) {
        Desk desk(tx, adopted_by);
        return write_all(desk, must(decide_all(desk, items)));
    });
}

Written<RecordedList> post_group(Call& call, const AdoptedBy& adopted_by, const GroupRequest& group) {
    auto members = must(members_of(group));
    for (const auto& participant : group.participants) check_numbers(call, participant.new_person);
    return call.write([adopted_by, members = std::move(members)](db::Tx& tx) {
        Desk desk(tx, adopted_by);
        auto decisions = must(decide_all(desk, members));
        const auto& first = decisions.front().row;
        const auto number = add_group(tx, {first.home_provider}, {first.performer_provider});
        for (auto& decision : decisions) decision.row.group = number;
        return write_all(desk, decisions);
    });
}

Written<Reversed> post_reversal(Call& call, const AdoptedBy& adopted_by, const ReverseRequest& request) {
    if (request.replacement) check_numbers(call, request.replacement->new_person);
    return call.write([adopted_by, request, id = call.id<Fact>("id")](db::Tx& tx) {
        Desk desk(tx, adopted_by);
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
