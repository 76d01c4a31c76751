// Every SQL statement of the module stands in store*.cpp.
#pragma once

#include "modules/people/people.hpp"
#include "modules/people/rules.hpp"

namespace ryadom::people::store {

/// Adds a person, served by the organisation since that day, whom nobody has held against the register: for register_person(),
/// and for what fills a register with invented people. Refuses a number that stands already.
Checked<PersonRow> insert_person(db::Tx& tx, const Person& person, Number<network::Organisation> organisation, Date since);
/// False: not this revision. The caller has loaded the person within its scope.
bool update_person(db::Tx& tx, Number<Person> number, const Person& person);
/// What the caller may see of who serves the person, the current first.
std::vector<Attachment> attachments(db::Tx& tx, Number<Person> person);
/// False: the organisation serves the person already.
bool attach(db::Tx& tx, Number<Person> person, Number<network::Organisation> organisation, Date since, const std::optional<std::string>& reason);
/// How many attachments ended: 0 or 1.
std::int64_t detach(db::Tx& tx, Number<Person> person, Number<network::Organisation> organisation, Date until);
std::optional<PersonRow> find_person(db::Tx& tx, Number<Person> number);
/// Of any person, also outside the caller's scope: what says that one exists, and no more.
std::optional<Number<Person>> number_of(db::Tx& tx, const Id<Person>& id);

/// What the desk asks for; texts are folded prefixes, "" fits all.
struct Search {
    std::string family;
    std::string given;
    std::string patronymic;
    std::optional<Date> birth;
};
/// Where a page of the search ended.
struct Place {
    std::string family;
    std::string given;
    std::string patronymic;
    std::int64_t person = 0;
};
std::optional<Place> place_of(db::Tx& tx, const Id<Person>& id);
/// In order of the name, after `after`.
std::vector<Summary> search(db::Tx& tx, const Search& search, const Place& after, int limit);
/// By a surname held before, of at least three letters, which stands in the name that is given.
std::vector<Summary> search_former(db::Tx& tx, const Search& search, int limit);
/// Everybody whom the caller's organisations serve, where these are few enough to be looked at one by one; nobody otherwise.
std::vector<std::int64_t> people_of_few(db::Tx& tx);
/// By СНИЛС (11 digits) or ИИН (12).
std::vector<Summary> search_number(db::Tx& tx, std::string_view number);

/// A person as another centre may hear of it; only a transaction of the system finds any.
struct Stranger {
    Number<Person> number;
    Id<Person> id;
    std::string family_name;
    std::string given_name;
    std::optional<std::string> patronymic;
    Date birth;
    std::optional<Id<network::Organisation>> organisation;
};
std::optional<Stranger> find_stranger(db::Tx& tx, Number<Person> person);
std::vector<Stranger> strangers_by_number(db::Tx& tx, std::string_view number);
std::vector<Stranger> strangers_by_name(db::Tx& tx, std::string_view family_folded, Date birth);

struct Lookup;
Id<Lookup> insert_lookup(db::Tx& tx, std::optional<Number<Person>> person);
/// How often the caller has asked since then.
std::int64_t lookups_since(db::Tx& tx, Instant since);
/// Whether the caller has found this person since then.
bool looked_up_since(db::Tx& tx, Number<Person> person, Instant since);
void forget_lookups_before(db::Tx& tx, Instant before);
/// Only what the caller itself found since then.
std::optional<Number<Person>> find_lookup(db::Tx& tx, const Id<Lookup>& id, Instant since);

/// One line of the log about a person; only a transaction of the system sees all of them.
struct Look {
    std::int64_t number;
    Instant at;
    std::string action;
    std::optional<std::string> account;
    std::optional<Id<network::Organisation>> organisation;
    std::string detail;
};
std::vector<Look> looks(db::Tx& tx, Number<Person> person, std::int64_t before, int limit);

}  // namespace ryadom::people::store
