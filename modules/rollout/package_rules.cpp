#include "modules/rollout/package_rules.hpp"

#include <algorithm>
#include <map>

namespace ryadom::rollout {
namespace {

Obligation obligation(bool mandatory) { return mandatory ? Obligation::mandatory : Obligation::advisory; }

Element element(const practices::StaffNeed& need) {
    // A rate that the region decides asks for somebody with the qualification, however small the part of a post.
    return {{need.id, obligation(need.mandatory), StaffNeed{need.qualification.code, {need.rate_hundredths.value_or(1)}}},
            LineKind::staff, need.position, practices::Proof::register_, std::nullopt, "rollout.missing.rate"};
}

Element element(const practices::RoomNeed& need) {
    const auto sharing = need.exclusive.value_or(false) ? Sharing::exclusive : Sharing::shared;
    return {{need.id, obligation(need.mandatory), RoomNeed{need.kind, need.capacity.value_or(0), sharing}},
            LineKind::room, need.title, practices::Proof::register_, std::nullopt, "rollout.missing.room"};
}

Element element(const practices::EquipmentNeed& need) {
    return {{need.id, obligation(need.mandatory), EquipmentNeed{need.kind, need.count}}, LineKind::equipment, need.title,
            practices::Proof::register_, std::nullopt, "rollout.missing.pieces"};
}

Element element(const practices::DocumentNeed& need) {
    return {{need.id, obligation(need.mandatory), DocumentNeed{}}, LineKind::document, need.title, need.proof, std::nullopt,
            "rollout.missing.proof"};
}

Element element(const practices::TrainingNeed& need) {
    return {{need.id, obligation(need.mandatory), TrainingNeed{}}, LineKind::training, need.title, need.proof, need.role,
            "rollout.missing.proof"};
}

Element element(const practices::BudgetNeed& need) {
    return {{need.id, obligation(need.mandatory), BudgetNeed{}}, LineKind::budget, need.title, need.proof, std::nullopt,
            "rollout.missing.proof"};
}

Element element(const practices::RolloutStep& step) {
    return {{step.id, obligation(step.mandatory.value_or(true)), DocumentNeed{}}, LineKind::step, step.title,
            step.proof.value_or(practices::Proof::none), step.role, "rollout.missing.proof"};
}

/// Due day of every step: the latest of those it comes after, and its own days.
std::map<std::string, Date> due_days(const practices::Rollout& rollout, Date today) {
    std::map<std::string, Date> out;
    const practices::RolloutStep* above = nullptr;
    for (const auto& step : rollout.steps) {
        auto from = today;
        if (step.after.empty()) {
            if (above) from = out.at(above->id);
        } else {
            for (const auto& id : step.after)
                if (const auto day = out.find(id); day != out.end()) from = std::max(from, day->second);
        }
        out.emplace(step.id, working_day(from + step.days.value_or(0)));
        above = &step;
    }
    return out;
}

std::vector<Element> steps_of(const practices::Package& package) {
    std::vector<Element> out;
    for (const auto& step : package.rollout.steps) out.push_back(element(step));
    return out;
}

/// Of one piece, or the amount of a budget need.
std::optional<std::int64_t> price_of(const practices::Package& package, const practices::EquipmentPrices& prices, const Element& element) {
    const auto& needs = package.needs;
    if (element.kind == LineKind::budget)
        return std::ranges::find(needs.budget, element.need.id, &practices::BudgetNeed::id)->amount.amount_kopecks;
    return practices::price_of(*std::ranges::find(needs.equipment, element.need.id, &practices::EquipmentNeed::id), prices);
}

}  // namespace

Floor floor_of(const practices::Package& package) {
    const auto& said = package.floor;
    Floor out;
    out.measure = said.measure == practices::FloorMeasure::facts ? Measure::facts : Measure::recipients;
    out.at_least = said.at_least;
    out.length = said.period == practices::FloorPeriod::month ? PeriodLength::month : PeriodLength::quarter;
    for (const auto month : said.off_season) out.off_season.set(static_cast<std::size_t>(month - 1));
    out.sustained_periods = said.sustained_periods.value_or(out.sustained_periods);
    return out;
}

LagDays lags_of(const practices::Package& package) {
    if (!package.rollout.lag_days) return {};
    const auto& said = *package.rollout.lag_days;
    return {said.ready, said.start, said.deliver};
}

std::vector<Element> needs_of(const practices::Package& package) {
    std::vector<Element> out;
    const auto add = [&](const auto& list) {
        for (const auto& each : list) out.push_back(element(each));
    };
    add(package.needs.staff);
    add(package.needs.rooms);
    add(package.needs.equipment);
    add(package.needs.documents);
    add(package.needs.training);
    add(package.needs.budget);
    return out;
}

std::optional<Element> element_of(const practices::Package& package, LineKind kind, std::string_view id) {
    for (auto& each : kind == LineKind::step ? steps_of(package) : needs_of(package))
        if (each.kind == kind && each.need.id == id) return std::move(each);
    return std::nullopt;
}

const practices::RolloutStep* step_that_closes(const practices::Package& package, std::string_view need) {
    for (const auto& step : package.rollout.steps)
        if (std::ranges::find(step.closes, need) != step.closes.end()) return &step;
    return nullptr;
}

std::vector<Need> bare_needs(const practices::Package& package) {
    std::vector<Need> out;
    for (auto& each : needs_of(package)) out.push_back(std::move(each.need));
    return out;
}

Owner owner_of(const practices::Package& package, const std::optional<std::string>& role) {
    if (!role) return {"director", ""};
    const auto staff = std::ranges::find(package.needs.staff, *role, &practices::StaffNeed::id);
    if (staff != package.needs.staff.end()) return {"", staff->position.ru};
    return {*role, ""};
}

std::vector<Proposed> propose(const practices::Package& package, const std::vector<NeedState>& needs, Date today) {
    const auto days = due_days(package.rollout, today);
    const auto otherwise = working_day(today + lags_of(package).ready);
    std::vector<Proposed> out;
    const auto elements = needs_of(package);
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (needs[i].gap == Gap::closed) continue;
        const auto* step = step_that_closes(package, elements[i].need.id);
        const auto& role = elements[i].role || !step ? elements[i].role : step->role;
        out.push_back({elements[i], owner_of(package, role), step ? days.at(step->id) : otherwise, needs[i].missing,
                       step ? std::optional(step->title) : std::nullopt});
    }
    for (const auto& step : package.rollout.steps)
        if (step.closes.empty()) out.push_back({element(step), owner_of(package, step.role), days.at(step.id), 1, std::nullopt});
    return out;
}

Date way_through_steps(const practices::Package& package, Date today) {
    auto out = today;
    const auto days = due_days(package.rollout, today);
    for (const auto& step : package.rollout.steps)
        if (step.mandatory.value_or(true)) out = std::max(out, days.at(step.id));
    return out;
}

GapCost cost_of(const practices::Package& package, const practices::EquipmentPrices& prices, const std::vector<NeedState>& needs) {
    GapCost out;
    const auto elements = needs_of(package);
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (needs[i].gap == Gap::closed) continue;
        switch (elements[i].kind) {
            case LineKind::equipment:
            case LineKind::budget:
                if (const auto price = price_of(package, prices, elements[i])) out.kopecks += *price * needs[i].missing;
                else ++out.unknown;
                break;
            case LineKind::staff:
            case LineKind::room: ++out.unknown; break;
            case LineKind::document:
            case LineKind::training:
            case LineKind::step: break;
        }
    }
    return out;
}

std::string said_in(const practices::Line& text, std::string_view language) {
    if (language == "kk" && text.kk) return *text.kk;
    if (language == "en" && text.en) return *text.en;
    return text.ru;
}

}  // namespace ryadom::rollout
