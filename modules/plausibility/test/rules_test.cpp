// Each question at its edges, by hand.
#include <gmock/gmock.h>

#include "modules/ledger/ledger.hpp"
#include "modules/plausibility/rules.hpp"

namespace ryadom::plausibility {
namespace {

using ledger::Channel;
using ledger::image::Fact;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Date day(const char* text) { return *parse_date(text); }

constexpr Thresholds usual{720, 20, 14, 3, 5, 30, 1};
constexpr std::uint16_t of_centre = 4;
constexpr std::uint16_t of_anywhere = 5;

class QuestionRules : public ::testing::Test {
  protected:
    QuestionRules() { known.centre_only.insert(of_centre); }

    /// A fact of worker 7 at home provider 1, written on its day.
    Fact& add(const char* on, std::uint16_t minutes = 31) {
        Fact fact;
        fact.position = static_cast<ledger::image::Position>(facts.size()) + 1;
        fact.person = static_cast<std::uint32_t>(100 + facts.size());
        fact.day = fact.recorded_on = day(on);
        fact.worker = 7;
        fact.minutes = minutes;
        fact.home_provider = 1;
        fact.channel = static_cast<std::uint8_t>(Channel::home);
        facts.push_back(fact);
        return facts.back();
    }
    std::vector<Question> questions() {
        Finder finder(thresholds, {day("2026-03-01"), day("2026-04-30")}, known);
        for (const auto& fact : facts) finder.take(fact);
        return finder.questions();
    }
    /// "kind day value" of each.
    std::vector<std::string> said() {
        std::vector<std::string> out;
        for (const auto& each : questions()) out.push_back(std::to_string(static_cast<int>(each.kind)) + " " + to_string(each.day) + " " + std::to_string(each.value));
        return out;
    }
    std::vector<std::uint32_t> behind(const Question& question) {
        std::vector<std::uint32_t> out;
        for (const auto& fact : facts)
            if (belongs(question, fact, thresholds, known)) out.push_back(fact.person);
        return out;
    }

