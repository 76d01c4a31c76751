// When an adoption will reach its next stages, and what its cell of the matrix shows.
#include <algorithm>
#include <functional>
#include <utility>

#include "modules/rollout/rules.hpp"

namespace ryadom::rollout {
namespace {

constexpr std::size_t enough_samples = 3;
constexpr std::size_t lines_of_delay = 10;
constexpr int days_of_rate = 28;
// Among so many counted periods one has the greatest length a period of this floor can have, unless only leap
// Februaries are longer.
constexpr int periods_ahead = 13;

/// Of an even number of days the middle of the two in the middle, half a day counting as a day.
int median(std::vector<int> days) {
    std::ranges::sort(days);
    const auto half = days.size() / 2;
    return days.size() % 2 == 1 ? days[half] : (days[half - 1] + days[half] + 1) / 2;
}

/// Closed minus due of the last closed lines, the latest first.
std::vector<int> last_delays(std::span<const PlanLine> lines, Date today) {
    std::vector<std::pair<Date, Date>> closed;
    for (const auto& line : lines) {
        if (line.closed_on && *line.closed_on <= today) closed.emplace_back(*line.closed_on, line.due);
    }
    std::ranges::sort(closed, std::greater());
    if (closed.size() > lines_of_delay) closed.resize(lines_of_delay);
    std::vector<int> result;
    for (const auto& [day, due] : closed) result.push_back(day - due);
    return result;
}

/// Days between two stages over the adoptions that got there. A stage that came first (an adoption from the
/// past was open before its order was given) says nothing about the time from one to the other.
int lag(std::span<const FirstDays> adoptions, Stage from, Stage to, int otherwise) {
    std::vector<int> days;
    for (const auto& first : adoptions) {
        if (first[from] && first[to] && *first[from] <= *first[to]) days.push_back(*first[to] - *first[from]);
    }
    return days.size() < enough_samples ? otherwise : median(std::move(days));
}

/// What the last 28 days brought, in the measure of the floor.
std::int64_t brought(const Floor& floor, const Deliveries& deliveries, Date today) {
    if (floor.measure == Measure::recipients) return deliveries.people_last_28_days;
    std::int64_t facts = 0;
    for (const auto& bucket : deliveries.days) {
        if (bucket.day <= today && today - bucket.day < days_of_rate) facts += bucket.facts;
    }
    return facts;
}

/// The first day on which some period reaches its floor at the rate of the last 28 days, else none.
std::optional<Date> day_at_rate(const StageAt& now, const Floor& floor, const Deliveries& deliveries,
                                Date today) {
    const auto rate = brought(floor, deliveries, today);
    if (rate <= 0) return std::nullopt;
    auto period = counted_period(today, floor);
    for (int i = 0; period && i < periods_ahead; ++i, period = next_counted(*period, floor)) {
        const bool running = !now.periods.empty() && now.periods.back().period == *period;
        const auto lacking = floor.at_least - (running ? now.periods.back().count : 0);
        const auto days = (lacking * days_of_rate + rate - 1) / rate;
        const auto before = std::max(today, period->first - 1);
        if (days <= period->last - before) return before + static_cast<int>(days);
    }
    return std::nullopt;
}

/// The end of the Nth period, the given one being the first.
std::optional<Date> end_of_nth(std::optional<Period> period, const Floor& floor) {
    for (int i = 1; period && i < floor.sustained_periods; ++i) period = next_counted(*period, floor);
    return period ? std::optional(period->last) : std::nullopt;
}

/// Ready: max(today, latest due day of open mandatory lines + p); without a plan today + a. For a centre that
/// is ready and has no gap open again that is today, from which the lag to started runs.
Date ready_from(const StageAt& now, const AdoptionHistory& adoption, const Pace& pace, Date today) {
    if (!plan_day(adoption, today) && !now.first[Stage::ready]) return today + pace.lags.ready;
    auto result = today;
    for (const auto& line : adoption.lines) {
        if (line.obligation == Obligation::mandatory && open_at(line, today))
            result = std::max(result, line.due + pace.delay);
    }
    return result;
}

int days_behind(Date day, Date deadline) { return std::max(0, day - deadline); }

Sign sign_under_way(Stage stage) {
    switch (stage) {
        case Stage::assigned:
        case Stage::chosen:
            return Sign::before_preparing;
        case Stage::preparing:
        case Stage::ready:
        case Stage::started:
        case Stage::delivering:
        case Stage::sustained:
            return Sign::under_way;
        case Stage::lapsed:
            return Sign::lapsed;
        case Stage::stopped:
            return Sign::none;
    }
    return Sign::none;
}

}  // namespace

int delay(std::span<const PlanLine> centre, std::span<const PlanLine> region, Date today) {
    auto days = last_delays(centre, today);
    if (days.size() < enough_samples) days = last_delays(region, today);
    return days.empty() ? 0 : std::max(0, median(std::move(days)));
}

LagDays lags(std::span<const FirstDays> adoptions, const LagDays& package) {
    return {lag(adoptions, Stage::assigned, Stage::ready, package.ready),
            lag(adoptions, Stage::ready, Stage::started, package.started),
            lag(adoptions, Stage::started, Stage::delivering, package.delivering)};
}

Forecast forecast(const StageAt& now, const AdoptionHistory& adoption, const Floor& floor,
                  const Deliveries& deliveries, const Pace& pace, Date today) {
    if (now.stage == Stage::stopped) return {};
    const auto ready = ready_from(now, adoption, pace, today);
    Forecast result;
    result.ready = now.first[Stage::ready].value_or(ready);
    result.started = now.first[Stage::started].value_or(ready + pace.lags.started);
    if (now.stage == Stage::sustained) {
        result.delivering = now.first[Stage::delivering];
        result.sustained = now.since;
        return result;
    }
    if (now.run_first) {
        result.delivering = now.since;
        result.sustained = end_of_nth(now.run_first, floor);
        return result;
    }
    result.delivering = now.first[Stage::started] ? day_at_rate(now, floor, deliveries, today)
                                                  : std::optional(*result.started + pace.lags.delivering);
    if (result.delivering) result.sustained = end_of_nth(counted_period(*result.delivering, floor), floor);
    return result;
}

std::optional<Date> forecast_of(const Forecast& forecast, Stage target, Date today) {
    switch (target) {
        case Stage::assigned:
        case Stage::chosen:
        case Stage::preparing:
            return today;
        case Stage::ready:
            return forecast.ready;
        case Stage::started:
            return forecast.started;
        case Stage::delivering:
            return forecast.delivering;
        case Stage::sustained:
            return forecast.sustained;
        case Stage::lapsed:
        case Stage::stopped:
            return std::nullopt;
    }
    return std::nullopt;
}

Cell cell(const StageAt& now, std::optional<Date> deadline, Stage target, const Forecast& forecast,
          Date today) {
    Cell result{Sign::none, now.stage, now.since, deadline, reached_on(now, target), std::nullopt, 0};
    if (now.stage != Stage::stopped && !result.reached_on)
        result.forecast = forecast_of(forecast, target, today);
    if (!deadline) return result;
    // A centre that stops does not take the order back: only the coordinator's exemption takes the deadline away.
    const bool stopped = now.stage == Stage::stopped;
    if (result.reached_on) result.days_late = days_behind(*result.reached_on, *deadline);
    if (now.stage == Stage::lapsed) {
        result.sign = Sign::lapsed;
    } else if (result.reached_on && !stopped) {
        result.sign = Sign::reached;
    } else if (*deadline < today) {
        result.sign = Sign::overdue;
        result.days_late = days_behind(today, result.reached_on ? std::max(*deadline, now.since) : *deadline);
    } else if (!result.forecast || *result.forecast > *deadline) {
        result.sign = Sign::late_forecast;
    } else {
        result.sign = sign_under_way(now.stage);
    }
    return result;
}

}  // namespace ryadom::rollout
