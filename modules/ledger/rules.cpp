#include "modules/ledger/rules.hpp"

#include <algorithm>

namespace ryadom::ledger {
namespace {

constexpr int largest_minutes = 1440;
constexpr int largest_quantity = 100'000;
/// Before this day nothing was delivered that a ledger of today could hold, and the image has no room for it.
constexpr Date first_day{0};

class Faults {
  public:
    explicit Faults(const std::string& pointer) : pointer_(pointer) {}
    void add(bool wrong, const char* field, const char* code, Arguments arguments = {}) {
        if (wrong) errors_.push_back({pointer_ + field, code, std::move(arguments)});
    }
    std::vector<FieldError> take() { return std::move(errors_); }

  private:
    const std::string& pointer_;
    std::vector<FieldError> errors_;
};

void check_person(const Candidate& fact, Faults& faults) {
    if (!fact.person) return;
    const auto& [birth, death] = *fact.person;
    faults.add(fact.performed_on < birth, "/performed_on", "ledger.before_birth", {{"day", to_string(birth)}});
    if (death) faults.add(fact.performed_on > *death, "/performed_on", "ledger.after_death", {{"day", to_string(*death)}});
}

bool active(const PracticeUse& use, Date day) { return use.since <= day && (!use.until || day <= *use.until); }

bool has_channel(const PracticeUse& use, Channel channel) { return std::ranges::find(use.channels, json::name_of(channel)) != use.channels.end(); }

}  // namespace

std::vector<FieldError> faults(const Candidate& fact, const std::string& pointer) {
    Faults out(pointer);
    const auto largest = [](int maximum) { return Arguments{{"maximum", std::to_string(maximum)}}; };
    out.add(fact.performed_on > fact.today, "/performed_on", "ledger.in_future", {{"day", to_string(fact.today)}});
    out.add(fact.performed_on < first_day, "/performed_on", "ledger.too_early");
    check_person(fact, out);
    out.add(fact.minutes < 1, "/minutes", "core.too_small", {{"minimum", "1"}});
    out.add(fact.minutes > largest_minutes, "/minutes", "core.too_large", largest(largest_minutes));
    out.add(fact.quantity < 1, "/quantity", "core.too_small", {{"minimum", "1"}});
    out.add(fact.quantity > largest_quantity, "/quantity", "core.too_large", largest(largest_quantity));
    out.add(fact.request_on && *fact.request_on > fact.performed_on, "/request_on", "ledger.request_after_service");
    out.add(fact.person.has_value() == fact.unnamed_count.has_value(), "/person", "ledger.one_recipient");
    const bool in_force = fact.service_from <= fact.performed_on && (!fact.service_to || fact.performed_on <= *fact.service_to);
    out.add(!in_force, "/service", "ledger.service_not_in_force");
    out.add(fact.home_closed_on && fact.performed_on >= *fact.home_closed_on, "/organisation", "ledger.organisation_closed");
    out.add(fact.worker == WorkerPlace::elsewhere, "/worker", "ledger.worker_elsewhere");
    out.add(fact.worker == WorkerPlace::not_that_day, "/worker", "ledger.worker_not_that_day");
    return out.take();
}

Derivation derive(const std::vector<PracticeUse>& uses, const DerivationRequest& request) {
    Derivation out;
    bool service_known = false;
    for (const auto& use : uses) {
        if (use.service != request.service || !active(use, request.day)) continue;
        if (request.named && use.practice != *request.named) continue;
        service_known = true;
        if (!has_channel(use, request.channel)) continue;
        const bool again = std::ranges::find(out.choices, use.practice, &Derived::practice) != out.choices.end();
        if (!again) out.choices.push_back({use.practice, use.version, use.counts_unnamed});
    }
    if (out.choices.size() > 1) out.fault = DerivationFault::ambiguous;
    if (request.named && out.choices.empty()) out.fault = service_known ? DerivationFault::channel : DerivationFault::not_adopted;
    return out;
}

Checked<void> may_reverse(const Standing& fact) {
    if (!fact.at_home && !fact.own_record) return refuse("ledger.not_yours_to_reverse");
    if (fact.is_reversal) return refuse("ledger.reversal_stays");
    if (fact.reversed) return refuse("ledger.already_reversed");
    return {};
}

}  // namespace ryadom::ledger
