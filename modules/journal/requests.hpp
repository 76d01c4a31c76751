// What is asked of the journal beside its cells.
#pragma once

#include "modules/journal/model.hpp"

namespace ryadom::journal {

struct MonthQuery {
    Id<network::Organisation> organisation;
    Date month;
    std::optional<Id<network::StaffMember>> worker;
    std::optional<Id<network::Department>> department;
};

struct DayQuery {
    Id<network::Organisation> organisation;
    Id<network::StaffMember> worker;
    std::optional<Date> day;
};

/// A service that a visit of the person usually has.
struct UsualService {
    Id<catalogue::Service> service;
    int quantity = 0;
    int minutes = 0;
    ledger::Channel channel = ledger::Channel::home;
    std::optional<Id<practices::Practice>> practice;
    int delivered = 0;  ///< hundredths of a unit that stand on this day already
};

struct Visit {
    Id<people::Person> id;
    std::string name;
    bool expected = false;  ///< by habit or programme on this day of the week
    std::optional<Date> last_on;
    std::optional<AbsenceKind> absence;
    std::vector<UsualService> services;
};

struct DayList {
    Date day;
    Date today;
    std::vector<Visit> visits;
};

struct NewAbsence {
    Id<network::Organisation> organisation;
    Absence absence;
};

struct EndAbsence {
    Date until;
};

struct WithdrawAbsence {
    std::string reason;
};

struct NoticeQuery {
    Id<network::Organisation> organisation;
    std::optional<std::string> cursor;
    std::optional<int> limit;
};

/// What was recorded against a warning.
struct Notice {
    Id<people::Person> person;
    std::string name;
    Id<catalogue::Service> service;
    Date day;
    Id<ledger::Fact> fact;
    std::vector<Warning> warnings;
    std::optional<int> planned;
    int delivered = 0;
    Instant recorded_at;
};

constexpr auto describe(json::Type<MonthQuery>) {
    using json::field;
    using T = MonthQuery;
    return json::object("JournalMonthQuery", field("organisation", &T::organisation, "Home provider"), field("month", &T::month, "Any day of the month"),
                        field("worker", &T::worker, "Only what this worker delivered last"), field("department", &T::department, "Only what the workers of this department delivered last"));
}

constexpr auto describe(json::Type<DayQuery>) {
    using json::field;
    using T = DayQuery;
    return json::object("JournalDayQuery", field("organisation", &T::organisation, "Home provider"), field("worker", &T::worker, "Whose day"),
                        field("day", &T::day, "The day; absent: today at the centre"));
}

constexpr auto describe(json::Type<UsualService>) {
    using json::field;
    using T = UsualService;
    return json::object("UsualService", field("service", &T::service, "Service"), field("quantity", &T::quantity, "Hundredths of a unit, as last time"),
                        field("minutes", &T::minutes, "Minutes, as last time"), field("channel", &T::channel, "Where it is delivered"),
                        field("practice", &T::practice, "Practice that it counts for"), field("delivered", &T::delivered, "Hundredths of a unit that are recorded for the day"));
}

constexpr auto describe(json::Type<Visit>) {
    using json::field;
    using T = Visit;
    return json::object("JournalVisit", field("id", &T::id, "Recipient"), field("name", &T::name, "Name"), field("expected", &T::expected, "Usually visited on this day of the week"),
                        field("last_on", &T::last_on, "Last visit before this day"), field("absence", &T::absence, "Away on this day"),
                        field("services", &T::services, "What a visit usually has"));
}

constexpr auto describe(json::Type<DayList>) {
    using json::field;
    return json::object("JournalDay", field("day", &DayList::day, "The day"), field("today", &DayList::today, "The day at the centre"),
                        field("visits", &DayList::visits, "Those who are expected first"));
}

constexpr auto describe(json::Type<NewAbsence>) {
    return json::object("NewAbsence", json::field("organisation", &NewAbsence::organisation, "Who enters it"), json::field("absence", &NewAbsence::absence, "The absence"));
}

constexpr auto describe(json::Type<EndAbsence>) { return json::object("EndAbsence", json::field("until", &EndAbsence::until, "The last day")); }

constexpr auto describe(json::Type<WithdrawAbsence>) {
    return json::object("WithdrawAbsence", json::field("reason", &WithdrawAbsence::reason, "Why it was entered by mistake", json::length(3, 500)));
}

constexpr auto describe(json::Type<NoticeQuery>) {
    using json::field;
    using T = NoticeQuery;
    return json::object("JournalNoticeQuery", field("organisation", &T::organisation, "Home provider"), field("cursor", &T::cursor, "Where to go on", json::length(0, 30)),
                        field("limit", &T::limit, "Rows of a page", json::range(1, 200)));
}

constexpr auto describe(json::Type<Notice>) {
    using json::field;
    using T = Notice;
    return json::object("JournalNotice", field("person", &T::person, "Recipient"), field("name", &T::name, "Name"), field("service", &T::service, "Service"),
                        field("day", &T::day, "Day of the service"), field("fact", &T::fact, "The fact"), field("warnings", &T::warnings, "What was warned of"),
                        field("planned", &T::planned, "Hundredths of a unit by the programme, that month"),
                        field("delivered", &T::delivered, "Hundredths of a unit delivered in the month, with this fact"), field("recorded_at", &T::recorded_at, "Moment of recording"));
}

}  // namespace ryadom::journal
