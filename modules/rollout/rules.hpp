// The Rules of a rollout: counting, stage, forecast, sign of a cell, readiness. Pure functions of their
// arguments.
//
// "As of T" is the caller's word: hand in the deliveries, plan lines and decisions that were recorded by the
// end of T, and T as `today`. Whatever carries a day after T is ignored here.
#pragma once

#include <span>
#include <string_view>

#include "modules/rollout/model.hpp"
#include "platform/core/refusal.hpp"

namespace ryadom::rollout {

// ---- Counting (rules_counting.cpp)

/// A fact counts for the adoption of its home provider and, if that one adopted too, of its performer.
bool counts_for(const FactSides& fact, const Adopter& adopter);
/// Once in totals, however many adoptions it counts for.
bool counts_in_total(const FactSides& fact, std::span<const Adopter> adopters);
/// Rows of one adoption in any order to buckets; the slow way, for callers without the ledger's image.
Deliveries tally(std::span<const Delivery> rows, PeriodLength length, Date today);

// ---- Periods (rules_counting.cpp)

/// The period of the day or, in the off-season, the next one that counts. Nothing if all months are
/// off-season. A quarter is skipped when all three of its months are.
std::optional<Period> counted_period(Date day, const Floor& floor);
std::optional<Period> next_counted(const Period& period, const Floor& floor);
/// The day from whose end the period is judged for good.
Date settled_on(const Period& period);

// ---- Stage (rules_stage.cpp)

StageAt stage(const AdoptionHistory& adoption, const Floor& floor, const Deliveries& deliveries, Date today);
/// The first since-day of the target, or of a stage beyond it when the target itself was passed within a day.
std::optional<Date> reached_on(const StageAt& now, Stage target);
bool open_at(const PlanLine& line, Date day);
/// The day from which a confirmed plan of a chosen version stands.
std::optional<Date> plan_day(const AdoptionHistory& adoption, Date today);

// ---- Forecast and cell (rules_forecast.cpp)

/// p: how late the centre closes its lines. `centre` and `region` hold all their lines, of all adoptions.
int delay(std::span<const PlanLine> centre, std::span<const PlanLine> region, Date today);
/// a, b, c over the adoptions of this practice, each with its own fallback to the package.
LagDays lags(std::span<const FirstDays> adoptions, const LagDays& package);
/// `now` is the answer of stage() for the same adoption, floor, deliveries and day.
Forecast forecast(const StageAt& now, const AdoptionHistory& adoption, const Floor& floor,
                  const Deliveries& deliveries, const Pace& pace, Date today);
/// The forecast day of one stage. The Rules give none for chosen and preparing, which need no more than a
/// decision: today.
std::optional<Date> forecast_of(const Forecast& forecast, Stage target, Date today);
Cell cell(const StageAt& now, std::optional<Date> deadline, Stage target, const Forecast& forecast,
          Date today);

// ---- Readiness (rules_readiness.cpp)

/// What each running adoption of one centre holds and misses. The claims come in order of priority: an
/// earlier need never gives up anything for a later one, and nothing is left idle that could serve a later
/// one.
Readiness readiness(std::span<const Claim> claims, const Register& held, Date today);
ClosedBy closed_by(LineKind kind);
/// Whether a person may close the line by hand.
Checked<void> close_by_hand(const PlanLine& line, Date today);
/// The day itself, or the Monday after a weekend. Holidays are a matter of each region, which keeps no calendar yet.
Date working_day(Date day);
/// A day that somebody sets for a line has not passed; one that stood already may have.
Checked<void> may_be_due(Date due, Date today, std::string_view pointer);
/// What the plan has to open or close so that it says what readiness says. Lines by proof are only opened.
std::vector<PlanChange> plan_changes(std::span<const NeedState> needs, std::span<const PlanLine> lines,
                                     Date today);

}  // namespace ryadom::rollout
