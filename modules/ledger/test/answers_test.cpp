#include "modules/ledger/answers.hpp"

#include <gtest/gtest.h>

namespace ryadom::ledger {
namespace {

using Answers = std::vector<bool>;

constexpr std::uint32_t kept = 7;
constexpr std::uint32_t double_of_kept = 8;
constexpr Date day{20'522};

image::Fact served(image::Position position, std::uint32_t person) {
    image::Fact out;
    out.position = position;
    out.person = person;
    out.day = out.recorded_on = day;
    out.worker = 1;
    out.service = 3;
    out.home_provider = 1;
    return out;
}

requests::Asked asked(std::uint32_t person, Date on = day, std::int64_t service = 3) { return {1, person, service, 1, on, on, {}, ""}; }

TEST(LedgerAnswers, fact_of_either_card_of_a_merged_person_answers) {
    image::Image image;
    image.append(std::vector{served(1, double_of_kept)});
    EXPECT_EQ(answered(image, {1}, {asked(kept), asked(double_of_kept)}), (Answers{false, true}));
    image.append(image::Merge{1, day, double_of_kept, kept});
    EXPECT_EQ(answered(image, {1}, {asked(kept), asked(double_of_kept)}), (Answers{true, true}));
    image.append(std::vector{served(2, kept)});
    EXPECT_EQ(answered(image, {1}, {asked(double_of_kept, day), asked(double_of_kept, day + 1), asked(double_of_kept, day, 4)}), (Answers{true, false, false}));
}

}  // namespace
}  // namespace ryadom::ledger
