// Forms with their scoring, the course, the typical week and the document templates of a package.
#pragma once

#include "modules/practices/package_parts.hpp"

namespace ryadom::practices {

struct Option {
    std::string id;
    Line label;
    std::optional<double> value;
    bool operator==(const Option&) const = default;
};
constexpr auto describe(json::Type<Option>) {
    return json::object("PackageOption", need("id", &Option::id, "Id", Shape::id),
                        need("label", &Option::label, "Label"),
                        may("value", &Option::value, "Number for scores"));
}

/// When a question is asked: what was answered to one above it. Nothing but the field: it was answered at all.
struct Condition {
    std::string field;
    std::vector<std::string> chosen;  ///< one of these options
    std::optional<double> from;
    std::optional<double> to;
    bool operator==(const Condition&) const = default;
};
constexpr auto describe(json::Type<Condition>) {
    using T = Condition;
    return json::object("PackageCondition", need("field", &T::field, "A field above this one", Shape::element),
                        may("chosen", &T::chosen, "One of these options", Shape::element),
                        may("from", &T::from, "Its number is at least"), may("to", &T::to, "Its number is at most"));
}

/// One question of a form.
struct FormField {
    std::string id;
    Line label;
    FieldType type = FieldType::line;
    std::optional<bool> required;
    std::optional<double> min;
    std::optional<double> max;
    std::optional<std::string> unit;
    std::vector<Option> options;
    std::optional<Text> help;
    std::optional<Condition> asked_if = {};
    bool operator==(const FormField&) const = default;
};
constexpr auto describe(json::Type<FormField>) {
    using T = FormField;
    return json::object("PackageFormField", need("id", &T::id, "Id", Shape::id),
                        need("label", &T::label, "Label"), need("type", &T::type, "Type of the answer"),
                        may("required", &T::required, "An answer is required", Default{0}),
                        may("min", &T::min, "Smallest number"), may("max", &T::max, "Greatest number"),
                        may("unit", &T::unit, "Unit"), may("options", &T::options, "What can be chosen"),
                        may("help", &T::help, "Help"), may("asked_if", &T::asked_if, "Asked only if"));
}

struct ScoreRow {
    std::string id;
    double from = 0;
    double to = 0;
    std::optional<double> value;
    std::optional<Line> label;
    bool operator==(const ScoreRow&) const = default;
};
constexpr auto describe(json::Type<ScoreRow>) {
    using T = ScoreRow;
    return json::object("PackageScoreRow", need("id", &T::id, "Id", Shape::id),
                        need("from", &T::from, "From"), need("to", &T::to, "To"),
                        may("value", &T::value, "Result of a lookup"),
                        may("label", &T::label, "Name of a band"));
}

struct Score {
    std::string id;
    Line title;
    Method method = Method::sum;
    std::vector<std::string> inputs;
    std::vector<std::string> reverse;
    std::optional<double> factor;
    std::optional<int> min_answered;  ///< absent: all inputs
    std::vector<ScoreRow> rows;
    std::optional<Better> better;
    std::vector<std::string> weights = {};   ///< of the inputs, in their order
    std::optional<double> at_least = {};     ///< from where an input is counted
    std::optional<double> noticeable = {};   ///< a smaller change is within the noise of the scale
    bool operator==(const Score&) const = default;
};
constexpr auto describe(json::Type<Score>) {
    using T = Score;
    return json::object(
        "PackageScore", need("id", &T::id, "Id", Shape::id), need("title", &T::title, "Title"),
        need("method", &T::method, "How it is computed"),
        need("inputs", &T::inputs, "Fields, or scores above this one", Shape::element),
        may("reverse", &T::reverse, "Inputs that count the other way round", Shape::element),
        may("weights", &T::weights, "Weights of the inputs, in their order", Shape::element),
        may("factor", &T::factor, "The result is multiplied by it", Default{1}),
        may("at_least", &T::at_least, "Inputs from this number on are counted"),
        may("min_answered", &T::min_answered, "Fewer answers give no result", json::range(1, 200)),
        may("rows", &T::rows, "Rows of a lookup, or bands"),
        may("better", &T::better, "Which way is better"),
        may("noticeable", &T::noticeable, "A smaller change is within the noise"));
}

struct Form {
    std::string id;
    Line title;
    FormKind kind = FormKind::questionnaire;
    std::string filled_by;
    std::vector<Moment> moments;
    std::optional<bool> confidential;
    std::optional<bool> items_licensed;
    std::optional<Source> source;
    std::vector<FormField> fields;
    std::vector<Score> scores;
    std::optional<Text> wording = {};  ///< on what ground the words of the questions stand here
    bool operator==(const Form&) const = default;
};
constexpr auto describe(json::Type<Form>) {
    return json::object(
        "PackageForm", need("id", &Form::id, "Id", Shape::id), need("title", &Form::title, "Title"),
        need("kind", &Form::kind, "Kind"), need("filled_by", &Form::filled_by, "Who fills it", Shape::role),
        need("moments", &Form::moments, "When it is filled"),
        may("confidential", &Form::confidential, "Only author and assigned read it", Default{0}),
        may("items_licensed", &Form::items_licensed, "The wording belongs to a rights holder", Default{0}),
        may("wording", &Form::wording, "On what ground the words of the questions stand here"),
        may("source", &Form::source, "Where it comes from"),
        need("fields", &Form::fields, "Fields", SharedIds{}),
        may("scores", &Form::scores, "Scores, in the order of computing", SharedIds{}));
}

struct Material {
    std::string id;
    Line title;
    Path file;
    bool operator==(const Material&) const = default;
};
constexpr auto describe(json::Type<Material>) {
    return json::object("PackageMaterial", need("id", &Material::id, "Id", Shape::id),
                        need("title", &Material::title, "Title"), need("file", &Material::file, "File"));
}

struct Lesson {
    std::string id;
    Line title;
    int minutes = 10;
    std::string service;
    std::string role;
    std::vector<Channel> channels;
    std::optional<std::string> room;
    std::vector<std::string> equipment;
    Path content;
    std::vector<Material> materials;
    bool operator==(const Lesson&) const = default;
};
constexpr auto describe(json::Type<Lesson>) {
    using T = Lesson;
    return json::object(
        "PackageLesson", need("id", &T::id, "Id", Shape::id), need("title", &T::title, "Title"),
        need("minutes", &T::minutes, "Minutes", json::range(10, 480)),
        need("service", &T::service, "The fact that attendance leaves", Ref{"services"}),
        need("role", &T::role, "Who leads", Shape::role), need("channels", &T::channels, "Where"),
        may("room", &T::room, "Room", Ref{"needs.rooms"}),
        may("equipment", &T::equipment, "Equipment", Ref{"needs.equipment"}),
        need("content", &T::content, "Markdown file"), may("materials", &T::materials, "Materials"));
}

struct Skill {
    std::string id;
    Line title;
    std::string lesson;
    bool operator==(const Skill&) const = default;
};
constexpr auto describe(json::Type<Skill>) {
    return json::object("PackageSkill", need("id", &Skill::id, "Id", Shape::id),
                        need("title", &Skill::title, "Title"),
                        need("lesson", &Skill::lesson, "Lesson", Ref{"course.lessons"}));
}

struct Answer {
    std::string id;
    Line text;
    std::optional<bool> right;
    bool operator==(const Answer&) const = default;
};
constexpr auto describe(json::Type<Answer>) {
    return json::object("PackageAnswer", need("id", &Answer::id, "Id", Shape::id),
                        need("text", &Answer::text, "Text"),
                        may("right", &Answer::right, "It is right", Default{0}));
}

struct Question {
    std::string id;
    Text text;
    std::optional<std::string> lesson;
    std::vector<Answer> answers;
    std::optional<Text> explanation;
    bool operator==(const Question&) const = default;
};
constexpr auto describe(json::Type<Question>) {
    using T = Question;
    return json::object("PackageQuestion", need("id", &T::id, "Id", Shape::id),
                        need("text", &T::text, "Text"),
                        may("lesson", &T::lesson, "Lesson", Ref{"course.lessons"}),
                        need("answers", &T::answers, "Answers", json::length(2, 10)),
                        may("explanation", &T::explanation, "Shown after answering"));
}

struct Test {
    int pass_percent = 100;
    std::vector<Question> questions;
    bool operator==(const Test&) const = default;
};
constexpr auto describe(json::Type<Test>) {
    return json::object("PackageTest",
                        need("pass_percent", &Test::pass_percent, "Percent to pass", json::range(1, 100)),
                        need("questions", &Test::questions, "Questions"));
}

struct Course {
    Line title;
    std::optional<Range> group_size;
    std::vector<Lesson> lessons;
    std::vector<Skill> skills;
    std::optional<Test> test;
    std::optional<std::string> certificate;
    bool operator==(const Course&) const = default;
};
constexpr auto describe(json::Type<Course>) {
    return json::object("PackageCourse", need("title", &Course::title, "Title"),
                        may("group_size", &Course::group_size, "People in a group", json::range(1, 200)),
                        need("lessons", &Course::lessons, "Lessons"),
                        may("skills", &Course::skills, "Skills"), may("test", &Course::test, "Test"),
                        may("certificate", &Course::certificate, "Template", Ref{"document_templates"}));
}

struct Slot {
    std::string id;
    std::optional<int> week;
    int day = 1;
    std::string start;
    int minutes = 5;
    Line title;
    std::optional<std::string> service;
    std::optional<std::string> lesson;
    std::optional<std::string> room;
    std::optional<std::string> role;
    bool operator==(const Slot&) const = default;
};
constexpr auto describe(json::Type<Slot>) {
    return json::object(
        "PackageSlot", need("id", &Slot::id, "Id", Shape::id),
        may("week", &Slot::week, "Week of the cycle", json::range(1, 8)),
        need("day", &Slot::day, "1 Monday to 7 Sunday", json::range(1, 7)),
        need("start", &Slot::start, "HH:MM", Shape::clock),
        need("minutes", &Slot::minutes, "Minutes", json::range(5, 720)), need("title", &Slot::title, "Title"),
        may("service", &Slot::service, "Service", Ref{"services"}),
        may("lesson", &Slot::lesson, "Lesson", Ref{"course.lessons"}),
        may("room", &Slot::room, "Room", Ref{"needs.rooms"}), may("role", &Slot::role, "Who", Shape::role));
}

struct DocumentTemplate {
    std::string id;
    DocumentKind kind = DocumentKind::order;
    Line title;
    Path file;
    bool operator==(const DocumentTemplate&) const = default;
};
constexpr auto describe(json::Type<DocumentTemplate>) {
    using T = DocumentTemplate;
    return json::object("PackageDocumentTemplate", need("id", &T::id, "Id", Shape::id),
                        need("kind", &T::kind, "Kind of document"), need("title", &T::title, "Title"),
                        need("file", &T::file, "Markdown, or PDF for a leaflet"));
}

}  // namespace ryadom::practices
