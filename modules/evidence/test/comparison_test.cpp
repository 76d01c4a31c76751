// From an image of facts to the effect: what is counted, for whom, and which assumptions are said to hold.
#include <gtest/gtest.h>

#include "modules/evidence/comparison.hpp"

namespace ryadom::evidence {
namespace {

Date day(const char* text) { return *parse_date(text); }

/// Eight centres, two of which start in each month from April to July; each serves twenty people a month before and
/// thirty after.
class ComparisonTest : public ::testing::Test {
  protected:
    ComparisonTest() {
        for (std::uint16_t i = 0; i < 8; ++i) {
            network::OrganisationRow row{{i + 1}, {}, {}};
            row.organisation.id.uuid.bytes[0] = static_cast<unsigned char>(i + 1);
            organisations.push_back(row);
            const auto start = *make_date(2026, 4 + i / 2, 1);
            centres.push_back({{i + 1}, row.organisation.id, "c" + std::to_string(i), 10'000, start});
        }
        for (std::uint16_t i = 0; i < 8; ++i)
            for (int month = -6; month < 10; ++month) {
                const auto first = *make_date(2026 + (month < 1 ? -1 : 0), month < 1 ? month + 12 : month, 1);
                serve(static_cast<std::uint16_t>(i + 1), first, (first >= *centres[i].started_on ? 30U : 20U) + (i + static_cast<unsigned>(month + 6)) % 3);
            }
    }

    void serve(std::uint16_t centre, Date on, unsigned people) {
        for (unsigned i = 0; i < people; ++i) {
            ledger::image::Fact fact;
            fact.position = ++position_;
            fact.person = centre * 1000U + i + 1;
            fact.day = on;
            fact.recorded_on = on;
            fact.minutes = 30;
            fact.service = 1;
            fact.home_provider = centre;
            image.append(std::vector{fact});
        }
    }

    Comparison compared(Measure measure) { return compare(centres, organisations, image, measure, day("2026-10-20")); }

    std::vector<network::OrganisationRow> organisations;
    std::vector<Candidate> centres;
    ledger::image::Image image;

  private:
    ledger::image::Position position_ = 0;
};

TEST_F(ComparisonTest, finds_what_the_start_did) {
    const auto found = compared(Measure::recipients);
    ASSERT_TRUE(found.effect);
    EXPECT_NEAR(found.effect->estimate, 1, 0.1) << "ten people more in ten thousand";
    EXPECT_LT(found.effect->from, found.effect->estimate);
    EXPECT_TRUE(found.effect->proven);
    EXPECT_NEAR(compared(Measure::facts).effect->estimate, 10, 1);
    EXPECT_EQ(found.months.size(), 12U) << "October to September";
    EXPECT_EQ(found.months[6].centres_started, 2);
    EXPECT_EQ(found.months[6].centres_waiting, 6);
    EXPECT_EQ(found.months_that_tell, 3) << "in July the last ones start";
    EXPECT_EQ(found.assumptions[2].verdict, Verdict::broken) << "nobody waits at the end";
    EXPECT_EQ(found.assumptions[3].verdict, Verdict::holds);
}

TEST_F(ComparisonTest, says_of_an_unchanged_measure_that_nothing_is_proven) {
    const auto found = compared(Measure::minutes);
    EXPECT_FALSE(found.effect) << "thirty minutes for everybody, always";
}

TEST_F(ComparisonTest, few_centres_prove_nothing_however_large_the_difference) {
    centres.resize(4);
    const auto found = compared(Measure::facts);
    ASSERT_TRUE(found.effect);
    EXPECT_EQ(found.assumptions[0].verdict, Verdict::broken);
    EXPECT_FALSE(found.effect->proven);
}

TEST_F(ComparisonTest, facts_of_a_branch_belong_to_the_centre_above_it) {
    network::OrganisationRow branch{{9}, {}, {}};
    branch.organisation.id.uuid.bytes[0] = 99;
    branch.organisation.parent = organisations[0].organisation.id;
    organisations.push_back(branch);
    const auto before = compared(Measure::facts).months[8].started.value();
    serve(9, day("2026-06-10"), 60);
    EXPECT_NEAR(compared(Measure::facts).months[8].started.value(), before + 60.0 / 6, 0.02) << "six had started";
}

TEST_F(ComparisonTest, months_before_the_first_facts_are_not_compared) {
    for (auto& each : centres) each.started_on = *make_date(2026, 1, 1);
    centres[7].started_on = *make_date(2026, 3, 1);
    EXPECT_EQ(compared(Measure::facts).months.front().month, day("2025-07-01")) << "six months before the first start";
    for (auto& each : centres) each.started_on = *each.started_on - 153;  // August
    EXPECT_EQ(compared(Measure::facts).months.front().month, day("2025-06-01"));
    for (auto& each : centres) each.started_on = *each.started_on - 365;
    EXPECT_EQ(compared(Measure::facts).months.front().month, day("2025-06-01")) << "the ledger begins there";
}

TEST_F(ComparisonTest, centres_that_do_not_differ_at_all_before_the_start_show_nothing) {
    EXPECT_EQ(compared(Measure::minutes).assumptions[3].verdict, Verdict::unknown) << "thirty minutes for everybody, always";
}

TEST_F(ComparisonTest, a_small_number_of_one_centre_hides_in_a_mean_of_three) {
    centres.resize(3);
    for (auto& each : centres) each.started_on.reset();
    centres[0].started_on = day("2026-10-01");
    network::OrganisationRow fourth{{10}, {}, {}};
    fourth.organisation.id.uuid.bytes[0] = 98;
    organisations.push_back(fourth);
    Candidate small{{10}, fourth.organisation.id, "small", 10'000, std::nullopt};
    serve(10, day("2026-06-10"), 3);
    centres[2] = small;
    EXPECT_TRUE(compared(Measure::facts).months[2].waiting) << "June: three centres";
    centres.erase(centres.begin() + 1);
    EXPECT_FALSE(compared(Measure::facts).months[2].waiting) << "two, one of them with three people";
}

TEST_F(ComparisonTest, centres_without_residents_are_left_out_of_rates_only) {
    centres[3].residents = 0;
    EXPECT_EQ(compared(Measure::recipients).left_out, 1);
    EXPECT_EQ(compared(Measure::facts).left_out, 0);
}

}  // namespace
}  // namespace ryadom::evidence
