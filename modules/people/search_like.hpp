// Whom the desk may have meant by a search that finds nobody as it is written.
#pragma once

#include "modules/people/same.hpp"

namespace ryadom::people {

/// Names in any order, with slips, short, transliterated or typed on the other keyboard layout, and a birth date, perhaps with a wrong digit
/// or with day and month exchanged. Of those whom the transaction sees; what fits best first, at most `most`. Without a date only among
/// the people of a small centre: among millions a name with slips is nobody's.
std::vector<Found> who_is_meant(db::Tx& tx, const std::vector<std::string>& words, std::optional<Date> birth, std::size_t most);

}  // namespace ryadom::people
