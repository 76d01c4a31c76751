#include "modules/programmes/rules_calendar.hpp"

#include "modules/programmes/rules_words.hpp"

#include <algorithm>
#include <stdexcept>
#include <tuple>

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

namespace {

bool same_place(const NormValue& one, const NormValue& other) { return one.kind == other.kind && one.level == other.level; }

const Norm* norm_on(const std::vector<Norm>& norms, const NormValue& place, Date day) {
    const auto found = std::ranges::find_if(norms, [&](const Norm& each) {
        return same_place(each.value, place) && each.valid_from <= day && (!each.valid_to || day <= *each.valid_to);
    });
    return found == norms.end() ? nullptr : &*found;
}

/// Urgent services are due once they were granted.
std::optional<Date> day_of(const std::vector<Event>& events, EventKind kind) {
    std::optional<Date> out;
    for (const auto& each : events)
        if (each.kind == kind) out = each.day;
    return out;
}

bool of_care(NormKind kind) { return kind == NormKind::care_minutes_from || kind == NormKind::care_minutes_to; }

}  // namespace

std::optional<int> Timetable::amount(NormKind kind, Date day, std::optional<int> level) const {
    const auto* norm = norm_on(norms, {kind, level, 0}, day);
    return norm ? std::optional(norm->value.amount) : std::nullopt;
}

std::optional<Term> Timetable::term(NormKind kind, Date day) const {
    const auto* norm = norm_on(norms, {kind, {}, 0}, day);
    return norm ? std::optional(Term{norm->value.amount, norm->ground}) : std::nullopt;
}

std::optional<Clock> clock_of(const Timetable& timetable, Form form, Step step, Date received_on, const std::vector<Event>& events,
                              const std::optional<Date>& approved_on, Date today) {
    const auto run = [&](NormKind kind, Date begin, const std::vector<Pause>& stood) {
        return clock(timetable.calendar, begin, timetable.term(kind, begin), stood, today);
    };
    switch (step) {
        case Step::assess:
        case Step::await_papers:
        case Step::decide: return run(form == Form::urgent ? NormKind::urgent_days : NormKind::decision_days, received_on, pauses(events));
        case Step::make_programme:
        case Step::approve_programme: return run(NormKind::programme_days, received_on, pauses(events));
        case Step::conclude_contract: return run(NormKind::contract_days, approved_on.value_or(received_on), {});
        case Step::deliver: return run(NormKind::urgent_days, day_of(events, EventKind::granted).value_or(received_on), {});
        case Step::none: return std::nullopt;
    }
    throw std::logic_error("no such step");
}

Checked<Placing> place(const std::vector<Norm>& standing, const NewNorms& given) {
    Placing out;
    std::vector<FieldError> errors;
    for (std::size_t i = 0; i < given.norms.size(); ++i) {
        const auto& value = given.norms[i];
        const auto at = "/norms/" + std::to_string(i);
        if (of_care(value.kind) != value.level.has_value()) errors.push_back({at + "/level", of_care(value.kind) ? "core.required" : "programmes.not_of_this_kind", {}});
        if (std::any_of(given.norms.begin(), given.norms.begin() + static_cast<std::ptrdiff_t>(i), [&](const NormValue& each) { return same_place(each, value); }))
            errors.push_back({at, "programmes.twice", {}});
        for (const auto& norm : standing) {
            if (!same_place(norm.value, value)) continue;
            if (norm.valid_from > given.valid_from) errors.push_back({at, "programmes.later_norm_stands", {{"day", written(norm.valid_from)}}});
            else if (norm.valid_from == given.valid_from) out.withdrawn.push_back(norm.id);
            else if (!norm.valid_to || *norm.valid_to >= given.valid_from) out.ended.push_back(norm.id);
        }
    }
    if (!errors.empty()) return std::unexpected(Refusal{Refusal::Kind::invalid, "core.invalid", {}, std::move(errors)});
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
