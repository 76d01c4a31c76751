// One line of a person's story.
#pragma once

#include "modules/network/model.hpp"

#include <optional>
#include <string>

namespace ryadom::story {

enum class Kind { card, attachment, consent, request, fact, form, death };
constexpr auto names(json::Type<Kind>) {
    using namespace std::string_view_literals;
    using enum Kind;
    return std::array{std::pair{card, "card"sv}, std::pair{attachment, "attachment"sv}, std::pair{consent, "consent"sv}, std::pair{request, "request"sv},
                      std::pair{fact, "fact"sv}, std::pair{form, "form"sv}, std::pair{death, "death"sv}};
}

struct Event {
    std::string place;  ///< where it stands in the story; of one person no two are the same
    Date day;
    Kind kind = Kind::card;
    std::string text;                                 ///< in the reader's words
    std::optional<std::string> detail;                ///< what people wrote: a reason
    std::optional<std::string> who;
    std::optional<Id<network::Organisation>> organisation;
    std::optional<Uuid> thing;                        ///< the fact, form, request or consent
};
constexpr auto describe(json::Type<Event>) {
    using json::field;
    using T = Event;
    return json::object("StoryEvent", field("place", &T::place, "Place in the story"), field("day", &T::day, "Day"), field("kind", &T::kind, "Kind"),
                        field("text", &T::text, "What happened, in the reader's words"), field("detail", &T::detail, "What people wrote of it"),
                        field("who", &T::who, "Who did it"), field("organisation", &T::organisation, "Where"), field("thing", &T::thing, "Id of the thing"));
}

struct StoryQuery {
    std::optional<Kind> kind;
    std::optional<std::string> cursor;
    std::optional<int> limit;
};
constexpr auto describe(json::Type<StoryQuery>) {
    using json::field;
    using T = StoryQuery;
    return json::object("StoryQuery", field("kind", &T::kind, "Only this kind"), field("cursor", &T::cursor, "Where to go on", json::length(0, 100)),
                        field("limit", &T::limit, "How many rows", json::range(1, 200)));
}

}  // namespace ryadom::story
