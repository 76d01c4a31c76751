// A table of bad documents: each spoils one thing of the example and says which error must be found where.
#include <gtest/gtest.h>

#include <algorithm>

#include "modules/practices/test/package_example.hpp"

namespace ryadom::practices {
namespace {

using namespace test;

struct Bad {
    const char* name;
    const char* piece;  ///< of the example
    const char* other;  ///< stands in its place
    const char* code;
    const char* pointer;
    int line;
};

const Bad table[] = {
    {"a_number_in_quotes", "norm_minutes: 60", "norm_minutes: \"60\"", "field.type", "/services/0/norm_minutes", 60},
    {"a_word_for_a_number", "norm_minutes: 60", "norm_minutes: hour", "field.type", "/services/0/norm_minutes", 60},
    {"a_number_with_a_leading_zero", "norm_minutes: 60", "norm_minutes: 060", "field.type", "/services/0/norm_minutes", 60},
    {"a_number_in_hexadecimal", "norm_minutes: 60", "norm_minutes: 0x3c", "field.type", "/services/0/norm_minutes", 60},
    {"a_number_beyond_its_range", "norm_minutes: 60", "norm_minutes: 1441", "number.range", "/services/0/norm_minutes", 60},
    {"a_number_beyond_64_bits", "norm_minutes: 60", "norm_minutes: 99999999999999999999", "field.type", "/services/0/norm_minutes", 60},
    {"null", "norm_minutes: 60", "norm_minutes: ~", "field.type", "/services/0/norm_minutes", 60},
    {"nothing_after_the_colon", "norm_minutes: 60", "norm_minutes:", "field.type", "/services/0/norm_minutes", 60},
    {"yes_for_true", "mandatory: true", "mandatory: yes", "field.type", "/needs/staff/0/mandatory", 96},
    {"a_decimal_with_a_trailing_zero", "factor: 0.5", "factor: 0.50", "field.type", "/forms/0/scores/0/factor", 134},
    {"a_decimal_with_three_digits", "factor: 0.5", "factor: 0.125", "field.type", "/forms/0/scores/0/factor", 134},
    {"a_decimal_with_an_exponent", "factor: 0.5", "factor: 5e-1", "field.type", "/forms/0/scores/0/factor", 134},
    {"a_negative_zero", "factor: 0.5", "factor: -0", "field.type", "/forms/0/scores/0/factor", 134},
    {"a_decimal_beyond_a_million", "factor: 0.5", "factor: 1000000.01", "number.range", "/forms/0/scores/0/factor", 134},
    {"a_list_for_a_map", "title:\n  ru: \"Прогулки\"", "title:\n  - \"Прогулки\"", "field.type", "/title", 5},
    {"a_text_for_a_map", "title:\n  ru: \"Прогулки\"", "title: \"Прогулки\"", "field.type", "/title", 4},
    {"a_map_for_a_text", "licence: \"CC-BY-4.0\"", "licence:\n  ru: \"x\"", "field.type", "/licence", 23},
    {"a_map_for_a_list", "    - \"older_people\"", "    older_people: true", "field.type", "/audience/groups", 25},
    {"an_unknown_field", "norm_minutes: 60", "norm_minutes: 60\n    norm_hours: 1", "field.unknown", "/services/0/norm_hours", 61},
    {"an_unknown_language", "title:\n  ru: \"Прогулки\"", "title:\n  ru: \"Прогулки\"\n  de: \"x\"", "field.unknown", "/title/de", 6},
    {"no_russian", "title:\n  ru: \"Прогулки\"", "title:\n  en: \"Walks\"", "field.missing", "/title/ru", 5},
    {"a_required_field_missing", "licence: \"CC-BY-4.0\"\n", "", "field.missing", "/licence", 1},
    {"an_empty_text", "ru: \"Прогулки\"", "ru: \"\"", "field.empty", "/title/ru", 5},
    {"an_empty_list", "  off_season:\n    - 1\n    - 2\n", "  off_season: []\n", "field.empty", "/floor/off_season", 218},
    {"an_empty_map", "  start:\n    set_by_region: true", "  start: {}", "field.empty", "/cost/start", 222},
    {"a_title_of_121_characters", "ru: \"Прогулки\"",
     "ru: \"ЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯЯ\"",
     "text.too_long", "/title/ru", 5},
    {"a_line_feed_in_a_title", "ru: \"Прогулки\"", "ru: \"Прогулки\\nи\"", "text.line", "/title/ru", 5},
    {"a_line_feed_in_a_summary", "\"Выходим вместе.\"", "\"Выходим\\nвместе.\"", "text.line", "/summary/ru", 7},
    {"a_space_at_the_end", "\"Выходим вместе.\"", "\"Выходим вместе. \"", "text.untrimmed", "/summary/ru", 7},
    {"a_no_break_space_at_the_start", "\"Выходим вместе.\"", "\"\\u00a0Выходим\"", "text.untrimmed", "/summary/ru", 7},
    {"a_control_character", "\"Выходим вместе.\"", "\"Выходим\\u0007\"", "text.control", "/summary/ru", 7},
    {"a_zero_character_by_escape", "\"Выходим вместе.\"", "\"Выходим\\0вместе\"", "text.control", "/summary/ru", 7},
    {"an_id_with_a_capital", "id: \"walk\"", "id: \"Walk\"", "format.invalid", "/services/0/id", 54},
    {"a_code_of_two_parts", "\"org.example.walks\"", "\"example.walks\"", "format.invalid", "/code", 2},
    {"a_version_with_a_suffix", "version: \"1.0.0\"", "version: \"1.0.0-beta\"", "format.invalid", "/version", 3},
    {"a_version_of_two_numbers", "version: \"1.0.0\"", "version: 1.10", "format.invalid", "/version", 3},
    {"a_schema_of_the_future", "schema: 1", "schema: 2", "number.range", "/schema", 1},
    {"a_day_that_does_not_exist", "\"2015-01-01\"", "\"2015-02-30\"", "format.invalid", "/legal_basis/0/valid_from", 36},
    {"days_the_wrong_way_round", "\"2015-01-01\"", "\"2015-01-01\"\n    valid_to: \"2014-01-01\"", "range.order", "/legal_basis/0/valid_to", 37},
    {"an_age_the_wrong_way_round", "from: 60", "from: 121", "number.range", "/audience/age/from", 27},
    {"a_range_the_wrong_way_round", "from: 60\n    to: 120", "from: 60\n    to: 59", "range.order", "/audience/age", 27},
    {"an_e_mail_without_an_at", "\"a@example.org\"", "\"example.org\"", "format.invalid", "/origin/contact/email", 21},
    {"a_page_without_tls", "email: \"a@example.org\"", "url: \"http://example.org\"", "format.invalid", "/origin/contact/url", 21},
    {"a_script_for_a_page", "email: \"a@example.org\"", "url: \"javascript:alert(1)\"", "format.invalid", "/origin/contact/url", 21},
    {"an_unknown_word", "checked: \"verified\"", "checked: \"derived\"", "enum.unknown", "/legal_basis/0/checked", 37},
    {"an_id_twice", "    - id: \"begin\"", "    - id: \"decide\"", "id.duplicate", "/rollout/steps/1/id", 207},
    {"an_id_of_two_lists_of_needs", "    - id: \"sticks\"", "    - id: \"guide\"", "id.duplicate", "/needs/equipment/0/id", 98},
    {"an_id_of_two_phases", "    - id: \"note\"", "    - id: \"go\"", "id.duplicate", "/procedure/completion/0/id", 81},
    {"a_score_with_the_id_of_a_field", "      - id: \"band\"", "      - id: \"word\"", "id.duplicate", "/forms/0/scores/1/id", 135},
    {"an_entry_of_a_set_twice", "      - \"start\"\n      - \"end\"", "      - \"end\"\n      - \"end\"", "id.duplicate", "/forms/0/moments/1", 115},
    {"a_staff_id_that_is_reserved", "    - id: \"guide\"", "    - id: \"director\"", "id.reserved", "/needs/staff/0/id", 88},
    {"a_reference_to_nothing", "      service: \"walk\"\n      form", "      service: \"run\"\n      form", "ref.unknown", "/procedure/performance/0/service", 78},
    {"a_role_that_nobody_has", "filled_by: \"recipient\"", "filled_by: \"astronaut\"", "ref.unknown", "/forms/0/filled_by", 112},
    {"a_practice_that_depends_on_itself", "\"org.example.school\"", "\"org.example.walks\"", "ref.self", "/depends/0/code", 230},
    {"comparators_in_prose", "\">=1.0.0 <2.0.0\"", "\"от 1.0.0\"", "format.invalid", "/depends/0/versions", 231},
    {"covers_of_a_section_that_is_core", "\"services/walk/norm_minutes\"", "\"standard\"", "ref.unknown", "/components/adaptable/0/covers/0", 52},
    {"covers_of_an_unknown_field", "\"services/walk/norm_minutes\"", "\"services/walk/norm\"", "ref.unknown", "/components/adaptable/0/covers/0", 52},
    {"covers_in_a_core_component", "        ru: \"Никто не идёт один.\"", "        ru: \"Никто не идёт один.\"\n      covers:\n        - \"forms\"", "field.unexpected", "/components/core/0/covers", 46},
    {"remote_conditions_without_remote", "    delivered_by:", "    remote_conditions:\n      ru: \"x\"\n    delivered_by:", "field.unexpected", "/services/0/remote_conditions", 64},
    {"a_service_code_of_another_kind", "\"communicative.walks-walk\"", "\"medical.walks-walk\"", "value.conflict", "/services/0/code", 55},
    {"two_ways_to_state_a_rate", "      rate_hundredths: 50", "      rate_hundredths: 50\n      set_by_region: true", "value.conflict", "/needs/staff/0", 88},
    {"no_way_to_state_a_rate", "      rate_hundredths: 50\n", "", "value.conflict", "/needs/staff/0", 88},
    {"set_by_region_that_is_false", "set_by_region: true", "set_by_region: false", "value.conflict", "/cost/start/set_by_region", 223},
    {"a_day_beside_no_amount", "  start:\n    set_by_region: true", "  start:\n    set_by_region: true\n    as_of: \"2026-01-01\"", "field.unexpected", "/cost/start/as_of", 224},
    {"options_of_a_line", "        type: \"line\"", "        type: \"line\"\n        options:\n          - id: \"a\"\n            label:\n              ru: \"x\"", "field.unexpected", "/forms/0/fields/1/options", 128},
    {"a_choice_without_options", "        type: \"line\"", "        type: \"choice\"", "field.missing", "/forms/0/fields/1/options", 123},
    {"a_score_of_a_text", "          - \"joy\"", "          - \"word\"", "scoring.type", "/forms/0/scores/0/inputs/0", 133},
    {"a_score_that_counts_itself", "          - \"joy\"", "          - \"total\"", "ref.unknown", "/forms/0/scores/0/inputs/0", 133},
    {"a_score_that_counts_a_later_one", "          - \"joy\"", "          - \"band\"", "ref.unknown", "/forms/0/scores/0/inputs/0", 133},
    {"a_counted_field_without_limits", "        min: -5\n", "", "field.missing", "/forms/0/fields/0/min", 117},
    {"limits_the_wrong_way_round", "        min: -5\n        max: 5", "        min: 5\n        max: -5", "range.order", "/forms/0/fields/0/max", 122},
    {"bands_with_a_gap", "            from: 0\n", "            from: 1\n", "scoring.gap", "/forms/0/scores/1/rows/1/from", 148},
    {"bands_that_overlap", "            from: 0\n", "            from: -1\n", "scoring.gap", "/forms/0/scores/1/rows/1/from", 148},
    {"rows_of_a_sum", "        factor: 0.5", "        factor: 0.5\n        rows:\n          - id: \"r\"\n            from: 0\n            to: 1", "field.unexpected", "/forms/0/scores/0/rows", 136},
    {"a_test_without_a_right_answer", "            right: true\n", "", "value.conflict", "/course/test/questions/0/answers", 173},
    {"a_rule_of_another_kind", "        days: 14", "        days: 14\n        share_percent: 5", "field.unexpected", "/standard/statements/0/rule/share_percent", 201},
    {"a_rule_without_its_number", "        days: 14", "        services:\n          - \"walk\"", "field.missing", "/standard/statements/0/rule/days", 200},
    {"a_season_with_quarters", "  period: \"month\"\n  off_season", "  period: \"quarter\"\n  off_season", "field.unexpected", "/floor/off_season", 219},
    {"a_thirteenth_month", "    - 1\n    - 2", "    - 1\n    - 13", "number.range", "/floor/off_season/1", 220},
    {"a_path_that_climbs", "\"leaflet.md\"", "\"../leaflet.md\"", "file.name", "/document_templates/0/file/ru", 186},
    {"an_absolute_path", "\"leaflet.md\"", "\"/etc/passwd\"", "file.name", "/document_templates/0/file/ru", 186},
    {"a_path_with_a_backslash", "\"leaflet.md\"", "\"..\\\\leaflet.md\"", "file.name", "/document_templates/0/file/ru", 186},
    {"a_path_of_the_document_itself", "\"leaflet.md\"", "\"practice.yaml\"", "file.name", "/document_templates/0/file/ru", 186},
    {"a_file_that_is_not_there", "\"leaflet.md\"", "\"other.md\"", "file.missing", "/document_templates/0/file/ru", 186},
    {"a_lesson_that_is_a_picture", "\"lessons/first.md\"", "\"pictures/map.png\"", "file.type", "/course/lessons/0/content/ru", 165},
    {"two_documents", "schema: 1", "schema: 1\n---\nschema: 1", "yaml.many_documents", "", 2},
    {"a_second_document_that_is_empty", "    mandatory: false\n", "    mandatory: false\n---\n", "yaml.many_documents", "", 0},
    {"an_anchor", "schema: 1", "schema: &a 1", "yaml.anchor", "", 1},
    {"an_alias", "licence: \"CC-BY-4.0\"", "licence: *a", "yaml.syntax", "", 22},
    {"a_merge_key", "licence: \"CC-BY-4.0\"", "<<: {}", "yaml.anchor", "", 22},
    {"a_tag", "schema: 1", "schema: !!int 1", "yaml.tag", "", 1},
    {"a_tag_of_another_language", "schema: 1", "schema: !!python/object/apply:os.system [\"id\"]", "yaml.tag", "", 1},
    {"a_directive", "schema: 1", "%YAML 1.2\n---\nschema: 1", "yaml.tag", "", 1},
    {"a_key_twice", "licence: \"CC-BY-4.0\"", "licence: \"CC-BY-4.0\"\nlicence: \"MIT\"", "yaml.duplicate_key", "", 23},
    {"a_map_as_a_key", "licence: \"CC-BY-4.0\"", "? {a: b}\n: c", "yaml.syntax", "", 22},
    {"a_quote_that_never_ends", "licence: \"CC-BY-4.0\"", "licence: \"CC-BY-4.0", "yaml.syntax", "", 0},
    {"a_tab_for_indentation", "title:\n  ru: \"Прогулки\"", "title:\n\tru: \"Прогулки\"", "yaml.syntax", "", 0},
    {"a_mark_of_the_byte_order", "schema: 1", "\xef\xbb\xbfschema: 1", "yaml.encoding", "", 1},
    {"a_byte_that_is_not_utf_8", "ru: \"Прогулки\"", "ru: \"\xcf\xf0\xee\"", "yaml.encoding", "", 5},
    {"an_overlong_form", "ru: \"Прогулки\"", "ru: \"\xc0\xaf\"", "yaml.encoding", "", 5},
    {"a_raw_control_byte", "ru: \"Прогулки\"", "ru: \"\x1b[31m\"", "yaml.encoding", "", 5},
};

class BadDocument : public testing::TestWithParam<Bad> {};

TEST_P(BadDocument, is_refused_at_its_place) {
    const auto& bad = GetParam();
    const auto read = read_package(files_with(with(bad.piece, bad.other)));
    ASSERT_FALSE(read);
    const auto found = std::ranges::any_of(read.error(), [&](const Problem& each) {
        return each.level == Problem::Level::error && each.code == "practices." + std::string(bad.code) &&
               each.pointer == bad.pointer && each.file == "practice.yaml" && (bad.line == 0 || each.line == bad.line);
    });
    EXPECT_TRUE(found) << bad.code << " " << bad.pointer << ":" << bad.line << " is not in\n" << shown(read.error());
}

INSTANTIATE_TEST_SUITE_P(Table, BadDocument, testing::ValuesIn(table),
                         [](const auto& each) { return std::string(each.param.name); });

std::string only_code(const PackageFiles& files) {
    const auto read = read_package(files);
    if (read) return "read";
    std::string out;
    for (const auto& each : read.error())
        if (each.level == Problem::Level::error) out += (out.empty() ? "" : ", ") + each.file + " " + each.code;
    return out;
}

TEST(BadPackage, a_step_may_not_come_after_a_later_one) {
    auto document = with("        ru: \"Решить\"", "        ru: \"Решить\"\n      after:\n        - \"begin\"");
    const auto read = read_package(files_with(document));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().at(0).code, "practices.ref.not_above");
    EXPECT_EQ(read.error().at(0).pointer, "/rollout/steps/0/after/0");
}

TEST(BadPackage, without_a_document_there_is_nothing_to_read) {
    EXPECT_EQ(only_code({{"leaflet.md", "x"}}), "practice.yaml practices.file.missing");
}

TEST(BadPackage, an_empty_document_is_not_a_map) {
    EXPECT_EQ(only_code({{"practice.yaml", ""}}), "practice.yaml practices.field.type");
    EXPECT_EQ(only_code({{"practice.yaml", "- a\n"}}), "practice.yaml practices.field.type");
}

TEST(BadPackage, nesting_is_limited) {
    const auto deep = std::string(40, '[') + std::string(40, ']');
    EXPECT_EQ(only_code({{"practice.yaml", "schema: " + std::string(100'000, '[')}}), "practice.yaml practices.yaml.too_deep");
    EXPECT_EQ(only_code({{"practice.yaml", "schema: " + deep}}), "practice.yaml practices.yaml.too_deep");
    std::string block;
    for (std::size_t i = 0; i < 40; ++i) block += std::string(i, ' ') + "a:\n";
    EXPECT_EQ(only_code({{"practice.yaml", block}}), "practice.yaml practices.yaml.too_deep");
}

TEST(BadPackage, a_document_of_more_than_a_mebibyte_is_not_read) {
    EXPECT_EQ(only_code({{"practice.yaml", std::string((1U << 20) + 1, '#')}}), "practice.yaml practices.yaml.too_large");
}

TEST(BadPackage, a_list_of_201_elements_is_too_long) {
    std::string steps;
    for (int i = 0; i < 200; ++i) steps += "    - id: \"s" + std::to_string(i) + "\"\n      title:\n        ru: \"x\"\n";
    EXPECT_EQ(only_code(files_with(with("  steps:\n", "  steps:\n" + steps))), "practice.yaml practices.list.too_long");
}

TEST(BadPackage, a_file_is_what_its_ending_says) {
    const auto code_of = [](const std::string& path, const std::string& content) {
        auto files = example_files();
        files[path] = content;
        return only_code(files);
    };
    EXPECT_EQ(code_of("pictures/map.png", "GIF89a"), "pictures/map.png practices.file.type");
    EXPECT_EQ(code_of("pictures/map.png", "<svg onload=alert(1)>"), "pictures/map.png practices.file.type");
    EXPECT_EQ(code_of("a.svg", "<svg/>"), "a.svg practices.file.type");
    EXPECT_EQ(code_of("a.html", "<p>"), "a.html practices.file.type");
    EXPECT_EQ(code_of("inner.zip", "PK\x03\x04"), "inner.zip practices.file.type");
    EXPECT_EQ(code_of("leaflet.md", "\xff\xfe"), "leaflet.md practices.file.encoding");
    EXPECT_EQ(code_of("leaflet.md", std::string((512U << 10) + 1, 'a')), "leaflet.md practices.file.too_large");
    EXPECT_EQ(code_of("leaflet.md", "![x](pictures/none.png)\n"), "leaflet.md practices.file.missing");
    EXPECT_EQ(code_of("leaflet.md", "\n![x](../../etc/passwd)\n"), "leaflet.md practices.file.name");
    EXPECT_EQ(code_of("Leaflet.md", "x"), "Leaflet.md practices.file.name");
    EXPECT_EQ(code_of("../a.md", "x"), "../a.md practices.file.name");
    EXPECT_EQ(code_of(".git", "x"), ".git practices.file.name");
    EXPECT_EQ(code_of("a/b/c/d/e.md", "x"), "a/b/c/d/e.md practices.file.name");
}

TEST(BadPackage, too_many_files_are_refused) {
    auto files = example_files();
    for (int i = 0; i < 500; ++i) files["f" + std::to_string(i) + ".md"] = "x";
    EXPECT_EQ(only_code(files), " practices.file.too_many");
}

TEST(BadPackage, a_file_that_nothing_names_and_an_unknown_placeholder_are_warnings) {
    auto files = example_files();
    files["spare.md"] = "x";
    files["leaflet.md"] += "\n{{ password }}\n";
    const auto read = read_package(files);
    ASSERT_TRUE(read) << shown(read.error());
    EXPECT_EQ(shown(read->warnings),
              "leaflet.md:7  practices.template.unknown_field name=password\nspare.md:0  practices.file.unused path=spare.md\n");
}

}  // namespace
}  // namespace ryadom::practices
