// Every SQL statement of the journal stands in store.cpp.
#pragma once

#include "modules/journal/requests.hpp"
#include "modules/journal/rules.hpp"

#include <map>
#include <unordered_map>

namespace ryadom::journal::store {

/// What the image does not hold of a fact, by its position in the ledger.
struct Measure {
    int quantity = 0;
    int minutes = 0;
};
std::unordered_map<std::int64_t, Measure> measures(db::Tx& tx, const std::vector<std::int64_t>& positions);

/// A fact of a cell that stands, the oldest first.
struct CellFact {
    Id<ledger::Fact> id;
    int quantity = 0;
    int minutes = 0;
    ledger::Channel channel = ledger::Channel::home;
    std::optional<Date> request_on;
    Id<network::Organisation> performer;
    std::optional<Id<network::StaffMember>> worker;
    std::optional<Id<practices::Practice>> practice;
};
struct CellKey {
    std::int64_t home = 0;
    std::int64_t person = 0;
    std::int64_t service = 0;
    Date day;
};
std::vector<CellFact> facts_of(db::Tx& tx, const CellKey& cell);
/// Hundredths of a unit of the service that stand in these days.
int delivered(db::Tx& tx, const CellKey& cell, Date first, Date last);

std::optional<std::int64_t> worker_number(db::Tx& tx, const Id<network::StaffMember>& worker);
/// Who of the staff belongs to the department.
std::vector<std::int64_t> workers_of(db::Tx& tx, const Id<network::Department>& department);

struct AbsenceRow {
    std::int64_t number = 0;
    std::int64_t person = 0;
    Absence absence;
};
std::optional<AbsenceRow> find_absence(db::Tx& tx, const Id<Absence>& id);
/// The last first, with those that were withdrawn.
std::vector<Absence> absences_of(db::Tx& tx, Number<people::Person> person);
/// Those that stand and touch the days, by person.
std::multimap<std::int64_t, Absence> absences_in(db::Tx& tx, const std::vector<std::int64_t>& persons, Date first, Date last);
Id<Absence> insert_absence(db::Tx& tx, Number<people::Person> person, Number<network::Organisation> organisation, const Absence& absence);
void end_absence(db::Tx& tx, std::int64_t number, Date until);
void withdraw_absence(db::Tx& tx, std::int64_t number, const std::string& reason);

struct NoticeRow {
    std::int64_t number = 0;
    std::int64_t person = 0;
    Notice notice;
};
void insert_notice(db::Tx& tx, const CellKey& cell, const NoticeRow& row);
/// The newest first, before the number.
std::vector<NoticeRow> notices(db::Tx& tx, Number<network::Organisation> organisation, std::int64_t before, int limit);

}  // namespace ryadom::journal::store
