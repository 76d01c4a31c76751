// What the routes of consents and lists take besides the model.
#pragma once

#include "modules/people/consents.hpp"

namespace ryadom::people {

/// What may change of a word of the region's lists.
struct ListedWordChange {
    std::map<std::string, std::string> titles;
    std::optional<Date> until;
};
constexpr auto describe(json::Type<ListedWordChange>) {
    using json::field;
    using T = ListedWordChange;
    return json::object("PersonListedWordChange", field("titles", &T::titles, "Title by language"), field("until", &T::until, "In force until"));
}

struct ConsentPaperQuery {
    std::optional<int> representative;
};
constexpr auto describe(json::Type<ConsentPaperQuery>) {
    return json::object("ConsentPaperQuery", json::field("representative", &ConsentPaperQuery::representative,
                                                         "Which representative of the file signs, counted from 0; absent: the person", json::range(0, 19)));
}

}  // namespace ryadom::people
