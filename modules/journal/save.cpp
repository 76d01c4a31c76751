#include "modules/journal/save.hpp"

#include "modules/journal/store.hpp"
#include "modules/ledger/corrections.hpp"

#include <algorithm>
#include <numeric>

namespace ryadom::journal {
namespace {

/// A cell, found, and what it means for the ledger.
struct Changed {
    store::CellKey key;
    ledger::Correction correction;
    int quantity = 0;
};

class Saver {
  public:
    Saver(db::Tx& tx, const Changes& changes, const PlansOf& plans_of) : tx_(tx), changes_(changes), plans_of_(plans_of), home_(network::own(tx, changes.organisation)) {}

    /// What is asked for, as corrections of the ledger; refused with the errors of every cell.
    std::vector<Changed> planned() {
        std::vector<Changed> out;
        for (std::size_t i = 0; i < changes_.cells.size(); ++i)
            if (auto changed = change("/cells/" + std::to_string(i), changes_.cells[i])) out.push_back(std::move(*changed));
        const bool takes_back = std::ranges::any_of(out, [](const auto& each) { return !each.correction.taken_back.empty(); });
        if (takes_back && !changes_.reason) errors_.push_back({"/reason", "journal.reason_needed", {}});
        if (!errors_.empty()) throw Refused({Refusal::Kind::invalid, "core.invalid", {}, std::move(errors_)});
        return out;
    }

    SavedCell saved(const Changed& changed, const std::optional<ledger::Recorded>& recorded) {
        SavedCell out{changed.quantity, {}};
        if (!recorded) return out;
        const auto circumstances = circumstances_of(changed.key);
        out.warnings = warnings_of(circumstances);
        if (out.warnings.empty()) return out;
        store::NoticeRow notice;
        notice.notice.fact = recorded->id;
        notice.notice.warnings = out.warnings;
        if (circumstances.plan) notice.notice.planned = circumstances.plan->quantity;
        notice.notice.delivered = circumstances.delivered;
        store::insert_notice(tx_, changed.key, notice);
        return out;
    }

  private:
    std::nullopt_t wrong(const std::string& pointer, const char* code, Arguments arguments = {}) {
        errors_.push_back({pointer, code, std::move(arguments)});
        return std::nullopt;
    }

    std::optional<std::int64_t> person(const Id<people::Person>& id) {
        const auto [found, fresh] = persons_.try_emplace(id);
        if (fresh)
            if (const auto row = people::find_person(tx_, id)) found->second = row->number.value;
        return found->second;
    }

    const catalogue::ServiceRow* service(const Id<catalogue::Service>& id) {
        const auto [found, fresh] = services_.try_emplace(id);
        if (fresh) found->second = catalogue::find_service(tx_, id);
        return found->second ? &*found->second : nullptr;
    }

    std::optional<Changed> change(const std::string& pointer, const Cell& cell) {
        const auto number = person(cell.person);
        if (!number) return wrong(pointer + "/person", "core.absent");
        const auto* offered = service(cell.service);
        if (!offered) return wrong(pointer + "/service", "core.absent");
        Changed out{{home_.value, *number, offered->number.value, cell.day}, {{}, {}, pointer}, cell.quantity};
        if (!seen_.insert({out.key.person, out.key.service, cell.day}).second) return wrong(pointer, "journal.twice");
        const auto facts = store::facts_of(tx_, out.key);
        std::vector<int> quantities;
        for (const auto& each : facts) quantities.push_back(each.quantity);
        const int now = std::accumulate(quantities.begin(), quantities.end(), 0);
        if (now != cell.before) return wrong(pointer, "journal.changed_meanwhile", {{"quantity", written(now)}});
        const auto meant = change_of(quantities, cell.quantity);
        for (const auto at : meant.taken_back) out.correction.taken_back.push_back(facts[at].id);
        if (meant.recorded == 0) return out;
        out.correction.fact = fact(cell, meant.recorded, meant.like ? &facts[*meant.like] : nullptr, offered->service);
        if (out.correction.fact->minutes == 0) return wrong(pointer + "/minutes", "journal.minutes_unknown");
        return out;
    }

    /// As the fact that it corrects, else as the cell says; minutes that nobody gives are those of the norm.
    ledger::FactRequest fact(const Cell& cell, int quantity, const store::CellFact* like, const catalogue::Service& service) const {
        ledger::FactRequest out;
        out.organisation = changes_.organisation;
        out.person = cell.person;
        out.service = cell.service;
        out.performed_on = cell.day;
        out.quantity = quantity;
        out.source = "journal";
        out.channel = like ? like->channel : cell.channel;
        out.worker = like ? like->worker : cell.worker;
        out.practice = like ? like->practice : cell.practice;
        if (like) out.request_on = like->request_on;
        if (like && like->performer != changes_.organisation) out.performer = like->performer;
        if (like) out.minutes = minutes_for(like->minutes, like->quantity, quantity);
        else if (cell.minutes) out.minutes = *cell.minutes;
        else if (service.norm_minutes) out.minutes = minutes_for(*service.norm_minutes, 100, quantity);
        return out;
    }

    /// Hundredths as people write them: "1,5".
    static std::string written(int quantity) {
        auto out = std::to_string(quantity / 100);
        if (quantity % 100 == 0) return out;
        out += "," + std::to_string(quantity % 100 / 10);
        return quantity % 10 == 0 ? out : out + std::to_string(quantity % 10);
    }

    const Plans& plans_of_person(std::int64_t person, const Period& month) {
        const auto [found, fresh] = plans_.try_emplace({person, month.first});
        if (fresh) found->second = plans_of_(tx_, {home_, Number<people::Person>{person}, month.first, month.last});
        return found->second;
    }

    Circumstances circumstances_of(const store::CellKey& key) {
        const auto month = period_of(key.day, PeriodLength::month);
        Circumstances out;
        out.day = key.day;
        for (const auto& [number, each] : store::absences_in(tx_, {key.person}, key.day, key.day)) out.absences.push_back({each.kind, each.from, each.until});
        const auto& plans = plans_of_person(key.person, month);
        out.has_programme = !plans.services.empty();
        const auto plan = std::ranges::find(plans.services, key.service, &Planned::service);
        if (plan != plans.services.end()) out.plan = plan->plan;
        if (const auto until = plans.contract_until.find(key.person); until != plans.contract_until.end()) out.contract_until = until->second;
        out.delivered = store::delivered(tx_, key, month.first, month.last);
        return out;
    }

    db::Tx& tx_;
    const Changes& changes_;
    const PlansOf& plans_of_;
    Number<network::Organisation> home_;
    std::map<Id<people::Person>, std::optional<std::int64_t>> persons_;
    std::map<Id<catalogue::Service>, std::optional<catalogue::ServiceRow>> services_;
    std::map<std::pair<std::int64_t, Date>, Plans> plans_;
    std::set<std::tuple<std::int64_t, std::int64_t, Date>> seen_;
    std::vector<FieldError> errors_;
};

}  // namespace

Saved save(db::Tx& tx, const Changes& changes, const ledger::AdoptedBy& adopted_by, const PlansOf& plans_of) {
    Saver saver(tx, changes, plans_of);
    const auto planned = saver.planned();
    std::vector<ledger::Correction> corrections;
    for (const auto& each : planned) corrections.push_back(each.correction);
    const auto recorded = must(ledger::correct(tx, corrections, changes.reason.value_or(""), adopted_by));
    Saved out;
    for (std::size_t i = 0; i < planned.size(); ++i) out.cells.push_back(saver.saved(planned[i], recorded[i]));
    return out;
}

}  // namespace ryadom::journal
