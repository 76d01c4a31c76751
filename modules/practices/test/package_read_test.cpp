// Whole packages: the example, the library that ships, and the round trips of both.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "modules/practices/complete.hpp"
#include "modules/practices/package_folder.hpp"
#include "modules/practices/package_text.hpp"
#include "platform/json/schema.hpp"
#include "modules/practices/test/package_example.hpp"
#include "platform/core/bytes.hpp"

namespace ryadom::practices {
namespace {

using namespace test;

std::vector<std::filesystem::path> shipped_folders() {
    std::vector<std::filesystem::path> out;
    const auto root = std::filesystem::path(RYADOM_SOURCE_DIR) / "practices";
    if (!std::filesystem::exists(root)) return out;
    for (const auto& entry : std::filesystem::directory_iterator(root))
        if (std::filesystem::exists(entry.path() / "practice.yaml")) out.push_back(entry.path());
    std::ranges::sort(out);
    return out;
}

TEST(PackageReading, the_example_reads_without_a_warning) {
    const auto read = read_package(example_files());
    ASSERT_TRUE(read) << shown(read.error());
    EXPECT_EQ(shown(read->warnings), "");
    EXPECT_EQ(read->package.title.ru, "Прогулки");
    EXPECT_EQ(read->package.body.ru, "Первый абзац.\n\nВторой абзац с \"кавычками\".");
    EXPECT_EQ(read->package.forms.at(0).scores.at(0).factor, 0.5);
    EXPECT_EQ(read->package.floor.off_season, (std::vector{1, 2}));
}

TEST(PackageReading, reading_and_writing_unchanged_keeps_the_hash) {
    const auto read = read_package(example_files());
    ASSERT_TRUE(read) << shown(read.error());
    EXPECT_EQ(write_package(read->package), example_document);
}

TEST(PackageReading, every_shipped_package_keeps_its_hash) {
    for (const auto& folder : shipped_folders()) {
        const auto files = read_folder(folder);
        ASSERT_TRUE(files) << shown(files.error());
        const auto read = read_package(*files);
        ASSERT_TRUE(read) << folder << "\n" << shown(read.error());
        EXPECT_EQ(hex(sha256(write_package(read->package))), hex(sha256(files->at("practice.yaml"))))
            << folder;
        EXPECT_EQ(shown(read->warnings), "") << folder;
        EXPECT_EQ(shown(complete(*read, *files)), "") << folder;
    }
}

TEST(PackageReading, the_package_survives_the_way_through_json) {
    const auto read = read_package(example_files());
    ASSERT_TRUE(read);
    const auto json = json::parse(json::to_json(read->package), {.depth = 32, .bytes = 1U << 22});
    ASSERT_TRUE(json);
    const auto files = example_files();
    const auto again = read_package_json(*json, &files);
    ASSERT_TRUE(again) << shown(again.error());
    EXPECT_EQ(again->package, read->package);
}

TEST(PackageReading, a_document_that_is_not_canonical_is_read_with_a_warning_and_written_in_the_one_form) {
    auto document = with("version: \"1.0.0\"", "# a comment\nversion: 1.0.0");
    document = with("title:\n  ru: \"Прогулки\"", "title: {ru: 'Прогулки'}", document);
    document = with("      minutes: 30", "      minutes: 30\n", document);
    const auto read = read_package(files_with(document));
    ASSERT_TRUE(read) << shown(read.error());
    ASSERT_EQ(read->warnings.size(), 1U);
    EXPECT_EQ(read->warnings.at(0).code, "practices.form.not_canonical");
    EXPECT_EQ(write_package(read->package), example_document);
}

TEST(PackageReading, a_text_stays_a_text_however_it_is_quoted) {
    const auto read =
        read_package(files_with(with("    region: \"RU\"", "    number: 1.10\n    region: RU")));
    ASSERT_TRUE(read) << shown(read.error());
    EXPECT_EQ(read->package.legal_basis.at(0).number, "1.10");
}

TEST(PackageReading, a_written_default_is_dropped) {
    auto document = with("    norm_minutes: 60",
                         "    norm_minutes: 60\n    payment: \"set_by_region\"\n    counts_unnamed: false");
    document = with("        factor: 0.5", "        factor: 1\n        min_answered: 1", document);
    const auto read = read_package(files_with(document));
    // The order of the fields does not matter to the reader either.
    ASSERT_TRUE(read) << shown(read.error());
    EXPECT_EQ(read->package.services.at(0).payment, std::nullopt);
    EXPECT_EQ(read->package.forms.at(0).scores.at(0).factor, std::nullopt);
    EXPECT_EQ(read->package.forms.at(0).scores.at(0).min_answered, std::nullopt);
}

TEST(PackageReading, awkward_texts_survive_the_canonical_form) {
    auto package = read_package(example_files())->package;
    for (const auto* text : {"a\n\nb",
                             "a: b # c",
                             "- x\n- y",
                             "tab\tin\nlines",
                             "a\n  b",
                             "one \ntwo",
                             "quote \" back \\",
                             "a\u2028b",
                             "x\n\u00a0y",
                             "%x\n---\n...",
                             "? key",
                             "a\nb\\n\"c\"",
                             "null",
                             "~",
                             "true",
                             "1.10",
                             "'",
                             "|-",
                             "a\n\n\nb",
                             "#\n#",
                             "😀\nтекст"}) {
        package.body.ru = text;
        auto files = example_files();
        files["practice.yaml"] = write_package(package);
        const auto read = read_package(files);
        ASSERT_TRUE(read) << text << "\n" << shown(read.error());
        EXPECT_EQ(read->package.body.ru, text);
        EXPECT_EQ(shown(read->warnings), "") << text;
    }
}

TEST(PackageReading, all_errors_come_at_once_in_the_order_of_lines) {
    auto document = with("licence: \"CC-BY-4.0\"", "licence: \"CC BY\"");
    document = with("minutes: 30", "minutes: 3", document);
    document = with("at_least: 5", "at_most: 5", document);
    const auto read = read_package(files_with(document));
    ASSERT_FALSE(read);
    std::vector<std::string> codes;
    for (const auto& each : read.error()) codes.push_back(each.code);
    EXPECT_THAT(codes, testing::ElementsAre("practices.format.invalid", "practices.number.range",
                                            "practices.field.missing", "practices.field.unknown"));
}

TEST(PackageReading, no_more_than_two_hundred_errors_are_reported) {
    std::string document(example_document);
    for (int i = 0; i < 500; ++i) document += "unknown" + std::to_string(i) + ": 1\n";
    const auto read = read_package(files_with(document));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().size(), 200U);
}

TEST(PackageReading, the_schema_for_the_api_comes_from_the_same_description) {
    json::Schemas schemas;
    json::schema<Package>(schemas);
    EXPECT_TRUE(schemas.contains("PackageStaffNeed"));
    const auto* properties = schemas.at("PackageStaffNeed").find("properties");
    ASSERT_TRUE(properties && properties->find("rate_hundredths"));
    EXPECT_EQ(json::write(*properties->find("rate_hundredths")->find("maximum")), "10000");
}

TEST(PackageReading, a_region_code_that_does_not_ship_is_a_warning) {
    const auto read = read_package(files_with(with("\"older_people\"", "\"ship_crews\"")));
    ASSERT_TRUE(read) << shown(read.error());
    ASSERT_EQ(read->warnings.size(), 1U);
    EXPECT_EQ(read->warnings.at(0).code, "practices.code.unknown");
    EXPECT_EQ(read->warnings.at(0).pointer, "/audience/groups/0");
}

TEST(PackageVersions, comparators_must_all_hold) {
    const auto wanted = parse_versions(">=1.2.0 <2.0.0");
    ASSERT_TRUE(wanted);
    EXPECT_TRUE(satisfies({1, 2, 0}, *wanted));
    EXPECT_TRUE(satisfies({1, 10, 3}, *wanted));
    EXPECT_FALSE(satisfies({2, 0, 0}, *wanted));
    EXPECT_FALSE(satisfies({1, 1, 9}, *wanted));
}

}  // namespace
}  // namespace ryadom::practices
