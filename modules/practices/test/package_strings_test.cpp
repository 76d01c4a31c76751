// Every problem and difference has its sentence in the three languages.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "modules/practices/archive.hpp"
#include "modules/practices/compare.hpp"
#include "modules/practices/complete.hpp"
#include "modules/practices/test/package_example.hpp"
#include "platform/i18n/catalogue.hpp"

namespace ryadom::practices {
namespace {

using namespace test;
using i18n::Language;

i18n::Catalogue catalogue() {
    static std::map<std::string, std::string> texts;
    std::vector<EmbeddedFile> files;
    for (const auto* name : {"ru.json", "kk.json", "en.json"}) {
        std::ifstream in(std::string(RYADOM_SOURCE_DIR) + "/modules/practices/strings/" + name);
        auto& text = texts[name];
        text.assign(std::istreambuf_iterator<char>(in), {});
        files.push_back({name, text});
    }
    i18n::Catalogue out;
    out.add(files);
    return out;
}

std::string sentence(const i18n::Catalogue& texts, Language language, const Problem& problem) {
    auto place = place_arguments(problem);
    place["text"] = texts.text(language, problem.code, problem.arguments);
    return texts.text(language, place_key(problem), place);
}

TEST(PackageStrings, no_language_lacks_a_text) { EXPECT_EQ(catalogue().gaps(), std::vector<std::string>()); }

TEST(PackageStrings, a_problem_is_told_with_its_place) {
    const auto texts = catalogue();
    const auto read = read_package(files_with(with("norm_minutes: 60", "norm_minutes: 2000")));
    ASSERT_FALSE(read);
    EXPECT_EQ(sentence(texts, Language::ru, read.error().at(0)),
              "practice.yaml, строка 60, поле services/0/norm_minutes: допускаются числа от 1 до 1\u00a0440");
    const auto typed = read_package(files_with(with("norm_minutes: 60", "norm_minutes: \"60\"")));
    EXPECT_EQ(sentence(texts, Language::en, typed.error().at(0)),
              "practice.yaml, line 60, field services/0/norm_minutes: expected here: a whole number without "
              "quotes");
}

TEST(PackageStrings, everything_that_can_be_said_has_a_text) {
    const auto texts = catalogue();
    const auto files = example_files();
    const auto read = read_package(files);
    ASSERT_TRUE(read);
    for (const auto& each : complete(*read, files)) EXPECT_TRUE(texts.has(each.code)) << each.code;
    const auto broken = read_archive("x", {});
    ASSERT_FALSE(broken);
    EXPECT_EQ(sentence(texts, Language::ru, broken.error().at(0)),
              "Пакет: это не архив пакета или он обрезан");
    const auto has_section = [&](std::string_view name) {
        EXPECT_TRUE(texts.has("practices.section." + std::string(name))) << name;
    };
    constexpr auto description = describe(json::Type<Package>{});
    std::apply([&](const auto&... fields) { (has_section(fields.name), ...); }, description.fields);
    for (const auto kind : {"added", "removed", "changed", "reordered"})
        for (const auto what : {"section", "detail", "element", "field"})
            EXPECT_TRUE(texts.has(std::string("practices.difference.") + kind + "_" + what));
}

}  // namespace
}  // namespace ryadom::practices
