#include "modules/exchange/rules.hpp"

#include <algorithm>
#include <set>

namespace ryadom::exchange {
namespace {

constexpr int longest_event = 30;  ///< days

bool digit(char each) { return each >= '0' && each <= '9'; }

Checked<EventState> from(const Event& event, std::initializer_list<EventState> states, EventState to) {
    if (std::ranges::find(states, event.state) == states.end()) return refuse("exchange.not_in_this_state");
    return to;
}

}  // namespace

bool is_time(std::string_view text) {
    if (text.size() != 5 || text[2] != ':' || !digit(text[0]) || !digit(text[1]) || !digit(text[3]) || !digit(text[4])) return false;
    return text.substr(0, 2) < "24" && text[3] < '6';
}

Checked<void> acceptable(const Event& event) {
    if (!is_time(event.starts_time)) return refuse_field("/starts_time", "exchange.no_time");
    if (!is_time(event.ends_time)) return refuse_field("/ends_time", "exchange.no_time");
    if (event.ends_on < event.starts_on) return refuse_field("/ends_on", "exchange.ends_before_start");
    if (event.ends_on == event.starts_on && event.ends_time <= event.starts_time) return refuse_field("/ends_time", "exchange.ends_before_start");
    if (event.ends_on - event.starts_on >= longest_event) return refuse_field("/ends_on", "exchange.too_long", {{"days", std::to_string(longest_event)}});
    return {};
}

Checked<void> acceptable(const Programme& programme, const Event& event) {
    for (std::size_t i = 0; i < programme.items.size(); ++i) {
        const auto& item = programme.items[i];
        const auto at = "/items/" + std::to_string(i);
        if (item.day < event.starts_on || item.day > event.ends_on) return refuse_field(at + "/day", "exchange.outside_event");
        if (!is_time(item.starts_time)) return refuse_field(at + "/starts_time", "exchange.no_time");
        if (!item.ends_time) continue;
        if (!is_time(*item.ends_time)) return refuse_field(at + "/ends_time", "exchange.no_time");
        if (*item.ends_time <= item.starts_time) return refuse_field(at + "/ends_time", "exchange.ends_before_start");
    }
    return {};
}

Checked<EventState> moved(const Event& event, Move move, Date today, Paper protocol) {
    using enum EventState;
    switch (move) {
        case Move::announce:
            if (event.state == proposed && event.ends_on < today) return refuse("exchange.past_day");
            return from(event, {proposed}, announced);
        case Move::hold:
            if (event.state == announced && today < event.starts_on) return refuse("exchange.not_begun");
            return from(event, {announced}, held);
        case Move::close:
            if (event.state == held && protocol == Paper::missing) return refuse("exchange.protocol_wanted");
            return from(event, {held}, closed);
        case Move::cancel: return from(event, {proposed, announced}, cancelled);
    }
    return refuse("exchange.not_in_this_state");
}

Checked<void> takes_changes(EventState state) {
    if (state == EventState::closed || state == EventState::cancelled) return refuse("exchange.not_in_this_state");
    return {};
}

Checked<void> takes_delegations(EventState state) {
    if (state != EventState::announced) return refuse("exchange.not_announced");
    return {};
}

Checked<void> takes_attendance(const Event& event, Date today) {
    if (event.state == EventState::announced && today < event.starts_on) return refuse("exchange.not_begun");
    if (event.state != EventState::announced && event.state != EventState::held) return refuse("exchange.not_in_this_state");
    return {};
}

Checked<void> takes_names(EventState state, const std::vector<Delegate>& delegates) {
    if (std::ranges::any_of(delegates, [](const Delegate& each) { return each.attended.has_value(); })) return refuse("exchange.marked_already");
    return takes_delegations(state);
}

Checked<void> takes_traces(EventState state) {
    if (state != EventState::announced && state != EventState::held) return refuse("exchange.not_in_this_state");
    return {};
}

bool same_time(const Event& one, const Event& other) {
    return one.starts_on == other.starts_on && one.ends_on == other.ends_on && one.starts_time == other.starts_time && one.ends_time == other.ends_time;
}

int taken(const std::vector<Seats>& delegations) {
    int out = 0;
    for (const auto& each : delegations)
        if (each.state == DelegationState::approved || each.state == DelegationState::unconfirmed) out += each.people;
    return out;
}

std::vector<std::size_t> seated(int capacity, const std::vector<Seats>& delegations) {
    std::vector<std::size_t> out;
    int left = capacity - taken(delegations);
    for (std::size_t i = 0; i < delegations.size(); ++i)
        if (delegations[i].state == DelegationState::waiting && delegations[i].people <= left) {
            left -= delegations[i].people;
            out.push_back(i);
        }
    return out;
}

DelegationState after_change(DelegationState state, std::vector<std::string> before, std::vector<std::string> after) {
    std::ranges::sort(before);
    std::ranges::sort(after);
    return !std::ranges::includes(before, after) || state == DelegationState::withdrawn ? DelegationState::proposed : state;
}

DecisionState shown_state(DecisionState state, Date due, Date today) {
    return state == DecisionState::open && due < today ? DecisionState::overdue : state;
}

bool had_before(const Step& step, Date starts_on) { return step.chosen && *step.chosen < starts_on; }

bool taken_home(const Step& step, Date starts_on, Date ends_on) {
    return step.chosen && *step.chosen >= starts_on && *step.chosen <= ends_on + followup_days;
}

Outcome outcome(const std::vector<Step>& steps, Date starts_on, Date ends_on) {
    std::set<std::int64_t> attended;
    std::set<std::int64_t> could;
    std::set<std::int64_t> adopted;
    std::set<std::int64_t> started;
    for (const auto& step : steps) {
        attended.insert(step.organisation.value);
        if (!had_before(step, starts_on)) could.insert(step.organisation.value);
        if (!taken_home(step, starts_on, ends_on)) continue;
        adopted.insert(step.organisation.value);
        if (step.started) started.insert(step.organisation.value);
    }
    const auto count = [](const std::set<std::int64_t>& of) { return static_cast<int>(of.size()); };
    return {count(attended), count(could), count(adopted), count(started)};
}

}  // namespace ryadom::exchange
