#include "modules/accounts/module.hpp"
#include "modules/network/module.hpp"
#include "platform/audit/audit.hpp"
#include "platform/testing/api_test.hpp"

#include <gmock/gmock.h>

#include <thread>

namespace ryadom::accounts {
namespace {

using policy::Role;

class AccountsTest : public testing::ApiTest {
  protected:
    void SetUp() override {
        start({network::module([](db::Tx&, Number<network::Organisation>, Date) {}), module(false)}, network::subtree, network::zone);
    }
    /// Creates an account as an administrator and accepts its invitation.
    std::string make(const std::string& login, const std::string& password = "верный пароль 1") {
        const auto invited = sign_in(Role::administrator).post("/api/v1/accounts", account(login));
        EXPECT_EQ(invited.status, 201) << invited.text;
        EXPECT_EQ(visitor().post("/api/v1/invitations/accept", R"({"token":")" + invited.at("token") + R"(","password":")" + password + "\"}").status, 204);
        return invited.at("account");
    }
    static std::string account(const std::string& login, bool active = true, const std::string& role = "coordinator") {
        return R"({"login":")" + login + R"(","name":"Анна","language":"ru","active":)" + (active ? "true" : "false") +
               R"(,"roles":[{"role":")" + role + R"("}]})";
    }
    testing::Answer enter(const std::string& login, const std::string& password) {
        return visitor().post("/api/v1/session", R"({"login":")" + login + R"(","password":")" + password + "\"}");
    }
    testing::Client browser(const testing::Answer& signed_in) {
        const auto header = signed_in.header("set-cookie");
        return {*this, header.substr(7, header.find(';') - 7)};
    }
};

TEST_P(AccountsTest, owner_accepts_the_invitation_and_signs_in) {
    make("anna");
    const auto signed_in = enter("Anna", "верный пароль 1");
    ASSERT_EQ(signed_in.status, 200) << signed_in.text;
    EXPECT_NE(signed_in.header("set-cookie").find("HttpOnly; SameSite=Strict"), std::string::npos);
    const auto session = browser(signed_in).get("/api/v1/session");
    EXPECT_EQ(session.at("account/login"), "anna");
    EXPECT_EQ(session.at("account/roles/0/role"), "coordinator");
    EXPECT_NE(session.at("permissions").find("network.change"), std::string::npos);
}

TEST_P(AccountsTest, wrong_password_and_unknown_login_look_the_same) {
    make("anna");
    const auto wrong = enter("anna", "неверный пароль");
    const auto unknown = enter("nobody", "неверный пароль");
    EXPECT_EQ(wrong.status, 401);
    EXPECT_EQ(wrong.text, unknown.text);
    EXPECT_EQ(wrong.header("set-cookie"), "");
}

TEST_P(AccountsTest, guessing_is_slowed_down) {
    make("anna");
    for (int i = 0; i < 4; ++i) EXPECT_EQ(enter("anna", "неверный пароль").status, 401);
    const auto slowed = enter("anna", "верный пароль 1");
    EXPECT_EQ(slowed.status, 429);
    EXPECT_EQ(slowed.header("retry-after"), "2");
    clock.advance(2000);
    EXPECT_EQ(enter("anna", "верный пароль 1").status, 200);
}

TEST_P(AccountsTest, session_is_dead_after_sign_out_disabling_and_a_new_password) {
    const auto id = make("anna");
    const auto first = browser(enter("anna", "верный пароль 1"));
    EXPECT_EQ(first.remove("/api/v1/session").status, 204);
    EXPECT_EQ(first.get("/api/v1/session").status, 401);

    const auto second = browser(enter("anna", "верный пароль 1"));
    EXPECT_EQ(second.post("/api/v1/session/password", R"({"old_password":"верный пароль 1","new_password":"другой пароль 2"})").status, 204);
    EXPECT_EQ(second.get("/api/v1/session").status, 401);

    const auto third = browser(enter("anna", "другой пароль 2"));
    const auto administrator = sign_in(Role::administrator);
    const auto revision = administrator.get("/api/v1/accounts/" + id).header("etag");
    EXPECT_EQ(administrator.put("/api/v1/accounts/" + id, account("anna", false), revision).status, 200);
    EXPECT_EQ(third.get("/api/v1/session").status, 401);
    EXPECT_EQ(enter("anna", "другой пароль 2").status, 401);
}

