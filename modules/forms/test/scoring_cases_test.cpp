// The cases that the pages count too (web/src/ui/form/scoring.test.ts): one description, one result.
#include "modules/forms/rules.hpp"

#include "modules/forms/test/library.hpp"

#include <gmock/gmock.h>

namespace ryadom::forms {
namespace {

using ::testing::ElementsAreArray;

json::Value cases() {
    std::ifstream in(std::string(RYADOM_SOURCE_DIR) + "/modules/forms/test/scoring_cases.json", std::ios::binary);
    auto out = json::parse(std::string(std::istreambuf_iterator<char>(in), {}));
    if (!out) throw std::runtime_error(out.error().code);
    return std::move(*out);
}

std::vector<std::string> texts(const json::Value& list) {
    std::vector<std::string> out;
    for (const auto& each : *list.as<json::Array>()) out.push_back(*each.as<std::string>());
    return out;
}

Answers answers_in(const json::Value& object) {
    Answers out;
    for (const auto& [name, value] : *object.as<json::Object>()) out.emplace(name, value);
    return out;
}

TEST(ScoringCases, come_to_what_they_say) {
    const auto all = cases();
    int runs = 0;
    for (const auto& each : *all.as<json::Array>()) {
        const auto read = practices::read_form(json::write(*each.find("form")), "case");
        ASSERT_TRUE(read) << *each.find("name")->as<std::string>() << read.error().front().code << " " << read.error().front().pointer;
        for (const auto& run : *each.find("runs")->as<json::Array>()) {
            SCOPED_TRACE(*each.find("name")->as<std::string>() + " " + json::write(run));
            const auto answers = answers_in(*run.find("answers"));
            EXPECT_THAT(said(results(read->form, answers)), ElementsAreArray(texts(*run.find("results"))));
            std::vector<std::string> asked;
            for (const auto& field : read->form.fields)
                if (is_asked(read->form, field, answers)) asked.push_back(field.id);
            EXPECT_THAT(asked, ElementsAreArray(texts(*run.find("asked"))));
            ++runs;
        }
    }
    EXPECT_GT(runs, 30);
}

TEST(Answers, to_a_question_that_is_not_asked_are_refused_and_none_is_missed) {
    practices::Form form;
    form.fields = {{"able", {}, practices::FieldType::boolean, true, {}, {}, {}, {}, {}},
                   {"seconds", {}, practices::FieldType::decimal, true, 0, 600, {}, {}, {}, practices::Condition{"able", {}, 1, {}}}};
    const auto found = [&](const Answers& answers) {
        std::vector<std::string> out;
        for (const auto& each : faults(form, answers, "/answers")) out.push_back(each.pointer + " " + each.code);
        return out;
    };
    using ::testing::ElementsAre;
    EXPECT_THAT(found({{"able", false}}), ElementsAre());
    EXPECT_THAT(found({{"able", true}}), ElementsAre("/answers/seconds core.required"));
    EXPECT_THAT(found({{"able", false}, {"seconds", 9}}), ElementsAre("/answers/seconds forms.not_asked"));
    EXPECT_THAT(found({{"able", true}, {"seconds", 9.5}}), ElementsAre());
}

TEST(Change, is_read_by_what_the_scale_says) {
    practices::Form form;
    form.scores = {{"up", {}, practices::Method::sum, {}, {}, {}, {}, {}, practices::Better::higher, {}, {}, 20.0},
                   {"down", {}, practices::Method::sum, {}, {}, {}, {}, {}, practices::Better::lower},
                   {"plain", {}, practices::Method::sum, {}, {}, {}, {}, {}, {}}};
    const auto reading = [&](const char* score, std::int64_t before, std::int64_t now) { return change_of(form, score, before, now, Date{1}).reading; };
    EXPECT_EQ(reading("up", 5000, 5000), Reading::same);
    EXPECT_EQ(reading("up", 5000, 6999), Reading::noise);
    EXPECT_EQ(reading("up", 5000, 3001), Reading::noise);
    EXPECT_EQ(reading("up", 5000, 7000), Reading::better);
    EXPECT_EQ(reading("up", 5000, 3000), Reading::worse);
    EXPECT_EQ(reading("down", 500, 400), Reading::better);
    EXPECT_EQ(reading("down", 400, 500), Reading::worse);
    EXPECT_EQ(reading("plain", 400, 500), Reading::changed);
    const auto change = change_of(form, "up", 5000, 4550, Date{7});
    EXPECT_DOUBLE_EQ(change.by, -4.5);
    EXPECT_EQ(change.since, Date{7});
    EXPECT_EQ(change.noticeable, 20.0);
}

}  // namespace
}  // namespace ryadom::forms
