#include "platform/i18n/catalogue.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ryadom::i18n {
namespace {

Catalogue catalogue(std::string_view ru, std::string_view kk, std::string_view en) {
    const std::array files{EmbeddedFile{"ru.json", ru}, EmbeddedFile{"kk.json", kk}, EmbeddedFile{"en.json", en}};
    Catalogue out;
    out.add(files);
    return out;
}

}  // namespace

TEST(Catalogue, chooses_the_plural_of_each_language) {
    const auto texts = catalogue(R"({"x.days":"{n, plural, one {# день} few {# дня} many {# дней} other {# дня}}"})",
                                 R"({"x.days":"{n} күн"})", R"({"x.days":"{n, plural, one {# day} other {# days}}"})");
    EXPECT_EQ(texts.text(Language::ru, "x.days", {{"n", "21"}}), "21 день");
    EXPECT_EQ(texts.text(Language::ru, "x.days", {{"n", "22"}}), "22 дня");
    EXPECT_EQ(texts.text(Language::ru, "x.days", {{"n", "11"}}), "11 дней");
    EXPECT_EQ(texts.text(Language::kk, "x.days", {{"n", "5"}}), "5 күн");
    EXPECT_EQ(texts.text(Language::en, "x.days", {{"n", "1"}}), "1 day");
    EXPECT_EQ(texts.text(Language::en, "x.unknown"), "x.unknown");
}

TEST(Catalogue, shows_days_as_people_write_them) {
    const auto texts = catalogue(R"({"a":"в центре сегодня {day}"})", R"({"a":"{day}"})", R"({"a":"{day}"})");
    EXPECT_EQ(texts.text(Language::ru, "a", {{"day", "2026-11-29"}}), "в центре сегодня 29.11.2026");
    EXPECT_EQ(texts.text(Language::en, "a", {{"day", "2026-02-31"}}), "2026-02-31") << "what is no day stays as it came";
}

TEST(Catalogue, names_what_a_language_lacks) {
    EXPECT_THAT(catalogue(R"({"a":"1","b":"2"})", R"({"a":"1"})", R"({"a":"1","b":"2"})").gaps(),
                testing::Each("kk: b"));
}

TEST(Catalogue, refuses_a_broken_pattern) {
    EXPECT_THROW(catalogue(R"({"a":"{n, plural"})", "{}", "{}"), std::logic_error);
}

TEST(Language, is_the_first_of_ours_that_the_browser_asks_for) {
    EXPECT_EQ(preferred("de-DE,kk;q=0.9,ru;q=0.8"), Language::kk);
    EXPECT_EQ(preferred(""), Language::ru);
}

TEST(Fold, makes_one_of_what_people_write_differently) {
    EXPECT_EQ(fold(" Алёна-Ёлка "), "алена елка");
    EXPECT_EQ(fold("Қасымұлы Ерлан"), fold("касымулы  ЕРЛАН"));
}

TEST(Encoding, of_old_files_is_read) {
    EXPECT_EQ(from_cp1251("\xcf\xf0\xe8\xe2\xe5\xf2"), "Привет");
    EXPECT_TRUE(valid_utf8("Привет"));
    EXPECT_FALSE(valid_utf8("\xcf\xf0\xe8"));
}

}  // namespace ryadom::i18n
