#include "platform/policy/policy.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ryadom::policy {
namespace {

std::vector<std::int64_t> subtree(std::int64_t organisation) { return {organisation * 10 + 1, organisation}; }

}  // namespace

TEST(Policy, gives_a_regional_role_all_records_and_no_person) {
    for (const auto role : {Role::administrator, Role::coordinator}) {
        const auto seen = scope({{role, 0}}, subtree);
        EXPECT_EQ(seen.records, db::Reach::everything);
        EXPECT_EQ(seen.persons, db::Reach::nothing);
    }
}

TEST(Policy, gives_a_centre_its_own_subtree) {
    const auto seen = scope({{Role::desk, 2}, {Role::specialist, 1}, {Role::desk, 1}}, subtree);
    EXPECT_EQ(seen.records, db::Reach::listed);
    EXPECT_EQ(seen.persons, db::Reach::listed);
    EXPECT_THAT(seen.organisations, testing::ElementsAre(1, 2, 11, 21));
}

TEST(Policy, shows_nothing_without_a_grant) { EXPECT_EQ(scope({}, subtree), db::Scope{}); }

TEST(Policy, unites_the_permissions_of_all_roles) {
    const Policy policy({{"a.see", Roles::all()}, {"a.change", {Role::director}}, {"a.admin", {Role::administrator}}});
    EXPECT_THAT(policy.permissions({{Role::desk, 1}}), testing::ElementsAre("a.see"));
    EXPECT_THAT(policy.permissions({{Role::desk, 1}, {Role::director, 1}}), testing::ElementsAre("a.change", "a.see"));
    EXPECT_TRUE(policy.permissions({}).empty());
    EXPECT_THROW(Policy({{"a", Roles::all()}, {"a", Roles::all()}}), std::logic_error);
}

TEST(Policy, ties_each_permission_to_the_organisations_of_its_roles) {
    const Policy policy({{"a.see", Roles::all()}, {"a.change", {Role::director}}});
    const std::vector<Grant> grants{{Role::desk, 1}, {Role::director, 2}};
    EXPECT_THAT(policy.holding(grants, "a.change"), testing::ElementsAre(Grant{Role::director, 2}));
    EXPECT_EQ(policy.holding(grants, "a.see"), grants);
    EXPECT_EQ(policy.holding(grants, ""), grants);
}

}  // namespace ryadom::policy
