#include "app/generate/map.hpp"
#include "app/generate/names.hpp"
#include "app/generate/region.hpp"
#include "modules/people/rules.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace ryadom::generate {
namespace {

constexpr Date until{20'780};
constexpr Sizes small{2'000, 20'000};

using Side = std::pair<std::pair<double, double>, std::pair<double, double>>;

std::vector<Side> sides(const Polygon& polygon) {
    std::vector<Side> out;
    for (const auto& ring : polygon)
        for (std::size_t i = 0; i + 1 < ring.size(); ++i)
            out.push_back({{ring[i].longitude, ring[i].latitude}, {ring[i + 1].longitude, ring[i + 1].latitude}});
    return out;
}

double turn(std::pair<double, double> a, std::pair<double, double> b, std::pair<double, double> c) {
    return (b.first - a.first) * (c.second - a.second) - (b.second - a.second) * (c.first - a.first);
}

bool cross(const Side& one, const Side& other) {
    const double e = 1e-12;
    return turn(one.first, one.second, other.first) * turn(one.first, one.second, other.second) < -e &&
           turn(other.first, other.second, one.first) * turn(other.first, other.second, one.second) < -e;
}

TEST(Region, is_the_same_for_the_same_seed) {
    EXPECT_EQ(digest(make_region({7}, small, until)), digest(make_region({7}, small, until)));
    EXPECT_NE(digest(make_region({7}, small, until)), digest(make_region({8}, small, until)));
    EXPECT_NE(digest(make_region({7}, small, until)), digest(make_region({7}, small, until + 1)));
}

TEST(Map, joins_the_districts_without_gap_or_overlap) {
    for (const std::uint64_t seed : {1, 2026}) {
        const auto map = make_map({seed}, 35);
        std::map<Side, int> seen;
        for (const auto& district : map) {
            ASSERT_FALSE(district.polygon.empty());
            EXPECT_EQ(district.polygon.front().front(), district.polygon.front().back());
            for (const auto& side : sides(district.polygon)) EXPECT_EQ(++seen[side], 1) << "a district walks a border twice";
        }
        int coast = 0, shared = 0;
        for (const auto& [side, count] : seen) ++(seen.contains({side.second, side.first}) ? shared : coast);
        EXPECT_GT(shared, coast);
        std::vector<Side> all;
        for (const auto& [side, count] : seen) all.push_back(side);
        for (std::size_t i = 0; i < all.size(); ++i)
            for (std::size_t j = i + 1; j < all.size(); ++j) ASSERT_FALSE(cross(all[i], all[j])) << "seed " << seed;
    }
}

TEST(Map, fits_into_sixty_kilobytes_and_a_tile_for_each) {
    const auto map = make_map({1}, 35);
    std::size_t bytes = 0;
    std::set<std::pair<int, int>> tiles;
    for (const auto& district : map) {
        bytes += geometry(district.polygon).size();
        tiles.insert({district.tile.row, district.tile.column});
    }
    EXPECT_LT(bytes, 60'000U);
    EXPECT_EQ(tiles.size(), map.size());
}

TEST(Names, fit_the_sex) {
    Dice dice({3}, "names");
    for (int i = 0; i < 5'000; ++i) {
        const bool woman = i % 2 == 0;
        const auto name = make_name(dice, woman ? people::Sex::female : people::Sex::male, 1930 + i % 90);
        for (const std::string_view end : {"ов", "ев", "ёв", "ин", "ский"}) EXPECT_FALSE(woman && name.family.ends_with(end)) << name.family;
        for (const std::string_view end : {"ова", "ева", "ёва", "ина", "ская"}) EXPECT_FALSE(!woman && name.family.ends_with(end)) << name.family;
        if (!name.patronymic) continue;
        const auto ends = [&](std::initializer_list<std::string_view> list) {
            return std::any_of(list.begin(), list.end(), [&](std::string_view end) { return name.patronymic->ends_with(end); });
        };
        EXPECT_TRUE(woman ? ends({"на", "кызы", "қызы"}) : ends({"ич", "улы", "оглы", "ұлы"})) << *name.patronymic;
    }
}

TEST(Snils, has_the_right_control_number_and_is_never_given_twice) {
    std::set<std::string> seen;
    for (int serial = 0; serial < 100'000; ++serial) {
        const auto number = snils(serial);
        EXPECT_TRUE(people::sound_snils(number)) << number;
        EXPECT_TRUE(seen.insert(number).second) << number;
    }
}

TEST(Region, has_the_flaws_of_a_real_register) {
    const auto region = make_region({1}, {20'000, 500'000}, until);
    int twins = 0, dead = 0, silent = 0, women = 0, old = 0;
    for (const auto& person : region.persons) {
        EXPECT_TRUE(people::faults(person.row, until, "").empty()) << person.row.family_name;
        EXPECT_TRUE(!person.row.death || *person.row.death > person.registered);
        twins += person.twin_of ? 1 : 0;
        dead += person.row.death ? 1 : 0;
        silent += person.row.phone ? 0 : 1;
        const bool elder = full_years(person.row.birth, until) > 75;
        old += elder ? 1 : 0;
        women += elder && person.row.sex == people::Sex::female ? 1 : 0;
        const auto& first = person.twin_of ? region.persons[static_cast<std::size_t>(*person.twin_of)] : person;
        EXPECT_LE(first.registered, person.registered);
    }
    EXPECT_EQ(twins, 600);
    EXPECT_NEAR(dead, 400, 150);
    EXPECT_NEAR(silent, 3'000, 500);
    EXPECT_NEAR(static_cast<double>(women) / old, 0.67, 0.03);
}

TEST(Region, has_its_districts_centres_and_people_that_work_there) {
    const auto region = make_region({1}, {20'000, 500'000}, until);
    EXPECT_EQ(region.districts.size(), 35U);
    EXPECT_EQ(region.centres.size(), 38U);
    std::set<std::string> codes;
    std::size_t staff = 0;
    for (const auto& each : region.organisations) {
        EXPECT_TRUE(codes.insert(each.row.code).second) << each.row.code;
        EXPECT_LE(each.row.code.size(), 40U);
        EXPECT_LE(each.row.short_title.size(), 200U);
        staff += each.staff.size();
    }
    EXPECT_GT(staff, 150U) << "what the practices need comes on top";
}

}  // namespace
}  // namespace ryadom::generate
