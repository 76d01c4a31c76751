// What other modules may know of the matrix.
#include "modules/rollout/board.hpp"

namespace ryadom::rollout {

std::vector<Way> ways(Boards& boards, db::Database& database, std::optional<Date> day, Instant now) {
    const auto board = boards.at(database, day, now);
    std::vector<Way> out;
    for (const auto& cell : board->cells) {
        if (!cell.adoption) continue;
        out.push_back({cell.adoption->id, cell.adoption->organisation, cell.adoption->practice, cell.version, cell.now.stage, cell.now.since, cell.now.first,
                       cell.cell.deadline});
    }
    return out;
}

}  // namespace ryadom::rollout
