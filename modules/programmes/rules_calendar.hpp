// Working days by the calendar of the region, and clocks that count them. Pure.
#pragma once

#include "modules/programmes/model_application.hpp"

#include <map>
#include <set>

namespace ryadom::programmes {

/// Saturday and Sunday are off, but for what a year says otherwise.
struct WorkingCalendar {
    std::set<int> years;  ///< whose days were entered
    std::map<Date, SpecialDayKind> days;

    bool works(Date day) const;
    /// Every year from one day to the other was entered.
    bool knows(Date first, Date last) const;
};

/// Days on which the clock of an application stood: the day on which it was returned still counts, that on which papers came
/// does not, as the day of an application does not.
struct Pause {
    Date returned_on;
    std::optional<Date> resumed_on;  ///< absent: it stands
};
std::vector<Pause> pauses(const std::vector<Event>& events);

/// The last of so many working days after `begin`, those of pauses left out; for none the day itself. While the clock stands: nothing.
std::optional<Date> due_on(const WorkingCalendar& calendar, Date begin, int working_days, const std::vector<Pause>& pauses);
/// Working days after `first` up to `last`, pauses left out.
int working_days(const WorkingCalendar& calendar, Date first, Date last, const std::vector<Pause>& pauses = {});

/// A term as a norm sets it.
struct Term {
    int working_days = 0;
    std::string ground;
};
/// How a clock that began on a day stands today.
Clock clock(const WorkingCalendar& calendar, Date begin, const std::optional<Term>& term, const std::vector<Pause>& pauses, Date today);

/// Calendar and norms of all years: a handful of rows.
struct Timetable {
    WorkingCalendar calendar;
    std::vector<Norm> norms;  ///< none that was withdrawn

    /// By the norm that was in force on the day.
    std::optional<int> amount(NormKind kind, Date day, std::optional<int> level = {}) const;
    std::optional<Term> term(NormKind kind, Date day) const;
};
/// The clock of the next step of an application; nothing when nothing follows.
std::optional<Clock> clock_of(const Timetable& timetable, Form form, Step step, Date received_on, const std::vector<Event>& events,
                              const std::optional<Date>& approved_on, Date today);

/// What new norms do to those that stand: what began earlier ends the day before, what began on the same day is withdrawn. What is
/// later stays, and is refused.
struct Placing {
    std::vector<Id<Norm>> ended;
    std::vector<Id<Norm>> withdrawn;
};
Checked<Placing> place(const std::vector<Norm>& standing, const NewNorms& given);

/// What is due first stands first: overdue, today, this week, later, then what stands still.
bool before(const Entry& one, const Entry& other);

/// Everything wrong with a year as entered.
std::vector<FieldError> faults(const CalendarYear& year);

}  // namespace ryadom::programmes
