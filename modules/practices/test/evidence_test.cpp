#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "modules/practices/prepare.hpp"

namespace ryadom::practices {
namespace {

using testing::ElementsAre;

Package with(std::vector<std::pair<Axis, int>> evidence) {
    Package out;
    for (const auto& [axis, level] : evidence) out.evidence.push_back({"", axis, level, {}, {}, {}});
    return out;
}

TEST(Evidence, is_as_good_as_the_weakest_axis_which_is_named) {
    const auto found = evidence_level(with({{Axis::description, 3}, {Axis::foundation, 1}, {Axis::results, 2}, {Axis::data, 2}}));
    EXPECT_EQ(found.level, 1);
    EXPECT_THAT(found.weakest, ElementsAre(Axis::foundation));
}

TEST(Evidence, of_an_axis_is_its_best_item) {
    const auto found = evidence_level(with({{Axis::description, 1}, {Axis::description, 2}, {Axis::foundation, 2}, {Axis::results, 2}, {Axis::data, 3}}));
    EXPECT_EQ(found.level, 2);
    EXPECT_THAT(found.weakest, ElementsAre(Axis::description, Axis::foundation, Axis::results));
}

TEST(Evidence, is_none_where_an_axis_has_none) {
    const auto found = evidence_level(with({{Axis::description, 2}, {Axis::foundation, 1}}));
    EXPECT_EQ(found.level, 0);
    EXPECT_THAT(found.weakest, ElementsAre(Axis::results, Axis::data));
}

}  // namespace
}  // namespace ryadom::practices
