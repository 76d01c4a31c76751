#include "platform/json/schema.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace ryadom::json {
namespace {

enum class Colour { red, green };
constexpr auto names(Type<Colour>) {
    return std::array{std::pair{Colour::red, std::string_view("red")}, std::pair{Colour::green, std::string_view("green")}};
}

struct Wheel {
    int size = 0;
    std::optional<std::string> note;
    bool operator==(const Wheel&) const = default;
};
constexpr auto describe(Type<Wheel>) {
    return object("Wheel", field("size", &Wheel::size, "Inches", range(1, 40)),
                  field("note", &Wheel::note, "Remark", length(0, 5)));
}

struct Chair {
    Date bought;
    Colour colour = Colour::red;
    std::vector<Wheel> wheels;
    std::map<std::string, std::string> titles;
    bool operator==(const Chair&) const = default;
};
constexpr auto describe(Type<Chair>) {
    return object("Chair", field("bought", &Chair::bought, "Day of purchase"),
                  field("colour", &Chair::colour, "Colour"),
                  field("wheels", &Chair::wheels, "Wheels", length(1, 4)),
                  field("titles", &Chair::titles, "Names by language"));
}

constexpr auto good = R"({"bought":"2026-11-23","colour":"green","wheels":[{"size":24,"note":"левое"},{"size":6}],)"
                      R"("titles":{"ru":"Кресло"}})";

struct Door {
    std::string code;
    std::vector<std::string> rights;
};
constexpr auto describe(Type<Door>) {
    return object("Door", field("code", &Door::code, "Code", words("Code")), field("rights", &Door::rights, "Who may pass", words("Right")));
}

std::vector<std::pair<std::string, std::string>> errors(std::string_view text) {
    const auto value = parse(text);
    EXPECT_TRUE(value) << value.error().code;
    const auto chair = read<Chair>(*value);
    std::vector<std::pair<std::string, std::string>> out;
    if (!chair)
        for (const auto& field : chair.error().fields) out.emplace_back(field.pointer, field.code);
    return out;
}

}  // namespace

TEST(Describe, writes_what_it_read) {
    const auto chair = read<Chair>(*parse(good));
    ASSERT_TRUE(chair);
    EXPECT_EQ(to_json(*chair), good);
}

TEST(Describe, names_every_wrong_field_at_once) {
    using testing::Pair;
    EXPECT_THAT(errors(R"({"bought":"2026-02-31","colour":"blue","wheels":[{"size":99},{"note":"слишком длинно"}],"extra/y":1})"),
                testing::UnorderedElementsAre(Pair("/bought", "core.not_a_date"), Pair("/colour", "core.unknown_value"),
                                              Pair("/wheels/0/size", "core.too_large"), Pair("/wheels/1/size", "core.required"),
                                              Pair("/wheels/1/note", "core.too_long"), Pair("/titles", "core.required"),
                                              Pair("/extra~1y", "core.unknown_field")));
}

TEST(Describe, refuses_null_for_an_absent_member) {
    EXPECT_THAT(errors(R"({"bought":"2026-11-23","colour":"red","wheels":[{"size":6,"note":null}],"titles":{}})"),
                testing::ElementsAre(testing::Pair("/wheels/0/note", "core.type")));
}

TEST(Describe, yields_a_schema_with_limits_and_references) {
    Schemas schemas;
    EXPECT_EQ(write(schema<Chair>(schemas)), R"({"$ref":"#/components/schemas/Chair"})");
    EXPECT_EQ(write(schemas.at("Wheel")),
              R"({"type":"object","properties":{"size":{"type":"integer","minimum":1,"maximum":40,"title":"Inches"},)"
              R"("note":{"type":"string","maxLength":5,"title":"Remark"}},"required":["size"],"additionalProperties":false})");
}

struct OtherChair {
    int legs;
};
constexpr auto describe(Type<OtherChair>) { return object("Chair", field("legs", &OtherChair::legs, "Legs")); }

TEST(Describe, refuses_one_name_for_two_types) {
    Schemas schemas;
    schema<Chair>(schemas);
    EXPECT_NO_THROW(schema<Chair>(schemas));
    EXPECT_THROW(schema<OtherChair>(schemas), std::logic_error);
}

TEST(Describe, refers_to_lists_that_only_the_program_knows) {
    Schemas schemas;
    schema<Door>(schemas);
    EXPECT_EQ(write(*schemas.at("Door").find("properties")),
              R"({"code":{"$ref":"#/components/schemas/Code","title":"Code"},)"
              R"("rights":{"type":"array","items":{"$ref":"#/components/schemas/Right"},"title":"Who may pass"}})");
}

TEST(Write, lays_a_text_out_for_people) {
    const Value value(Object{{"empty", Array{}}, {"words", Array{"a", 1}}, {"inner", Object{{"none", Object{}}}}});
    EXPECT_EQ(write(value), R"({"empty":[],"words":["a",1],"inner":{"none":{}}})");
    EXPECT_EQ(write(value, Layout::indented), R"({
  "empty": [],
  "words": [
    "a",
    1
  ],
  "inner": {
    "none": {}
  }
})");
}

TEST(Parse, refuses_what_readers_would_differ_on) {
    EXPECT_EQ(parse(R"({"a":1,"a":2})").error().code, "json.duplicate_key");
    EXPECT_EQ(parse(std::string(40, '[') + std::string(40, ']')).error().code, "json.too_deep");
    EXPECT_EQ(parse("{\"a\":\"\xff\"}").error().code, "json.syntax");
    EXPECT_EQ(parse(R"({"a":1} x)").error().code, "json.syntax");
    EXPECT_EQ(parse(R"([18446744073709551615])").error().code, "json.number");
}

TEST(Yaml, keeps_lines_and_types) {
    const auto value = parse_yaml("code: \"a.b\"\nminutes: 40\nopen: true\nsteps:\n  - id: \"one\"\n    text: |\n      Шаг\n      два\n");
    ASSERT_TRUE(value) << value.error().detail;
    EXPECT_EQ(write(*value), R"({"code":"a.b","minutes":40,"open":true,"steps":[{"id":"one","text":"Шаг\nдва\n"}]})");
    EXPECT_EQ(value->find("minutes")->line, 2);
    EXPECT_EQ(value->find("steps")->as<Array>()->front().find("text")->line, 6);
}

TEST(Yaml, refuses_what_a_package_may_not_hold) {
    EXPECT_EQ(parse_yaml("a: &x 1\nb: *x\n").error().code, "yaml.anchor");
    EXPECT_EQ(parse_yaml("a: !!int 1\n").error().code, "yaml.tag");
    EXPECT_EQ(parse_yaml("a: 1\na: 2\n").error().code, "json.duplicate_key");
    EXPECT_EQ(parse_yaml("a: 1\n---\nb: 2\n").error().code, "yaml.documents");
    EXPECT_EQ(parse_yaml(std::string(200, '[') + std::string(200, ']')).error().code, "json.too_deep");
    EXPECT_EQ(parse_yaml("a: [1, 2\n").error().code, "yaml.syntax");
    EXPECT_EQ(parse_yaml("a: 1\n&x b: 2\n").error().line, 2);
}

}  // namespace ryadom::json
