// What a practice says on its card.
#include "modules/practices/card.hpp"

#include "modules/practices/test/bank_fixture.hpp"

namespace ryadom::practices {
namespace {

using namespace test;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

/// The words of the blocks, a line each; of a table its rows.
std::string words(const std::vector<documents::Block>& blocks) {
    std::string out;
    const auto line = [&](const std::string& text) { out += text + "\n"; };
    const auto cells = [&](const std::vector<std::string>& row) {
        std::string all;
        for (const auto& cell : row) all += (all.empty() ? "" : " | ") + cell;
        line(all);
    };
    for (const auto& block : blocks) {
        if (const auto* heading = std::get_if<documents::Heading>(&block)) line(std::string(static_cast<std::size_t>(heading->level), '#') + " " + heading->text);
        if (const auto* paragraph = std::get_if<documents::Paragraph>(&block)) line(paragraph->text);
        if (const auto* list = std::get_if<documents::List>(&block))
            for (const auto& item : list->items) line((list->marks == documents::Marks::numbers ? "1. " : "- ") + item.text);
        if (const auto* values = std::get_if<documents::KeyValues>(&block))
            for (const auto& [name, value] : values->pairs) line(name + ": " + value);
        if (const auto* table = std::get_if<documents::PaperTable>(&block)) {
            for (const auto& row : table->rows) cells(row);
            if (!table->total.empty()) cells(table->total);
        }
    }
    return out;
}

class CardTest : public ::testing::Test {
  protected:
    CardTest() { texts.add(module().strings); }
    static Passport passport(const std::string& name) {
        Passport out;
        out.package = read_package(read_folder(library + "/" + name).value()).value().package;
        return out;
    }
    std::string card(const Passport& passport, i18n::Language language = i18n::Language::ru) const { return words(practice_card(passport, {&texts, language}).blocks); }
    i18n::Catalogue texts;
};

TEST_F(CardTest, says_what_the_practice_is_takes_and_proves) {
    const auto text = card(passport("care-school"));
    EXPECT_THAT(text, StartsWith("# Школа ухода с демонстрационной комнатой\nРодственники учатся"));
    for (const auto* part : {"Для кого: ухаживающие родственники, ", "## Проблема и решение\n### Зачем\n", "## Услуги\n", "## Что нужно центру\n### Люди\n", "### Оборудование\n",
                             "## Как внедрить\n1. ", "## Стандарт\n", "## Результаты и доказательства\n", "## Автор и контакты\n", "Электронная почта: practices@ryadom.example\n"})
        EXPECT_THAT(text, HasSubstr(part));
    EXPECT_THAT(text, Not(HasSubstr("**"))) << "marks of Markdown do not go to paper";
    EXPECT_THAT(text, Not(HasSubstr("practices.card"))) << "every word is in the catalogue";
}

TEST_F(CardTest, counts_equipment_at_the_prices_of_the_region_and_gives_no_sum_that_leaves_something_out) {
    auto priced = passport("care-school");
    EXPECT_THAT(card(priced), Not(HasSubstr("Всего | "))) << "the region has no prices";
    std::int64_t total = 0;
    for (auto& each : priced.package.needs.equipment) {
        each.price = Money{.amount_kopecks = 150'000'00};
        total += each.count * 150'000'00;
    }
    EXPECT_THAT(card(priced), AllOf(HasSubstr("| 150 000 ₽ | "), HasSubstr("Всего |  |  | " + roubles(total) + "\n")));
}

TEST_F(CardTest, is_told_in_the_language_of_the_reader) {
    EXPECT_THAT(card(passport("care-school"), i18n::Language::kk), AllOf(StartsWith("# Көрсету бөлмесі бар күтім мектебі\n"), HasSubstr("## Қызметтер\n")));
    EXPECT_THAT(card(passport("care-school"), i18n::Language::en), AllOf(StartsWith("# School of care"), HasSubstr("## Services\n")));
}

TEST_F(CardTest, of_every_starter_practice_becomes_a_paper) {
    for (const auto& name : starter_folders()) EXPECT_THAT(documents::render_pdf(practice_card(passport(name), {&texts, i18n::Language::ru})), StartsWith("%PDF-")) << name;
}

TEST(card_text, becomes_headings_paragraphs_and_lists) {
    EXPECT_EQ(words(blocks_of("## Зачем\n\nПервая **строка**\nи вторая.\n\n- одно\n- другое\n  дальше\n1. шаг\n")), "### Зачем\nПервая строка и вторая.\n- одно\n- другое дальше\n1. шаг\n");
    EXPECT_EQ(words(blocks_of("Текст\n* пункт")), "Текст\n- пункт\n");
    EXPECT_EQ(words(blocks_of("2026. год\n3)нет")), "1. год 3)нет\n");
    EXPECT_TRUE(blocks_of("").empty());
}

TEST(roubles, are_grouped_and_show_kopecks_where_there_are_any) {
    EXPECT_EQ(roubles(0), "0 ₽");
    EXPECT_EQ(roubles(99'900), "999 ₽");
    EXPECT_EQ(roubles(1'250'000), "12 500 ₽");
    EXPECT_EQ(roubles(123'456'705), "1 234 567,05 ₽");
}

}  // namespace
}  // namespace ryadom::practices
