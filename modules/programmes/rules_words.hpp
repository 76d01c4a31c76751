// How numbers of papers and days are written. Pure.
#pragma once

#include "platform/time/time.hpp"

#include <string>

namespace ryadom::programmes {

/// "5/2026": the fifth of the year.
std::string number_of(std::int64_t ordinal, std::int64_t year);
/// "23.11.2026"
std::string written(Date day);

}  // namespace ryadom::programmes
