// Who has both ends of a scale, and what is told of them.
#include <gtest/gtest.h>

#include "modules/evidence/outcomes.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <random>

namespace ryadom::evidence {
namespace {

using practices::Moment;

Date day(const char* text) { return *parse_date(text); }

class CoursesTest : public ::testing::Test {
  protected:
    void fill(std::int64_t person, Moment moment, const char* on, double total, std::int64_t organisation = 1) {
        const auto number = ++numbers_;
        filled_.push_back({number, number, person, organisation, {1}, "mood", moment, day(on), day(on), {{"part", -1}, {"total", total}}});
    }
    /// The same answers again, in the place of that form.
    void correct(std::int64_t number) {
        const auto at = std::ranges::find(filled_, number, &forms::Filled::number);
        auto corrected = *at;
        corrected.number = ++numbers_;
        filled_.erase(at);
        filled_.push_back(corrected);
    }
    Courses found() const { return courses(filled_, "total"); }

    std::vector<forms::Filled> filled_;

  private:
    std::int64_t numbers_ = 0;
};

TEST_F(CoursesTest, a_person_counts_once_by_the_first_course_that_has_both_ends) {
    fill(7, Moment::start, "2026-01-10", 50);
    fill(7, Moment::start, "2026-01-12", 48);
    fill(7, Moment::middle, "2026-02-01", 45);
    fill(7, Moment::end, "2026-03-01", 40, 2);
    fill(7, Moment::start, "2026-05-01", 60);
    fill(7, Moment::end, "2026-06-01", 10);
    ASSERT_EQ(found().whole.size(), 1U);
    const auto course = found().whole.front();
    EXPECT_EQ(course.pair.before, 50);
    EXPECT_EQ(course.pair.after, 40);
    EXPECT_EQ(course.centre, -2) << "where it ended";
    EXPECT_EQ(course.ended_on, day("2026-03-01"));
    EXPECT_EQ(course.known, 4);
    EXPECT_EQ(found().unpaired, 0);
}

TEST_F(CoursesTest, one_end_is_no_course) {
    fill(1, Moment::start, "2026-01-10", 50);
    fill(2, Moment::end, "2026-01-10", 50);
    fill(3, Moment::end, "2026-01-10", 50);
    fill(3, Moment::start, "2026-02-10", 50);
    fill(4, Moment::start, "2026-01-10", 50);
    fill(4, Moment::end, "2026-01-10", 40);
    fill(5, Moment::follow_up, "2026-01-10", 40);
    EXPECT_TRUE(found().whole.empty()) << "neither an end before the start nor both on one day";
    EXPECT_EQ(found().unpaired, 4);
}

TEST_F(CoursesTest, a_form_without_the_score_is_no_end) {
    fill(1, Moment::start, "2026-01-10", 50);
    fill(1, Moment::end, "2026-02-10", 40);
    filled_.back().scores.pop_back();
    fill(1, Moment::end, "2026-03-10", 30);
    ASSERT_EQ(found().whole.size(), 1U);
    EXPECT_EQ(found().whole.front().pair.after, 30);
}

TEST_F(CoursesTest, a_correction_takes_nobody_out_of_a_five_and_lets_nobody_in) {
    for (int i = 0; i < 11; ++i) {
        fill(i, Moment::start, "2026-01-10", 0);
        fill(i, Moment::end, "2026-02-10", std::ldexp(1.0, i));
    }
    const auto told = [&] {
        std::vector<double> out;
        for (const auto& pair : in_fives(found().whole, Rows::of_centres).region) out.push_back(pair.after);
        return out;
    };
    const auto before = told();
    ASSERT_EQ(before.size(), 10U);
    correct(1);
    EXPECT_EQ(told(), before) << "the start of the first person";
    correct(2);
    correct(24);
    EXPECT_EQ(told(), before) << "the end, and the correction of it";
}

TEST_F(CoursesTest, of_two_forms_of_a_day_the_first_stays_the_first_when_it_is_corrected) {
    fill(1, Moment::start, "2026-01-10", 50);
    fill(1, Moment::start, "2026-01-10", 60);
    fill(1, Moment::end, "2026-02-10", 40);
    correct(1);
    EXPECT_EQ(found().whole.front().pair.before, 50);
}

TEST_F(CoursesTest, organisations_count_for_their_centre) {
    fill(1, Moment::start, "2026-01-10", 50);
    fill(1, Moment::end, "2026-02-10", 40, 3);
    ledger::image::Axis axis;
    axis.group_of = {ledger::image::Axis::left_out, ledger::image::Axis::left_out, 0, 0};
    EXPECT_EQ(courses(filled_, "total", axis).whole.front().centre, 0);
}

/// So many courses of a centre; the value of each is a power of two, so that a sum says who is in it.
std::vector<Course> of(std::vector<std::int64_t> centres) {
    std::vector<Course> out;
    for (const auto centre : centres) {
        const auto next = std::ssize(out);
        out.push_back({centre, {}, next, {0, std::ldexp(1.0, static_cast<int>(next))}});
    }
    return out;
}

TEST(InFives, a_centre_is_told_five_people_at_a_time_in_the_order_in_which_they_were_known) {
    auto courses = of({1, 1, 1, 1, 2, 1, 1});
    std::ranges::reverse(courses);
    const auto told = in_fives(courses, Rows::of_centres);
    ASSERT_EQ(told.centres.size(), 1U) << "one person of the other centre";
    ASSERT_EQ(told.centres.at(1).size(), 5U);
    EXPECT_EQ(told.centres.at(1).back().after, 32) << "the sixth that was known is the fifth of the centre";
}

TEST(InFives, the_region_is_not_told_where_one_of_two_centres_would_learn_of_the_other) {
    EXPECT_EQ(in_fives(of({1, 1, 1, 1, 2}), Rows::of_centres).region.size(), 0U);
    EXPECT_EQ(in_fives(of({1, 1, 1, 2, 3}), Rows::of_centres).region.size(), 5U);
    EXPECT_EQ(in_fives(of({1, 1, 1, 1, 1, 2, 2, 2, 2, 1}), Rows::of_centres).region.size(), 5U) << "the second five hold four of one centre";
    EXPECT_EQ(in_fives(of({1, 1, 1, 1, 1, 2, 2, 2, 2, 2}), Rows::of_centres).region.size(), 10U);
}

TEST(InFives, what_is_confidential_has_no_centres) {
    const auto told = in_fives(of({1, 1, 1, 1, 1}), Rows::of_region_only);
    EXPECT_TRUE(told.centres.empty());
    EXPECT_EQ(told.region.size(), 5U);
}

/// Of every figure the set of people in it, as of each day.
TEST(InFives, while_forms_are_only_added_no_difference_of_two_figures_tells_of_fewer_than_five) {
    std::mt19937_64 random(2026);
    for (int round = 0; round < 50; ++round) {
        std::vector<std::int64_t> centres;
        for (int i = 0; i < 40; ++i) centres.push_back(static_cast<std::int64_t>(random() % 7 % 4));
        std::vector<std::uint64_t> figures;
        for (std::size_t known = 0; known <= centres.size(); ++known) {
            const auto told = in_fives(of({centres.begin(), centres.begin() + static_cast<std::ptrdiff_t>(known)}), Rows::of_centres);
            const auto add = [&](const std::vector<Pair>& pairs) {
                std::uint64_t set = 0;
                for (const auto& pair : pairs) set |= static_cast<std::uint64_t>(pair.after);
                figures.push_back(set);
            };
            add(told.region);
            for (const auto& [centre, pairs] : told.centres) add(pairs);
        }
        for (const auto one : figures)
            for (const auto other : figures) {
                if ((one & other) != other) continue;
                ASSERT_EQ(std::popcount(one & ~other) % 5, 0) << "what is left when one is taken from the other";
            }
    }
}

practices::Score score(const char* id, std::optional<practices::Better> better, practices::Method method = practices::Method::sum) {
    practices::Score out;
    out.id = id;
    out.method = method;
    out.better = better;
    return out;
}

TEST(Scales, are_the_scores_with_a_number_of_forms_with_both_ends) {
    practices::Package package;
    practices::Form form;
    form.id = "mood";
    form.moments = {Moment::start, Moment::end};
    form.scores = {score("total", practices::Better::lower), score("part", {}), score("band", {}, practices::Method::bands), score("named", practices::Better::higher)};
    auto once = form;
    once.id = "once";
    once.moments = {Moment::start, Moment::follow_up};
    package.forms = {form, once};
    practices::Statement statement;
    statement.kind = practices::StatementKind::scale_change;
    statement.rule.form = "mood";
    statement.rule.score = "named";
    statement.rule.direction = practices::Direction::up;
    statement.rule.min_change = 4;
    package.standard.statements = {statement};
    const auto found = scales(package);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].better->direction, Direction::lower_is_better);
    EXPECT_LE(found[0].better->at_least, 0.01) << "any change that a score can show";
    EXPECT_GT(found[0].better->at_least, 0) << "no change is no result";
    EXPECT_FALSE(found[1].better) << "the package does not say";
    EXPECT_EQ(found[2].better->at_least, 4) << "by the statement of the package";
}

}  // namespace
}  // namespace ryadom::evidence
