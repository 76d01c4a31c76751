// How Russian text is set: what must not be torn apart by the end of a line is held by a no-break space.
#pragma once

#include <string>
#include <string_view>

namespace ryadom::documents {

/// The text with U+00A0 in place of those blanks that hold together: № and its number, initials and surname, a number and
/// its unit or month, groups of digits, a short preposition and its word, a word and the dash after it, "ст. 5". Of
/// control characters only line ends stay.
std::string typeset(std::string_view text);

}  // namespace ryadom::documents
