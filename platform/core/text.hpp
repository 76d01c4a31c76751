// Text in UTF-8, and what of it people see: characters, not bytes.
#pragma once

#include <string>
#include <string_view>

namespace ryadom {

/// How many code points a text of sound UTF-8 has.
std::size_t characters(std::string_view text);
/// What a message quotes of a long text: at most `longest` bytes of its beginning, cut between characters, and "…".
std::string shorten(std::string_view text, std::size_t longest = 60);
/// Without blanks, tabs and line ends before and after.
std::string_view trimmed(std::string_view text);

}  // namespace ryadom
