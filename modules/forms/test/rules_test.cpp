#include "modules/forms/rules.hpp"

#include "modules/forms/test/library.hpp"

#include <gmock/gmock.h>

namespace ryadom::forms {
namespace {

using practices::FieldType;
using practices::Moment;
using ::testing::ElementsAre;

std::vector<std::string> faults_in(const practices::Form& form, const Answers& answers) {
    std::vector<std::string> out;
    for (const auto& each : faults(form, answers, "/answers")) out.push_back(each.pointer + " " + each.code);
    return out;
}

/// One field of the type, with what the type needs.
practices::Form with(FieldType type, bool required = false) {
    practices::Form form;
    form.fields = {{"x", {}, type, required, {}, {}, {}, {}, {}}};
    if (type == FieldType::integer || type == FieldType::decimal) form.fields[0].min = 0, form.fields[0].max = 4;
    if (type == FieldType::choice || type == FieldType::choices) form.fields[0].options = {{"a", {}, 1}, {"b", {}, 2}};
    return form;
}

std::vector<std::string> faults_of(FieldType type, const json::Value& value, bool required = false) { return faults_in(with(type, required), {{"x", value}}); }

TEST(Answers, numbers_keep_their_range_and_form) {
    EXPECT_THAT(faults_of(FieldType::integer, 4), ElementsAre());
    EXPECT_THAT(faults_of(FieldType::integer, 5), ElementsAre("/answers/x core.too_large"));
    EXPECT_THAT(faults_of(FieldType::integer, -1), ElementsAre("/answers/x core.too_small"));
    EXPECT_THAT(faults_of(FieldType::integer, 2.5), ElementsAre("/answers/x core.type"));
    EXPECT_THAT(faults_of(FieldType::integer, "2"), ElementsAre("/answers/x core.type"));
    EXPECT_THAT(faults_of(FieldType::decimal, 3.29), ElementsAre());
    EXPECT_THAT(faults_of(FieldType::decimal, 3.295), ElementsAre("/answers/x forms.two_digits"));
    EXPECT_THAT(faults_of(FieldType::decimal, 1e300), ElementsAre("/answers/x core.too_large"));
    EXPECT_THAT(faults_of(FieldType::decimal, true), ElementsAre("/answers/x core.type"));
}

TEST(Answers, what_is_chosen_is_offered_and_chosen_once) {
    EXPECT_THAT(faults_of(FieldType::choice, "a"), ElementsAre());
    EXPECT_THAT(faults_of(FieldType::choice, "c"), ElementsAre("/answers/x core.unknown_value"));
    EXPECT_THAT(faults_of(FieldType::choice, 1), ElementsAre("/answers/x core.type"));
    EXPECT_THAT(faults_of(FieldType::choices, json::Array{"b", "a"}), ElementsAre());
    EXPECT_THAT(faults_of(FieldType::choices, json::Array{"b", "c", "b"}), ElementsAre("/answers/x/1 core.unknown_value", "/answers/x/2 forms.chosen_twice"));
    EXPECT_THAT(faults_of(FieldType::choices, "a"), ElementsAre("/answers/x core.type"));
    EXPECT_THAT(faults_of(FieldType::choices, json::Array{}), ElementsAre());
    EXPECT_THAT(faults_of(FieldType::choices, json::Array{}, true), ElementsAre("/answers/x core.required"));
}

TEST(Answers, texts_days_and_times_are_such) {
    EXPECT_THAT(faults_of(FieldType::boolean, false), ElementsAre());
    EXPECT_THAT(faults_of(FieldType::boolean, 0), ElementsAre("/answers/x core.type"));
    EXPECT_THAT(faults_of(FieldType::line, "слово"), ElementsAre());
    EXPECT_THAT(faults_of(FieldType::line, "два\nслова"), ElementsAre("/answers/x core.control_character"));
    EXPECT_THAT(faults_of(FieldType::line, std::string(301, 'x')), ElementsAre("/answers/x core.too_long"));
    EXPECT_THAT(faults_of(FieldType::text, "два\nслова"), ElementsAre());
    EXPECT_THAT(faults_of(FieldType::text, "  "), ElementsAre("/answers/x core.required"));
    EXPECT_THAT(faults_of(FieldType::date, "2026-02-29"), ElementsAre("/answers/x core.not_a_date"));
    EXPECT_THAT(faults_of(FieldType::date, "2026-02-28"), ElementsAre());
    EXPECT_THAT(faults_of(FieldType::time, "23:59"), ElementsAre());
    for (const auto* wrong : {"24:00", "9:30", "12:60", "12-30", "1a:00"}) EXPECT_THAT(faults_of(FieldType::time, wrong), ElementsAre("/answers/x core.not_a_time")) << wrong;
}

TEST(Answers, required_ones_are_there_and_unknown_ones_are_not) {
    EXPECT_THAT(faults_in(with(FieldType::integer, true), {}), ElementsAre("/answers/x core.required"));
    EXPECT_THAT(faults_in(with(FieldType::integer), {{"a/b~c", 1}}), ElementsAre("/answers/a~1b~0c core.unknown_field"));
}

TEST(Missing, start_then_end_and_each_time) {
    practices::Form form;
    form.moments = {Moment::start, Moment::end, Moment::each, Moment::follow_up};
    EXPECT_THAT(missing(form, {}, false, false), ElementsAre(Moment::start));
    EXPECT_THAT(missing(form, {Moment::start}, true, false), ElementsAre(Moment::end, Moment::each));
    EXPECT_THAT(missing(form, {Moment::start, Moment::end}, true, true), ElementsAre());
    form.moments = {Moment::end};
    EXPECT_THAT(missing(form, {}, false, false), ElementsAre(Moment::end));
}

}  // namespace
}  // namespace ryadom::forms
