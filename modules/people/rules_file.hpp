// When a personal file is sound. Pure.
#pragma once

#include "modules/people/file.hpp"

namespace ryadom::people {

/// The same file without needless blanks, empty texts and separators of numbers.
PersonalFile tidy(PersonalFile file);
/// Everything wrong with a tidied file; `lists` are the words of the region's lists, also those that have ended.
std::vector<FieldError> faults(const PersonalFile& file, const Person& person, const std::vector<ListedWord>& lists, Date today);

/// What the person is to the other, seen from the other side.
Kinship seen_from_other_side(Kinship kinship);

/// The address on one line, as it is written on an envelope in Russia: the larger first.
std::string on_one_line(const Address& address);
/// Where the person lives on that day: the first of its addresses of residence that holds.
std::optional<Address> residence_on(const std::vector<Address>& addresses, Date day);

}  // namespace ryadom::people
