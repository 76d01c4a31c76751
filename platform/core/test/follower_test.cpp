#include "platform/core/follower.hpp"

#include "platform/core/refusal.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <stdexcept>

namespace ryadom {
namespace {

TEST(FollowerTest, works_when_asked_and_tells_those_who_wait) {
    std::atomic<int> times = 0;
    Follower follower("part", {}, [&] { ++times; });
    EXPECT_EQ(times, 0);
    follower.await();
    EXPECT_GE(times, 1);
    follower.await();
    EXPECT_GE(times, 2);
}

TEST(FollowerTest, takes_wishes_that_come_while_it_works_for_one) {
    std::atomic<int> times = 0;
    std::latch begun(1), go_on(1);
    Follower follower("part", {}, [&] {
        if (++times == 1) {
            begun.count_down();
            go_on.wait();
        }
    });
    follower.ask();
    begun.wait();
    for (int i = 0; i < 100; ++i) follower.ask();
    go_on.count_down();
    follower.await();
    follower.await();
    EXPECT_LE(times, 3);
}

TEST(FollowerTest, says_what_is_wrong_until_the_work_succeeds) {
    int times = 0;
    std::vector<std::string> told;
    Follower follower("part", [&](std::string_view event, std::string_view part, std::string_view text) { told.push_back(std::string(event) + " " + std::string(part) + " " + std::string(text)); }, [&] {
        ++times;
        if (times == 1) throw std::runtime_error("no room");
        if (times == 2) throw Refused({Refusal::Kind::conflict, "core.conflict", {}, {}});
    });
    follower.await();
    EXPECT_EQ(follower.fault(), "no room");
    follower.await();
    EXPECT_EQ(follower.fault(), "core.conflict");
    follower.await();
    EXPECT_EQ(follower.fault(), std::nullopt);
    EXPECT_EQ(told, (std::vector<std::string>{"fault part no room", "fault part core.conflict", "mended part "}));
}

TEST(FollowerTest, lets_go_of_those_who_wait_when_it_stops) {
    Follower follower("part", {}, [] {});
    follower.stop();
    follower.ask();
    follower.await();
}

}  // namespace
}  // namespace ryadom
