// Persons of the register who are one human.
#pragma once

#include "modules/people/people.hpp"
#include "modules/people/scope.hpp"

namespace ryadom::people {

/// For a statement whose `$1` is the number of a person: what hangs on that person and on all who were merged into it.
/// db::sql<"select … where ", of_human<"f.person">, "and …">
template <db::Text column>
constexpr auto of_human = detail::text_of(
    db::Joined<column, " in (select cast($1 as bigint) union all select merged.person from v_people_merged merged where merged.human = $1) ">::characters);

/// A person that is another one, and how the register came to know.
struct Merge {
    Id<Merge> id;
    Id<Person> person;       ///< who was merged
    std::string name;        ///< as its card had it
    Date birth;
    std::vector<std::string> taken;  ///< fields that the survivor had not, or lists of the file that grew
    std::optional<std::string> reason;
    std::optional<std::string> account;  ///< who did it
    Instant at;
    std::optional<std::string> undone_reason;
    std::optional<std::string> undone_by;
    std::optional<Instant> undone_at;
};

/// Numbers of a merge that has just been made or undone.
struct Merged {
    Id<Merge> id;
    Number<Person> person;
    Number<Person> survivor;
};

/// From here on `person` is `survivor`: its card leaves the register, whatever the survivor has not is taken from it, and whoever
/// serves one serves the other. Runs with a scope over everybody, since several organisations may serve them. Refuses two whose
/// numbers or days of death differ, and who are relatives by their files.
Checked<Merged> merge(db::Tx& tx, const PersonRow& survivor, const PersonRow& person, const std::optional<std::string>& reason);

/// Brings back the person as it was; the survivor loses what it took and has not changed since. What was recorded of the survivor
/// meanwhile stays with the survivor. Refuses while the survivor itself is merged, and where somebody else has the numbers by now.
Checked<Merged> undo_merge(db::Tx& tx, Number<Person> survivor, const Id<Merge>& id, const std::string& reason);

/// Of the survivor and of those merged into it, the newest first; within the caller's scope.
std::vector<Merge> merges_of(db::Tx& tx, Number<Person> survivor);

/// Fields and lists that the survivor would get, or why the two cannot be merged as they stand.
Checked<std::vector<std::string>> would_take(db::Tx& tx, const PersonRow& survivor, const PersonRow& person);

/// How likely it is that two persons are one, and why.
Likeness likeness_of(db::Tx& tx, const PersonRow& one, const PersonRow& other);

/// A person of another centre, as the answer to a lookup tells it; `lookup` is good for taking the person over.
struct Elsewhere {
    std::string lookup;
    std::string initials;
    int birth_year = 0;
    std::optional<Id<network::Organisation>> organisation;
};
/// Counted and logged in a transaction of its own, as every lookup is.
Checked<Elsewhere> tell_elsewhere(db::Database& database, const db::Caller& caller, Number<Person> person);

/// Whether a reviewer can judge by it.
bool is_reason(std::string_view text);

/// Who somebody is by now: the survivor of a person that was merged.
Number<Person> human_of(db::Tx& tx, Number<Person> person);

}  // namespace ryadom::people
