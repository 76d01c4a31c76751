// Two centres with a desk each, a coordinator above them.
#pragma once

#include "modules/matching/module.hpp"
#include "modules/network/module.hpp"
#include "modules/papers/module.hpp"
#include "modules/people/module.hpp"
#include "modules/people/papers.hpp"
#include "modules/people/people.hpp"

#include "platform/testing/api_test.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace ryadom::people {

using policy::Role;

class PeopleTest : public testing::ApiTest {
  protected:
    void SetUp() override {
        start({network::module([](db::Tx&, Number<network::Organisation>, Date) {}), matching::module(), papers::module({consent_kind()}), module()}, network::subtree, network::zone);
        suzun = add_centre("suzun");
        kargat = add_centre("kargat");
    }
    std::string add_centre(const std::string& code, const std::string& parent = "") {
        return sign_in(Role::coordinator)
            .post("/api/v1/organisations?second_top=true", fmt::format(R"({{"code":"{0}","kind":"centre","title":"КЦСОН","short_title":"{0}",{1}"zone":"Asia/Novosibirsk",)"
                                                       R"("address":"","phone":"","director":""}})",
                                                       code, parent.empty() ? "" : R"("parent":")" + parent + "\","))
            .at("id");
    }
    std::int64_t number(const std::string& organisation) {
        return database().read_as(db::Caller::system(), [&](db::Tx& tx) {
            return network::find_organisation(tx, Id<network::Organisation>{*parse_uuid(organisation)})->number.value;
        });
    }
    testing::Client desk(const std::string& organisation) { return sign_in(Role::desk, number(organisation)); }
    static std::string person(const std::string& names = R"("family_name":"Иванова","given_name":"Елена","patronymic":"Петровна")",
                              const std::string& extra = "") {
        return "{" + names + R"(,"birth":"1950-03-08","sex":"female")" + extra + "}";
    }
    static std::string registration(const std::string& organisation, const std::string& person, const std::string& namesake = "") {
        return R"({"organisation":")" + organisation + R"(","person":)" + person + (namesake.empty() ? "}" : R"(,"namesake":")" + namesake + "\"}");
    }
    /// Also of the same name and birth date as others.
    std::string add(const std::string& organisation, const std::string& body) {
        const auto made = desk(organisation).post("/api/v1/persons", registration(organisation, body, "однофамилец, паспорт проверен"));
        EXPECT_EQ(made.status, 201) << made.text;
        return made.at("id");
    }
    /// Who was shown the person in a list: the actions, in order.
    std::vector<std::string> shown_to(const std::string& id) {
        constexpr db::Sql actions =
            "select r.action from v_audit_record r join v_audit_shown n on n.record = r.number where n.person = $1 order by r.number";
        return database().read_as(db::Caller::system(), [&](db::Tx& tx) {
            return tx.list(actions, [](const db::Row& row) { return row.get<std::string>(0); }, id);
        });
    }
    /// The actions of the log about a person, in order.
    std::vector<std::string> log_of(const std::string& id) {
        constexpr db::Sql actions = "select action from v_audit_record where person = $1 order by number";
        return database().read_as(db::Caller::system(), [&](db::Tx& tx) {
            return tx.list(actions, [](const db::Row& row) { return row.get<std::string>(0); }, id);
        });
    }
    std::string last_detail(const std::string& action) {
        constexpr db::Sql detail = "select detail from v_audit_record where action = $1 order by number desc limit 1";
        return database().read_as(db::Caller::system(), [&](db::Tx& tx) { return tx.value<std::string>(detail, action).value_or(""); });
    }

    std::string suzun;
    std::string kargat;
};

}  // namespace ryadom::people
