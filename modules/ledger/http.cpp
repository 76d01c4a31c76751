// Entry of facts: one, many, a group, and the taking back.
#include "modules/ledger/http.hpp"

#include "modules/ledger/entry.hpp"
#include "platform/audit/audit.hpp"

#include <algorithm>

namespace ryadom::ledger {
namespace {

using http::Call;
using http::Written;

constexpr std::size_t largest_batch = 100;

Checked<Decision> decide(Desk& desk, const FactRequest& request, const std::string& pointer) {
    const auto named = resolve(desk, request, pointer);
    if (!named) return std::unexpected(named.error());
    return desk.decide(*named, pointer);
}

Recorded enter(Desk& desk, const FactRequest& request, const std::string& pointer) { return must(desk.write(must(decide(desk, request, pointer)))); }

/// One refusal for the whole batch: the field errors of every item, or the first refusal of another kind.
std::vector<Decision> decide_all(Desk& desk, const std::vector<FactRequest>& requests) {
    std::vector<Decision> decisions;
    std::vector<FieldError> errors;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        auto decision = decide(desk, requests[i], "/" + std::to_string(i));
        if (decision) decisions.push_back(std::move(*decision));
        else if (decision.error().kind != Refusal::Kind::invalid) throw Refused(std::move(decision.error()));
        else errors.insert(errors.end(), decision.error().fields.begin(), decision.error().fields.end());
    }
    if (!errors.empty()) throw Refused({Refusal::Kind::invalid, "core.invalid", {}, std::move(errors)});
    return decisions;
}

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
    return call.write([adopted_by, requests](db::Tx& tx) {
        Desk desk(tx, adopted_by);
        return write_all(desk, decide_all(desk, requests));
    });
}

FactRequest member_of(const GroupRequest& group) {
    FactRequest out;
    out.organisation = group.organisation;
    out.performer = group.performer;
    out.service = group.service;
    out.performed_on = group.performed_on;
    out.minutes = group.minutes;
    out.quantity = group.quantity;
    out.channel = group.channel;
    out.worker = group.worker;
    out.practice = group.practice;
    out.source = "group";
    return out;
}

/// A fault of what all share is told once, at the field of the group and not at that of the first participant.
struct Member {
    FactRequest request;
    std::string pointer;
};

std::vector<Member> members_of(const GroupRequest& group) {
    std::vector<Member> out;
    for (std::size_t i = 0; i < group.participants.size(); ++i) {
        auto request = member_of(group);
        request.person = group.participants[i].person;
        request.new_person = group.participants[i].new_person;
        out.push_back({std::move(request), "/participants/" + std::to_string(i)});
    }
    if (group.unnamed_count) {
        auto request = member_of(group);
        request.unnamed_count = group.unnamed_count;
        out.push_back({std::move(request), ""});
    }
    return out;
}

void refuse_repeated(const GroupRequest& group) {
    std::set<Id<people::Person>> seen;
    std::vector<FieldError> errors;
    for (std::size_t i = 0; i < group.participants.size(); ++i)
        if (const auto& person = group.participants[i].person; person && !seen.insert(*person).second)
            errors.push_back({"/participants/" + std::to_string(i) + "/person", "ledger.twice_in_group", {}});
    if (!errors.empty()) throw Refused({Refusal::Kind::invalid, "core.invalid", {}, std::move(errors)});
}

/// The participant's own fields keep its pointer; the others are those of the group.
FieldError at_group(FieldError error, const std::string& pointer) {
    const auto own = error.pointer.substr(pointer.size());
    if (!own.starts_with("/person") && !own.starts_with("/new_person") && error.code != "ledger.before_birth" && error.code != "ledger.after_death")
        error.pointer = own;
    return error;
}

std::vector<Decision> decide_group(Desk& desk, const std::vector<Member>& members) {
    std::vector<Decision> decisions;
    std::vector<FieldError> errors;
    for (const auto& [request, pointer] : members) {
        auto decision = decide(desk, request, pointer);
        if (decision) {
            decisions.push_back(std::move(*decision));
            continue;
        }
        auto refusal = std::move(decision.error());
        std::vector<FieldError> fields;
        for (auto& field : refusal.fields) fields.push_back(at_group(std::move(field), pointer));
        refusal.fields = fields;
        if (refusal.kind != Refusal::Kind::invalid) throw Refused(std::move(refusal));
        for (auto& field : fields)
            if (std::ranges::find(errors, field) == errors.end()) errors.push_back(std::move(field));
    }
    if (!errors.empty()) throw Refused({Refusal::Kind::invalid, "core.invalid", {}, std::move(errors)});
    return decisions;
}

Written<RecordedList> post_group(Call& call, const AdoptedBy& adopted_by, const GroupRequest& group) {
    if (group.participants.empty() && !group.unnamed_count) throw Refused(refuse_field("/participants", "core.too_few", {{"minimum", "1"}}).error());
    refuse_repeated(group);
    for (const auto& participant : group.participants) check_numbers(call, participant.new_person);
    return call.write([adopted_by, members = members_of(group)](db::Tx& tx) {
        Desk desk(tx, adopted_by);
        auto decisions = decide_group(desk, members);
        const auto& first = decisions.front().row;
        const auto number = add_group(tx, {first.home_provider}, {first.performer_provider});
        for (auto& decision : decisions) decision.row.group = number;
        return write_all(desk, decisions);
    });
}

StoredFact reversal_of(db::Tx& tx, const store::FactRow& row, const std::string& reason, Date today) {
    auto out = row.fact;
    out.id = tx.make_id<Fact>();
    out.source = "reversal";
    out.reverses = row.number.value;
    out.reason = reason;
    out.recorded_at = tx.now();
    out.recorded_on = today;
    out.account = tx.caller().account;
    return out;
}

Written<Reversed> post_reversal(Call& call, const AdoptedBy& adopted_by, const ReverseRequest& request) {
    if (request.replacement) check_numbers(call, request.replacement->new_person);
    return call.write([adopted_by, request, id = call.id<Fact>("id")](db::Tx& tx) {
        const auto row = must(store::find_row(tx, id));
        must(may_reverse({row.fact.reverses.has_value(), row.reversed, tx.caller().scope.holds(row.fact.home_provider), row.fact.account == tx.caller().account}));
        const auto home = must(network::find_organisation(tx, Number<network::Organisation>{row.fact.home_provider}));
        const auto reversal = reversal_of(tx, row, request.reason, local_date(tx.now(), home.organisation.zone));
        append(tx, reversal);
        audit::record(tx, "ledger.reversed", id);
        Reversed out{{reversal.id, {}, {}, reversal.recorded_on}, {}};
        if (!request.replacement) return out;
        Desk desk(tx, adopted_by);
        out.replacement = enter(desk, *request.replacement, "/replacement");
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
