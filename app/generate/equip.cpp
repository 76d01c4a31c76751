// Fills the registers by the rule that reads them: what readiness misses on the day, the centre gets before it.
#include "app/generate/rollout_plan.hpp"
#include "modules/rollout/package_rules.hpp"

#include <algorithm>
#include <array>

namespace ryadom::generate {
namespace {

/// Who was taught one of these was usually taught the others; a centre does not hire somebody for each.
const std::vector<std::vector<std::string>>& crafts() {
    static const std::vector<std::vector<std::string>> all{{"adaptive_pe_instructor", "care_instructor", "labour_instructor"},
                                                           {"exercise_therapist", "rehabilitation_specialist"},
                                                           {"special_teacher", "speech_therapist"},
                                                           {"social_work_specialist", "volunteer_coordinator"}};
    return all;
}

std::vector<std::string> craft_of(const std::string& qualification) {
    for (const auto& craft : crafts())
        if (std::ranges::find(craft, qualification) != craft.end()) return craft;
    return {qualification};
}

rollout::Register held(const OrganisationPlan& centre, Date day) {
    rollout::Register out;
    for (const auto& each : centre.staff) {
        if (each.since > day) continue;
        rollout::StaffMember member{{each.row.rate}, {}};
        for (const auto& code : each.row.qualifications) member.qualifications.push_back(code.code);
        out.staff.push_back(std::move(member));
    }
    for (const auto& each : centre.rooms)
        if (each.since <= day) out.rooms.push_back({each.row.kind, each.row.capacity});
    for (const auto& each : centre.equipment)
        if (each.since <= day) out.equipment.push_back({each.row.kind, each.row.count});
    return out;
}

struct Supply {
    OrganisationPlan& centre;
    Dice& dice;
    const rollout::Element& element;
    Date since;
    int missing;
    void operator()(const rollout::StaffNeed& need) const {
        auto codes = craft_of(need.qualification);
        constexpr int rate = 100;  // what this practice leaves of the post serves the next
        for (int left = missing; left > 0; left -= rate) centre.staff.push_back(make_staff(dice, element.title.ru, rate, codes, since));
    }
    void operator()(const rollout::RoomNeed& need) const {
        network::Room room;
        room.title = element.title.ru;
        room.kind = need.kind;
        room.capacity = need.capacity + static_cast<int>(dice.between(0, 2));
        centre.rooms.push_back({std::move(room), since});
    }
    void operator()(const rollout::EquipmentNeed& need) const {
        network::Equipment item;
        item.title = element.title.ru;
        item.kind = need.kind;
        item.count = missing + static_cast<int>(dice.between(0, 1));
        centre.equipment.push_back({std::move(item), since});
    }
    void operator()(const rollout::DocumentNeed&) const {}
    void operator()(const rollout::TrainingNeed&) const {}
    void operator()(const rollout::BudgetNeed&) const {}
};

/// Claims of the centre as they stand on the day, in order of their choice; where `mine` is among them.
std::pair<std::vector<rollout::Claim>, std::size_t> claims_on(const std::vector<AdoptionPlan>& adoptions, const AdoptionPlan& mine,
                                                               const std::vector<practices::Package>& library, Date day) {
    std::vector<const AdoptionPlan*> running;
    for (const auto& each : adoptions)
        if (each.organisation == mine.organisation && each.chosen_on && *each.chosen_on <= day && !(each.stopped_on && *each.stopped_on <= day))
            running.push_back(&each);
    std::ranges::stable_sort(running, {}, [](const AdoptionPlan* each) { return *each->chosen_on; });
    std::pair<std::vector<rollout::Claim>, std::size_t> out{{}, 0};
    for (const auto* each : running) {
        if (each == &mine) out.second = out.first.size();
        out.first.push_back({rollout::bare_needs(library[static_cast<std::size_t>(each->practice)]), {}});
    }
    return out;
}

/// True when something was missing.
bool supply(Region& region, Dice& dice, const std::vector<practices::Package>& library, const std::vector<AdoptionPlan>& adoptions,
            const AdoptionPlan& mine) {
    auto& centre = region.organisations[static_cast<std::size_t>(mine.organisation)];
    const auto [claims, place] = claims_on(adoptions, mine, library, *mine.ready_on);
    const auto states = rollout::readiness(claims, held(centre, *mine.ready_on), *mine.ready_on);
    const auto elements = rollout::needs_of(library[static_cast<std::size_t>(mine.practice)]);
    bool found = false;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const auto& state = states[place][i];
        const bool by_register = rollout::closed_by(elements[i].kind) == rollout::ClosedBy::registered;
        const bool wanted = elements[i].need.obligation == rollout::Obligation::mandatory;
        if (!by_register || !wanted || state.gap == rollout::Gap::closed) continue;
        const auto days = std::max(0, *mine.ready_on - *mine.confirmed_on - 1);
        const Date since = *mine.ready_on - static_cast<int>(dice.between(0, days));
        std::visit(Supply{centre, dice, elements[i], since, std::max(1, state.missing)}, elements[i].need.what);
        found = true;
    }
    return found;
}

}  // namespace

void equip(Region& region, Dice& dice, const std::vector<practices::Package>& library, const std::vector<AdoptionPlan>& adoptions) {
    std::vector<const AdoptionPlan*> ready;
    for (const auto& each : adoptions)
        if (each.ready_on) ready.push_back(&each);
    std::ranges::stable_sort(ready, {}, [](const AdoptionPlan* each) { return *each->ready_on; });
    // What comes new may go to somebody who asked earlier and was not to be ready yet: then once more.
    for (const auto* each : ready)
        for (int round = 0; round < 6 && supply(region, dice, library, adoptions, *each); ++round) {
        }
}

}  // namespace ryadom::generate
