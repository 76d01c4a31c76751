#include "platform/names/names.hpp"

#include "platform/names/test/tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <sstream>

namespace ryadom::names {
namespace {

constexpr Case cases[] = {Case::genitive, Case::dative, Case::accusative, Case::instrumental, Case::prepositional};

using Decline = std::function<Form(const std::string&, Case)>;

/// Holds every line "nominative genitive dative accusative instrumental prepositional" of a table; "=" is a name that does not
/// change, "?" one that is left because nobody can be sure. How many forms were held.
int hold(const char* table, const Decline& decline) {
    int held = 0;
    std::istringstream lines(table);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string name, form;
        if (!(words >> name)) continue;
        std::string last = "missing";
        for (const auto each : cases) {
            if (words >> form) last = form;
            const Form wanted = last == "=" ? Form{name, true} : last == "?" ? Form{name, false} : Form{last, true};
            EXPECT_EQ(decline(name, each), wanted) << line << " [" << static_cast<int>(each) << "]: " << decline(name, each).text;
            ++held;
        }
    }
    return held;
}

Decline family(Sex sex) { return [sex](const std::string& name, Case in) { return family_name(name, sex, in); }; }
Decline given(Sex sex) { return [sex](const std::string& name, Case in) { return given_name(name, sex, in); }; }

TEST(Names, families_of_men) { EXPECT_GE(hold(tables::families_of_men, family(Sex::male)), 500); }
TEST(Names, families_of_women) { EXPECT_GE(hold(tables::families_of_women, family(Sex::female)), 250); }
TEST(Names, given_names_of_men) { EXPECT_GE(hold(tables::given_of_men, given(Sex::male)), 250); }
TEST(Names, given_names_of_women) { EXPECT_GE(hold(tables::given_of_women, given(Sex::female)), 250); }
TEST(Names, patronymics) {
    EXPECT_GE(hold(tables::patronymics, [](const std::string& name, Case in) { return patronymic(name, in); }), 100);
}

TEST(Names, a_whole_name_is_declined_part_by_part) {
    const auto declined = decline({"Салтыкова-Щедрина", "Любовь", "Ильинична", Sex::female}, Case::dative);
    EXPECT_EQ(whole(declined.name), "Салтыковой-Щедриной Любови Ильиничне");
    EXPECT_TRUE(declined.sure);
    EXPECT_EQ(whole(decline({"Ахметов", "Ерлан", "Болатұлы", Sex::male}, Case::instrumental).name), "Ахметовым Ерланом Болатұлы");
    EXPECT_EQ(whole(decline({"Алиев", "Али", "Гусейн оглы", Sex::male}, Case::genitive).name), "Алиева Али Гусейн оглы");
    EXPECT_EQ(whole(decline({"фон Визин", "Лев", "", Sex::male}, Case::genitive).name), "фон Визина Льва");
}

TEST(Names, one_part_in_doubt_says_so_and_stays) {
    const auto declined = decline({"Воробей", "Иван", "Петрович", Sex::male}, Case::genitive);
    EXPECT_EQ(whole(declined.name), "Воробей Ивана Петровича");
    EXPECT_FALSE(declined.sure);
    EXPECT_EQ(family_name("Иванов-Воробей", Sex::male, Case::genitive), (Form{"Иванов-Воробей", false}));
}

TEST(Names, the_sex_is_told_by_the_patronymic) {
    EXPECT_EQ(sex_of({"Ким", "Саша", "Петровна", {}}), Sex::female);
    EXPECT_EQ(sex_of({"Ким", "Саша", "Ильич", {}}), Sex::male);
    EXPECT_EQ(sex_of({"Ким", "Саша", "Болатқызы", {}}), Sex::female);
    EXPECT_EQ(sex_of({"Ким", "Саша", "", {}}), std::nullopt);
    const auto declined = decline({"Ким", "Саша", "", {}}, Case::genitive);
    EXPECT_FALSE(declined.sure);
    EXPECT_EQ(whole(declined.name), "Ким Саша");
}

TEST(Names, capitals_latin_letters_and_initials) {
    EXPECT_EQ(family_name("ИВАНОВ", Sex::male, Case::genitive).text, "ИВАНОВА");
    EXPECT_EQ(family_name("Smith", Sex::male, Case::genitive), (Form{"Smith", false}));
    EXPECT_EQ(given_name("И.", Sex::male, Case::genitive), (Form{"И.", true}));
    EXPECT_EQ(family_name("", Sex::male, Case::genitive), (Form{"", true}));
}

TEST(Names, initials_are_held_to_each_other) {
    const FullName name{"Иванова", "Анна-Мария", "Петровна", Sex::female};
    EXPECT_EQ(surname_first(name), "Иванова\u00a0А.-М.\u00a0П.");
    EXPECT_EQ(initials_first(name), "А.-М.\u00a0П.\u00a0Иванова");
    EXPECT_EQ(surname_first({"Ким", "", "", {}}), "Ким");
    EXPECT_EQ(whole({"Ким", "Ир", "", {}}), "Ким Ир");
}

}  // namespace
}  // namespace ryadom::names
