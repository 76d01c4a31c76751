// Every SQL statement of the module stands in store*.cpp. Days of a host are handed in; the instant is the transaction's.
#pragma once

#include "modules/exchange/rules.hpp"

#include <map>

namespace ryadom::exchange::store {

using Centre = Number<network::Organisation>;
using Practice = Number<practices::Practice>;

// ---- Events (store_events.cpp)

struct EventRow {
    Number<Event> number;
    Event event;
    Centre host;
    std::string host_title;
    std::int64_t proposed_by = 0;
    std::optional<std::string> proposer;
    std::string protocol;
};
std::optional<EventRow> find_event(db::Tx& tx, const Id<Event>& id);
std::optional<EventRow> find_event(db::Tx& tx, Number<Event> number);

struct HeadRow {
    Number<Event> number;
    EventHead head;
};
/// Where a page of events ended.
struct Place {
    Date day;
    std::int64_t number = 0;
};
/// That end on the day or later, the next first; and those that ended before it, the last first.
std::vector<HeadRow> coming(db::Tx& tx, Date day, const Place& after, int limit);
std::vector<HeadRow> past(db::Tx& tx, Date day, const Place& before, int limit);

Id<Event> insert_event(db::Tx& tx, const Event& event, Centre host, std::string_view zone);
std::int64_t update_event(db::Tx& tx, const EventRow& row, const Event& event, Centre host, std::string_view zone);
void set_state(db::Tx& tx, Number<Event> event, EventState state, std::string_view cancel_reason);
std::int64_t set_protocol(db::Tx& tx, Number<Event> event, std::string_view text, std::int64_t revision);

struct ItemRow {
    ProgrammeItem item;  ///< its practices are filled in by whoever shows it
    std::vector<Practice> practices;
};
std::vector<ItemRow> programme(db::Tx& tx, Number<Event> event);
void write_programme(db::Tx& tx, Number<Event> event, const std::vector<ItemRow>& items);
/// The next revision of the event; zero rows: another stands by now.
std::int64_t touch(db::Tx& tx, Number<Event> event, std::int64_t revision);
bool shows(db::Tx& tx, Number<Event> event, Practice practice);

// ---- Delegations (store_delegations.cpp)

struct DelegationRow {
    Number<Delegation> number;
    Number<Event> event;
    Centre organisation;
    Delegation delegation;  ///< without delegates
};
/// In the order in which they signed up.
std::vector<DelegationRow> delegations(db::Tx& tx, Number<Event> event);
std::optional<DelegationRow> find_delegation(db::Tx& tx, const Id<Delegation>& id);
std::optional<DelegationRow> find_delegation(db::Tx& tx, Number<Event> event, Centre organisation);
Id<Delegation> insert_delegation(db::Tx& tx, const EventRow& event, Centre organisation);
std::int64_t set_delegation(db::Tx& tx, const DelegationRow& row, DelegationState state, std::int64_t revision);
void set_delegation(db::Tx& tx, Number<Delegation> delegation, DelegationState state);
/// Everybody who was approved is asked again: who has places keeps them until the answer, who waited is as if just signed up.
void ask_again(db::Tx& tx, Number<Event> event);

struct Person {
    std::optional<Number<network::StaffMember>> staff;
    std::string name;
    std::string position;
};
/// Somebody of the register of that organisation.
std::optional<Person> find_staff(db::Tx& tx, const Id<network::StaffMember>& id, Centre organisation);
void write_delegates(db::Tx& tx, const DelegationRow& row, Centre host, const std::vector<Person>& people);
/// By delegation, those whom the caller may see.
std::vector<std::pair<Number<Delegation>, Delegate>> delegates(db::Tx& tx, Number<Event> event);
/// How many of them it changed.
std::int64_t mark(db::Tx& tx, Number<Delegation> delegation, const std::optional<Id<Delegate>>& delegate, bool attended);

// ---- What is taken home (store_delegations.cpp)

struct PickRow {
    Number<Pick> number;
    Number<Event> event;
    Centre organisation;
    Practice practice;
    Pick pick;  ///< its practice is filled in by whoever shows it
};
std::vector<PickRow> picks(db::Tx& tx, Number<Event> event);
std::optional<PickRow> find_pick(db::Tx& tx, const Id<Pick>& id);
Id<Pick> insert_pick(db::Tx& tx, Number<Event> event, Centre organisation, Practice practice, Date day);
void set_adoption(db::Tx& tx, Number<Pick> pick, const Id<rollout::Adoption>& adoption);
void remove_pick(db::Tx& tx, Number<Pick> pick);

// ---- Materials, photos, decisions (store_traces.cpp)

struct FileRow {
    Number<File> number;
    Number<Event> event;
    std::string sha;
    File file;
};
std::vector<FileRow> files(db::Tx& tx, Number<Event> event);
std::optional<FileRow> find_file(db::Tx& tx, const Id<File>& id);
Id<File> insert_file(db::Tx& tx, const EventRow& event, const File& file, std::string_view sha);
void remove_file(db::Tx& tx, Number<File> file);

struct DecisionRow {
    Number<Decision> number;
    Number<Event> event;
    Centre owner;
    std::optional<Practice> practice;
    Decision decision;  ///< its practice is filled in by whoever shows it
};
std::vector<DecisionRow> decisions(db::Tx& tx, Number<Event> event);
std::optional<DecisionRow> find_decision(db::Tx& tx, const Id<Decision>& id);

struct DecisionSaid {
    std::string text;
    Centre owner;
    Date due;
    std::optional<Practice> practice;
    std::optional<Centre> organisation;
};
Id<Decision> insert_decision(db::Tx& tx, Number<Event> event, const DecisionSaid& said);
std::int64_t update_decision(db::Tx& tx, Number<Decision> decision, const DecisionSaid& said, std::int64_t revision);
void drop_decision(db::Tx& tx, Number<Decision> decision, Date day, std::string_view reason);
/// With a day it is done; without one it stays open, and says what was answered.
void answer_decision(db::Tx& tx, Number<Decision> decision, std::optional<Date> done_on, std::string_view answer, std::string_view answered_by);

void insert_link(db::Tx& tx, Number<Decision> decision, std::string_view token_hash, Instant expires_at);
/// How many links stood and stand no longer.
std::int64_t end_links(db::Tx& tx, Number<Decision> decision);
/// Of all decisions of an event.
void end_links(db::Tx& tx, Number<Event> event);
struct LinkRow {
    Number<Decision> decision;
    Instant expires_at;
};
/// One that stands now, for a decision that is open.
std::optional<LinkRow> find_link(db::Tx& tx, std::string_view token_hash);
std::optional<DecisionRow> find_decision(db::Tx& tx, Number<Decision> number);

// ---- What events led to (store_results.cpp)

/// An event that was held, between two days.
struct HeldRow {
    Number<Event> number;
    Id<Event> id;
    std::string topic;
    Date starts_on;
    Date ends_on;
    Centre host;
    Named host_name;
};
std::vector<HeldRow> held(db::Tx& tx, Date from, Date to);
/// Centres that were there, without the host; practices that were shown. By event.
std::vector<std::pair<Number<Event>, Centre>> attended(db::Tx& tx, Date from, Date to);
std::vector<std::pair<Number<Event>, Practice>> shown(db::Tx& tx, Date from, Date to);
struct Followed {
    DecisionState state;
    Date due;
    std::optional<Date> closed_on;
};
std::vector<Followed> followed(db::Tx& tx, Date from, Date to);

// ---- The planner (store_places.cpp)

/// Where districts lie, by their numbers; those without an outline are left out.
std::map<std::int64_t, Spot> spots(db::Tx& tx);

}  // namespace ryadom::exchange::store
