#include "modules/matching/canonical.hpp"
#include "modules/matching/dates.hpp"
#include "modules/matching/given_names.hpp"
#include "modules/matching/values.hpp"
#include "platform/i18n/catalogue.hpp"

#include <gtest/gtest.h>

namespace ryadom::matching {
namespace {

std::u16string folded(std::string_view text) { return canonical(i18n::fold(text)); }

Writing writing(Kind kind, std::initializer_list<std::string_view> values) {
    std::vector<Written> written;
    for (const auto text : values) written.push_back({text, 10});
    return learn_writing(kind, written);
}

const Writing family_names = writing(Kind::family_name, {"Иванов", "Петрова", "Сидоренко", "Жуков", "Юсупов", "Соловьёв", "Эдельман", "Хохлов", "Быков", "Щербакова", "Бондаренко"});
const Writing given_names_writing = writing(Kind::given_name, {"Александр", "Мария", "Юрий", "Наталья", "Сергей", "Евгения"});

TEST(Folding, every_usual_transliteration_comes_to_the_same_letters) {
    for (const auto* latin : {"Yuriy", "Iurii", "Jurij", "Yury", "Yuri"}) EXPECT_EQ(folded(latin), folded("Юрий")) << latin;
    for (const auto* latin : {"Solovyov", "Solovev", "Soloviev", "Solov'ev"}) EXPECT_EQ(folded(latin), folded("Соловьёв")) << latin;
    for (const auto* latin : {"Shcherbakova", "Shherbakova", "Ŝerbakova"}) EXPECT_EQ(folded(latin), folded("Щербакова")) << latin;
    for (const auto* latin : {"Natalia", "Nataliia", "Natalya", "Natal'ya"}) EXPECT_EQ(folded(latin), folded("Наталья")) << latin;
    for (const auto* latin : {"Alekseev", "Alekseyev", "Alexeev"}) EXPECT_EQ(folded(latin), folded("Алексеев")) << latin;
}

TEST(Folding, yo_hyphens_case_and_Kazakh_letters_make_no_difference) {
    EXPECT_EQ(folded("ФЁДОРОВ"), folded("федоров"));
    EXPECT_EQ(folded("Петрова-Водкина"), folded("Петрова Водкина"));
    EXPECT_EQ(folded("Нұрлан"), folded("Нурлан"));
}

TEST(Folding, a_sister_bears_the_stem_of_her_brothers_name) {
    EXPECT_EQ(family_stem(folded("Иванова")), family_stem(folded("Иванов")));
    EXPECT_EQ(family_stem(folded("Покровская")), family_stem(folded("Покровский")));
    EXPECT_EQ(family_stem(folded("Седых")), family_stem(folded("Седых")));
    EXPECT_NE(family_stem(folded("Иванова")), family_stem(folded("Ивашова")));
}

TEST(Folding, patronymics_of_three_peoples_lead_to_the_fathers_name) {
    for (const auto* form : {"Нурланович", "Нурлановна", "Нұрланұлы", "Нурланқызы", "Нурлан оглы", "Nurlanovich"})
        EXPECT_EQ(patronymic_stem(folded(form)), folded("Нурлан")) << form;
    EXPECT_EQ(patronymic_stem(folded("Ильинична")), patronymic_stem(folded("Ильич")));
}

TEST(Folding, what_was_typed_on_the_other_layout_is_read_as_meant) {
    EXPECT_EQ(read_value("Bdfyjd", family_names).text, "иванов");
    EXPECT_EQ(read_value(";erjd", family_names).text, "жуков");
    EXPECT_EQ(read_value("{J{KJD", family_names).text, "хохлов");
    EXPECT_EQ(read_value("Ivanov", family_names).letters, folded("Иванов")) << "a transliteration is none";
    EXPECT_EQ(read_value("Иванов", family_names).text, "иванов");
    EXPECT_EQ(read_value("шмфтщм", family_names).letters, folded("Иванов")) << "a transliteration on the Russian layout";
}

TEST(Folding, an_English_register_is_read_as_it_is) {
    const auto english = writing(Kind::family_name, {"White", "Clarke", "O'Brien"});
    EXPECT_FALSE(english.cyrillic);
    EXPECT_EQ(read_value("O'Brien", english).letters, u"obrien");
}

TEST(Folding, a_short_name_may_stand_for_several) {
    const auto sasha = read_value("Саша", given_names_writing);
    EXPECT_EQ(compare_values(Kind::given_name, sasha, read_value("Александр", given_names_writing)), Level::form);
    EXPECT_EQ(compare_values(Kind::given_name, sasha, read_value("Aleksandra", given_names_writing)), Level::form);
    EXPECT_EQ(compare_values(Kind::given_name, sasha, read_value("Сергей", given_names_writing)), Level::different);
    EXPECT_EQ(compare_values(Kind::given_name, read_value("Наташа", given_names_writing), read_value("Наталия", given_names_writing)), Level::form);
}

TEST(Folding, dates_are_read_in_the_order_of_their_column) {
    EXPECT_EQ(date_digits("03.07.1948", DateOrder::day_month_year), "19480703");
    EXPECT_EQ(date_digits("7/3/48", DateOrder::month_day_year), "19480703");
    EXPECT_EQ(date_digits("1948-07-03", DateOrder::day_month_year), "19480703");
    EXPECT_EQ(date_digits("19480703", DateOrder::day_month_year), "19480703");
    EXPECT_EQ(date_digits("1948-07-03T00:00:00", DateOrder::day_month_year), "19480703");
    EXPECT_EQ(date_digits("31.02.1948", DateOrder::day_month_year), "19480231") << "a day that there is not is a slip, and compared";
    const auto american = writing(Kind::birth_date, {"12/31/1990", "07/25/1948", "01/02/1950"});
    EXPECT_EQ(american.order, DateOrder::month_day_year);
}

TEST(Folding, digits_of_numbers_count_without_their_signs) {
    const Writing phone{Kind::phone};
    EXPECT_EQ(read_value("8 (900) 000-12-34", phone).text, read_value("+79000001234", phone).text);
    EXPECT_EQ(read_value("112-233-445 95", Writing{Kind::identifier}).text, "11223344595");
    for (const auto* woman : {"ж", "Жен.", "F", "female"}) EXPECT_EQ(read_value(woman, Writing{Kind::sex}).text, "f") << woman;
}

TEST(Folding, a_blank_value_is_missing) {
    for (const auto& [kind, name] : names(json::Type<Kind>{})) EXPECT_TRUE(read_value("  ", Writing{kind}).missing()) << name;
}

}  // namespace
}  // namespace ryadom::matching
