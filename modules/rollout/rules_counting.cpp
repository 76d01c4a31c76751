// Which facts count, and in which periods.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "modules/rollout/rules.hpp"

namespace ryadom::rollout {
namespace {

constexpr int days_to_settle = 7;
constexpr int days_of_rate = 28;

bool off_season(const Period& period, const Floor& floor) {
    for (auto month = parts(period.first).month; month <= parts(period.last).month; ++month) {
        if (!floor.off_season[static_cast<std::size_t>(month - 1)]) return false;
    }
    return true;
}

}  // namespace

bool counts_for(const FactSides& fact, const Adopter& adopter) {
    if (fact.reversal == Reversal::reversed || fact.practice != adopter.practice) return false;
    return std::ranges::binary_search(adopter.subtree, fact.home) ||
           std::ranges::binary_search(adopter.subtree, fact.performer);
}

bool counts_in_total(const FactSides& fact, std::span<const Adopter> adopters) {
    return std::ranges::any_of(adopters, [&](const Adopter& adopter) { return counts_for(fact, adopter); });
}

Deliveries tally(std::span<const Delivery> rows, PeriodLength length, Date today) {
    std::vector<Delivery> sorted(rows.begin(), rows.end());
    std::ranges::sort(sorted, {}, &Delivery::day);
    Deliveries result;
    std::unordered_map<std::int64_t, Date>
        last_period;  // person → first day of the period they were last seen in
    std::unordered_set<std::int64_t> recent;
    for (const auto& row : sorted) {
        if (row.day > today) break;
        if (result.days.empty() || result.days.back().day != row.day) result.days.push_back({row.day, 0, 0});
        auto& bucket = result.days.back();
        ++bucket.facts;
        const auto period = period_of(row.day, length).first;
        const auto [seen, first_ever] = last_period.try_emplace(row.person, period);
        if (first_ever || seen->second != period) ++bucket.new_people;
        seen->second = period;
        if (today - row.day < days_of_rate) recent.insert(row.person);
    }
    result.people_last_28_days = static_cast<int>(recent.size());
    return result;
}

std::optional<Period> counted_period(Date day, const Floor& floor) {
    if (floor.off_season.all()) return std::nullopt;
    auto period = period_of(day, floor.length);
    while (off_season(period, floor)) period = next(period, floor.length);
    return period;
}

std::optional<Period> next_counted(const Period& period, const Floor& floor) {
    return counted_period(period.last + 1, floor);
}

Date settled_on(const Period& period) { return period.last + days_to_settle; }

}  // namespace ryadom::rollout
