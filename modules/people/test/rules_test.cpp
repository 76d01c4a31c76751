#include "modules/people/rules.hpp"

#include <gmock/gmock.h>

namespace ryadom::people {
namespace {

using ::testing::ElementsAre;

constexpr auto sound_numbers = std::array{"11223344595", "99012345607", "99076543263", "99099999939",
                                          "10035635500", "10007919000", "99000079900", "08765430300"};

TEST(PeopleRules, snils_with_the_right_control_number_is_sound) {
    for (const auto* number : sound_numbers) EXPECT_TRUE(sound_snils(number)) << number;
}

TEST(PeopleRules, any_wrong_digit_of_a_snils_shows) {
    // Sums of 100 and 101 share the control number 00: there a digit can be wrong unnoticed.
    for (const std::string number : {"11223344595", "99012345607", "99076543263", "99099999939"})
        for (std::size_t i = 0; i < number.size(); ++i) {
            auto wrong = number;
            wrong[i] = wrong[i] == '9' ? '8' : static_cast<char>(wrong[i] + 1);
            EXPECT_FALSE(sound_snils(wrong)) << wrong;
        }
}

TEST(PeopleRules, early_snils_has_no_control_number) {
    EXPECT_TRUE(sound_snils("00100199877"));
    EXPECT_FALSE(sound_snils("00000000000"));
    EXPECT_FALSE(sound_snils("00100199977"));
    EXPECT_FALSE(sound_snils("1122334459"));
    EXPECT_FALSE(sound_snils("112233445950"));
    EXPECT_FALSE(sound_snils("1122334459x"));
}

TEST(PeopleRules, iin_with_the_right_control_digit_is_sound) {
    for (const auto* number : {"520315400007", "520315400017", "150701601236"}) EXPECT_TRUE(sound_iin(number)) << number;
}

TEST(PeopleRules, wrong_iin_shows) {
    EXPECT_FALSE(sound_iin("520315400008"));
    EXPECT_FALSE(sound_iin("520231400007")) << "31 February";
    EXPECT_FALSE(sound_iin("520315900007")) << "no such century";
    EXPECT_FALSE(sound_iin("52031540000"));
}

TEST(PeopleRules, numbers_are_read_as_people_write_them) {
    EXPECT_EQ(digits("112-233-445 95"), "11223344595");
    EXPECT_EQ(digits("112_233"), std::nullopt);
}

TEST(PeopleRules, names_are_letters) {
    for (const auto* name : {"Иванова-Петрова", "Ёлкина", "Қасымұлы", "Ахмед оглы", "О'Нил", "d’Arc", "Şahin", "Ли"}) EXPECT_TRUE(sound_name(name)) << name;
    for (const auto* name : {"Иванова2", "—", "-", "<b>", "Иванова\t", "李", "=1+1", "@"}) EXPECT_FALSE(sound_name(name)) << name;
}

TEST(PeopleRules, person_is_named_as_the_place_asks) {
    EXPECT_EQ(full_name("Иванова", "Елена", "Петровна"), "Иванова Елена Петровна");
    EXPECT_EQ(short_name("Иванова", "Елена", "Петровна"), "Иванова Е. П.");
    EXPECT_EQ(short_name("Ли", "Ян", std::nullopt), "Ли Я.");
    EXPECT_EQ(initials("Иванова", "Елена", "Петровна"), "И. Е. П.");
}

Person person() {
    Person out;
    out.family_name = "Иванова";
    out.given_name = "Елена";
    out.birth = *parse_date("1950-02-28");
    return out;
}

std::vector<std::string> wrong(const Person& given) {
    std::vector<std::string> out;
    for (const auto& error : faults(tidy(given), *parse_date("2026-11-23"), "/person")) out.push_back(error.pointer + " " + error.code);
    return out;
}

TEST(PeopleRules, person_is_tidied_before_it_is_judged) {
    auto given = person();
    given.family_name = "  Иванова ";
    given.patronymic = " ";
    given.snils = "112-233-445 95";
    given.iin = "";
    EXPECT_THAT(wrong(given), ElementsAre());
    EXPECT_EQ(tidy(given).family_name, "Иванова");
    EXPECT_EQ(tidy(given).patronymic, std::nullopt);
    EXPECT_EQ(tidy(given).snils, "11223344595");
    EXPECT_EQ(tidy(given).iin, std::nullopt);
}

TEST(PeopleRules, every_wrong_field_is_named_at_once) {
    Person given;
    given.family_name = "Иванова2";
    given.given_name = "  ";
    given.patronymic = std::string(101, 'x');
    given.birth = *parse_date("1899-12-31");
    given.death = *parse_date("1899-12-30");
    given.snils = "112-233-445 96";
    given.iin = "520315400008";
    given.phone = "звоните вечером";
    given.address = std::string(301, 'x');
    EXPECT_THAT(wrong(given), ElementsAre("/person/family_name people.name_letters", "/person/given_name core.required",
                                          "/person/patronymic core.too_long", "/person/address core.too_long",
                                          "/person/birth people.born_too_early", "/person/death people.died_before_birth",
                                          "/person/snils people.wrong_snils", "/person/iin people.wrong_iin", "/person/phone people.wrong_phone"));
}

TEST(PeopleRules, nobody_is_born_or_dies_tomorrow) {
    auto given = person();
    given.birth = *parse_date("2026-11-24");
    EXPECT_THAT(wrong(given), ElementsAre("/person/birth people.born_in_the_future"));
    given = person();
    given.death = *parse_date("2026-11-24");
    EXPECT_THAT(wrong(given), ElementsAre("/person/death people.died_in_the_future"));
    given.death = *parse_date("2026-11-23");
    EXPECT_THAT(wrong(given), ElementsAre());
}

TEST(PeopleRules, reason_is_more_than_blanks) {
    EXPECT_TRUE(sound_reason("переехала к дочери"));
    EXPECT_FALSE(sound_reason("надо         "));
    EXPECT_FALSE(sound_reason("aaaaaaaaaa"));
    EXPECT_FALSE(sound_reason("да да да да да"));
    EXPECT_TRUE(sound_reason("сверка жалобы 17"));
}

}  // namespace
}  // namespace ryadom::people
