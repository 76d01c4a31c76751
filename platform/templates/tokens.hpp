// A line of a template cut into what is taken as it is and what means something.
#pragma once

#include "platform/templates/context.hpp"

namespace ryadom::templates {

struct Token {
    enum class Kind { text, tag, bar, colons };  ///< bar: between cells; colons: between a name and its value
    Kind kind = Kind::text;
    std::string text;  ///< of a tag what stands between its braces, without blanks around it
    Place place;
};

/// A tag that has no end is a problem and taken as text.
std::vector<Token> tokens_of(std::string_view line, Place begin, Context& context);

/// What a tag does: "if items" is a condition on "items".
struct Tag {
    enum class Kind { value, condition, loop, otherwise, end_condition, end_loop };
    Kind kind = Kind::value;
    std::string body;
};
Tag tag_of(std::string_view text);

/// Tokens as they stand in a cell; signs that mean nothing there are text again.
Pieces pieces_of(std::span<const Token> tokens, Context& context);

/// The tokens between the signs of that kind.
std::vector<std::span<const Token>> split(std::span<const Token> tokens, Token::Kind at, std::size_t most);

}  // namespace ryadom::templates
