// Pure decisions of the journal: what a changed cell means for the ledger, what is warned of, whom a worker usually visits.
#pragma once

#include "modules/journal/model.hpp"

#include <set>

namespace ryadom::journal {

// ---- A cell that is to hold another quantity

/// What it means for the facts of the cell, which are given by their quantities, the oldest first.
struct CellChange {
    std::vector<std::size_t> taken_back;
    int recorded = 0;                 ///< hundredths of a unit of the one new fact; 0: none
    std::optional<std::size_t> like;  ///< the fact whose circumstances the new one has
    bool operator==(const CellChange&) const = default;
};
/// One fact is corrected: taken back, and recorded as it is true. Of several the newest go until no more is left than is true, so
/// that what others recorded stays as long as it may.
CellChange change_of(const std::vector<int>& quantities, int wanted);

/// The minutes of another quantity of the same work, within a day.
int minutes_for(int minutes, int quantity, int wanted);

// ---- What is warned of

struct AbsenceDays {
    AbsenceKind kind = AbsenceKind::hospital;
    Date from;
    std::optional<Date> until;
};
/// The kind of the absence that holds on the day.
std::optional<AbsenceKind> away_on(const std::vector<AbsenceDays>& absences, Date day);

/// What the programme has of a service in a month, and the contract with it.
struct Plan {
    int quantity = 0;
    Date from;
    std::optional<Date> until;
};
struct Circumstances {
    Date day;
    std::vector<AbsenceDays> absences;
    bool has_programme = false;  ///< the person has one in this month; without it nothing is outside of it
    std::optional<Plan> plan;    ///< of this service
    std::optional<Date> contract_until;
    int delivered = 0;           ///< of this service in the month, with what is recorded now
};
std::vector<Warning> warnings_of(const Circumstances& circumstances);

// ---- Absences

/// Every field that is wrong, below `/absence`; `others` are those of the person that stand.
std::vector<FieldError> faults(const AbsenceDays& absence, const std::vector<AbsenceDays>& others);

// ---- Habit

/// A fact of the last weeks, as the image has it.
struct Seen {
    std::int64_t position = 0;
    std::uint32_t person = 0;
    std::uint32_t worker = 0;
    std::uint16_t service = 0;
    std::uint16_t practice = 0;
    Date day;
    int minutes = 0;
    ledger::Channel channel = ledger::Channel::home;
};

/// How many days back a habit is looked for: four times each day of the week.
constexpr int habit_days = 28;

struct Habit {
    bool expected = false;  ///< came on this day of the week in at least two of the four weeks
    Date last_on;
    std::vector<Seen> services;  ///< the last fact of each service that at least half of the visits had
};
/// Of the facts of one person before the day, in any order; there is at least one. The visits of the same day of the week speak
/// where there are two of them, otherwise all.
Habit habit_of(const std::vector<Seen>& facts, Date day);

/// From Monday, 0 to 6.
int weekday(Date day);

}  // namespace ryadom::journal
