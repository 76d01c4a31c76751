#include "modules/programmes/rules_calendar.hpp"

#include <algorithm>

namespace ryadom::programmes {
namespace {

constexpr int days_of_week = 7;

/// 0 is Monday. 1970-01-01 was a Thursday.
int weekday(Date day) { return ((day.days + 3) % days_of_week + days_of_week) % days_of_week; }

bool weekend(Date day) { return weekday(day) >= 5; }

bool stood(Date day, const std::vector<Pause>& pauses) {
    return std::ranges::any_of(pauses, [&](const Pause& each) { return day > each.returned_on && (!each.resumed_on || day <= *each.resumed_on); });
}

/// The last day of this week.
Date sunday_of(Date day) { return day + (days_of_week - 1 - weekday(day)); }

}  // namespace

bool WorkingCalendar::works(Date day) const {
    if (const auto special = days.find(day); special != days.end()) return special->second == SpecialDayKind::working;
    return !weekend(day);
}

bool WorkingCalendar::knows(Date first, Date last) const {
    for (int year = parts(first).year; year <= parts(last).year; ++year)
        if (!years.contains(year)) return false;
    return true;
}

std::vector<Pause> pauses(const std::vector<Event>& events) {
    std::vector<Pause> out;
    for (const auto& each : events) {
        const bool open = !out.empty() && !out.back().resumed_on;
        if (each.kind == EventKind::returned) out.push_back({each.day, {}});
        // A decision or a withdrawal ends the waiting as papers do.
        else if (open) out.back().resumed_on = each.day;
    }
    return out;
}

std::optional<Date> due_on(const WorkingCalendar& calendar, Date begin, int working_days, const std::vector<Pause>& pauses) {
    const auto open = std::ranges::find_if(pauses, [](const Pause& each) { return !each.resumed_on; });
    Date day = begin;
    for (int counted = 0; counted < working_days;) {
        day = day + 1;
        // Behind the day of return nothing is counted until papers come.
        if (open != pauses.end() && day > open->returned_on) return std::nullopt;
        if (calendar.works(day) && !stood(day, pauses)) ++counted;
    }
    return day;
}

int working_days(const WorkingCalendar& calendar, Date first, Date last, const std::vector<Pause>& pauses) {
    int out = 0;
    for (Date day = first + 1; day <= last; day = day + 1)
        if (calendar.works(day) && !stood(day, pauses)) ++out;
    return out;
}

Clock clock(const WorkingCalendar& calendar, Date begin, const std::optional<Term>& term, const std::vector<Pause>& pauses, Date today) {
    Clock out;
    if (!term) return out;
    out.term = term->working_days;
    out.ground = term->ground;
    out.due = due_on(calendar, begin, term->working_days, pauses);
    out.holidays_known = calendar.knows(begin, out.due.value_or(std::max(begin, today)));
    if (!out.due) {
        out.urgency = Urgency::standing;
        out.left = std::max(0, term->working_days - working_days(calendar, begin, today, pauses));
    } else if (*out.due < today) {
        out.urgency = Urgency::overdue;
        out.left = working_days(calendar, *out.due, today);
    } else {
        out.urgency = *out.due == today ? Urgency::today : *out.due <= sunday_of(today) ? Urgency::week : Urgency::later;
        out.left = working_days(calendar, today, *out.due);
    }
    return out;
}

bool before(const Entry& one, const Entry& other) {
    constexpr Date never{2'932'896};  // 9999-12-31
    const auto rank = [](const Entry& each) { return each.clock ? each.clock->urgency : Urgency::unknown; };
    const auto due = [](const Entry& each) { return each.clock && each.clock->due ? *each.clock->due : never; };
    return std::tuple(rank(one), due(one), one.received_on, one.id) < std::tuple(rank(other), due(other), other.received_on, other.id);
}

std::vector<FieldError> faults(const CalendarYear& year) {
    std::vector<FieldError> out;
    std::set<Date> seen;
    for (std::size_t i = 0; i < year.days.size(); ++i) {
        const auto& each = year.days[i];
        const auto at = "/days/" + std::to_string(i) + "/day";
        if (parts(each.day).year != year.year) out.push_back({at, "programmes.another_year", {{"year", std::to_string(year.year)}}});
        else if (!seen.insert(each.day).second) out.push_back({at, "programmes.day_twice", {}});
        else if (each.kind == SpecialDayKind::working && !weekend(each.day)) out.push_back({at, "programmes.works_anyway", {}});
    }
    return out;
}

}  // namespace ryadom::programmes
