#include "modules/journal/plans.hpp"

#include <algorithm>

namespace ryadom::journal {
namespace {

constexpr int hundredth = 100;
/// A contract that ended longer ago says nothing of this month.
constexpr int days_of_year = 366;

bool by_days(programmes::Every every) { return every == programmes::Every::day || every == programmes::Every::week; }

/// Two versions that follow each other within the month: what is counted by days adds up, the larger of two undivided volumes holds.
void add(std::map<std::pair<std::int64_t, std::int64_t>, Plan>& plans, const programmes::PlannedService& each, int quantity) {
    const auto [found, fresh] = plans.try_emplace({each.person.value, each.service.value}, Plan{quantity, each.since, each.until});
    if (fresh) return;
    auto& plan = found->second;
    plan.quantity = by_days(each.every) ? plan.quantity + quantity : std::max(plan.quantity, quantity);
    plan.from = std::min(plan.from, each.since);
    plan.until = plan.until && each.until ? std::optional(std::max(*plan.until, *each.until)) : std::nullopt;
}

}  // namespace

int month_quantity(const programmes::PlannedService& service, Date first, Date last) {
    const int days = std::max(0, std::min(last, service.until.value_or(last)) - std::max(first, service.since) + 1);
    if (service.every == programmes::Every::day) return service.quantity * days;
    if (service.every != programmes::Every::week) return service.quantity;
    // Whole units: half a visit is none.
    const auto exact = static_cast<std::int64_t>(service.quantity) * days;
    return static_cast<int>((exact + 7 * hundredth - 1) / (7 * hundredth)) * hundredth;
}

Plans plans_of_programmes(db::Tx& tx, const PlansQuery& query) {
    const auto services = query.person ? programmes::planned(tx, *query.person, query.first, query.last) : programmes::planned(tx, query.organisation, query.first, query.last);
    std::map<std::pair<std::int64_t, std::int64_t>, Plan> plans;
    for (const auto& each : services) add(plans, each, month_quantity(each, query.first, query.last));
    Plans out;
    for (const auto& [key, plan] : plans) out.services.push_back({key.first, key.second, plan});
    const auto since = query.first - days_of_year;
    const auto contracts = query.person ? programmes::contracts(tx, *query.person, since, query.last) : programmes::contracts(tx, query.organisation, since, query.last);
    for (const auto& each : contracts) {
        auto& until = out.contract_until.try_emplace(each.person.value, each.contract.last_on).first->second;
        until = std::max(until, each.contract.last_on);
    }
    return out;
}

}  // namespace ryadom::journal
