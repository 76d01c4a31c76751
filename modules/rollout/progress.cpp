#include "modules/rollout/progress.hpp"

namespace ryadom::rollout {

std::vector<AssignmentState> assignment_states(const Board& board, const std::optional<Id<Campaign>>& campaign) {
    std::map<std::pair<std::int64_t, std::int64_t>, const BoardCell*> cells;
    for (const auto& cell : board.cells) cells.emplace(std::pair(board.organisation_of(cell).number.value, board.practice_of(cell).number.value), &cell);
    std::map<std::int64_t, std::vector<const store::OrderChange*>> changes;
    for (const auto& change : board.source->recorded.changes) changes[change.assignment.value].push_back(&change);
    std::vector<AssignmentState> out;
    for (const auto& order : board.source->recorded.orders) {
        if (campaign && order.campaign != *campaign) continue;
        const auto cell = cells.find({order.organisation.value, order.practice.value});
        const auto said = changes.find(order.number.value);
        if (cell == cells.end() || said == changes.end()) continue;
        const auto asked = asked_by(order, said->second);
        const auto& at = *cell->second;
        const auto deadline = asked.exempt ? std::nullopt : std::optional(asked.deadline);
        out.push_back({order.id, order.campaign, &at, judged(at, deadline, order.target), order.target, asked.exempt});
    }
    return out;
}

std::map<Uuid, CampaignProgress> progress_of(const std::vector<AssignmentState>& states) {
    std::map<Uuid, CampaignProgress> out;
    for (const auto& state : states) {
        auto& progress = out[state.campaign.uuid];
        if (state.exempt) {
            ++progress.exempt;
            continue;
        }
        ++progress.assigned;
        if (state.cell.sign == Sign::reached) ++progress.reached;
        if (state.cell.sign == Sign::overdue) ++progress.overdue;
        if (state.cell.sign == Sign::lapsed) ++progress.lapsed;
    }
    return out;
}

AssignmentProgress progress_view(const AssignmentState& state) {
    AssignmentProgress out{state.assignment, {}, state_view(state.cell, state.at->now.flags, state.target, state.exempt)};
    if (state.at->adoption) out.adoption = state.at->adoption->id;
    return out;
}

}  // namespace ryadom::rollout
