#include "modules/acts/reckon.hpp"

#include "modules/acts/store.hpp"
#include "modules/programmes/programmes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace ryadom::acts {
namespace {

using ledger::image::Position;

/// Served at once, without programme and contract, on an act of their own (442-ФЗ, article 21).
constexpr std::string_view urgent = "urgent";
constexpr std::size_t shown_people = 200;

/// A fact as the image knows it; the human is the survivor of merged people.
struct Row {
    Position position = 0;
    std::int64_t person = 0;  ///< as it was recorded
    std::int64_t human = 0;
    std::int64_t service = 0;
    Date day;
};

/// What of a month bears no name or no practice.
struct Beside {
    std::int64_t unnamed = 0;
    std::int64_t without_practice = 0;
    std::int64_t urgent = 0;
};

class Reckoner {
  public:
    Reckoner(db::Tx& tx, const ledger::image::Image& image, Number<network::Organisation> organisation, i18n::Language language)
        : tx_(tx), image_(image), organisation_(organisation) {
        for (const auto& row : catalogue::all_services(tx)) {
            const auto& service = row.service;
            if (service.kind == urgent) urgent_.insert(row.number.value);
            services_.emplace(row.number.value, KnownService{service.id, service.code, catalogue::title_in(service.titles, language), service.unit});
        }
    }

    /// Facts of named people, oldest in the ledger first.
    std::vector<Row> rows(const Period& days, Position up_to, Beside* beside = nullptr) const {
        const ledger::image::AsOf as_of{ledger::image::last_day, up_to};
        const auto survivors = ledger::image::survivors(image_, as_of);
        const auto here = static_cast<std::uint16_t>(organisation_.value);
        std::vector<Row> out;
        ledger::image::each_fact(image_, ledger::image::Scope::of({here}), days.first, days.last, as_of, [&](const ledger::image::Fact& fact) {
            if (fact.home_provider != here) return;
            if (urgent_.contains(fact.service)) {
                if (beside) ++beside->urgent;
                return;
            }
            if (beside && fact.practice == 0) ++beside->without_practice;
            if (fact.person == 0) {
                if (beside) beside->unnamed += fact.unnamed_count;
                return;
            }
            const auto survivor = survivors.find(fact.person);
            out.push_back({fact.position, fact.person, survivor == survivors.end() ? fact.person : survivor->second, fact.service, fact.day});
        });
        std::ranges::sort(out, {}, &Row::position);
        return out;
    }

    /// Bills of everybody, or of these, by person.
    std::map<std::int64_t, Bill> bills(const std::vector<Row>& rows, const Prices& prices, const std::set<std::int64_t>* chosen = nullptr) {
        std::vector<Position> positions;
        for (const auto& row : rows)
            if (!chosen || chosen->contains(row.human)) positions.push_back(row.position);
        const auto quantities = store::quantities(tx_, positions);
        std::map<std::int64_t, std::vector<DeliveredFact>> facts;
        for (const auto& row : rows)
            if (!chosen || chosen->contains(row.human)) facts[row.human].push_back({row.day, row.service, quantities.at(row.position)});
        std::map<std::int64_t, Bill> out;
        for (auto& [person, list] : facts) out.emplace(person, bill(person, std::move(list), prices));
        return out;
    }

    Bill bill(std::int64_t person, std::vector<DeliveredFact> facts, const Prices& prices) {
        auto [known, added] = assessed_.try_emplace(person);
        if (added) known->second = store::assessments_of(tx_, person);
        return bill_of(std::move(facts), known->second, prices, services_);
    }

    people::FullName name(std::int64_t person) { return must(people::full_name_of(tx_, Number<people::Person>{person})); }
    const std::set<std::int64_t>& urgent_services() const { return urgent_; }

