#include "modules/verdicts/ground.hpp"

#include <algorithm>

namespace ryadom::verdicts {
namespace {

bool stands(const network::Register& held, const practices::RoomNeed& need) {
    return std::ranges::any_of(held.rooms, [&](const network::RegisterRoom& room) { return room.kind == need.kind && room.capacity >= need.capacity.value_or(0); });
}

bool stands(const network::Register& held, const practices::EquipmentNeed& need) {
    int count = 0;
    for (const auto& each : held.equipment)
        if (each.kind == need.kind) count += each.count;
    return count >= need.count;
}

std::vector<std::uint16_t> image_numbers(const std::vector<std::int64_t>& organisations) {
    std::vector<std::uint16_t> out;
    for (const auto number : organisations) out.push_back(static_cast<std::uint16_t>(number));
    return out;
}

}  // namespace

Ground::Ground(Sources& sources, const Subject& subject, Facts facts)
    : sources_(sources), subject_(subject), package_(package_of(sources.tx(), subject)), facts_(std::move(facts)) {
    std::set<std::uint16_t> services;
    if (subject.service) services.insert(static_cast<std::uint16_t>(subject.service->value));
    if (subject.way)
        for (const auto& [id, service] : sources.services_of(subject.way->version)) services.insert(service);
    requests_ = sources.requests(sources.below(subject.organisation), services);
}

/// What the package of the centre does not ask for at all is not there.
std::vector<Wanted> Ground::present(const practices::Statement& statement, Date day) {
    const auto& held = sources_.held_on(subject_.organisation, day);
    const auto& needs = package_->needs;
    std::vector<Wanted> out;
    for (const auto& item : statement.rule.items) {
        const auto room = std::ranges::find(needs.rooms, item, &practices::RoomNeed::id);
        const auto equipment = std::ranges::find(needs.equipment, item, &practices::EquipmentNeed::id);
        out.push_back({item, room != needs.rooms.end() ? stands(held, *room) : equipment != needs.equipment.end() && stands(held, *equipment)});
    }
    return out;
}

Inputs Ground::inputs(const practices::Statement& statement) {
    Inputs out;
    out.facts = facts_;
    if (subject_.way) {
        const auto& services = sources_.services_of(subject_.way->version);
        for (const auto& service : statement.rule.services)
            for (auto [at, end] = services.equal_range(service); at != end; ++at) out.services.insert(at->second);
    }
    // A service that the centre's version does not deliver has no facts here; none named would mean all of them.
    if (out.services.empty() && !statement.rule.services.empty()) out.services.insert(0);
    out.requests = requests_;
    if (subject_.way && statement.rule.form) {
        const auto score = statement.rule.score.value_or("");
        auto [place, added] = forms_.try_emplace({*statement.rule.form, score});
        if (added) place->second = sources_.forms(sources_.below(subject_.organisation), subject_.way->practice, *statement.rule.form, score);
        out.forms = place->second;
    }
    out.qualifications = &sources_.qualifications();
    out.present = [this, &statement](Date day) { return present(statement, day); };
    return out;
}

std::vector<Ground> grounds_of(Sources& sources, std::span<const Subject> subjects) {
    std::vector<Ground> out;
    if (subjects.empty()) return out;
    using Lists = std::multimap<std::uint16_t, std::size_t>;
    Lists by_practice;
    Lists by_service;
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        if (subjects[i].way) by_practice.emplace(static_cast<std::uint16_t>(subjects[i].way->practice.value), i);
        if (subjects[i].service) by_service.emplace(static_cast<std::uint16_t>(subjects[i].service->value), i);
    }
    // A fact of a practice is one of its service too, whatever practice it was delivered under.
    const auto lists_of = [&](std::uint16_t service, std::uint16_t practice) {
        std::vector<std::size_t> found;
        for (auto [at, end] = by_practice.equal_range(practice); at != end; ++at) found.push_back(at->second);
        for (auto [at, end] = by_service.equal_range(service); at != end; ++at) found.push_back(at->second);
        return found;
    };
    auto facts = ledger::image::delivered(sources.image(), ledger::image::Scope::everything(), image_numbers(sources.below(subjects.front().organisation)),
                                          subjects.size(), lists_of, {sources.as_of()});
    for (std::size_t i = 0; i < subjects.size(); ++i) out.emplace_back(sources, subjects[i], std::move(facts[i]));
    return out;
}

}  // namespace ryadom::verdicts
