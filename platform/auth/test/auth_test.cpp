#include "platform/auth/accounts.hpp"
#include "platform/auth/password.hpp"
#include "platform/auth/throttle.hpp"
#include "platform/testing/engine_test.hpp"

namespace ryadom::auth {
namespace {

TEST(Password, is_known_again_and_only_it) {
    const auto hash = hash_password("правильная лошадь");
    EXPECT_TRUE(hash.starts_with("$argon2id$"));
    EXPECT_TRUE(verify_password(hash, "правильная лошадь"));
    EXPECT_FALSE(verify_password(hash, "правильная лошадь "));
    EXPECT_FALSE(verify_password("", "an account that is not there"));
}

TEST(Password, must_be_long_and_not_the_login) {
    EXPECT_FALSE(acceptable_password("коротко", "anna", "/password"));
    EXPECT_FALSE(acceptable_password("aaaaaaaaaaaaaaaa", "anna", "/password"));
    EXPECT_FALSE(acceptable_password("this-is-ANNA-again", "anna", "/password"));
    EXPECT_TRUE(acceptable_password("двенадцать зн", "anna", "/password"));
}

TEST(Throttle, slows_one_network_and_lets_the_owner_in) {
    Throttle throttle;
    Instant now{1'000'000};
    for (int i = 0; i < 4; ++i) {
        EXPECT_FALSE(throttle.wait("anna", "203.0.113.7", now));
        throttle.count("anna", "203.0.113.7", now);
    }
    EXPECT_EQ(throttle.wait("anna", "203.0.113.99", now), 2);
    EXPECT_FALSE(throttle.wait("anna", "198.51.100.1", now));
    now = now + 2000;
    EXPECT_FALSE(throttle.wait("anna", "203.0.113.7", now));
    throttle.count("anna", "203.0.113.7", now);
    EXPECT_EQ(throttle.wait("anna", "203.0.113.7", now), 4);
    throttle.forgive("anna", "203.0.113.7");
    EXPECT_FALSE(throttle.wait("anna", "203.0.113.7", now));
}

TEST(Throttle, slows_one_network_that_tries_many_logins) {
    Throttle throttle;
    for (int i = 0; i < 40; ++i) throttle.count("user" + std::to_string(i), "203.0.113.7", {0});
    EXPECT_TRUE(throttle.wait("another", "203.0.113.8", {0}));
}

class AccountsTest : public testing::EngineTest {
  protected:
    void SetUp() override { database = &open({schema()}); }

    template <class Work>
    auto write(Work work) {
        return database->write_now(db::Caller::system(), work);
    }
    Account make(const std::string& login, std::vector<policy::Grant> grants = {}) {
        Account account;
        account.id = {make_uuid(clock.now(), system_random())};
        account.login = login;
        account.name = "Анна";
        account.grants = std::move(grants);
        account.number = *write([=](db::Tx& tx) { return create_account(tx, account); });
        return account;
    }
    std::optional<Session> session(const std::string& hash) {
        return database->read_as(db::Caller::system(), [&](db::Tx& tx) { return find_session(tx, hash); });
    }
    db::Database* database = nullptr;
};

TEST_P(AccountsTest, session_carries_the_rights_of_now) {
    auto account = make("anna", {{policy::Role::desk, 7}});
    ASSERT_TRUE(write([=](db::Tx& tx) { create_session(tx, account.number, "hash"); }));
    ASSERT_TRUE(session("hash"));
    EXPECT_EQ(session("hash")->account.grants, account.grants);
    EXPECT_FALSE(session("other"));
}

TEST_P(AccountsTest, session_ends_with_time_and_disuse) {
    const auto account = make("anna");
    ASSERT_TRUE(write([=](db::Tx& tx) { create_session(tx, account.number, "hash"); }));
    clock.advance(session_idle - 1);
    ASSERT_TRUE(session("hash"));
    ASSERT_TRUE(write([=](db::Tx& tx) { touch_session(tx, "hash"); }));
    clock.advance(session_length - session_idle);
    EXPECT_TRUE(session("hash"));
    clock.advance(1);
    EXPECT_FALSE(session("hash"));
}

TEST_P(AccountsTest, session_dies_when_rights_change_or_the_account_is_disabled) {
    for (const bool disable : {true, false}) {
        auto account = make(disable ? "anna" : "boris", {{policy::Role::desk, 7}});
        ASSERT_TRUE(write([=](db::Tx& tx) { create_session(tx, account.number, account.login); }));
        if (disable) account.active = false;
        else account.grants = {};
        ASSERT_TRUE(*write([=](db::Tx& tx) { return update_account(tx, account); }));
        EXPECT_FALSE(session(account.login));
    }
}

TEST_P(AccountsTest, change_of_another_revision_is_declined) {
    auto account = make("anna");
    account.revision = 5;
    EXPECT_FALSE(*write([=](db::Tx& tx) { return update_account(tx, account); }));
}

TEST_P(AccountsTest, invitation_works_once_and_until_it_expires) {
    const auto account = make("anna");
    ASSERT_TRUE(write([=](db::Tx& tx) { create_invitation(tx, account.number, "one", tx.now() + 1000); }));
    const auto invited = [&](const std::string& hash) {
        return database->read_as(db::Caller::system(), [&](db::Tx& tx) { return find_invitation(tx, hash); }).has_value();
    };
    EXPECT_TRUE(invited("one"));
    clock.advance(1000);
    EXPECT_FALSE(invited("one"));
    ASSERT_TRUE(write([=](db::Tx& tx) {
        create_invitation(tx, account.number, "two", tx.now() + 1000);
        set_password(tx, account.number, "x");
    }));
    EXPECT_FALSE(invited("two"));
}

TEST_P(AccountsTest, are_listed_by_login_with_their_roles) {
    make("boris", {{policy::Role::director, 3}, {policy::Role::desk, 4}});
    make("anna", {{policy::Role::administrator, 0}});
    const auto all = database->read_as(db::Caller::system(), [](db::Tx& tx) { return list_accounts(tx, "", 10); });
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].login, "anna");
    EXPECT_EQ(all[1].grants.size(), 2U);
}

RYADOM_BOTH_ENGINES(AccountsTest);

}  // namespace
}  // namespace ryadom::auth
