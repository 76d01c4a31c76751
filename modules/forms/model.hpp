// Forms as they are offered, filled and read.
#pragma once

#include "modules/forms/forms.hpp"
#include "platform/core/text.hpp"

#include <set>

namespace ryadom::forms {

struct FilledForm {
    Id<FilledForm> id;
    Id<network::Organisation> organisation;
    Id<practices::Practice> practice;
    Titles practice_titles;
    Id<practices::Version> version;
    std::string form;
    Titles titles;
    practices::Moment moment = practices::Moment::start;
    Date filled_on;
    Date recorded_on;
    std::optional<std::string> author;
    bool confidential = false;
    bool readable = false;  ///< by the caller: what it says is here
    std::optional<std::vector<ScoreView>> scores;
    std::optional<Answers> answers;
    std::optional<std::string> reason;  ///< why it replaces another
    bool corrected = false;             ///< another replaces it
};

struct FillRequest {
    Id<network::Organisation> organisation;
    Id<practices::Version> version;
    std::string form;
    practices::Moment moment = practices::Moment::start;
    Date filled_on;
    std::optional<Id<ledger::Fact>> fact;
    Answers answers;
};

struct CorrectRequest {
    Date filled_on;
    Answers answers;
    std::string reason;
};

/// A form that may be filled for a person.
struct OfferedForm {
    Id<practices::Practice> practice;
    Titles practice_titles;
    Id<practices::Version> version;
    std::string form;
    Titles titles;
    std::vector<practices::Moment> moments;
    std::vector<practices::Moment> missing;
};

constexpr auto describe(json::Type<FilledForm>) {
    using json::field;
    using T = FilledForm;
    return json::object(
        "FilledForm", field("id", &T::id, "Id"), field("organisation", &T::organisation, "Where it was filled"), field("practice", &T::practice, "Practice"),
        field("practice_titles", &T::practice_titles, "Its title by language"), field("version", &T::version, "Version whose form it is"),
        field("form", &T::form, "Form"), field("titles", &T::titles, "Title by language"), field("moment", &T::moment, "When in the course of the work"),
        field("filled_on", &T::filled_on, "Day of filling"), field("recorded_on", &T::recorded_on, "Day of recording"), field("author", &T::author, "Who filled it"),
        field("confidential", &T::confidential, "Only author and assigned read it"), field("readable", &T::readable, "The caller reads it"),
        field("scores", &T::scores, "What it came to, for those who read it"), field("answers", &T::answers, "Answers by field, for those who read it"),
        field("reason", &T::reason, "Why it was corrected"), field("corrected", &T::corrected, "Another stands in its place"));
}

constexpr auto describe(json::Type<FillRequest>) {
    using json::field;
    using T = FillRequest;
    return json::object("FillRequest", field("organisation", &T::organisation, "Where it is filled"), field("version", &T::version, "Version of the practice"),
                        field("form", &T::form, "Form", json::length(1, 64)), field("moment", &T::moment, "When in the course of the work"),
                        field("filled_on", &T::filled_on, "Day of filling"), field("fact", &T::fact, "The service that it belongs to"),
                        field("answers", &T::answers, "Answers by field", json::length(0, 200)));
}

constexpr auto describe(json::Type<CorrectRequest>) {
    using json::field;
    using T = CorrectRequest;
    return json::object("CorrectRequest", field("filled_on", &T::filled_on, "Day of filling"),
                        field("answers", &T::answers, "All answers by field", json::length(0, 200)), field("reason", &T::reason, "Why", json::length(3, 500)));
}

constexpr auto describe(json::Type<OfferedForm>) {
    using json::field;
    using T = OfferedForm;
    return json::object("OfferedForm", field("practice", &T::practice, "Practice"), field("practice_titles", &T::practice_titles, "Its title by language"),
                        field("version", &T::version, "Version"), field("form", &T::form, "Form"), field("titles", &T::titles, "Title by language"),
                        field("moments", &T::moments, "When it is filled"), field("missing", &T::missing, "What should not be forgotten"));
}

}  // namespace ryadom::forms
