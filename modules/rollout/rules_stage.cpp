// The stage of an adoption on a day, since when, and when each stage was first reached.
#include <algorithm>

#include "modules/rollout/rules.hpp"

namespace ryadom::rollout {
namespace {

using Periods = std::vector<PeriodState>;

std::optional<Date> known(const std::optional<Date>& day, Date at) {
    return day && *day <= at ? day : std::nullopt;
}

void take_earlier(std::optional<Date>& kept, Date day) {
    if (!kept || day < *kept) kept = day;
}

bool gap_open(const AdoptionHistory& adoption, Date day) {
    return std::ranges::any_of(adoption.lines, [&](const PlanLine& line) {
        return line.obligation == Obligation::mandatory && open_at(line, day);
    });
}

/// ready: the first day on which the plan stands and none of its mandatory gaps is open. Gaps can only all be
/// closed for the first time on the day the plan begins to stand or on a day on which one is closed.
std::optional<Date> ready_day(const AdoptionHistory& adoption, Date at) {
    auto result = known(adoption.opened_on, at);
    const auto from = plan_day(adoption, at);
    if (!from) return result;
    const auto consider = [&](Date day) {
        if (day >= *from && day <= at && !gap_open(adoption, day)) take_earlier(result, day);
    };
    consider(*from);
    for (const auto& line : adoption.lines) {
        if (line.closed_on) consider(*line.closed_on);
    }
    return result;
}

Periods judge(const Floor& floor, const Deliveries& deliveries, Date at) {
    Periods result;
    auto bucket = deliveries.days.begin();
    const auto end = std::ranges::upper_bound(deliveries.days, at, {}, &DayBucket::day);
    if (bucket == end) return result;
    for (auto period = counted_period(bucket->day, floor); period && period->first <= at;
         period = next_counted(*period, floor)) {
        PeriodState state{*period, 0, std::nullopt,
                          settled_on(*period) <= at ? Judgement::settled : Judgement::open};
        for (; bucket != end && bucket->day <= period->last; ++bucket) {
            if (bucket->day < period->first) continue;  // the off-season belongs to no period
            state.count += floor.measure == Measure::facts ? bucket->facts : bucket->new_people;
            if (!state.reached_on && state.count >= floor.at_least) state.reached_on = bucket->day;
        }
        result.push_back(state);
    }
    return result;
}

bool met(const PeriodState& state) { return state.reached_on.has_value(); }
bool settled(const PeriodState& state) { return state.judgement == Judgement::settled; }

/// "The last settled or a later period" is this one until the next one settles: the first day it no longer
/// is.
Date end_of_say(const PeriodState& state, const Floor& floor) {
    return settled_on(*next_counted(state.period, floor));
}

/// First period of the unbroken run that ends with `last`, which is met. Only a settled unmet period breaks a
/// run: one that is not settled may still be met by facts that are recorded late.
std::size_t run_start(const Periods& periods, std::size_t last) {
    auto first = last;
    for (auto i = last; i-- > 0;) {
        if (met(periods[i])) {
            first = i;
        } else if (settled(periods[i])) {
            break;
        }
    }
    return first;
}

std::optional<std::size_t> last_settled(const Periods& periods) {
    const auto count = static_cast<std::size_t>(std::ranges::count_if(periods, settled));
    return count == 0 ? std::nullopt : std::optional(count - 1);
}

std::optional<std::size_t> last_met(const Periods& periods) {
    for (auto i = periods.size(); i-- > 0;) {
        if (met(periods[i])) return i;
    }
    return std::nullopt;
}

/// sustained: the end of the Nth met period of the settled run that ends with `last`, if it is that long.
std::optional<Date> sustained_day(const Periods& periods, std::size_t last, const Floor& floor) {
    std::size_t count = 0;
    while (count <= last && met(periods[last - count])) ++count;
    const auto needed = static_cast<std::size_t>(floor.sustained_periods);
    if (count < needed) return std::nullopt;
    return periods[last + needed - count].period.last;
}

/// lapsed: whether on the day `unmet` settled no later period had reached the floor.
bool lapsed_when_settled(const Periods& periods, std::size_t unmet) {
    const auto day = settled_on(periods[unmet].period);
    return std::ranges::none_of(
        periods.begin() + static_cast<std::ptrdiff_t>(unmet), periods.end(),
        [&](const PeriodState& later) { return met(later) && *later.reached_on <= day; });
}

/// The first since-days of what rests on periods. None is before `started`: a stage needs the one below it,
/// so what was delivered before the centre was ready begins to speak on the day it started.
void first_deliveries(FirstDays& first, const Periods& periods, const Floor& floor, Date started) {
    for (std::size_t i = 0; i < periods.size(); ++i) {
        if (!met(periods[i]) || end_of_say(periods[i], floor) <= started) continue;
        take_earlier(first[Stage::delivering], std::max(started, *periods[i].reached_on));
        if (settled(periods[i])) {
            if (const auto day = sustained_day(periods, i, floor))
                take_earlier(first[Stage::sustained], std::max(started, *day));
        }
        const auto next = i + 1;
        if (next < periods.size() && settled(periods[next]) && lapsed_when_settled(periods, next))
            take_earlier(first[Stage::lapsed], std::max(started, periods[next].period.first));
    }
}

/// Stage, since-day and run of an adoption that started.
void stage_by_periods(StageAt& now, const Floor& floor, Date started) {
    const auto& periods = now.periods;
    const auto enter = [&](Stage stage, Date since) {
        now.stage = stage;
        now.since = std::max(started, since);
    };
    enter(Stage::started, started);
    const auto last = last_met(periods);
    if (!last) return;
    const auto judged = last_settled(periods);
    if (!judged || *last >= *judged) {
        const auto first = run_start(periods, *last);
        now.run_first = periods[first].period;
        enter(Stage::delivering, *periods[first].reached_on);
        if (const auto day = judged ? sustained_day(periods, *judged, floor) : std::nullopt)
            enter(Stage::sustained, *day);
    } else if (end_of_say(periods[*last], floor) > started) {
        enter(Stage::lapsed, periods[*last + 1].period.first);
    }
}

/// Stage by what was decided and closed, without facts.
void stage_by_plan(StageAt& now, const AdoptionHistory& adoption, Date at) {
    now.stage = Stage::assigned;
    now.since = adoption.assigned_on;
    now.first[Stage::assigned] = known(adoption.assigned_on, at);
    now.first[Stage::chosen] = known(adoption.chosen_on, at);
    now.first[Stage::ready] = ready_day(adoption, at);
    const auto plan = plan_day(adoption, at);
    const auto& ready = now.first[Stage::ready];
    if (plan && (!ready || *ready > *plan)) now.first[Stage::preparing] = plan;
    for (const auto stage : {Stage::chosen, Stage::preparing, Stage::ready}) {
        if (!now.first[stage]) continue;
        now.stage = stage;
        now.since = *now.first[stage];
    }
}

/// Facts before ready, and gaps that reopen afterwards, are flags, not steps back.
StageFlags flags(const AdoptionHistory& adoption, const Deliveries& deliveries, const FirstDays& first,
                 Date at) {
    StageFlags result;
    const auto& ready = first[Stage::ready];
    if (!deliveries.days.empty()) {
        const auto fact = deliveries.days.front().day;
        if (fact <= at && (!ready || fact < *ready)) result.fact_before_ready = fact;
    }
    if (!ready) return result;
    for (const auto& line : adoption.lines) {
        if (line.obligation == Obligation::mandatory && open_at(line, at))
            take_earlier(result.gap_reopened, std::max(line.created_on, *ready));
    }
    return result;
}

}  // namespace

bool open_at(const PlanLine& line, Date day) {
    return line.created_on <= day && (!line.closed_on || *line.closed_on > day);
}

std::optional<Date> plan_day(const AdoptionHistory& adoption, Date today) {
    if (!adoption.chosen_on || !adoption.confirmed_on) return std::nullopt;
    return known(std::max(*adoption.chosen_on, *adoption.confirmed_on), today);
}

StageAt stage(const AdoptionHistory& adoption, const Floor& floor, const Deliveries& deliveries, Date today) {
    const auto stopped = known(adoption.stopped_on, today);
    const auto at = stopped.value_or(today);  // a stopped adoption goes no further
    StageAt now;
    stage_by_plan(now, adoption, at);
    now.flags = flags(adoption, deliveries, now.first, at);
    now.periods = judge(floor, deliveries, at);
    const auto& ready = now.first[Stage::ready];
    if (ready && !deliveries.days.empty() && deliveries.days.front().day <= at) {
        const auto started = std::max(*ready, deliveries.days.front().day);
        now.first[Stage::started] = started;
        first_deliveries(now.first, now.periods, floor, started);
        stage_by_periods(now, floor, started);
    }
    if (stopped) {
        now.stage = Stage::stopped;
        now.since = *stopped;
        now.first[Stage::stopped] = stopped;
        now.run_first.reset();
    }
    return now;
}

std::optional<Date> reached_on(const StageAt& now, Stage target) {
    if (target >= Stage::lapsed) return now.first[target];
    std::optional<Date> result;
    for (auto stage = static_cast<int>(target); stage <= static_cast<int>(Stage::sustained); ++stage) {
        if (const auto& day = now.first[static_cast<Stage>(stage)]) take_earlier(result, *day);
    }
    return result;
}

}  // namespace ryadom::rollout
