// A form as a page shows it: its questions, how they are scored, and what a filled one came to.
#pragma once

#include "modules/practices/practices.hpp"
#include "platform/json/describe.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ryadom::forms {

using Titles = std::map<std::string, std::string>;

/// How a change is to be read.
enum class Reading { same, noise, better, worse, changed };
constexpr auto names(json::Type<Reading>) {
    using enum Reading;
    return practices::Words<Reading, 5>{{{same, "same"}, {noise, "noise"}, {better, "better"}, {worse, "worse"}, {changed, "changed"}}};
}

/// From one filled form to the next.
struct Change {
    double by = 0;
    Date since;
    Reading reading = Reading::same;
    std::optional<double> noticeable;  ///< from where on the scale takes a change for one
};

/// What a score came to, ready to be shown.
struct ScoreView {
    std::string id;
    Titles titles;
    std::optional<double> value;
    std::optional<Titles> band;
    std::optional<practices::Better> better;
    std::optional<Change> change;
};

struct SheetOption {
    std::string id;
    Titles titles;
    std::optional<double> value;
};

/// What a page needs to know whether a question is asked.
using SheetCondition = practices::Condition;

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
    std::optional<SheetCondition> asked_if;
};

struct SheetRow {
    std::string id;
    double from = 0;
    double to = 0;
    std::optional<double> value;
    std::optional<Titles> titles;
};

/// A score as the package says it, for the running figure on the page; the one that is kept is computed here.
struct SheetScore {
    std::string id;
    Titles titles;
    practices::Method method = practices::Method::sum;
    std::vector<std::string> inputs;
    std::vector<std::string> reverse;
    std::vector<std::string> weights;
    std::optional<double> factor;
    std::optional<double> at_least;
    std::optional<int> min_answered;
    std::vector<SheetRow> rows;
    std::optional<practices::Better> better;
};

/// The questions of a form.
struct FormSheet {
    std::string form;
    Titles titles;
    std::vector<practices::Moment> moments;
    bool confidential = false;
    bool items_licensed = false;
    std::vector<SheetField> fields;
    std::vector<SheetScore> scores;
};

constexpr auto describe(json::Type<Change>) {
    using json::field;
    using T = Change;
    return json::object("FormChange", field("by", &T::by, "Now less before"), field("since", &T::since, "Day of the one before"),
                        field("reading", &T::reading, "How to read it"), field("noticeable", &T::noticeable, "A smaller change is within the noise"));
}

constexpr auto describe(json::Type<ScoreView>) {
    using json::field;
    using T = ScoreView;
    return json::object("FormScore", field("id", &T::id, "Score"), field("titles", &T::titles, "Title by language"), field("value", &T::value, "Number"),
                        field("band", &T::band, "Band, by language"), field("better", &T::better, "Which way is better"),
                        field("change", &T::change, "Since the form before"));
}

constexpr auto describe(json::Type<SheetOption>) {
    using json::field;
    using T = SheetOption;
    return json::object("SheetOption", field("id", &T::id, "Option"), field("titles", &T::titles, "Label by language"), field("value", &T::value, "Number for scores"));
}

constexpr auto describe(json::Type<SheetField>) {
    using json::field;
    using T = SheetField;
    return json::object("SheetField", field("id", &T::id, "Field"), field("titles", &T::titles, "Label by language"), field("type", &T::type, "Type of the answer"),
                        field("required", &T::required, "An answer is required"), field("min", &T::min, "Smallest number"), field("max", &T::max, "Greatest number"),
                        field("unit", &T::unit, "Unit"), field("options", &T::options, "What can be chosen"), field("help", &T::help, "Help by language"),
                        field("asked_if", &T::asked_if, "Asked only if"));
}

constexpr auto describe(json::Type<SheetRow>) {
    using json::field;
    using T = SheetRow;
    return json::object("SheetRow", field("id", &T::id, "Row"), field("from", &T::from, "From"), field("to", &T::to, "To"),
                        field("value", &T::value, "Result of a lookup"), field("titles", &T::titles, "Name of a band by language"));
}

constexpr auto describe(json::Type<SheetScore>) {
    using json::field;
    using T = SheetScore;
    return json::object("SheetScore", field("id", &T::id, "Score"), field("titles", &T::titles, "Title by language"), field("method", &T::method, "How it is computed"),
                        field("inputs", &T::inputs, "Fields, or scores above this one"), field("reverse", &T::reverse, "Inputs that count the other way round"),
                        field("weights", &T::weights, "Weights of the inputs"), field("factor", &T::factor, "The result is multiplied by it"),
                        field("at_least", &T::at_least, "Inputs from this number on are counted"),
                        field("min_answered", &T::min_answered, "Fewer answers give no result"), field("rows", &T::rows, "Rows of a lookup, or bands"),
                        field("better", &T::better, "Which way is better"));
}

constexpr auto describe(json::Type<FormSheet>) {
    using json::field;
    using T = FormSheet;
    return json::object("FormSheet", field("form", &T::form, "Form"), field("titles", &T::titles, "Title by language"), field("moments", &T::moments, "When it is filled"),
                        field("confidential", &T::confidential, "Only author and assigned read it"),
                        field("items_licensed", &T::items_licensed, "The wording belongs to a rights holder: a sheet of the centre is needed"),
                        field("fields", &T::fields, "Questions"), field("scores", &T::scores, "Scores"));
}

}  // namespace ryadom::forms
