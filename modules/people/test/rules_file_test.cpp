#include "modules/people/rules_file.hpp"

#include <gmock/gmock.h>

namespace ryadom::people {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Date day(int year, int month, int number) { return *make_date(year, month, number); }
const Date today = day(2026, 11, 23);

Person elena() {
    Person out;
    out.id = {*parse_uuid("01960000-0000-7000-8000-000000000001")};
    out.birth = day(1950, 3, 8);
    return out;
}

std::vector<ListedWord> lists() {
    return {{ListKind::circumstance, "no_care", {}, day(2015, 1, 1), {}},
            {ListKind::category, "minor", {}, day(2015, 1, 1), {}},
            {ListKind::category, "old", {}, day(2015, 1, 1), day(2020, 12, 31)}};
}

/// "pointer code", a line each.
std::vector<std::string> wrong(const PersonalFile& file) {
    std::vector<std::string> out;
    for (const auto& each : faults(tidy(file), elena(), lists(), today)) out.push_back(each.pointer + " " + each.code);
    return out;
}

TEST(FileRules, empty_file_is_sound) { EXPECT_THAT(wrong({}), IsEmpty()); }

TEST(FileRules, passport_has_a_series_of_four_digits_and_a_number_of_six) {
    PersonalFile file;
    file.documents = {{DocumentKind::passport, "50 08", "123 456", day(2008, 5, 1), "ОВД", {}, {}}};
    EXPECT_THAT(wrong(file), IsEmpty());
    EXPECT_EQ(tidy(file).documents[0].series, "5008");
    file.documents[0].number = "12345";
    EXPECT_THAT(wrong(file), ElementsAre("/documents/0/number people.wrong_document.passport"));
}

TEST(FileRules, document_is_issued_after_birth_and_not_tomorrow) {
    PersonalFile file;
    file.documents = {{DocumentKind::other, {}, "1", day(1950, 3, 7), {}, {}, {}}, {DocumentKind::other, {}, "1", today + 1, {}, today, {}}};
    EXPECT_THAT(wrong(file), ElementsAre("/documents/0/issued_on people.ends_before_it_begins", "/documents/1/issued_on people.day_in_the_future",
                                         "/documents/1/valid_until people.ends_before_it_begins"));
}

TEST(FileRules, village_without_streets_has_a_landmark) {
    PersonalFile file;
    Address address;
    address.landmark = "  за магазином,  синие ворота ";
    file.addresses = {address};
    EXPECT_THAT(wrong(file), IsEmpty());
    EXPECT_EQ(on_one_line(tidy(file).addresses[0]), "за магазином, синие ворота");
    file.addresses[0].landmark = " ";
    EXPECT_THAT(wrong(file), ElementsAre("/addresses/0/settlement people.settlement_or_landmark"));
}

TEST(FileRules, address_is_written_from_the_larger_to_the_smaller) {
    Address address;
    address.postcode = "633623";
    address.area = "Сузунский район";
    address.settlement = "р. п. Сузун";
    address.street = "ул. Ленина";
    address.house = "5";
    address.flat = "12";
    address.landmark = "вход со двора";
    EXPECT_EQ(on_one_line(address), "633623, Сузунский район, р. п. Сузун, ул. Ленина, д. 5, кв. 12 (вход со двора)");
}

TEST(FileRules, residence_is_the_first_that_holds_on_the_day) {
    Address before;
    before.settlement = "Каргат";
    before.until = day(2026, 10, 31);
    Address now;
    now.settlement = "Сузун";
    now.since = day(2026, 11, 1);
    EXPECT_EQ(residence_on({before, now}, today)->settlement, "Сузун");
    EXPECT_EQ(residence_on({before, now}, day(2026, 10, 31))->settlement, "Каргат");
    now.kind = AddressKind::registration;
    EXPECT_EQ(residence_on({before, now}, today), std::nullopt);
}

TEST(FileRules, relative_is_a_person_or_a_name_and_not_oneself) {
    PersonalFile file;
    file.relatives.resize(3);
    file.relatives[1].person = elena().id;
    file.relatives[2].person = elena().id;
    file.relatives[2].name = "Иванова Ольга";
    EXPECT_THAT(wrong(file), ElementsAre("/relatives/0/name core.required", "/relatives/1/person people.own_relative", "/relatives/2/name people.person_or_name"));
}

TEST(FileRules, ground_is_a_word_of_the_list_in_force_and_stands_once_at_a_time) {
    PersonalFile file;
    file.circumstances = {{"no_care", day(2024, 1, 1), day(2024, 12, 31), {}}, {"no_care", day(2025, 1, 1), {}, {}}};
    file.categories = {{"minor", day(2024, 1, 1), {}, {}}, {"old", day(2019, 1, 1), {}, {}}};
    EXPECT_THAT(wrong(file), IsEmpty());
    file.circumstances[1].since = day(2024, 12, 31);
    file.categories = {{"no_care", day(2024, 1, 1), {}, {}}, {"old", day(2021, 1, 1), day(2020, 1, 1), {}}};
    EXPECT_THAT(wrong(file), ElementsAre("/circumstances/1/code people.twice_at_once", "/categories/0/code people.not_in_the_list",
                                         "/categories/1/code people.no_longer_in_the_list", "/categories/1/until people.ends_before_it_begins"));
}

TEST(FileRules, languages_are_codes_and_each_stands_once) {
    PersonalFile file;
    file.languages = {"ru", "rsl", "Russian", "ru"};
    EXPECT_THAT(wrong(file), ElementsAre("/languages/2 people.no_language", "/languages/3 people.twice_at_once"));
}

TEST(FileRules, kinship_turns_round) {
    EXPECT_EQ(seen_from_other_side(Kinship::parent), Kinship::child);
    EXPECT_EQ(seen_from_other_side(Kinship::grandchild), Kinship::grandparent);
    EXPECT_EQ(seen_from_other_side(Kinship::spouse), Kinship::spouse);
}

}  // namespace
}  // namespace ryadom::people
