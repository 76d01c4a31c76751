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

/// A consent to be printed and signed.
struct IssueConsent {
    Id<network::Organisation> organisation;
    Id<ConsentText> text;
    std::optional<int> representative;
};
constexpr auto describe(json::Type<IssueConsent>) {
    using json::field;
    using T = IssueConsent;
    return json::object("ConsentPaperRequest", field("organisation", &T::organisation, "Who issues it"), field("text", &T::text, "The version to be agreed to"),
                        field("representative", &T::representative, "Which representative of the file signs, counted from 0; absent: the person", json::range(0, 19)));
}

/// An issued one, by its id in the register of papers.
struct ConsentPaper {
    Uuid id;
    std::string label;
    std::vector<std::string> doubts;
};
constexpr auto describe(json::Type<ConsentPaper>) {
    using json::field;
    using T = ConsentPaper;
    return json::object("ConsentPaper", field("id", &T::id, "Id of the paper"), field("label", &T::label, "Its number"),
                        field("doubts", &T::doubts, "Names that the template asks in a case and that stay as they are"));
}

}  // namespace ryadom::people
