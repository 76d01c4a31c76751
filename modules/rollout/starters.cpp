#include "modules/rollout/starters.hpp"

#include "modules/rollout/matrix.hpp"

#include <algorithm>

namespace ryadom::rollout {
namespace {

void add(Register& to, const Register& part) {
    to.staff.insert(to.staff.end(), part.staff.begin(), part.staff.end());
    to.rooms.insert(to.rooms.end(), part.rooms.begin(), part.rooms.end());
    to.equipment.insert(to.equipment.end(), part.equipment.begin(), part.equipment.end());
}

/// The register of an organisation with that of all below it.
Register held_below(const Board& board, const network::OrganisationRow& top, const std::map<std::int64_t, Register>& registers) {
    Register out;
    if (const auto own = registers.find(top.number.value); own != registers.end()) add(out, own->second);
    for (const auto& each : board.source->organisations)
        if (each.organisation.parent == top.organisation.id) add(out, held_below(board, each, registers));
    return out;
}

/// What the practice would find missing after everything that runs at the centre took its share.
std::vector<NeedState> needs_after_others(const Board& board, std::size_t organisation, Number<practices::Practice> practice,
                                          const practices::Package& package, const Register& held, Date today) {
    std::vector<const BoardCell*> running;
    for (const auto& cell : board.cells)
        if (cell.organisation == organisation && cell.adoption && cell.now.stage != Stage::stopped) running.push_back(&cell);
    std::ranges::sort(running, {}, [](const BoardCell* cell) { return cell->adoption->number; });
    std::vector<Claim> claims;
    std::optional<std::size_t> own;
    for (const auto* cell : running) {
        if (board.practice_of(*cell).number == practice) own = claims.size();
        claims.push_back({bare_needs(*cell->package), cell->history.lines});
    }
    if (own) claims[*own].needs = bare_needs(package);
    else claims.push_back({bare_needs(package), {}});
    return readiness(claims, held, today)[own.value_or(claims.size() - 1)];
}

StarterView starter(const Reader& reader, const network::OrganisationRow& organisation, const practices::Package& package,
                    const practices::EquipmentPrices& prices, const std::vector<NeedState>& needs) {
    StarterView out;
    out.organisation = name_of(organisation);
    const auto elements = needs_of(package);
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (needs[i].gap == Gap::closed || needs[i].obligation != Obligation::mandatory) continue;
        if (closed_by(elements[i].kind) == ClosedBy::proof) ++out.papers;
        else out.gaps.push_back({elements[i].kind, said_in(elements[i].title, reader.language()), missing_said(reader, elements[i], needs[i].missing)});
    }
    const auto cost = cost_of(package, prices, needs);
    out.cost_kopecks = cost.kopecks;
    out.unknown_costs = cost.unknown;
    out.ready = out.gaps.empty();
    return out;
}

}  // namespace

std::vector<StarterView> starters(const Reader& reader, const Board& board, Number<practices::Practice> practice, const practices::Package& package,
                                  const practices::EquipmentPrices& prices, const std::map<std::int64_t, Register>& registers, Date today) {
    std::vector<StarterView> out;
    for (std::size_t i = 0; i < board.source->organisations.size(); ++i) {
        const auto& organisation = board.source->organisations[i];
        if (!delivers(organisation.organisation.kind) || organisation.organisation.closed_on) continue;
        const auto held = held_below(board, organisation, registers);
        const auto* cell = board.find(organisation.number.value, practice.value);
        auto view = starter(reader, organisation, package, prices, needs_after_others(board, i, practice, package, held, today));
        if (cell) view.stage = cell->now.stage;
        out.push_back(std::move(view));
    }
    std::ranges::stable_sort(out, {}, [](const StarterView& each) { return each.gaps.size(); });
    return out;
}

}  // namespace ryadom::rollout
