// A form that stands in a document of its own, and what may be said of questions and scores: each error at its line.
#include "modules/practices/package.hpp"

#include <gmock/gmock.h>

namespace ryadom::practices {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string sound = R"(id: "steps"
title:
  ru: "Шаги"
kind: "scale"
filled_by: "physiotherapist"
moments:
  - "each"
fields:
  - id: "able"
    label:
      ru: "Ходит"
    type: "choice"
    options:
      - id: "yes"
        label:
          ru: "Да"
        value: 1
      - id: "no"
        label:
          ru: "Нет"
        value: 0
  - id: "steps"
    label:
      ru: "Шагов"
    type: "integer"
    min: 0
    max: 100
    asked_if:
      field: "able"
      chosen:
        - "yes"
scores:
  - id: "most"
    title:
      ru: "Больше всего"
    method: "highest"
    inputs:
      - "steps"
    better: "higher"
    noticeable: 5
)";

std::vector<std::string> problems(const std::string& text) {
    std::vector<std::string> out;
    if (const auto read = read_form(text, "steps.yaml"); !read)
        for (const auto& each : read.error()) out.push_back(each.code.substr(10) + " " + each.pointer + " " + std::to_string(each.line));
    return out;
}

std::string with(std::string_view piece, std::string_view other) {
    auto text = sound;
    const auto at = text.find(piece);
    if (at == std::string::npos) throw std::logic_error(std::string(piece));
    return text.replace(at, piece.size(), other);
}

TEST(FormAlone, is_read_with_its_conditions_and_new_methods) {
    const auto read = read_form(sound, "steps.yaml");
    ASSERT_TRUE(read) << ::testing::PrintToString(problems(sound));
    const auto& form = read->form;
    EXPECT_EQ(form.fields[1].asked_if, (Condition{"able", {"yes"}, {}, {}}));
    EXPECT_EQ(form.scores[0].method, Method::highest);
    EXPECT_EQ(form.scores[0].noticeable, 5);
    EXPECT_EQ(form.filled_by, "physiotherapist") << "any role: there is no staff list beside it";
}

TEST(FormAlone, names_the_line_of_what_is_wrong) {
    EXPECT_THAT(problems("id: [\n"), ElementsAre("yaml.syntax  2"));
    EXPECT_THAT(problems(with("kind: \"scale\"", "kind: \"poem\"")), ElementsAre("enum.unknown /kind 4"));
    EXPECT_THAT(problems(with("      field: \"able\"", "      field: \"steps\"")), ElementsAre("ref.unknown /fields/1/asked_if/field 29")) << "of itself";
    EXPECT_THAT(problems(with("        - \"yes\"", "        - \"maybe\"")), ElementsAre("ref.unknown /fields/1/asked_if/chosen/0 31"));
    EXPECT_THAT(problems(with("      chosen:\n        - \"yes\"", "      from: 1")), ElementsAre("scoring.type /fields/1/asked_if/from 30"));
    EXPECT_THAT(problems(with("method: \"highest\"", "method: \"count\"")), ElementsAre("field.missing /scores/0/at_least 33"));
    EXPECT_THAT(problems(with("noticeable: 5", "at_least: 5")), ElementsAre("field.unexpected /scores/0/at_least 40"));
    EXPECT_THAT(problems(with("noticeable: 5", "noticeable: 0")), ElementsAre("number.range /scores/0/noticeable 40"));
    EXPECT_THAT(problems(with("noticeable: 5", "weights:\n      - \"able\"")), ElementsAre("field.unexpected /scores/0/weights 41"));
    EXPECT_THAT(problems(with("method: \"highest\"", "method: \"t_score\"\n    weights:\n      - \"able\"\n      - \"steps\"")),
                ElementsAre("value.conflict /scores/0/weights 38"));
    EXPECT_THAT(problems(with("method: \"highest\"", "method: \"t_score\"\n    weights:\n      - \"able\"")), IsEmpty());
}

}  // namespace
}  // namespace ryadom::practices