    Thresholds thresholds = usual;
    Known known;
    std::vector<Fact> facts;
};

TEST_F(QuestionRules, day_is_long_above_the_threshold_and_not_at_it) {
    add("2026-03-05", 400);
    add("2026-03-05", 320);
    add("2026-03-06", 401);
    add("2026-03-06", 320);
    EXPECT_THAT(said(), ElementsAre("0 2026-03-06 721"));
    EXPECT_THAT(behind(questions().front()), ElementsAre(102, 103));
    facts[2].worker = 0;
    facts[3].worker = 0;
    EXPECT_THAT(said(), IsEmpty()) << "a fact that names nobody is nobody's day";
}

TEST_F(QuestionRules, lesson_counts_once_and_as_long_as_its_longest_fact) {
    for (int i = 0; i < 20; ++i) add("2026-03-05", 90).group = 3;
    EXPECT_THAT(said(), IsEmpty());
    add("2026-03-05", 600).group = 3;
    add("2026-03-05", 121);
    EXPECT_THAT(said(), ElementsAre("0 2026-03-05 721"));
    add("2026-03-05", 10).group = 4;
    EXPECT_THAT(said(), ElementsAre("0 2026-03-05 731")) << "another lesson";
    EXPECT_EQ(behind(questions().front()).size(), 23U);
}

TEST_F(QuestionRules, worker_is_at_two_places_in_person_only) {
    add("2026-03-05");
    add("2026-03-05", 40).home_provider = 2;
    add("2026-03-06");
    add("2026-03-06", 40).home_provider = 1;
    EXPECT_THAT(said(), ElementsAre("1 2026-03-05 2"));
    facts[1].channel = static_cast<std::uint8_t>(Channel::remote);
    EXPECT_THAT(said(), IsEmpty());
    facts[1].channel = static_cast<std::uint8_t>(Channel::residential);
    EXPECT_THAT(said(), IsEmpty());
    facts[1].channel = static_cast<std::uint8_t>(Channel::centre);
    facts[1].worker = 8;
    EXPECT_THAT(said(), IsEmpty());
}

TEST_F(QuestionRules, batch_is_late_with_more_facts_than_the_threshold_each_more_days_late) {
    for (int i = 0; i < 21; ++i) add("2026-02-10", static_cast<std::uint16_t>(10 + i)).recorded_on = day("2026-03-02");
    EXPECT_THAT(said(), ElementsAre("2 2026-03-02 21")) << "delivered before the months asked about, written in them";
    EXPECT_EQ(behind(questions().front()).size(), 21U);
    facts[0].day = day("2026-02-16");
    EXPECT_THAT(said(), IsEmpty()) << "fourteen days are not more than fourteen";
    facts[0].day = day("2026-02-15");
    EXPECT_THAT(said(), ElementsAre("2 2026-03-02 21"));
    facts[0].recorded_on = day("2026-03-03");
    EXPECT_THAT(said(), IsEmpty()) << "another day of writing";
    for (auto& fact : facts) fact.recorded_on = day("2026-05-01");
    EXPECT_THAT(said(), IsEmpty()) << "written after the months asked about";
}

TEST_F(QuestionRules, lesson_written_late_is_one_entry) {
    for (int i = 0; i < 30; ++i) {
        auto& fact = add("2026-02-10", 60);
        fact.group = 9;
        fact.recorded_on = day("2026-03-02");
    }
    EXPECT_THAT(said(), IsEmpty());
}

TEST_F(QuestionRules, people_of_month_ends_are_nobody_elses_and_never_come_on_other_days) {
    for (const auto* on : {"2026-03-29", "2026-03-30", "2026-03-31", "2026-03-31"}) add(on, static_cast<std::uint16_t>(20 + facts.size()));
    EXPECT_THAT(said(), IsEmpty()) << "four people are fewer than five";
    add("2026-03-29", 50);
    EXPECT_THAT(said(), ElementsAre("3 2026-03-01 5"));
    EXPECT_THAT(behind(questions().front()), ElementsAre(100, 101, 102, 103, 104));
    facts[4].day = day("2026-03-28");
    EXPECT_THAT(said(), IsEmpty()) << "the fourth day from the end";
    facts[4].day = day("2026-03-29");
    add("2025-01-15", 50).person = 104;
    EXPECT_THAT(said(), IsEmpty()) << "came once on another day, however long ago";
    facts.back().day = day("2026-02-28");
    facts.back().worker = 8;
    EXPECT_THAT(said(), IsEmpty()) << "somebody else served one of them";
    facts.back().worker = 0;
    EXPECT_THAT(said(), IsEmpty()) << "who did is not known";
    facts.back().worker = 7;
    EXPECT_THAT(said(), ElementsAre("3 2026-03-01 5"));
}

TEST_F(QuestionRules, month_of_the_same_minutes_is_asked_about_from_the_threshold_on) {
    for (int i = 0; i < 29; ++i) add(i % 2 ? "2026-03-05" : "2026-03-09", 20);
    EXPECT_THAT(said(), IsEmpty());
    add("2026-03-10", 20);
    EXPECT_THAT(said(), ElementsAre("4 2026-03-01 30"));
    facts.back().minutes = 21;
    EXPECT_THAT(said(), IsEmpty());
    facts.back().minutes = 20;
    facts.back().day = day("2026-04-01");
    EXPECT_THAT(said(), IsEmpty()) << "another month";
    facts.back().day = day("2026-03-10");
    facts.back().group = facts[0].group = 5;
    EXPECT_THAT(said(), ElementsAre("4 2026-03-01 30")) << "lessons of one number on two days are two";
    facts.back().day = facts[0].day;
    EXPECT_THAT(said(), IsEmpty()) << "one lesson is one service";
}

TEST_F(QuestionRules, person_is_served_after_death_from_the_next_day_on) {
    known.deaths.emplace(100, day("2026-03-05"));
    add("2026-03-05");
    EXPECT_THAT(said(), IsEmpty());
    facts[0].day = day("2026-03-06");
    ASSERT_THAT(said(), ElementsAre("5 2026-03-01 1"));
    const auto question = questions().front();
    EXPECT_EQ(question.organisation, 1);
    EXPECT_EQ(question.person, 100U);
    EXPECT_THAT(behind(question), ElementsAre(100));
    facts[0].worker = 0;
    EXPECT_THAT(said(), ElementsAre("5 2026-03-01 1")) << "whoever did it";
}

TEST_F(QuestionRules, weekend_is_asked_about_where_the_practice_is_of_the_centre_only) {
    add("2026-03-06").practice_version = of_centre;
    EXPECT_THAT(said(), IsEmpty()) << "a Friday";
    add("2026-03-07", 40).practice_version = of_centre;
    add("2026-03-08", 50).practice_version = of_centre;
    add("2026-03-08", 60).practice_version = of_anywhere;
    add("2026-03-08", 70);
    ASSERT_THAT(said(), ElementsAre("6 2026-03-01 2"));
    EXPECT_THAT(behind(questions().front()), ElementsAre(101, 102));
    thresholds.weekend_facts = 3;
    EXPECT_THAT(said(), IsEmpty());
}

TEST_F(QuestionRules, days_outside_the_months_are_not_asked_about) {
    for (const auto* on : {"2026-02-28", "2026-05-01"}) add(on, 721).practice_version = of_centre;
    EXPECT_THAT(said(), IsEmpty());
    for (const auto* on : {"2026-03-02", "2026-04-30"}) add(on, 721);
    EXPECT_THAT(said(), ElementsAre("0 2026-04-30 721", "0 2026-03-02 721")) << "the newest first";
}

TEST(Weekends, are_saturdays_and_sundays) {
    EXPECT_FALSE(is_weekend(day("2026-11-27")));
    EXPECT_TRUE(is_weekend(day("2026-11-28")));
    EXPECT_TRUE(is_weekend(day("2026-11-29")));
    EXPECT_FALSE(is_weekend(day("2026-11-30")));
    EXPECT_FALSE(is_weekend(day("1970-01-01")));
    EXPECT_TRUE(is_weekend(day("1970-01-03")));
}

TEST(Standings, follow_the_last_word) {
    EXPECT_EQ(standing(std::nullopt, 1), Standing::open);
    EXPECT_EQ(standing(LastWord{Said::answered, 1}, 1), Standing::answered);
    EXPECT_EQ(standing(LastWord{Said::asked_again, 1}, 1), Standing::open);
    EXPECT_EQ(standing(LastWord{Said::explained, 1}, 1), Standing::explained);
}

TEST(Standings, hold_for_as_many_as_there_were) {
    EXPECT_EQ(standing(LastWord{Said::explained, 1}, 300), Standing::open);
    EXPECT_EQ(standing(LastWord{Said::answered, 1}, 2), Standing::open);
    EXPECT_EQ(standing(LastWord{Said::explained, 300}, 299), Standing::explained);
}

}  // namespace
}  // namespace ryadom::plausibility
