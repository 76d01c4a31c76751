#include "modules/ledger/entry.hpp"

#include "modules/requests/requests.hpp"
#include "platform/audit/audit.hpp"

#include <algorithm>

namespace ryadom::ledger {
namespace {

template <class Key, class Row, class Find>
const Row* remembered(std::map<Key, std::optional<Row>>& known, const Key& key, const Find& find) {
    auto found = known.find(key);
    if (found == known.end()) found = known.emplace(key, find()).first;
    return found->second ? &*found->second : nullptr;
}

Refusal invalid(std::vector<FieldError> errors) { return {Refusal::Kind::invalid, "core.invalid", {}, std::move(errors)}; }

}  // namespace

const network::OrganisationRow* Desk::organisation(const Id<network::Organisation>& id) {
    return remembered(organisations_, id, [&] { return network::find_organisation(tx_, id); });
}

const network::OrganisationRow* Desk::organisation(const std::string& code) {
    return remembered(organisations_by_code_, code, [&] { return network::find_organisation_by_code(tx_, code); });
}

const network::OrganisationRow* Desk::organisation(Number<network::Organisation> number) {
    return remembered(organisations_by_number_, number, [&] { return network::find_organisation(tx_, number); });
}

std::optional<Id<network::District>> Desk::district(const std::string& code) {
    if (districts_.empty())
        for (const auto& row : network::all_districts(tx_)) districts_.emplace(row.district.code, row.district.id);
    const auto found = districts_.find(code);
    return found == districts_.end() ? std::nullopt : std::optional(found->second);
}

const std::vector<store::Worker>& Desk::workers(const Named& fact) {
    const auto performer = fact.performer->number.value;
    const auto [found, added] = workers_.try_emplace({performer, fact.performed_on});
    if (added) found->second = store::workers_of(tx_, performer, fact.performed_on);
    return found->second;
}

const catalogue::ServiceRow* Desk::service(const Id<catalogue::Service>& id) {
    return remembered(services_, id, [&] { return catalogue::find_service(tx_, id); });
}

const catalogue::ServiceRow* Desk::service(const std::string& code) {
    return remembered(services_by_code_, code, [&] { return catalogue::find_service(tx_, code); });
}

/// At home, or as the performer for somebody whom both serve: the caller as its scope says, the home provider on that day.
/// Nobody writes persons or counts into another centre.
bool Desk::may_record(const Named& fact) {
    if (own(*fact.home)) return true;
    return own(*fact.performer) && fact.person && people::serves(tx_, fact.home->number, fact.person->number, fact.performed_on);
}

const std::vector<Adopted>& Desk::adopted(std::int64_t organisation) {
    const auto [found, added] = adopted_.try_emplace(organisation);
    if (added) found->second = adopted_by_(tx_, {organisation});
    return found->second;
}

/// Most services belong to few versions, many to none: those are asked first.
std::vector<PracticeUse> Desk::find_uses(std::int64_t home, std::int64_t performer, Number<catalogue::Service> service) {
    std::vector<PracticeUse> out;
    const auto uses = practices::uses_of(tx_, service);
    if (uses.empty()) return out;
    const auto add = [&](std::int64_t organisation) {
        for (const auto& each : adopted(organisation))
            for (const auto& use : uses)
                if (use.version == each.version)
                    out.push_back({each.practice.value, each.version.value, service.value, use.channels, use.counts_unnamed, each.since, each.until});
    };
    add(home);
    if (performer != home) add(performer);
    return out;
}

const std::vector<PracticeUse>& Desk::uses(const Named& fact) {
    const auto home = fact.home->number.value;
    const auto performer = fact.performer->number.value;
    const auto [found, added] = uses_.try_emplace({home, performer, fact.service->number.value});
    if (added) found->second = find_uses(home, performer, fact.service->number);
    return found->second;
}

/// The same house: one stands above the other.
bool Desk::related(std::int64_t one, std::int64_t other) {
    if (one == other) return true;
    const auto [found, added] = related_.try_emplace({one, other});
    if (added)
        found->second = std::ranges::binary_search(network::subtree(tx_, one), other) || std::ranges::binary_search(network::subtree(tx_, other), one);
    return found->second;
}

WorkerPlace Desk::place_of(const store::Worker& worker, const Named& fact) {
    if (!related(worker.organisation, fact.performer->number.value)) return WorkerPlace::elsewhere;
    const bool employed = worker.hired_on <= fact.performed_on && (!worker.left_on || fact.performed_on <= *worker.left_on);
    return employed ? WorkerPlace::at_performer : WorkerPlace::not_that_day;
}

std::optional<store::Worker> Desk::recorder(const Named& fact) {
    if (!recorder_) {
        const auto number = network::staff_of_account(tx_, tx_.caller().account);
        recorder_ = number ? store::find_worker(tx_, *number) : std::nullopt;
    }
    if (*recorder_ && place_of(**recorder_, fact) == WorkerPlace::at_performer) return *recorder_;
    return std::nullopt;
}

Candidate Desk::candidate(const Named& fact) {
    Candidate out;
    out.today = today(*fact.home);
    out.performed_on = fact.performed_on;
    out.minutes = fact.minutes;
    out.quantity = fact.quantity;
    out.request_on = fact.request_on;
    if (fact.person) out.person = {fact.person->person.birth, fact.person->person.death};
    if (fact.newcomer) out.person = {fact.newcomer->person().birth, fact.newcomer->person().death};
    out.unnamed_count = fact.unnamed_count;
    out.service_from = fact.service->service.valid_from;
    out.service_to = fact.service->service.valid_to;
    out.home_closed_on = fact.home->organisation.closed_on;
    if (fact.worker) out.worker = place_of(*fact.worker, fact);
    return out;
}

Refusal Desk::ambiguous(const std::vector<Derived>& choices, const std::string& pointer) {
    Refusal out{Refusal::Kind::conflict, "ledger.practice_ambiguous", {}, {}};
    for (const auto& choice : choices) {
        const auto row = must(practices::find_practice(tx_, Number<practices::Practice>{choice.practice}));
        const auto title = row.titles.find("ru");
        out.fields.push_back({pointer + "/practice", "ledger.practice_choice",
                              {{"practice", to_string(row.id)}, {"title", title == row.titles.end() ? row.code : title->second}}});
    }
    return out;
}

Checked<std::optional<Derived>> Desk::practice(const Named& fact, const std::string& pointer) {
    const auto derivation = derive(uses(fact), {fact.service->number.value, fact.channel, fact.performed_on, fact.practice});
    switch (derivation.fault) {
        case DerivationFault::ambiguous: return std::unexpected(ambiguous(derivation.choices, pointer));
        case DerivationFault::not_adopted: return refuse_field(pointer + "/practice", "ledger.practice_not_adopted");
        case DerivationFault::channel: return refuse_field(pointer + "/channel", "ledger.channel_not_allowed");
        case DerivationFault::none: break;
    }
    return derivation.choices.empty() ? std::optional<Derived>() : derivation.choices.front();
}

/// An external number that a fact taken back had is free again; while that fact stands, the new one would have the same
/// predecessor as that one, which the index refuses.
std::int64_t Desk::replaced_by(const Named& fact) {
    const auto before = fact.external_id ? store::find_numbered(tx_, fact.home->number.value, fact.source, *fact.external_id) : std::nullopt;
    if (!before) return 0;
    return before->reversed ? before->number.value : before->replaces;
}

Checked<Decision> Desk::decide(const Named& fact, const std::string& pointer) {
    if (!may_record(fact)) return std::unexpected(Refusal{Refusal::Kind::absent, "core.absent", {}, {{pointer + "/organisation", "core.absent", {}}}});
    if (auto errors = faults(candidate(fact), pointer); !errors.empty()) return std::unexpected(invalid(std::move(errors)));
    auto taken = practice(fact, pointer);
    if (!taken) return std::unexpected(std::move(taken.error()));
    if (fact.unnamed_count && !unnamed_allowed(*taken)) return refuse_field(pointer + "/unnamed_count", "ledger.unnamed_not_allowed");
    Decision out;
    auto& row = out.row;
    row.id = tx_.make_id<Fact>();
    if (fact.person) row.person = fact.person->number.value;
    if (fact.person) out.person = fact.person->person.id;
    out.newcomer = fact.newcomer;
    row.unnamed_count = fact.unnamed_count.value_or(0);
    row.service = fact.service->number.value;
    row.performed_on = fact.performed_on;
    row.minutes = fact.minutes;
    row.quantity = fact.quantity;
    row.channel = fact.channel;
    row.group = fact.group;
    row.request_on = fact.request_on;
    row.home_provider = fact.home->number.value;
    row.performer_provider = fact.performer->number.value;
    if (fact.worker) row.worker = fact.worker->number;
    if (*taken) row.practice = (*taken)->practice;
    if (*taken) row.practice_version = (*taken)->version;
    row.source = fact.source;
    row.external_id = fact.external_id;
    row.replaces = replaced_by(fact);
    row.recorded_at = tx_.now();
    row.recorded_on = today(*fact.home);
    row.account = tx_.caller().account;
    return out;
}

Checked<StoredFact> Desk::reversal(const store::FactRow& taken_back, const std::string& reason) {
    const auto& fact = taken_back.fact;
    const auto& home = *organisation(Number<network::Organisation>{fact.home_provider});
    if (auto allowed = may_reverse({fact.reverses.has_value(), taken_back.reversed, own(home), fact.account == tx_.caller().account}); !allowed)
        return std::unexpected(std::move(allowed.error()));
    auto out = fact;
    out.id = tx_.make_id<Fact>();
    out.source = "reversal";
    out.reverses = taken_back.number.value;
    out.reason = reason;
    out.recorded_at = tx_.now();
    out.recorded_on = today(home);
    out.account = tx_.caller().account;
    return out;
}

Checked<Recorded> Desk::write(const Decision& decision) {
    auto row = decision.row;
    auto person = decision.person;
    if (decision.newcomer) {
        const auto added = people::register_person(tx_, *decision.newcomer, {row.home_provider});
        if (!added) return std::unexpected(added.error());
        row.person = added->number.value;
        person = added->person.id;
        audit::record(tx_, "ledger.person_registered", added->person.id, added->person.id.uuid, people::namesake_detail(decision.newcomer->namesake()));
    }
    append(tx_, row);
    if (row.request_on && row.person) requests::note(tx_, {*row.person, row.service, row.home_provider, *row.request_on, row.recorded_on});
    Recorded out{row.id, person, {}, row.recorded_on};
    if (row.practice) {
        const auto [found, added] = practice_ids_.try_emplace(*row.practice);
        if (added) found->second = must(practices::find_practice(tx_, Number<practices::Practice>{*row.practice})).id;
        out.practice = found->second;
    }
    return out;
}

void record_in_log(db::Tx& tx, const std::vector<Recorded>& facts) {
    if (facts.size() == 1) {
        const auto& only = facts.front();
        return audit::record(tx, "ledger.recorded", only.id, only.person ? std::optional(only.person->uuid) : std::nullopt);
    }
    std::string detail = R"({"facts":[)";
    for (bool first = true; const auto& fact : facts) detail += (std::exchange(first, false) ? "\"" : ",\"") + to_string(fact.id) + "\"";
    audit::record(tx, "ledger.recorded", std::nullopt, std::nullopt, detail + "]}");
}

}  // namespace ryadom::ledger
