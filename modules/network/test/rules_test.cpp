#include "modules/network/rules.hpp"

#include <gmock/gmock.h>

namespace ryadom::network {
namespace {

std::vector<std::string> errors(const Checked<void>& checked) {
    std::vector<std::string> out;
    if (!checked)
        for (const auto& field : checked.error().fields) out.push_back(field.pointer + " " + field.code);
    return out;
}

StaffMember member() {
    StaffMember out;
    out.name = "Петрова Анна";
    out.hired_on = *parse_date("2024-01-10");
    return out;
}

TEST(network_rules, elders_are_a_part_of_the_residents) {
    District district;
    district.population = 100;
    district.elders = 100;
    EXPECT_TRUE(acceptable(district));
    district.elders = 101;
    EXPECT_THAT(errors(acceptable(district)), ::testing::ElementsAre("/elders network.more_elders_than_residents"));
}

TEST(network_rules, nobody_leaves_before_being_hired) {
    auto one = member();
    one.left_on = one.hired_on;
    EXPECT_TRUE(acceptable(one));
    one.left_on = one.hired_on - 1;
    EXPECT_THAT(errors(acceptable(one)), ::testing::ElementsAre("/left_on network.left_before_hired"));
}

TEST(network_rules, qualifications_end_after_they_begin_and_are_told_once) {
    auto one = member();
    one.qualifications = {{"nurse", *parse_date("2020-02-01"), parse_date("2020-01-31")}, {"care", *parse_date("2021-01-01"), {}},
                          {"care", *parse_date("2021-01-01"), {}}, {"care", *parse_date("2022-01-01"), {}}};
    EXPECT_THAT(errors(acceptable(one)), ::testing::ElementsAre("/qualifications/0/valid_to network.ends_before_it_begins",
                                                                "/qualifications/2/code network.qualification_twice"));
}

TEST(network_rules, a_slip_in_the_year_is_seen) {
    auto one = member();
    one.hired_on = *parse_date("0202-01-10");
    one.left_on = parse_date("2924-01-10");
    EXPECT_THAT(errors(acceptable(one)), ::testing::ElementsAre("/hired_on network.unlikely_day", "/left_on network.unlikely_day"));
}

}  // namespace
}  // namespace ryadom::network
