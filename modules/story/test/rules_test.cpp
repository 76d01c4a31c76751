#include "modules/story/rules.hpp"

#include <gtest/gtest.h>

namespace ryadom::story {
namespace {

Place at(const char* day, Source source, std::int64_t number) { return {*parse_date(day), source, number}; }

TEST(StoryRules, place_is_read_back_as_it_was_written) {
    const auto place = at("2026-11-20", Source::consent, 42);
    const auto read = read_place(written(place));
    ASSERT_TRUE(read);
    EXPECT_EQ(written(*read), written(place));
    for (const auto* wrong : {"", "2026-11-20", "2026-11-20.5", "2026-11-31.5.1", "2026-11-20.99.1", "2026-11-20.-1.1", "2026-11-20.5.x", "2026-11-20.5.1 "})
        EXPECT_FALSE(read_place(wrong)) << wrong;
}

TEST(StoryRules, newest_day_stands_above_and_the_end_of_a_day_above_its_beginning) {
    EXPECT_TRUE(above(at("2026-11-21", Source::card, 1), at("2026-11-20", Source::death, 9)));
    EXPECT_TRUE(above(at("2026-11-20", Source::death, 1), at("2026-11-20", Source::card, 9)));
    EXPECT_TRUE(above(at("2026-11-20", Source::fact, 9), at("2026-11-20", Source::fact, 1)));
    EXPECT_FALSE(above(at("2026-11-20", Source::fact, 1), at("2026-11-20", Source::fact, 1)));
}

TEST(StoryRules, rest_begins_behind_the_place) {
    const auto place = at("2026-11-20", Source::request, 7);
    EXPECT_EQ(rest_of(Source::request, place).number, 7);
    EXPECT_EQ(rest_of(Source::fact, place).number, 0) << "what stands above it that day is read";
    EXPECT_GT(rest_of(Source::card, place).number, 1'000'000'000) << "what stands below it is not";
    EXPECT_GT(rest_of(Source::fact, std::nullopt).day, place.day);
}

}  // namespace
}  // namespace ryadom::story
