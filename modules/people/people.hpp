// What other modules may ask of the register of persons.
#pragma once

#include "modules/network/network.hpp"
#include "modules/people/model.hpp"
#include "platform/db/database.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace ryadom::people {

struct PersonRow {
    Number<Person> number;
    Person person;
};

/// Nothing for a person outside the caller's scope. Reading a card for show is logged by the caller of this function.
std::optional<PersonRow> find_person(db::Tx& tx, const Id<Person>& id);
/// By СНИЛС or ИИН as written, within the scope.
std::optional<PersonRow> find_by_snils(db::Tx& tx, std::string_view snils);
std::optional<PersonRow> find_by_iin(db::Tx& tx, std::string_view iin);

/// The person in its stored form (blanks, separators of numbers), or every field error, with pointers below `pointer`.
Checked<Person> acceptable(Person person, Date today, const std::string& pointer);

/// Whether the numbers are such as the register takes; which is wrong, with its pointer below `pointer`.
Checked<void> acceptable_numbers(const std::optional<std::string>& snils, const std::optional<std::string>& iin, const std::string& pointer);

/// Somebody on the register who may be the person that is about to be entered.
struct Likeness {
    Number<Person> number;
    Id<Person> id;
    double weight = 0;   ///< logarithm of the odds that the two are one person
    std::string reasons; ///< for the record: levels by column, as JSON
    bool open = false;   ///< the caller may see the card
};

/// Somebody about to be entered who has been held against the whole register. Only `meet` makes one, so that no desk, no
/// import and no other module can register somebody who was not.
class Newcomer {
  public:
    const Person& person() const { return person_; }
    const std::optional<std::string>& namesake() const { return namesake_; }
    /// What says most first.
    const std::vector<Likeness>& alike() const { return alike_; }
    /// What is found out later and says nothing of who it is.
    void live_in(std::optional<Id<network::District>> district) { person_.district = district; }

  private:
    friend class Newcomers;
    Newcomer() = default;
    Person person_;
    std::optional<std::string> namesake_;
    std::vector<Likeness> alike_;
};

/// Somebody as written, and why it is nobody who is known.
struct Entrant {
    Person person;
    std::optional<std::string> namesake;
};

class Newcomers {
  public:
    Newcomers() = default;
    /// Holds each against the register, whoever serves whom; reads only. What is then told of people of other centres is for the
    /// caller of this function to note.
    Newcomers(db::Database& database, const db::Caller& caller, std::vector<Entrant> entrants);

    /// Who was met under these names, birth and numbers; to ask for somebody else is a fault of the program.
    const Newcomer& at(const Person& acceptable) const;
    const std::vector<Newcomer>& all() const { return all_; }
    /// For a trial that writes nothing and so must tell nothing of other centres.
    void forget_elsewhere();

  private:
    std::vector<Newcomer> all_;
};

/// Refuses whoever may be somebody on the register, unless `namesake` says why not: `people.same_person` names by id whom of
/// them the caller may see, `people.same_elsewhere` says that another centre serves them. Below `pointer` stand the person, at
/// `field`, and the reason.
Checked<void> admit(const Newcomer& newcomer, const std::string& pointer, std::string_view field);

/// Meets them, and refuses what another centre knows, which is told once it is counted and logged in a transaction of its own:
/// numbers that stand there, and whoever is probably served there unless there is a reason against it.
Newcomers meet(db::Database& database, const db::Caller& caller, std::vector<Entrant> entrants);

/// Adds the person, attaches it to the organisation, and keeps the decision that it is none of those who are alike. Refuses as
/// `admit` does; also one whose СНИЛС or ИИН stands already, or whose namesake was entered meanwhile. Whoever may
/// ask no more across centres enters no number either: being taken or not would be an answer.
Checked<PersonRow> register_person(db::Tx& tx, const Newcomer& newcomer, Number<network::Organisation> organisation);

/// For the record of the registration: the reason of a namesake.
std::string namesake_detail(const std::optional<std::string>& namesake);

/// On whose card a number stands.
struct Holder {
    Number<Person> number;
    Id<Person> id;
};
/// Of СНИЛС and ИИН as written, whoever serves the person: only a transaction of the system finds all.
std::vector<Holder> holders_of(db::Tx& tx, const std::optional<std::string>& snils, const std::optional<std::string>& iin);
/// Notes that the caller is told of these persons of another centre that a number stands; refuses who asks too often.
Checked<void> note_told(db::Tx& tx, const std::vector<Holder>& holders);
/// To be asked before a write that enters the numbers of a person: refuses those that stand at another centre. That they do
/// is told as the answer to a lookup is, counted and logged in a transaction of its own, which outlives the refusal. Of a
/// card that the caller may see the write itself speaks.
Checked<void> check_numbers(db::Database& database, const db::Caller& caller, const Person& person);

/// What may be shown of a person without a right to the name.
struct Brief {
    Number<Person> number;
    Id<Person> id;
    Date birth;
    Sex sex;
    std::optional<std::string> name;  ///< "Иванова Е. П.", only within the caller's scope
};
/// In the order of `numbers`; one query, not one a person.
std::vector<Brief> briefs(db::Tx& tx, const std::vector<std::int64_t>& numbers);

/// The whole name, whoever serves the person: only a transaction of the system finds it.
struct FullName {
    Id<Person> id;
    std::string name;
};
std::optional<FullName> full_name_of(db::Tx& tx, Number<Person> number);
/// Notes that the caller is shown the name behind a record, and why. Refuses what is no reason, and who asks too often.
Checked<void> note_reveal(db::Tx& tx, const Id<Person>& person, const Uuid& record, const std::string& reason);

/// Notes in the log whose names a file shows: page by page, before the page leaves, and each person once.
class Exported {
  public:
    Exported(db::Database& database, db::Caller caller, std::string action)
        : database_(database), caller_(std::move(caller)), action_(std::move(action)) {}
    void note(const std::set<Uuid>& page);

  private:
    db::Database& database_;
    db::Caller caller_;
    std::string action_;
    std::set<Uuid> noted_;
};

/// Who died and when, by person number, among all whom the caller may see: of a large register a few in a hundred.
std::unordered_map<std::int64_t, Date> deaths(db::Tx& tx);

/// Whether the organisation serves the person on that day, also outside the caller's scope: tells so much and no more.
bool serves(db::Tx& tx, Number<network::Organisation> organisation, Number<Person> person, Date day);

/// District of residence by person number, for coverage: dense, index = number, 0 = unknown.
std::vector<std::uint32_t> districts_by_person(db::Tx& tx);

}  // namespace ryadom::people
