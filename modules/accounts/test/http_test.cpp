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

TEST_P(AccountsTest, a_browser_that_is_known_is_not_slowed_by_others) {
    make("anna");
    const auto first = enter("anna", "верный пароль 1");
    const auto& set = first.headers;
    const auto device = std::ranges::find_if(set, [](const auto& header) { return header.value.starts_with("ryadom-device="); });
    ASSERT_NE(device, set.end());
    EXPECT_NE(device->value.find("HttpOnly; SameSite=Strict; Max-Age=31536000"), std::string::npos);
    const auto from_device = [&](const std::string& login, const std::string& password) {
        return visitor().post("/api/v1/session", R"({"login":")" + login + R"(","password":")" + password + "\"}",
                              {{"Cookie", device->value.substr(0, device->value.find(';'))}});
    };
    for (int i = 0; i < 5; ++i) enter("anna", "неверный пароль");
    EXPECT_EQ(enter("anna", "верный пароль 1").status, 429);
    EXPECT_EQ(from_device("anna", "верный пароль 1").status, 200);
    for (int i = 0; i < 4; ++i) EXPECT_EQ(from_device("anna", "неверный пароль").status, 401);
    EXPECT_EQ(from_device("anna", "верный пароль 1").status, 429) << "whoever holds the browser may not guess either";
    make("boris");
    for (int i = 0; i < 5; ++i) enter("boris", "неверный пароль");
    EXPECT_EQ(from_device("boris", "верный пароль 1").status, 429) << "it is known for another account";
}

TEST_P(AccountsTest, secrets_are_kept_nowhere_for_a_repeat) {
    const auto administrator = sign_in(Role::administrator);
    const http::Headers key{{"Idempotency-Key", "invitation-1"}};
    EXPECT_EQ(administrator.post("/api/v1/accounts", account("anna"), key).status, 201);
    const auto again = administrator.post("/api/v1/accounts", account("anna"), key);
    EXPECT_EQ(again.status, 409);
    EXPECT_EQ(again.code(), "http.done_already");
    EXPECT_EQ(administrator.post("/api/v1/session/password", R"({"old_password":"x","new_password":"новый пароль 12"})", {{"Idempotency-Key", "password-1"}}).status, 422);
    const auto kept = database().read_as(db::Caller::system(), [](db::Tx& tx) {
        return tx.list("select key, body from v_http_idempotency order by key", [](const db::Row& row) { return row.get<std::string>(0) + row.get<std::string>(1); });
    });
    EXPECT_THAT(kept, ::testing::ElementsAre("invitation-1"));
}

TEST_P(AccountsTest, whoever_directs_one_centre_is_desk_in_the_other) {
    const auto administrator = sign_in(Role::administrator);
    const auto add = [&](const std::string& code) {
        administrator.post("/api/v1/organisations?second_top=true", R"({"code":")" + code + R"(","kind":"centre","title":"Центр","short_title":")" + code +
                                                        R"(","zone":"Asia/Novosibirsk","address":"","phone":"","director":""})");
        return database().read_as(db::Caller::system(), [&](db::Tx& tx) { return *network::find_organisation_by_code(tx, code); });
    };
    const auto directed = add("first");
    const auto served = add("second");
    const auto mixed = sign_in({{Role::director, directed.number.value}, {Role::desk, served.number.value}});
    const auto room = [&](const network::OrganisationRow& at) {
        return mixed.post("/api/v1/organisations/" + to_string(at.organisation.id) + "/rooms", R"({"title":"Зал","kind":"hall","capacity":5})").status;
    };
    EXPECT_EQ(room(directed), 201);
    EXPECT_EQ(room(served), 404);
}

TEST_P(AccountsTest, a_link_says_whom_it_invites) {
    const auto invited = sign_in(Role::administrator).post("/api/v1/accounts", account("anna"));
    const auto shown = visitor().post("/api/v1/invitations/show", R"({"token":")" + invited.at("token") + "\"}");
    EXPECT_EQ(shown.status, 200) << shown.text;
    EXPECT_EQ(shown.at("login"), "anna");
    EXPECT_EQ(shown.at("name"), "Анна");
    EXPECT_EQ(visitor().post("/api/v1/invitations/show", R"({"token":"0000"})").code(), "accounts.invitation_used");
}

TEST_P(AccountsTest, the_log_is_narrowed_by_account_action_and_day) {
    make("anna");
    enter("anna", "верный пароль 1");
    clock.advance(std::int64_t{3} * 24 * 3600 * 1000);
    enter("anna", "верный пароль 1");
    const auto administrator = sign_in(Role::administrator);
    const auto actions = [&](const std::string& query) {
        std::vector<std::string> out;
        const auto log = administrator.get("/api/v1/audit?" + query);
        for (int i = 0; !log.at("items/" + std::to_string(i) + "/action").empty(); ++i)
            out.push_back(log.at("items/" + std::to_string(i) + "/account") + " " + log.at("items/" + std::to_string(i) + "/action"));
        return out;
    };
    const std::string in = "anna accounts.signed_in";
    // PostgreSQL orders records soon after their commit.
    for (int i = 0; i < 100 && actions("account=anna").size() < 3; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(20));
    EXPECT_THAT(actions("account=anna"), ::testing::ElementsAre(in, in, "anna accounts.password_set")) << "who signs in is named";
    EXPECT_THAT(actions("account=anna&action=accounts.signed_in"), ::testing::ElementsAre(in, in));
    EXPECT_THAT(actions("action=accounts.password_set"), ::testing::ElementsAre("anna accounts.password_set"));
    EXPECT_THAT(actions("account=nobody"), ::testing::IsEmpty());
    const auto next = administrator.get("/api/v1/audit?account=anna&limit=2").at("next");
    EXPECT_THAT(actions("account=anna&limit=2&cursor=" + next), ::testing::ElementsAre("anna accounts.password_set"));
    const auto today = administrator.get("/api/v1/session").at("today");
    EXPECT_THAT(actions("account=anna&from=" + today), ::testing::ElementsAre(in));
    EXPECT_THAT(actions("account=anna&to=" + to_string(*parse_date(today) - 1)), ::testing::ElementsAre(in, "anna accounts.password_set"));
    const auto words = administrator.get("/api/v1/audit/actions");
    EXPECT_NE(words.text.find(R"("action":"accounts.signed_in","text":"Вход")"), std::string::npos) << words.text;
}

TEST_P(AccountsTest, the_region_keeps_the_name_of_its_first_body) {
    const auto administrator = sign_in(Role::administrator);
    const auto add = [&](const std::string& code, const std::string& kind, const std::string& title) {
        EXPECT_EQ(administrator.post("/api/v1/organisations?second_top=true", R"({"code":")" + code + R"(","kind":")" + kind + R"(","title":")" + title +
                                                                  R"(","short_title":")" + code + R"(","zone":"Asia/Novosibirsk","address":"","phone":"","director":""})").status, 201);
    };
    add("clinic", "partner", "Поликлиника");
    add("ministry", "department", "Министерство области");
    add("a-stray", "authority", "Чужой орган");
    EXPECT_EQ(administrator.get("/api/v1/session").at("region"), "Министерство области");
}

TEST_P(AccountsTest, a_cursor_that_is_none_is_refused) {
    EXPECT_THAT(sign_in(Role::administrator).get("/api/v1/audit?cursor=12abc").errors(), ::testing::ElementsAre("/cursor core.unknown_value"));
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
