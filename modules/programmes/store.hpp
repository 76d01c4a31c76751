// Every SQL statement of the module stands in store*.cpp.
#pragma once

#include "modules/programmes/programmes.hpp"
#include "modules/programmes/requests.hpp"
#include "modules/programmes/rules_application.hpp"
#include "modules/programmes/rules_calendar.hpp"
#include "modules/programmes/rules_contract.hpp"
#include "modules/programmes/rules_words.hpp"

namespace ryadom::programmes::store {

/// None that was withdrawn, by kind, level and first day.
std::vector<Norm> norms(db::Tx& tx);
Timetable timetable(db::Tx& tx);
void end_norm(db::Tx& tx, const Id<Norm>& norm, Date last);
void withdraw_norm(db::Tx& tx, const Id<Norm>& norm, Date today);
void insert_norm(db::Tx& tx, const NewNorms& act, const NormValue& value, Date today);

std::vector<CalendarYear> years(db::Tx& tx);
/// False: not this revision; 0 adds the year.
bool write_year(db::Tx& tx, const CalendarYear& year);

std::vector<Reason> reasons(db::Tx& tx);
/// Codes in force on a day.
std::vector<std::string> reason_codes(db::Tx& tx, ReasonKind kind, Date day);
/// Codes of the region's list of circumstances in force on a day.
std::vector<std::string> circumstance_codes(db::Tx& tx, Date day);

struct ApplicationRow {
    Number<Application> number;
    Number<people::Person> person;
    Number<network::Organisation> organisation_number;
    Application application;  ///< without name, step, clock and events
    Following following;
    std::optional<std::string> author;  ///< who recorded it
};
ApplicationRow insert(db::Tx& tx, const people::PersonRow& person, const NewApplication& given, Number<network::Organisation> organisation, Date today);
std::optional<ApplicationRow> find_application(db::Tx& tx, const Id<Application>& id);
/// False: not this revision.
bool update(db::Tx& tx, const ApplicationRow& row, const ChangeApplication& given);
void move(db::Tx& tx, const ApplicationRow& row, State state, const std::optional<Date>& closed_on);
void close(db::Tx& tx, const Id<Application>& application, Date day);
/// The earliest first, not more than `limit`.
std::vector<ApplicationRow> open_applications(db::Tx& tx, Number<network::Organisation> organisation, int limit);
/// The newest first, each earlier than the row of this number.
std::vector<ApplicationRow> closed_applications(db::Tx& tx, Number<network::Organisation> organisation, std::int64_t before, int limit);
std::vector<ApplicationRow> applications_of(db::Tx& tx, Number<people::Person> person, int limit);

void add_event(db::Tx& tx, const ApplicationRow& row, const Event& event);
/// What followed the receipt, in its order.
std::vector<Event> events(db::Tx& tx, Number<Application> application);
/// Of all open applications of an organisation, by application.
std::map<std::int64_t, std::vector<Event>> events_of_open(db::Tx& tx, Number<network::Organisation> organisation);

/// Whether it is an assessment of the person's need that stands.
bool assessed(db::Tx& tx, Number<people::Person> person, const Uuid& assessment);
struct Level {
    std::optional<int> level;
    Date assessed_on;
};
/// The last assessment of need by the day.
std::optional<Level> level_on(db::Tx& tx, Number<people::Person> person, Date day);

struct ProgrammeRow {
    Number<Programme> number;
    Number<people::Person> person;
    Number<network::Organisation> organisation_number;
    Programme programme;  ///< without name, versions and marks
};
ProgrammeRow insert(db::Tx& tx, const people::PersonRow& person, const NewProgramme& given, Number<network::Organisation> organisation, Date today);
std::optional<ProgrammeRow> find_programme(db::Tx& tx, const Id<Programme>& id);
void end_programme(db::Tx& tx, const ProgrammeRow& row, const EndProgramme& given);

/// The newest first; their state is not set.
std::vector<Version> versions(db::Tx& tx, Number<Programme> programme);
void insert_version(db::Tx& tx, const ProgrammeRow& row, int version, const Content& content, const std::optional<std::string>& reason, Date today);
/// False: not this revision, or it was approved.
bool update_draft(db::Tx& tx, const ProgrammeRow& row, int version, const ChangeDraft& given, std::int64_t revision);
bool remove_draft(db::Tx& tx, const ProgrammeRow& row, int version);
void approve(db::Tx& tx, const ProgrammeRow& row, int version, Date day);
/// Versions of the programme end on that day at the latest.
void end_versions(db::Tx& tx, Number<Programme> programme, int before_version, Date last);

void insert_mark(db::Tx& tx, const ProgrammeRow& row, Number<catalogue::Service> service, const NewMark& mark, Date day);
/// The last of each service.
std::vector<Mark> marks(db::Tx& tx, Number<Programme> programme);

struct EntryRow {
    std::int64_t place = 0;  ///< where a page goes on
    Number<people::Person> person;
    ProgrammeEntry entry;  ///< without name
};
/// Versions of an institution that are in force on the day, what is to be reviewed first before all.
std::vector<EntryRow> in_force(db::Tx& tx, Number<network::Organisation> organisation, Date day, std::int64_t after, int limit);
/// Drafts that wait for approval, the earliest first.
std::vector<EntryRow> drafts(db::Tx& tx, Number<network::Organisation> organisation, int limit);
/// Programmes of a person by their last version, the newest first.
std::vector<EntryRow> programmes_of(db::Tx& tx, Number<people::Person> person, Date day);

Id<Contract> insert(db::Tx& tx, const ProgrammeRow& row, const NewContract& given, Number<network::Organisation> organisation, const std::string& number, Form form,
                    const payment::Assessment& payment, Date today);
/// The next number of the year that no contract of the institution has.
std::string next_number(db::Tx& tx, Number<network::Organisation> organisation, int year);
std::optional<ContractRow> find_contract(db::Tx& tx, const Id<Contract>& id);
std::vector<ContractRow> contracts_of(db::Tx& tx, Number<network::Organisation> organisation, std::int64_t before, int limit);
std::vector<ContractRow> contracts_on(db::Tx& tx, Number<Programme> programme);
void end_contract(db::Tx& tx, Number<Contract> contract, const EndContract& given);

}  // namespace ryadom::programmes::store
