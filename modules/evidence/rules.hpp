// What may be claimed. Pure.
#pragma once

#include "modules/evidence/model.hpp"
#include "modules/rollout/rollout.hpp"
#include "platform/core/refusal.hpp"

#include <span>

namespace ryadom::evidence {

/// The most that an axis can reach on this basis: of results and data, documents say nothing, and routine data of this
/// server alone are preliminary.
int ceiling(Axis axis, Basis basis);
/// From the centres that ever started and those where it is sustained today.
LifeStage life_stage(int started, int sustained);
/// A pilot is not asked for a trial.
int expected(Axis axis, LifeStage stage);
Checked<void> may_judge(const JudgementRequest& judgement);
/// The lowest axis; one that nobody judged is 0.
int overall(std::span<const AxisState> axes);
/// The same, of the lowest level among so many judged axes.
int overall(int lowest, int axes);
/// The word of a stage, as everywhere in the API.
std::string word_of(rollout::Stage stage);
/// Whole months between two days, not below 0.
int months_between(Date from, Date to);

}  // namespace ryadom::evidence
