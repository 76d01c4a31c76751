// The registers are what they say, and linkage does not fall below what it reached on them.
#include "app/registers/faults.hpp"
#include "app/registers/registers.hpp"
#include "modules/matching/quality.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <set>

namespace ryadom::registers {
namespace {

using generate::Dice;
using generate::Seed;
using matching::Kind;

std::set<std::string> faults_of(const Register& records) {
    std::set<std::string> out;
    for (const auto& row : records.rows) {
        std::string_view words = row.back();
        while (!words.empty()) {
            const auto end = std::min(words.find(' '), words.size());
            out.emplace(words.substr(0, end));
            words.remove_prefix(std::min(end + 1, words.size()));
        }
    }
    return out;
}

TEST(Registers, the_same_seed_gives_the_same_register) {
    EXPECT_EQ(russian(Seed{5}, {500, 0.2, 0.06}).rows, russian(Seed{5}, {500, 0.2, 0.06}).rows);
    EXPECT_NE(russian(Seed{5}, {500, 0.2, 0.06}).rows, russian(Seed{6}, {500, 0.2, 0.06}).rows);
    EXPECT_EQ(english(Seed{5}, {}).rows, english(Seed{5}, {}).rows);
}

TEST(Registers, a_Russian_register_has_its_records_and_every_fault) {
    const auto records = russian(Seed{5}, {3'000, 0.2, 0.06});
    EXPECT_EQ(records.rows.size(), 3'000U);
    EXPECT_THAT(faults_of(records), ::testing::UnorderedElementsAre("typo", "transliterated", "layout", "diminutive", "married", "patronymic", "day_and_month", "date_digit",
                                                                   "snils_digit", "exchanged", "moved", "left_out"));
    std::set<std::string> people;
    for (const auto& row : records.rows) people.insert(row[1]);
    EXPECT_NEAR(static_cast<double>(people.size()), 2'400, 1);
}

TEST(Registers, an_English_register_has_originals_and_duplicates) {
    EnglishOptions options;
    options.originals = 300;
    options.duplicates = 450;
    const auto records = english(Seed{5}, options);
    EXPECT_EQ(records.rows.size(), 750U);
    EXPECT_EQ(std::ranges::count_if(records.rows, [](const auto& row) { return row[0].ends_with("-org"); }), 300);
    for (const auto& row : records.rows) EXPECT_FALSE(row[0].ends_with("-dup-5")) << "five at most";
}

TEST(Registers, faults_change_what_they_say) {
    Dice dice(Seed{1}, "faults");
    for (int i = 0; i < 200; ++i) {
        EXPECT_NE(with_wrong_digit(dice, "112-233-445 95"), "112-233-445 95");
        EXPECT_LE(with_slip(dice, "Иванов").size(), 14U);
    }
    EXPECT_EQ(transliterated("Юрий Щукин", Transliteration::passport), "Iurii Shchukin");
    EXPECT_EQ(transliterated("Хохлов", Transliteration::gost), "Xoxlov");
    EXPECT_EQ(on_latin_layout("Жуков"), ";erjd");
}

double f1_of(const Register& from, const std::map<std::string, Kind>& kinds, const std::function<std::string(const std::vector<std::string>&)>& person_of) {
    matching::Columns columns;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < from.headings.size(); ++i)
        if (const auto kind = kinds.find(from.headings[i]); kind != kinds.end()) {
            columns.push_back({kind->first, kind->second});
            places.push_back(i);
        }
    matching::Register records(columns);
    std::vector<matching::RecordNumber> truth;
    std::map<std::string, matching::RecordNumber> people;
    for (const auto& row : from.rows) {
        std::vector<std::string_view> cells;
        for (const auto place : places) cells.push_back(row[place]);
        truth.push_back(people.try_emplace(person_of(row), records.add(cells)).first->second);
    }
    records.settle();
    return matching::confusion_of(truth, matching::link(records, generate::seeded_random(Seed{1}), {}).person, {}).f1();
}

TEST(QualityFloor, a_Russian_register_is_linked_as_well_as_ever) {
    const std::map<std::string, Kind> all{{"family_name", Kind::family_name}, {"given_name", Kind::given_name}, {"patronymic", Kind::patronymic}, {"birth_date", Kind::birth_date},
                                          {"sex", Kind::sex},                 {"snils", Kind::identifier},      {"phone", Kind::phone},           {"locality", Kind::locality},
                                          {"street", Kind::street},           {"house", Kind::house}};
    EXPECT_GE(f1_of(russian(Seed{77}, {3'000, 0.2, 0.06}), all, [](const auto& row) { return row[1]; }), 0.96);
}

TEST(QualityFloor, an_English_register_is_linked_as_well_as_ever) {
    const auto entity = [](const std::vector<std::string>& row) { return row[0].substr(0, row[0].find('-', 4)); };
    EnglishOptions options;
    options.originals = 800;
    options.duplicates = 1'200;
    const auto records = english(Seed{77}, options);
    const std::map<std::string, Kind> names{{"given_name", Kind::given_name}, {"surname", Kind::family_name}, {"date_of_birth", Kind::birth_date}};
    auto all = names;
    all.insert({{"address_1", Kind::street}, {"suburb", Kind::locality}, {"postcode", Kind::postcode}, {"soc_sec_id", Kind::identifier}});
    EXPECT_GE(f1_of(records, all, entity), 0.99);
    EXPECT_GE(f1_of(records, names, entity), 0.90);
}

}  // namespace
}  // namespace ryadom::registers
