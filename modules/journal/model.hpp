// The month of a centre as a grid, what is changed in it, and the days on which somebody is away.
#pragma once

#include "modules/ledger/ledger.hpp"

namespace ryadom::journal {

enum class AbsenceKind { hospital, away };

constexpr auto names(json::Type<AbsenceKind>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{AbsenceKind::hospital, "hospital"sv}, std::pair{AbsenceKind::away, "away"sv}};
}

/// What is told of a delivery and forbids none.
enum class Warning { over_volume, outside_programme, after_contract, hospital, away };

constexpr auto names(json::Type<Warning>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{Warning::over_volume, "over_volume"sv}, std::pair{Warning::outside_programme, "outside_programme"sv},
                      std::pair{Warning::after_contract, "after_contract"sv}, std::pair{Warning::hospital, "hospital"sv}, std::pair{Warning::away, "away"sv}};
}

/// Why a row stands in the month: something of it was delivered, it was delivered the month before, or the programme has it.
enum class RowOrigin { delivered, last_month, programme };

constexpr auto names(json::Type<RowOrigin>) {
    using namespace std::string_view_literals;
    return std::array{std::pair{RowOrigin::delivered, "delivered"sv}, std::pair{RowOrigin::last_month, "last_month"sv},
                      std::pair{RowOrigin::programme, "programme"sv}};
}

struct Absence {
    Id<Absence> id;
    AbsenceKind kind = AbsenceKind::hospital;
    Date from;
    std::optional<Date> until;
    std::optional<std::string> note;
    std::optional<std::string> withdrawn;
};

/// A recipient of the month, and what limits the services.
struct MonthPerson {
    Id<people::Person> id;
    std::string name;
    std::optional<Date> death;
    std::optional<Date> contract_until;
    std::vector<Absence> absences;
};

/// A person and a service by their places in the lists beside; what was delivered as days and hundredths of a unit.
struct MonthRow {
    int person = 0;
    int service = 0;
    std::vector<int> days;
    std::vector<int> quantities;
    RowOrigin origin = RowOrigin::delivered;
    ledger::Channel channel = ledger::Channel::home;  ///< where it was delivered last
    int minutes = 0;                                  ///< of one unit, as they were last; 0: nobody knows
    std::optional<Id<practices::Practice>> practice;
    std::optional<int> planned;  ///< hundredths of a unit in the month, by the programme
    std::optional<Date> planned_from;
    std::optional<Date> planned_until;
};

struct Month {
    Id<network::Organisation> organisation;
    Date first;
    Date last;
    Date today;
    std::vector<Id<catalogue::Service>> services;
    std::vector<MonthPerson> people;
    std::vector<MonthRow> rows;
    int elsewhere = 0;  ///< people of the month whom the caller may not see any longer
};

/// What a cell of the grid is to hold, and what it held when it was looked at.
struct Cell {
    Id<people::Person> person;
    Id<catalogue::Service> service;
    Date day;
    int quantity = 0;
    int before = 0;
    ledger::Channel channel = ledger::Channel::home;
    std::optional<int> minutes;
    std::optional<Id<network::StaffMember>> worker;
    std::optional<Id<practices::Practice>> practice;
};

struct Changes {
    Id<network::Organisation> organisation;
    std::optional<std::string> reason;
    std::vector<Cell> cells;
};

struct SavedCell {
    int quantity = 0;
    std::vector<Warning> warnings;
};

struct Saved {
    std::vector<SavedCell> cells;
};

constexpr auto describe(json::Type<Absence>) {
    using json::field;
    using T = Absence;
    return json::object("Absence", field("id", &T::id, "Id", json::read_only), field("kind", &T::kind, "In hospital, or away"), field("from", &T::from, "First day"),
                        field("until", &T::until, "Last day; absent: it lasts"), field("note", &T::note, "Where", json::length(1, 300)),
                        field("withdrawn", &T::withdrawn, "Why it was withdrawn", json::read_only));
}

constexpr auto describe(json::Type<MonthPerson>) {
    using json::field;
    using T = MonthPerson;
    return json::object("JournalPerson", field("id", &T::id, "Recipient"), field("name", &T::name, "Name"), field("death", &T::death, "Day of death"),
                        field("contract_until", &T::contract_until, "Last day of the contract"), field("absences", &T::absences, "Away in this month"));
}

/// Nothing of a month is longer: a row holds at most its days, and a centre has so many rows.
constexpr auto days_of_month = json::length(0, 31);
constexpr auto rows_of_month = json::length(0, 200'000);

constexpr auto describe(json::Type<MonthRow>) {
    using json::field;
    using T = MonthRow;
    return json::object("JournalRow", field("person", &T::person, "Place in `people`"), field("service", &T::service, "Place in `services`"),
                        field("days", &T::days, "Days of the month with deliveries", days_of_month),
                        field("quantities", &T::quantities, "Hundredths of a unit on each of them", days_of_month), field("origin", &T::origin, "Why the row is there"),
                        field("channel", &T::channel, "Where it was delivered last"), field("minutes", &T::minutes, "Minutes of one unit; 0: unknown"),
                        field("practice", &T::practice, "Practice that it counted for last"), field("planned", &T::planned, "Hundredths of a unit of the month by the programme"),
                        field("planned_from", &T::planned_from, "First day of the programme"), field("planned_until", &T::planned_until, "Last day of the programme"));
}

constexpr auto describe(json::Type<Month>) {
    using json::field;
    using T = Month;
    return json::object("JournalMonth", field("organisation", &T::organisation, "Home provider"), field("first", &T::first, "First day"), field("last", &T::last, "Last day"),
                        field("today", &T::today, "The day at the centre"), field("services", &T::services, "Services of the rows", rows_of_month),
                        field("people", &T::people, "Recipients of the rows", rows_of_month), field("rows", &T::rows, "By person and service", rows_of_month),
                        field("elsewhere", &T::elsewhere, "Recipients of the month whom other institutions serve now"));
}

constexpr auto describe(json::Type<Cell>) {
    using json::field;
    using T = Cell;
    return json::object("JournalCell", field("person", &T::person, "Recipient"), field("service", &T::service, "Service"), field("day", &T::day, "Day of the service"),
                        field("quantity", &T::quantity, "Hundredths of a unit that are true; 0: nothing was delivered", json::range(0, 100'000)),
                        field("before", &T::before, "What the cell held when it was looked at", json::range(0, 10'000'000)), field("channel", &T::channel, "Where it was delivered"),
                        field("minutes", &T::minutes, "Minutes of what is recorded anew", json::range(1, 1440)), field("worker", &T::worker, "Who did it"),
                        field("practice", &T::practice, "Practice, when several fit"));
}

constexpr std::size_t largest_change = 100;

constexpr auto describe(json::Type<Changes>) {
    using json::field;
    using T = Changes;
    return json::object("JournalChanges", field("organisation", &T::organisation, "Home provider"),
                        field("reason", &T::reason, "Why facts are taken back, if any are", json::length(3, 500)),
                        field("cells", &T::cells, "Cells, all or none", json::length(1, largest_change)));
}

constexpr auto describe(json::Type<SavedCell>) {
    return json::object("JournalSavedCell", json::field("quantity", &SavedCell::quantity, "What the cell holds now"),
                        json::field("warnings", &SavedCell::warnings, "What speaks against it; it is recorded all the same"));
}

constexpr auto describe(json::Type<Saved>) { return json::object("JournalSaved", json::field("cells", &Saved::cells, "In the order of the request")); }

}  // namespace ryadom::journal
