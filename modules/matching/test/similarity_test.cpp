#include "modules/matching/similarity.hpp"

#include "modules/matching/comparison.hpp"
#include "modules/matching/dates.hpp"
#include "modules/matching/test/matching_test.hpp"

#include <gtest/gtest.h>

#include <string>

namespace ryadom::matching {
namespace {

TEST(Similarity, a_letter_more_less_other_or_exchanged_is_one_slip) {
    EXPECT_EQ(damerau(u"иванов", u"иванов", 2), 0);
    EXPECT_EQ(damerau(u"иванов", u"ивано", 2), 1);
    EXPECT_EQ(damerau(u"иванов", u"ивганов", 2), 1);
    EXPECT_EQ(damerau(u"иванов", u"иванав", 2), 1);
    EXPECT_EQ(damerau(u"иванов", u"ивнаов", 2), 1);
    EXPECT_EQ(damerau(u"иванов", u"вианво", 2), 2);
    EXPECT_EQ(damerau(u"иванов", u"петров", 2), 3) << "beyond the limit";
    EXPECT_EQ(damerau(u"", u"ив", 2), 2);
}

TEST(Similarity, Jaro_and_Winkler_give_what_the_paper_gives) {
    EXPECT_NEAR(jaro_winkler(u"martha", u"marhta"), 0.961, 0.001);
    EXPECT_NEAR(jaro_winkler(u"dwayne", u"duane"), 0.840, 0.001);
    EXPECT_NEAR(jaro_winkler(u"dixon", u"dicksonx"), 0.813, 0.001);
    EXPECT_EQ(jaro_winkler(u"abc", u"xyz"), 0);
}

TEST(Similarity, both_are_symmetric_for_any_words) {
    std::mt19937 random(7);
    const auto word = [&] {
        std::u16string out;
        for (auto length = random() % 70; length > 0; --length) out += static_cast<char16_t>(u'а' + random() % 5);
        return out;
    };
    for (int i = 0; i < 2'000; ++i) {
        const auto one = word();
        const auto other = word();
        EXPECT_EQ(damerau(one, other, 3), damerau(other, one, 3));
        EXPECT_NEAR(jaro_winkler(one, other), jaro_winkler(other, one), 0.05) << "ties among equal letters are taken from the left";
    }
}

TEST(Similarity, a_birth_date_tells_a_slip_from_an_exchange_and_from_another_day) {
    EXPECT_EQ(date_level(u"19480703", u"19480703"), Level::exact);
    EXPECT_EQ(date_level(u"19480703", u"19480307"), Level::form);
    EXPECT_EQ(date_level(u"19480703", u"19480708"), Level::slip);
    EXPECT_EQ(date_level(u"19480703", u"19840703"), Level::slip);
    EXPECT_EQ(date_level(u"19480703", u"19480725"), Level::partial);
    EXPECT_EQ(date_level(u"19480703", u"19481225"), Level::loose);
    EXPECT_EQ(date_level(u"19480703", u"19211225"), Level::different);
}

class ComparisonTest : public ::testing::Test {
  protected:
    ComparisonTest() {
        add(records, {"Иванов", "Пётр", "Ильич", "03.07.1948", "11223344595"});
        add(records, {"Ivanov", "Petr", "Ilich", "07.03.1948", "11223344559"});
        add(records, {"Пётр", "Иванов", "", "03.07.1948", ""});
        add(records, {"Зябликова", "Аграфена", "Никитична", "11.11.1930", "99012345607"});
        records.settle();
    }
    Level level(RecordNumber one, RecordNumber other, std::size_t column) { return Comparer(records).compare(one, other).levels.at(column); }
    Register records{usual_columns()};
};

TEST_F(ComparisonTest, every_column_has_its_level) {
    EXPECT_EQ(level(0, 1, 0), Level::form);
    EXPECT_EQ(level(0, 1, 1), Level::form);
    EXPECT_EQ(level(0, 1, 2), Level::form);
    EXPECT_EQ(level(0, 1, 3), Level::form);
    EXPECT_EQ(level(0, 1, 4), Level::slip);
    EXPECT_EQ(level(0, 3, 0), Level::different);
    EXPECT_EQ(level(0, 2, 4), Level::missing);
}

TEST_F(ComparisonTest, names_that_changed_places_are_seen) {
    const auto comparison = Comparer(records).compare(0, 2);
    EXPECT_TRUE(comparison.crossed);
    EXPECT_EQ(comparison.levels[0], Level::exact);
    EXPECT_EQ(comparison.levels[1], Level::exact);
    EXPECT_FALSE(Comparer(records).compare(0, 1).crossed);
}

TEST_F(ComparisonTest, which_comes_first_makes_no_difference) {
    Comparer comparer(records);
    for (RecordNumber i = 0; i < records.size(); ++i)
        for (RecordNumber j = 0; j < records.size(); ++j) {
            const auto there = comparer.compare(i, j);
            const auto back = comparer.compare(j, i);
            EXPECT_EQ(there.levels, back.levels);
            EXPECT_EQ(there.rarity, back.rarity);
            EXPECT_EQ(there.crossed, back.crossed);
        }
}

TEST_F(ComparisonTest, a_record_that_is_not_in_the_register_is_compared_like_one_that_is) {
    const std::vector<std::string_view> cells{"Иванов", "Пётр", "Ильич", "03.07.1948", "11223344595"};
    EXPECT_EQ(Comparer(records).compare(records.read(cells), 1).levels, Comparer(records).compare(0, 1).levels);
}

TEST_F(ComparisonTest, a_group_agrees_on_what_most_of_it_has) {
    Register several(usual_columns());
    for (const auto* family : {"Иванов", "Иванов", "Ивнов"}) add(several, {family, "Пётр", "", "03.07.1948", ""});
    add(several, {"", "", "Ильич", "", ""});
    several.settle();
    const std::vector<RecordNumber> group{0, 1, 2, 3};
    const auto profile = profile_of(several, group);
    EXPECT_EQ(profile[0]->text, "иванов");
    EXPECT_EQ(profile[2]->text, "ильич") << "a value is better than none";
    EXPECT_TRUE(profile[4]->missing());
}

}  // namespace
}  // namespace ryadom::matching
