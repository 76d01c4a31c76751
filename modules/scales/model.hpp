// Scales as they are listed, described, filled and read.
#pragma once

#include "modules/scales/scales.hpp"
#include "platform/json/describe.hpp"

namespace ryadom::scales {

using forms::Titles;

/// A scale as the list has it: the version of today, or the first one to come.
struct ListedScale {
    Id<Scale> id;
    std::string code;
    Titles titles;
    practices::FormKind kind = practices::FormKind::scale;
    bool confidential = false;
    bool items_licensed = false;
    int version = 1;
    Date valid_from;
    std::optional<Date> next_from;  ///< a newer version is published and waits
    int questions = 0;
};

struct ScaleVersion {
    int version = 1;
    Date valid_from;
    Instant published_at;
    std::optional<std::string> author;  ///< nobody: it came with the program
};

struct ScaleView {
    Id<Scale> id;
    std::string code;
    Titles titles;
    int version = 1;
    Date valid_from;
    bool in_force = false;  ///< today
    std::optional<Titles> source;
    std::optional<Titles> wording;
    std::string description;
    forms::FormSheet sheet;
    std::vector<ScaleVersion> versions;  ///< newest first
};

/// What is wrong with a description, and where.
struct ScaleProblem {
    std::optional<int> line;
    std::optional<int> column;
    std::string field;
    std::string text;
};

struct CheckRequest {
    std::string description;
};

struct ScaleCheck {
    std::vector<ScaleProblem> problems;
    std::optional<forms::FormSheet> sheet;
};

struct PublishRequest {
    std::string description;
    Date valid_from;
    int after = 0;  ///< the newest version that the author has seen; 0: the scale is new
};

struct FilledScale {
    Id<FilledScale> id;
    Id<network::Organisation> organisation;
    Id<Scale> scale;
    Titles titles;
    int version = 1;
    Date filled_on;
    Date recorded_on;
    std::optional<std::string> author;
    bool confidential = false;
    bool readable = false;  ///< by the caller: what it says is here
    std::optional<std::vector<forms::ScoreView>> scores;
    std::optional<forms::Answers> answers;
    std::optional<std::string> reason;  ///< why it replaces another
    bool corrected = false;             ///< another replaces it
    int times = 1;                      ///< how often the person has it standing
};

struct FillRequest {
    Id<network::Organisation> organisation;
    Id<Scale> scale;
    int version = 1;
    Date filled_on;
    forms::Answers answers;
};

struct CorrectRequest {
    Date filled_on;
    forms::Answers answers;
    std::string reason;
};

constexpr auto describe(json::Type<ListedScale>) {
    using json::field;
    using T = ListedScale;
    return json::object("ListedScale", field("id", &T::id, "Id"), field("code", &T::code, "Code"), field("titles", &T::titles, "Title by language"),
                        field("kind", &T::kind, "Kind"), field("confidential", &T::confidential, "Only its author and who fills it too read it"),
                        field("items_licensed", &T::items_licensed, "The wording belongs to a rights holder"), field("version", &T::version, "Version"),
                        field("valid_from", &T::valid_from, "In force from"), field("next_from", &T::next_from, "From when a newer version is in force"),
                        field("questions", &T::questions, "How many questions"));
}

constexpr auto describe(json::Type<ScaleVersion>) {
    using json::field;
    using T = ScaleVersion;
    return json::object("ScaleVersion", field("version", &T::version, "Version"), field("valid_from", &T::valid_from, "In force from"),
                        field("published_at", &T::published_at, "When it was published"), field("author", &T::author, "By whom; absent: it came with the program"));
}

constexpr auto describe(json::Type<ScaleView>) {
    using json::field;
    using T = ScaleView;
    return json::object("Scale", field("id", &T::id, "Id"), field("code", &T::code, "Code"), field("titles", &T::titles, "Title by language"),
                        field("version", &T::version, "Version"), field("valid_from", &T::valid_from, "In force from"),
                        field("in_force", &T::in_force, "In force today"), field("source", &T::source, "Where it comes from"),
                        field("wording", &T::wording, "On what ground the words of the questions stand here"),
                        field("description", &T::description, "The description, as YAML", json::length(1, 200'000)), field("sheet", &T::sheet, "Questions and scores"),
                        field("versions", &T::versions, "All versions, newest first"));
}

constexpr auto describe(json::Type<ScaleProblem>) {
    using json::field;
    using T = ScaleProblem;
    return json::object("ScaleProblem", field("line", &T::line, "Line"), field("column", &T::column, "Column"), field("field", &T::field, "Field, by its path"),
                        field("text", &T::text, "In words"));
}

constexpr auto describe(json::Type<CheckRequest>) {
    return json::object("ScaleCheckRequest", json::field("description", &CheckRequest::description, "The description, as YAML", json::length(1, 200'000)));
}

constexpr auto describe(json::Type<ScaleCheck>) {
    return json::object("ScaleCheck", json::field("problems", &ScaleCheck::problems, "What is wrong"),
                        json::field("sheet", &ScaleCheck::sheet, "Questions and scores, if nothing is wrong"));
}

constexpr auto describe(json::Type<PublishRequest>) {
    using json::field;
    using T = PublishRequest;
    return json::object("ScalePublication", field("description", &T::description, "The description, as YAML", json::length(1, 200'000)),
                        field("valid_from", &T::valid_from, "In force from"),
                        field("after", &T::after, "The newest version that the author has seen; 0 for a new scale", json::range(0, 100'000)));
}

constexpr auto describe(json::Type<FilledScale>) {
    using json::field;
    using T = FilledScale;
    return json::object(
        "FilledScale", field("id", &T::id, "Id"), field("organisation", &T::organisation, "Where it was filled"), field("scale", &T::scale, "Scale"),
        field("titles", &T::titles, "Title by language"), field("version", &T::version, "Version by which it was filled"),
        field("filled_on", &T::filled_on, "Day of filling"), field("recorded_on", &T::recorded_on, "Day of recording"), field("author", &T::author, "Who filled it"),
        field("confidential", &T::confidential, "Only its author and who fills it too read it"), field("readable", &T::readable, "The caller reads it"),
        field("scores", &T::scores, "What it came to, for those who read it"), field("answers", &T::answers, "Answers by field, for those who read it"),
        field("reason", &T::reason, "Why it was corrected"), field("corrected", &T::corrected, "Another stands in its place"),
        field("times", &T::times, "How often the person has it"));
}

constexpr auto describe(json::Type<FillRequest>) {
    using json::field;
    using T = FillRequest;
    return json::object("ScaleFillRequest", field("organisation", &T::organisation, "Where it is filled"), field("scale", &T::scale, "Scale"),
                        field("version", &T::version, "The version that was on the screen"), field("filled_on", &T::filled_on, "Day of filling"),
                        field("answers", &T::answers, "Answers by field", json::length(0, 200)));
}

constexpr auto describe(json::Type<CorrectRequest>) {
    using json::field;
    using T = CorrectRequest;
    return json::object("ScaleCorrectRequest", field("filled_on", &T::filled_on, "Day of filling"),
                        field("answers", &T::answers, "All answers by field", json::length(0, 200)), field("reason", &T::reason, "Why", json::length(3, 500)));
}

}  // namespace ryadom::scales
