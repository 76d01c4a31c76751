// Forms as they are offered, filled and read.
#pragma once

#include "modules/forms/forms.hpp"
#include "platform/core/text.hpp"
#include "platform/json/describe.hpp"

#include <set>

namespace ryadom::forms {

using Titles = std::map<std::string, std::string>;

/// What a score came to, ready to be shown.
struct ScoreView {
    std::string id;
    Titles titles;
    std::optional<double> value;
    std::optional<Titles> band;
    std::optional<practices::Better> better;
};

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

struct SheetOption {
    std::string id;
    Titles titles;
};

struct SheetField {
    std::string id;
    Titles titles;
    practices::FieldType type = practices::FieldType::line;
    bool required = false;
    std::optional<double> min;
    std::optional<double> max;
    std::optional<std::string> unit;
    std::vector<SheetOption> options;
    std::optional<Titles> help;
};

/// The questions of a form.
struct FormSheet {
    std::string form;
    Titles titles;
    std::vector<practices::Moment> moments;
    bool confidential = false;
    bool items_licensed = false;
    std::vector<SheetField> fields;
};

constexpr auto describe(json::Type<ScoreView>) {
    using json::field;
    using T = ScoreView;
    return json::object("FormScore", field("id", &T::id, "Score"), field("titles", &T::titles, "Title by language"), field("value", &T::value, "Number"),
                        field("band", &T::band, "Band, by language"), field("better", &T::better, "Which way is better"));
}

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

constexpr auto describe(json::Type<SheetOption>) {
    return json::object("SheetOption", json::field("id", &SheetOption::id, "Option"), json::field("titles", &SheetOption::titles, "Label by language"));
}

constexpr auto describe(json::Type<SheetField>) {
    using json::field;
    using T = SheetField;
    return json::object("SheetField", field("id", &T::id, "Field"), field("titles", &T::titles, "Label by language"), field("type", &T::type, "Type of the answer"),
                        field("required", &T::required, "An answer is required"), field("min", &T::min, "Smallest number"), field("max", &T::max, "Greatest number"),
                        field("unit", &T::unit, "Unit"), field("options", &T::options, "What can be chosen"), field("help", &T::help, "Help by language"));
}

constexpr auto describe(json::Type<FormSheet>) {
    using json::field;
    using T = FormSheet;
    return json::object("FormSheet", field("form", &T::form, "Form"), field("titles", &T::titles, "Title by language"), field("moments", &T::moments, "When it is filled"),
                        field("confidential", &T::confidential, "Only author and assigned read it"),
                        field("items_licensed", &T::items_licensed, "The wording belongs to a rights holder: a sheet of the centre is needed"),
                        field("fields", &T::fields, "Questions"));
}

}  // namespace ryadom::forms
