#include "modules/scales/rules.hpp"

#include <gmock/gmock.h>

namespace ryadom::scales {
namespace {

TEST(InForce, is_the_last_version_that_began_by_the_day) {
    const std::vector<Date> begins{{10}, {20}, {20}, {30}};
    EXPECT_EQ(in_force(begins, Date{9}), std::nullopt);
    EXPECT_EQ(in_force(begins, Date{10}), 0U);
    EXPECT_EQ(in_force(begins, Date{19}), 0U);
    EXPECT_EQ(in_force(begins, Date{20}), 2U) << "of two that begin on a day the newer one";
    EXPECT_EQ(in_force(begins, Date{99}), 3U);
    EXPECT_EQ(in_force({}, Date{99}), std::nullopt);
}

TEST(MayFollow, versions_come_in_their_order_and_nobody_overwrites_another) {
    const std::vector<Date> begins{{10}, {20}};
    const auto code = [&](const std::vector<Date>& known, int after, int day) {
        const auto allowed = may_follow(known, {"", Date{day}, after});
        return allowed ? std::string() : allowed.error().code;
    };
    EXPECT_EQ(code(begins, 2, 20), "");
    EXPECT_EQ(code(begins, 2, 19), "core.invalid");
    EXPECT_EQ(code(begins, 1, 30), "scales.changed_meanwhile");
    EXPECT_EQ(code(begins, 0, 30), "scales.code_taken");
    EXPECT_EQ(code({}, 0, 1), "");
    EXPECT_EQ(code({}, 3, 1), "scales.another_code");
}

}  // namespace
}  // namespace ryadom::scales
