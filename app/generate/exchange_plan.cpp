#include "app/generate/exchange_plan.hpp"

#include <algorithm>

namespace ryadom::generate {
namespace {

constexpr int days_to_invite = 30;
constexpr int days_to_choose = 80;
constexpr std::size_t most_guests = 5;
constexpr std::size_t most_held = 3;

bool comes(const EventPlan& event, OrganisationIndex centre) { return std::ranges::find(event.guests, centre) != event.guests.end(); }

/// Whoever took it up in the weeks after the day, and one who came and did not.
void invite(EventPlan& event, const Region& region, const RolloutPlan& plan) {
    for (std::size_t i = 0; i < plan.adoptions.size() && event.guests.size() + 1 < most_guests; ++i) {
        const auto& each = plan.adoptions[i];
        if (each.practice != event.practice || each.organisation == event.host || comes(event, each.organisation) || !each.chosen_on) continue;
        if (*each.chosen_on <= event.day || *each.chosen_on > event.day + days_to_choose) continue;
        event.guests.push_back(each.organisation);
        event.followed.push_back(i);
    }
    for (const auto centre : region.centres) {
        const bool adopts = std::ranges::any_of(plan.adoptions, [&](const AdoptionPlan& each) { return each.practice == event.practice && each.organisation == centre; });
        if (adopts || centre == event.host || comes(event, centre)) continue;
        event.guests.push_back(centre);
        return;
    }
}

/// A fortnight before the first who chose it after the host had begun.
std::optional<EventPlan> occasion(const Region& region, const RolloutPlan& plan, PracticeIndex practice) {
    const auto* host = first_to_deliver(plan, practice);
    if (!host) return std::nullopt;
    std::optional<Date> first;
    for (const auto& each : plan.adoptions)
        if (each.practice == practice && each.organisation != host->organisation && each.chosen_on && *each.chosen_on - 14 > *host->first_fact &&
            *each.chosen_on - 14 - days_to_invite > region.from && *each.chosen_on <= region.until && (!first || *each.chosen_on < *first))
            first = each.chosen_on;
    if (!first) return std::nullopt;
    EventPlan out{practice, host->organisation, *first - 14, {}, {}};
    invite(out, region, plan);
    return out;
}

}  // namespace

const AdoptionPlan* first_to_deliver(const RolloutPlan& plan, PracticeIndex practice) {
    const AdoptionPlan* out = nullptr;
    for (const auto& each : plan.adoptions)
        if (each.practice == practice && each.first_fact && !each.stopped_on && (!out || *each.first_fact < *out->first_fact)) out = &each;
    return out;
}

std::vector<EventPlan> plan_events(const Region& region, const RolloutPlan& plan) {
    std::vector<EventPlan> out;
    for (std::size_t i = 0; i < plan.codes.size(); ++i)
        if (auto event = occasion(region, plan, static_cast<PracticeIndex>(i))) out.push_back(std::move(*event));
    std::ranges::stable_sort(out, {}, &EventPlan::day);
    out.resize(std::min(out.size(), most_held));
    for (std::size_t i = plan.codes.size(); i-- > 0;)
        if (const auto* host = first_to_deliver(plan, static_cast<PracticeIndex>(i))) {
            EventPlan coming{static_cast<PracticeIndex>(i), host->organisation, region.until + 20, {}, {}};
            invite(coming, region, plan);
            out.push_back(std::move(coming));
            break;
        }
    return out;
}

}  // namespace ryadom::generate