  private:
    db::Tx& tx_;
    const ledger::image::Image& image_;
    Number<network::Organisation> organisation_;
    Services services_;
    std::set<std::int64_t> urgent_;
    std::unordered_map<std::int64_t, std::vector<Assessed>> assessed_;
};

void add(Totals& totals, const Bill& bill) {
    ++totals.people;
    totals.facts += bill.facts;
    totals.sum_kopecks += bill.sum_kopecks;
    totals.payable_kopecks += bill.payable_kopecks.value_or(0);
    totals.budget_kopecks += bill.budget_kopecks.value_or(0);
    if (!bill.payable_kopecks) ++totals.undetermined;
}

bool outside_package(const BillPart& part) { return part.free == payment::FreeOfCharge::care_package && !part.payable_kopecks; }

/// As contracts are named on paper; who had two in the month has both.
std::map<std::int64_t, std::string> contracts_of(db::Tx& tx, Number<network::Organisation> organisation, const Period& month) {
    std::map<std::int64_t, std::string> out;
    for (const auto& row : programmes::contracts(tx, organisation, month.first, month.last)) {
        const auto [year, number, day] = parts(row.contract.concluded_on);
        auto& text = out[row.person.value];
        text += fmt::format("{}№ {} / {:02}.{:02}.{:04}", text.empty() ? "" : "; ", row.contract.number, day, number, year);
    }
    return out;
}

/// Of whom something is not known, in the order of the names.
Problem people_with(ProblemKind kind, const std::vector<ReckonedAct>& acts, const std::function<bool(const ReckonedAct&)>& holds) {
    Problem out{kind, 0, {}, {}};
    for (const auto& act : acts) {
        if (!holds(act)) continue;
        ++out.count;
        if (out.people.size() < shown_people) out.people.push_back({act.id, act.name});
    }
    return out;
}

std::vector<Problem> problems_of(const std::vector<ReckonedAct>& acts, const Beside& beside) {
    std::map<std::string, std::string> unpriced;
    for (const auto& act : acts)
        for (const auto& line : act.bill.lines)
            if (line.kind == LineKind::unpriced && act.bill.parts.at(static_cast<std::size_t>(line.part)).assessment) unpriced.emplace(line.code, line.title);
    std::vector<Problem> all;
    all.push_back(people_with(ProblemKind::no_contract, acts, [](const ReckonedAct& act) { return !act.contract; }));
    all.push_back(people_with(ProblemKind::no_assessment, acts, [](const ReckonedAct& act) {
        return std::ranges::any_of(act.bill.parts, [](const BillPart& part) { return !part.assessment; });
    }));
    all.push_back({ProblemKind::no_price, std::ssize(unpriced), {}, {}});
    for (auto& [code, title] : unpriced) all.back().services.push_back(title);
    all.push_back(people_with(ProblemKind::outside_package, acts, [](const ReckonedAct& act) { return std::ranges::any_of(act.bill.parts, outside_package); }));
    all.push_back({ProblemKind::no_practice, beside.without_practice, {}, {}});
    all.push_back({ProblemKind::unnamed, beside.unnamed, {}, {}});
    all.push_back({ProblemKind::urgent, beside.urgent, {}, {}});
    std::erase_if(all, [](const Problem& each) { return each.count == 0; });
    return all;
}

/// What happened to the facts of a closed month since then, by person.
std::map<std::int64_t, Causes> moved(const std::vector<Row>& before, const std::vector<Row>& after) {
    std::map<std::int64_t, Causes> out;
    auto then = before.begin();
    for (auto now = after.begin(); then != before.end() || now != after.end();) {
        if (then == before.end() || (now != after.end() && now->position < then->position)) {
            ++out[now++->human].late;
        } else if (now == after.end() || then->position < now->position) {
            ++out[then++->human].taken_back;
        } else {
            if (then->human != now->human) {
                ++out[then->human].merged;
                ++out[now->human].merged;
            }
            ++then;
            ++now;
        }
    }
    return out;
}

class Corrections {
  public:
    Corrections(db::Tx& tx, Reckoner& reckoner, const Reckoned& month) : tx_(tx), reckoner_(reckoner), month_(month) {}