TEST_P(AccountsTest, invitation_works_once) {
    const auto invited = sign_in(Role::administrator).post("/api/v1/accounts", account("anna"));
    const auto accept = [&](const std::string& password) {
        return visitor().post("/api/v1/invitations/accept", R"({"token":")" + invited.at("token") + R"(","password":")" + password + "\"}");
    };
    EXPECT_THAT(accept("коротко").errors(), ::testing::ElementsAre("/password auth.password_too_short"));
    EXPECT_EQ(accept("верный пароль 1").status, 204);
    EXPECT_EQ(accept("верный пароль 1").code(), "accounts.invitation_used");
}

TEST_P(AccountsTest, new_invitation_replaces_a_forgotten_password) {
    const auto id = make("anna");
    const auto invited = sign_in(Role::administrator).post("/api/v1/accounts/" + id + "/invitations", "");
    ASSERT_EQ(invited.status, 201) << invited.text;
    EXPECT_EQ(visitor().post("/api/v1/invitations/accept", R"({"token":")" + invited.at("token") + R"(","password":"совсем новый пароль"})").status, 204);
    EXPECT_EQ(enter("anna", "верный пароль 1").status, 401);
    EXPECT_EQ(enter("anna", "совсем новый пароль").status, 200);
}

TEST_P(AccountsTest, own_language_is_the_owners_choice) {
    make("anna");
    const auto session = browser(enter("anna", "верный пароль 1"));
    EXPECT_EQ(session.post("/api/v1/session/preferences", R"({"language":"kk"})").status, 204);
    EXPECT_EQ(session.get("/api/v1/session").at("account/language"), "kk");
}

TEST_P(AccountsTest, only_the_administrator_manages_accounts_and_reads_the_log) {
    for (const auto role : {Role::coordinator, Role::director, Role::specialist, Role::desk}) {
        const auto client = sign_in(role, policy::regional(role) ? 0 : 1);
        EXPECT_EQ(client.get("/api/v1/accounts").status, 403);
        EXPECT_EQ(client.post("/api/v1/accounts", account("anna")).status, 403);
        EXPECT_EQ(client.get("/api/v1/audit").status, 403);
    }
}

TEST_P(AccountsTest, roles_name_their_organisation) {
    const auto administrator = sign_in(Role::administrator);
    EXPECT_THAT(administrator.post("/api/v1/accounts", account("anna", true, "desk")).errors(),
                ::testing::ElementsAre("/roles/0/organisation core.required"));
    EXPECT_EQ(administrator.post("/api/v1/accounts", account("anna")).status, 201);
    EXPECT_NE(administrator.get("/api/v1/accounts").text.find("anna"), std::string::npos);
    EXPECT_EQ(administrator.post("/api/v1/accounts", account("ANNA")).code(), "constraint.auth_account_login_unique");
    EXPECT_THAT(administrator.post("/api/v1/accounts", account("ы")).errors(), ::testing::ElementsAre("/login auth.login_form"));
}

TEST_P(AccountsTest, log_shows_who_did_what) {
    const auto id = make("anna");
    const auto administrator = sign_in(Role::administrator);
    // PostgreSQL orders records soon after their commit.
    for (int i = 0; i < 100 && administrator.get("/api/v1/audit?object=" + id).at("items/2/action").empty(); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    const auto log = administrator.get("/api/v1/audit?object=" + id);
    EXPECT_EQ(log.at("items/0/action"), "accounts.password_set");
    EXPECT_EQ(log.at("items/2/action"), "accounts.created");
    EXPECT_NE(log.at("items/2/account"), "");
    EXPECT_EQ(administrator.get("/api/v1/audit?limit=1").at("items/1"), "");
}

TEST_P(AccountsTest, has_every_message_in_three_languages) { EXPECT_THAT(catalogue_gaps(), ::testing::IsEmpty()); }

RYADOM_BOTH_ENGINES(AccountsTest);

}  // namespace
}  // namespace ryadom::accounts
