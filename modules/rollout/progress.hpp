// How far an order is: every assignment of it judged by its own deadline and target, which a newer order may have changed for
// the cell of the matrix.
#pragma once

#include "modules/rollout/say.hpp"

namespace ryadom::rollout {

struct AssignmentState {
    Id<Assignment> assignment;
    Id<Campaign> campaign;
    const BoardCell* at = nullptr;
    Cell cell;
    Stage target = Stage::delivering;
    bool exempt = false;
};
/// Of the signed order, or of all of them.
std::vector<AssignmentState> assignment_states(const Board& board, const std::optional<Id<Campaign>>& campaign = {});

/// By campaign.
std::map<Uuid, CampaignProgress> progress_of(const std::vector<AssignmentState>& states);
AssignmentProgress progress_view(const AssignmentState& state);

}  // namespace ryadom::rollout
