// Whatever the seed and the size, the demo region has a meeting that is long past and led somewhere, and one to come.
#include "app/generate/exchange_plan.hpp"
#include "modules/practices/package_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace ryadom::generate {
namespace {

constexpr Date until{20'780};

const std::vector<practices::Package>& library() {
    static const auto packages = [] {
        Library files;
        for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(RYADOM_SOURCE_DIR) / "practices"))
            if (entry.is_directory()) files[entry.path().filename().string()] = practices::read_folder(entry.path()).value();
        return read_library(files);
    }();
    return packages;
}

struct Planned {
    Region region;
    RolloutPlan plan;
    std::vector<EventPlan> events;
};
Planned planned(std::uint64_t seed, const Sizes& sizes) {
    Planned out{make_region({seed}, sizes, until), {}, {}};
    out.plan = plan_rollout(out.region, {seed}, sizes, library());
    out.events = plan_events(out.region, out.plan);
    return out;
}

void expect_meetings(const Planned& of) {
    const bool settled = std::ranges::any_of(of.events, [&](const EventPlan& each) { return each.day + 90 <= until && !each.followed.empty(); });
    EXPECT_TRUE(settled) << "no visit of long ago that led to an adoption";
    ASSERT_FALSE(of.events.empty());
    EXPECT_GT(of.events.back().day, until) << "nothing to come";
    EXPECT_LE(of.events.size(), 4U);
    EXPECT_TRUE(std::ranges::is_sorted(of.events, {}, &EventPlan::day));
}

TEST(ExchangePlan, small_region_has_a_meeting_of_the_past_and_one_to_come) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        SCOPED_TRACE(seed);
        expect_meetings(planned(seed, {400, 4'000}));
        expect_meetings(planned(seed, {600, 6'000}));
    }
}

TEST(ExchangePlan, region_of_the_usual_size_has_them_too) { expect_meetings(planned(1, Sizes{})); }

TEST(ExchangePlan, guests_choose_within_ninety_days_of_what_a_host_could_show) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const auto of = planned(seed, {400, 4'000});
        for (const auto& event : of.events) {
            const auto* host = first_to_deliver(of.plan, event.practice);
            ASSERT_TRUE(host);
            EXPECT_EQ(host->organisation, event.host);
            EXPECT_LT(*host->first_fact, event.day);
            for (const auto each : event.followed) {
                const auto& guest = of.plan.adoptions[each];
                EXPECT_NE(guest.organisation, event.host);
                EXPECT_GT(*guest.chosen_on, event.day);
                EXPECT_LE(*guest.chosen_on, event.day + 90);
            }
        }
    }
}

TEST(ExchangePlan, same_seed_gives_the_same_meetings) {
    const auto one = planned(3, {400, 4'000});
    const auto other = planned(3, {400, 4'000});
    ASSERT_EQ(one.events.size(), other.events.size());
    for (std::size_t i = 0; i < one.events.size(); ++i) {
        EXPECT_EQ(one.events[i].day, other.events[i].day);
        EXPECT_EQ(one.events[i].host, other.events[i].host);
        EXPECT_EQ(one.events[i].guests, other.events[i].guests);
    }
}

}  // namespace
}  // namespace ryadom::generate
