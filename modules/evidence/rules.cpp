#include "modules/evidence/rules.hpp"

#include <algorithm>

namespace ryadom::evidence {
namespace {

constexpr int highest = 3;
constexpr int preliminary = 1;
/// Fewer centres are a pilot (a pilot has two or three); so many that keep it up have made it theirs.
constexpr int centres_beyond_pilot = 4;
constexpr int centres_established = 5;

bool about_outcome(Axis axis) {
    switch (axis) {
        case Axis::description:
        case Axis::foundation: return false;
        case Axis::results:
        case Axis::data: return true;
    }
    return true;
}

}  // namespace

int ceiling(Axis axis, Basis basis) {
    if (!about_outcome(axis)) return highest;
    switch (basis) {
        case Basis::documents: return 0;
        case Basis::routine: return preliminary;
        case Basis::protocol:
        case Basis::published: return highest;
    }
    return 0;
}

LifeStage life_stage(int started, int sustained) {
    if (sustained >= centres_established) return LifeStage::established;
    return started >= centres_beyond_pilot ? LifeStage::spreading : LifeStage::pilot;
}

int expected(Axis axis, LifeStage stage) {
    switch (stage) {
        case LifeStage::pilot: return about_outcome(axis) ? 0 : 1;
        case LifeStage::spreading: return about_outcome(axis) ? 1 : 2;
        case LifeStage::established: return about_outcome(axis) ? 2 : 3;
    }
    return 0;
}

Checked<void> may_judge(const JudgementRequest& judgement) {
    const int most = ceiling(judgement.axis, judgement.basis);
    if (judgement.level > most)
        return refuse_field("/level", judgement.basis == Basis::routine ? "evidence.routine_is_preliminary" : "evidence.documents_show_no_result");
    if (judgement.level > 0 && !judgement.file) return refuse_field("/file", "evidence.file_needed");
    return {};
}

int overall(std::span<const AxisState> axes) {
    int out = axes.empty() ? 0 : highest;
    for (const auto& axis : axes) out = std::min(out, axis.judged ? axis.judged->level : 0);
    return out;
}

int overall(int lowest, int axes) { return axes < std::ssize(names(json::Type<Axis>{})) ? 0 : lowest; }

std::string word_of(rollout::Stage stage) {
    switch (stage) {
        case rollout::Stage::assigned: return "assigned";
        case rollout::Stage::chosen: return "chosen";
        case rollout::Stage::preparing: return "preparing";
        case rollout::Stage::ready: return "ready";
        case rollout::Stage::started: return "started";
        case rollout::Stage::delivering: return "delivering";
        case rollout::Stage::sustained: return "sustained";
        case rollout::Stage::lapsed: return "lapsed";
        case rollout::Stage::stopped: return "stopped";
    }
    return {};
}

int months_between(Date from, Date to) {
    const auto first = parts(from);
    const auto last = parts(to);
    return std::max(0, (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day ? 1 : 0));
}

}  // namespace ryadom::evidence
