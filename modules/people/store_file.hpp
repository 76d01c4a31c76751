// The personal file as it is stored: each list whole, in its order.
#pragma once

#include "modules/people/file.hpp"
#include "platform/db/transaction.hpp"

namespace ryadom::people::store {

/// Of a person whose card the caller may see; empty lists for others.
PersonalFile file_of(db::Tx& tx, Number<Person> person);
/// In place of what stands. Persons that the lists name exist.
void write_file(db::Tx& tx, Number<Person> person, const PersonalFile& file);

/// Behind the other names held before.
void add_former_name(db::Tx& tx, Number<Person> person, const FormerName& name);
std::vector<Address> addresses_of(db::Tx& tx, Number<Person> person);

/// Who names the person as a relative or represents through it: what the person is to somebody else.
struct NamedBy {
    Number<Person> by;
    std::optional<Kinship> kinship;      ///< what the person is to them
    bool lives_together = false;
    std::optional<Authority> authority;  ///< by what right the person acts for them
};
/// Within the caller's scope.
std::vector<NamedBy> named_by(db::Tx& tx, Number<Person> person);

/// False: not this revision of the card. The address, where there is one, takes the place of that on the card.
bool touch_card(db::Tx& tx, Number<Person> person, std::int64_t revision, const std::optional<std::string>& address);

/// All words, by list and row; also those that are no longer in force.
std::vector<ListedWord> listed_words(db::Tx& tx);

}  // namespace ryadom::people::store
