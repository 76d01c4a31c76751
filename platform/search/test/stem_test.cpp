#include "platform/search/neighbours.hpp"
#include "platform/search/stem.hpp"

#include <gtest/gtest.h>

namespace ryadom::search {
namespace {

using i18n::Language;

std::string kazakh(std::string_view word) { return stem_kazakh(i18n::fold(word)); }

TEST(Stem, of_russian_forms_is_one) {
    for (const auto* form : {"реабилитация", "реабилитации", "реабилитацией", "реабилитаций"}) EXPECT_EQ(stem(form, Language::ru), "реабилитац") << form;
    EXPECT_EQ(stem("services", Language::ru), "servic");
}

TEST(Stem, of_kazakh_forms_is_one) {
    for (const auto* form : {"орталық", "орталығы", "орталығында", "орталықтың", "орталықтар", "орталықтарға", "орталығына", "орталығын", "орталықтан"})
        EXPECT_EQ(kazakh(form), "орталык") << form;
    for (const auto* form : {"қызмет", "қызметі", "қызметтер", "қызметтері", "қызметтеріне", "қызметпен"}) EXPECT_EQ(kazakh(form), "кызмет") << form;
    for (const auto* form : {"көмек", "көмегі", "көмекке", "көмегіміз"}) EXPECT_EQ(kazakh(form), "комек") << form;
    for (const auto* form : {"кітап", "кітабы", "кітаптар", "кітабымыз"}) EXPECT_EQ(kazakh(form), "китап") << form;
    for (const auto* form : {"үй", "үйде", "үйден"}) EXPECT_EQ(kazakh(form), "уй") << form;
    for (const auto* form : {"бала", "балалар", "балаға", "баласы", "балаларымыз"}) EXPECT_EQ(kazakh(form), "бала") << form;
}

TEST(Stem, leaves_short_kazakh_words_and_numbers) {
    for (const auto* word : {"ана", "ата", "су", "2026"}) EXPECT_EQ(kazakh(word), word);
}

TEST(Layout, is_changed_both_ways) {
    EXPECT_EQ(other_layout("ghjrfn"), "прокат");
    EXPECT_EQ(other_layout("J,edm"), "обувь");
    EXPECT_EQ(other_layout("ыуфкср"), "search");
}

TEST(Neighbours, are_one_typo_away) {
    EXPECT_TRUE(is_one_typo("прокат", "порокат"));
    EXPECT_TRUE(is_one_typo("прокат", "прокт"));
    EXPECT_TRUE(is_one_typo("прокат", "прокет"));
    EXPECT_TRUE(is_one_typo("прокат", "рпокат"));
    EXPECT_TRUE(is_one_typo("прокат", "прокта"));
    EXPECT_FALSE(is_one_typo("прокат", "прокат"));
    EXPECT_FALSE(is_one_typo("прокат", "покта"));
    EXPECT_FALSE(is_one_typo("прокат", "прокатка"));
    EXPECT_FALSE(is_one_typo("прокат", "пркоат1"));
}

TEST(Neighbours, are_found_by_every_kind_of_typo) {
    Neighbours neighbours;
    const std::vector<std::string> words{"прокат", "школа", "коляска", "реабилитация"};
    for (std::uint32_t i = 0; i < words.size(); ++i) neighbours.add(words[i], i);
    for (const auto* word : {"прокт", "порокат", "прокет", "рпокат", "прокат"}) EXPECT_EQ(neighbours.near(word), std::vector<std::uint32_t>{0}) << word;
    EXPECT_EQ(neighbours.near("реаблитация"), std::vector<std::uint32_t>{3});
    EXPECT_TRUE(neighbours.near("яблоко").empty());
}

}  // namespace
}  // namespace ryadom::search
