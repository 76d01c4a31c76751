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

Ground::Ground(Sources& sources, const rollout::Way& way, std::shared_ptr<const practices::Package> package, Facts facts)
    : sources_(sources), way_(way), package_(std::move(package)), facts_(std::move(facts)) {
    std::set<std::uint16_t> services;
    for (const auto& [id, service] : sources.services_of(way.version)) services.insert(service);
    requests_ = sources.requests(sources.below(way.organisation), services);
}

/// What the package of the centre does not ask for at all is not there.
std::vector<Wanted> Ground::present(const practices::Statement& statement, Date day) {
    const auto& held = sources_.held_on(way_.organisation, day);
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
    const auto& services = sources_.services_of(way_.version);
    for (const auto& service : statement.rule.services)
        for (auto [at, end] = services.equal_range(service); at != end; ++at) out.services.insert(at->second);
    // A service that the centre's version does not deliver has no facts here; none named would mean all of them.
    if (out.services.empty() && !statement.rule.services.empty()) out.services.insert(0);
    out.requests = requests_;
    if (statement.rule.form) {
        const auto score = statement.rule.score.value_or("");
        auto [place, added] = forms_.try_emplace({*statement.rule.form, score});
        if (added) place->second = sources_.forms(sources_.below(way_.organisation), way_.practice, *statement.rule.form, score);
        out.forms = place->second;
    }
    out.qualifications = &sources_.qualifications();
    out.present = [this, &statement](Date day) { return present(statement, day); };
    return out;
}

std::vector<Ground> grounds_of(Sources& sources, std::span<const rollout::Way> ways) {
    std::vector<Ground> out;
    if (ways.empty()) return out;
    std::multimap<std::uint16_t, std::size_t> lists;
    for (std::size_t i = 0; i < ways.size(); ++i) lists.emplace(static_cast<std::uint16_t>(ways[i].practice.value), i);
    const auto lists_of = [&lists](std::uint16_t, std::uint16_t practice) {
        std::vector<std::size_t> found;
        for (auto [at, end] = lists.equal_range(practice); at != end; ++at) found.push_back(at->second);
        return found;
    };
    auto facts = ledger::image::delivered(sources.image(), ledger::image::Scope::everything(), image_numbers(sources.below(ways.front().organisation)), ways.size(),
                                          lists_of, {sources.as_of()});
    for (std::size_t i = 0; i < ways.size(); ++i)
        out.emplace_back(sources, ways[i], practices::package_of(sources.tx(), ways[i].version), std::move(facts[i]));
    return out;
}

}  // namespace ryadom::verdicts
