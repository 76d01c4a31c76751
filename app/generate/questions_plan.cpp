#include "app/generate/questions_plan.hpp"

#include <algorithm>

namespace ryadom::generate {
namespace {

/// The last working day that is at least so many days before the end.
Date working_day_before_end(const Region& region, int days) {
    auto day = region.until - days;
    while (!works(day)) day = day - 1;
    return day;
}

/// Visits of the first social worker of a centre, one after another, to people who could be served that day.
std::vector<FactPlan> visits(const Region& region, OrganisationIndex centre, Date performed, Date written, int count, int minutes) {
    // Offices have closed by then, so that nothing of the journal is written after it.
    constexpr std::int64_t evening_by_utc = 11 * 3'600'000;
    constexpr std::int64_t between_entries = 40'000;
    const auto& staff = region.organisations[static_cast<std::size_t>(centre)].staff;
    const auto worker = std::ranges::find_if(staff, [&](const StaffPlan& each) { return each.row.position == "Социальный работник" && each.since <= performed; });
    std::vector<FactPlan> out;
    if (worker == staff.end()) return out;
    for (std::size_t i = 0; i < region.persons.size() && std::ssize(out) < count; ++i) {
        const auto& person = region.persons[i];
        if (person.organisation != centre || person.twin_of || !can_be_served(person, performed)) continue;
        FactPlan fact;
        fact.recorded_at = Instant{written.days * 86'400'000LL + evening_by_utc + std::ssize(out) * between_entries};
        fact.performed_on = performed;
        fact.person = static_cast<PersonIndex>(i);
        fact.service = "household.07";
        fact.home = fact.performer = centre;
        fact.worker = static_cast<int>(worker - staff.begin());
        fact.minutes = minutes + static_cast<int>(out.size()) % 3 * 5;
        fact.channel = ledger::Channel::home;
        out.push_back(std::move(fact));
    }
    return out;
}

}  // namespace

std::vector<FactPlan> doubtful(const Region& region, Date day) {
    constexpr int days_of_lateness = 21;
    if (day == working_day_before_end(region, 6)) return visits(region, region.centres.front(), day, day, 6, 150);
    if (day == working_day_before_end(region, 3)) return visits(region, region.centres.front(), day - days_of_lateness, day, 24, 10);
    return {};
}

}  // namespace ryadom::generate