    std::vector<ReckonedCorrection> all() {
        const auto last = store::last_closing(tx_, month_.organisation);
        if (!last) return {};
        const auto assessed = store::assessed_since(tx_, last->assessment, period_of(last->month.month, PeriodLength::month).last);
        for (const auto& closing : store::closings(tx_, month_.organisation)) of_month(closing, last->position, assessed);
        std::ranges::sort(out_, {}, [](const ReckonedCorrection& each) { return std::tuple(each.about, each.name, each.person); });
        return std::move(out_);
    }

  private:
    void of_month(const store::ClosingRow& closing, Position reported_up_to, const std::set<std::int64_t>& assessed) {
        const auto days = period_of(closing.month.month, PeriodLength::month);
        const auto now = reckoner_.rows(days, month_.position);
        const Prices prices(store::norms_of(tx_, days));
        const bool all = prices.fingerprint(days) != closing.prices;
        auto causes = moved(reckoner_.rows(days, reported_up_to), now);
        for (const auto& row : now)
            if (all || assessed.contains(row.human)) causes.try_emplace(row.human);
        // A merge without a fact behind it stands at the position of the closing itself.
        for (const auto& row : now)
            for (const auto each : {row.person, row.human})
                if (merged_.contains(each)) causes.try_emplace(each);
        if (causes.empty()) return;
        std::set<std::int64_t> chosen;
        for (const auto& [person, cause] : causes) chosen.insert(person);
        auto bills = reckoner_.bills(now, prices, &chosen);
        for (const auto& [person, cause] : causes) correct(person, days.first, cause, std::move(bills[person]));
    }

    void correct(std::int64_t person, Date about, Causes causes, Bill after) {
        if (after.facts == 0) after.payable_kopecks = after.budget_kopecks = 0;
        auto reported = store::reported(tx_, month_.organisation, person, about);
        if (!differs(reported.bill, after)) return;
        causes.assessment = other_assessment(reported.bill, after);
        causes.tariff = other_tariff(reported.bill, after);
        auto name = reckoner_.name(person);
        out_.push_back({person, name.id, std::move(name.name), about, std::move(reported.act), causes, std::move(reported.bill), std::move(after)});
    }

    db::Tx& tx_;
    Reckoner& reckoner_;
    const Reckoned& month_;
    const std::set<std::int64_t> merged_ = store::ever_merged(tx_);
    std::vector<ReckonedCorrection> out_;
};

}  // namespace

Reckoned reckon(db::Tx& tx, const ledger::image::Image& image, Position position, Number<network::Organisation> organisation, const Period& month,
                i18n::Language language) {
    const auto provider = must(network::find_organisation(tx, organisation)).organisation;
    Reckoned out{organisation, month, position, store::last_assessment(tx), {}, language, provider.title, provider.director, {}, {}, {}, {}};
    Reckoner reckoner(tx, image, organisation, language);
    const Prices prices(store::norms_of(tx, month));
    out.prices = prices.fingerprint(month);
    Beside beside;
    const auto rows = reckoner.rows(month, out.position, &beside);
    const auto contracts = contracts_of(tx, organisation, month);
    for (auto& [person, bill] : reckoner.bills(rows, prices)) {
        auto name = reckoner.name(person);
        add(out.totals, bill);
        const auto contract = contracts.find(person);
        out.acts.push_back({person, name.id, std::move(name.name), contract == contracts.end() ? std::nullopt : std::optional(contract->second), std::move(bill)});
    }
    std::ranges::sort(out.acts, {}, [](const ReckonedAct& act) { return std::tuple(act.name, act.person); });
    out.problems = problems_of(out.acts, beside);
    out.corrections = Corrections(tx, reckoner, out).all();
    return out;
}

Bill bill_of_person(db::Tx& tx, Number<network::Organisation> organisation, Number<people::Person> person, const Period& month, i18n::Language language) {
    static const ledger::image::Image nothing;
    Reckoner reckoner(tx, nothing, organisation, language);
    auto facts = store::facts_of_person(tx, organisation, person, month);
    std::erase_if(facts, [&](const DeliveredFact& fact) { return reckoner.urgent_services().contains(fact.service); });
    return reckoner.bill(person.value, std::move(facts), Prices(store::norms_of(tx, month)));
}

}  // namespace ryadom::acts
