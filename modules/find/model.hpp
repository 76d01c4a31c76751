// What is asked and answered.
#pragma once

#include "platform/i18n/catalogue.hpp"
#include "platform/json/describe.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ryadom::find {

struct Ask {
    std::string q;
    std::optional<std::string> kinds;  ///< with commas
    std::optional<i18n::Language> language;
    std::optional<bool> unfinished;
    std::optional<int> limit;
};

struct Mark {
    int from = 0;
    int to = 0;
};

struct MarkedText {
    std::string text;
    std::vector<Mark> marks;
};

struct Found {
    std::string kind;
    std::string id;
    std::string path;
    MarkedText title;
    MarkedText snippet;
    std::optional<std::string> within;
};

struct KindCount {
    std::string kind;
    int count = 0;
};

struct FoundList {
    std::vector<Found> items;
    std::vector<KindCount> counts;
    std::optional<std::string> meant;
};

constexpr auto describe(json::Type<Ask>) {
    using json::field;
    return json::object("FindQuery", field("q", &Ask::q, "What is looked for", json::length(1, 300)),
                        field("kinds", &Ask::kinds, "Kinds of things, with commas between them", json::length(1, 300)),
                        field("language", &Ask::language, "Of the texts to show; that of the reader when absent"),
                        field("unfinished", &Ask::unfinished, "The last word is still being typed"),
                        field("limit", &Ask::limit, "How many things", json::range(1, 200)));
}

constexpr auto describe(json::Type<Mark>) {
    using json::field;
    return json::object("FindMark", field("from", &Mark::from, "First UTF-16 unit"), field("to", &Mark::to, "Unit after the last one"));
}

constexpr auto describe(json::Type<MarkedText>) {
    using json::field;
    return json::object("FindText", field("text", &MarkedText::text, "Text", json::length(0, 100'000)), field("marks", &MarkedText::marks, "What answers the question"));
}

constexpr auto describe(json::Type<Found>) {
    using json::field;
    return json::object("Found", field("kind", &Found::kind, "Kind of thing"), field("id", &Found::id, "Id of the thing"), field("path", &Found::path, "Of its page"),
                        field("title", &Found::title, "Title"), field("snippet", &Found::snippet, "Part of its text"),
                        field("within", &Found::within, "Title of what it is a part of", json::length(0, 4000)));
}

constexpr auto describe(json::Type<KindCount>) {
    using json::field;
    return json::object("FoundCount", field("kind", &KindCount::kind, "Kind of thing"), field("count", &KindCount::count, "How many were found"));
}

constexpr auto describe(json::Type<FoundList>) {
    using json::field;
    return json::object("FoundList", field("items", &FoundList::items, "The best first"), field("counts", &FoundList::counts, "Of every kind"),
                        field("meant", &FoundList::meant, "The question as it was understood, where a word was corrected", json::length(0, 1000)));
}

}  // namespace ryadom::find
