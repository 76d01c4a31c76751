// What a centre has to do next, from the stage of a cell and its plan.
#include "modules/rollout/say.hpp"

#include <algorithm>

namespace ryadom::rollout {
namespace {

class Actions {
  public:
    Actions(const Reader& reader, const Board& board, const BoardCell& cell) : reader_(reader), board_(board), cell_(cell) {}

    void add(std::string code, Arguments arguments, std::optional<Date> due, std::optional<Id<Line>> line = {}) {
        auto said = reader_.say(std::move(code), std::move(arguments));
        Action out{std::move(said.code), std::move(said.text), due, name_of(board_.organisation_of(cell_)),
                   name_of(reader_, board_.practice_of(cell_)), {}, line};
        if (cell_.adoption) out.adoption = cell_.adoption->id;
        list.push_back(std::move(out));
    }

    /// Open mandatory lines by the day on which they are due.
    void add_lines(const std::vector<store::LineRow>& lines) {
        std::vector<const Line*> open;
        for (const auto& row : lines)
            if (row.line.line.obligation == Obligation::mandatory && open_at(row.line.line, cell_.today)) open.push_back(&row.line);
        std::ranges::stable_sort(open, {}, [](const Line* line) { return line->line.due; });
        for (const auto* line : open) {
            const auto* code = closed_by(line->line.kind) == ClosedBy::registered ? "rollout.next.register_line" : "rollout.next.close_line";
            const auto shown = line_view(reader_, *line, *cell_.package);
            add(code, {{"title", shown.title}, {"owner", shown.owner}}, line->line.due, line->id);
        }
    }

    /// The floor of the running period, while it is not reached.
    void add_floor(const std::string& code) {
        if (cell_.floor.off_season.all()) return;
        const auto period = counted_period(cell_.today, cell_.floor);
        if (!period) return;
        const bool running = !cell_.now.periods.empty() && cell_.now.periods.back().period == *period;
        const auto count = running ? cell_.now.periods.back().count : 0;
        if (count >= cell_.floor.at_least) return;
        add(code,
            {{"lacking", std::to_string(cell_.floor.at_least - count)},
             {"measure", std::string(json::name_of(cell_.floor.measure))},
             {"until", written(period->last)}},
            period->last);
    }

    std::vector<Action> list;

  private:
    const Reader& reader_;
    const Board& board_;
    const BoardCell& cell_;
};

}  // namespace

std::vector<Action> next_actions(const Reader& reader, const Board& board, const BoardCell& cell, const std::vector<store::LineRow>& lines) {
    Actions actions(reader, board, cell);
    const bool insider = reader.standing(board.organisation_of(cell).number) == Standing::insider;
    if (cell.asked && cell.asked->exempt && !cell.adoption) return {};
    switch (cell.now.stage) {
        case Stage::assigned: actions.add("rollout.next.choose", {}, cell.cell.deadline); break;
        case Stage::chosen: actions.add("rollout.next.plan", {}, cell.cell.deadline); break;
        case Stage::preparing:
            actions.add_lines(lines);
            if (actions.list.empty()) actions.add("rollout.next.close_gaps", {}, cell.cell.deadline);
            break;
        case Stage::ready: actions.add("rollout.next.first_fact", {}, cell.cell.deadline); break;
        // How much is lacking would tell an outsider how little was delivered.
        case Stage::started:
        case Stage::delivering:
        case Stage::sustained:
            if (insider) actions.add_floor("rollout.next.reach_floor");
            break;
        case Stage::lapsed:
            if (insider) actions.add_floor("rollout.next.restore");
            break;
        case Stage::stopped:
            if (cell.cell.deadline) actions.add("rollout.next.resume", {}, cell.cell.deadline);
            break;
    }
    if (cell.now.flags.gap_reopened && cell.now.stage != Stage::stopped && cell.now.stage != Stage::preparing) actions.add_lines(lines);
    return std::move(actions.list);
}

}  // namespace ryadom::rollout
