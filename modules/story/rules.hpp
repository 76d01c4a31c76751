// Where an event stands in a story. Pure.
#pragma once

#include "modules/story/model.hpp"

namespace ryadom::story {

/// Sources in the order of one day, read from above: what ends a story stands over what began it.
enum class Source { death, fact, form, request, request_withdrawal, consent, consent_withdrawal, renaming, detachment, attachment, card };

Kind kind_of(Source source);

/// Of an event; the place behind it is where a page goes on.
struct Place {
    Date day;
    Source source = Source::death;
    std::int64_t number = 0;
};
std::string written(const Place& place);
/// Nothing for what `written` did not make.
std::optional<Place> read_place(std::string_view text);

/// Whether the first is to be read before the second.
bool above(const Place& first, const Place& second);

/// What a source still has to give behind a place: rows of an earlier day than `day`, or of that day with a number below `number`.
struct Rest {
    Date day;
    std::int64_t number;
};
Rest rest_of(Source source, const std::optional<Place>& behind);

}  // namespace ryadom::story
