// Who on the register may be the same person.
#pragma once

#include "modules/matching/matching.hpp"
#include "modules/people/store_same.hpp"

namespace ryadom::people {

/// What is known so far of somebody; a missing birth or sex says nothing.
struct Described {
    std::string family_name;
    std::string given_name;
    std::optional<std::string> patronymic;
    std::optional<Date> birth;
    std::optional<Sex> sex;
    std::optional<std::string> snils;
    std::optional<std::string> iin;
    std::optional<std::string> phone;
};
Described described(const Person& person);

struct Found {
    store::Compared row;
    matching::Judgement judgement;
    bool same_number = false;
    bool same_names = false;  ///< and birth, while no number says otherwise
};

/// Of all whom the transaction sees: whose weight is at least `least`, or who agrees in names and birth, or in a number. What
/// says most first, at most `most`.
std::vector<Found> who_is_alike(db::Tx& tx, const Described& somebody, double least, std::size_t most);

/// As the judge compares somebody, under this surname and without numbers.
matching::RecordValues values_of(const matching::Judge& judge, const Described& somebody, const std::string& family);

/// Somebody beside one certain person.
Found beside(db::Tx& tx, const Described& somebody, store::Compared row);

/// A weight from which people are asked: one in fifteen. A question takes seconds, a second card of one person costs days.
inline constexpr double asked_from = -2.7;
/// A weight from which somebody is shown while another is typed: one in a hundred.
inline constexpr double shown_from = -4.6;

/// Whether the two are to be taken for one person unless somebody says why not.
bool is_asked(const Found& found);

/// Columns and levels, as they are kept with a decision.
std::string reasons_for_the_record(const std::vector<matching::Reason>& reasons);

/// Of the probability, 1 to 99: nothing is certain.
int percent(double weight);

/// Says who it is, by id.
Refusal same_person(const std::vector<Id<Person>>& known, const std::string& place);

}  // namespace ryadom::people
