// Requests with what lies below them, and a ledger that says what the test tells it to.
#pragma once

#include <gmock/gmock.h>

#include "modules/catalogue/module.hpp"
#include "modules/network/module.hpp"
#include "modules/people/module.hpp"
#include "modules/requests/module.hpp"
#include "platform/testing/api_test.hpp"

#include <set>

namespace ryadom::requests {

using policy::Role;

class RequestsTest : public testing::ApiTest {
  protected:
    void SetUp() override {
        start({network::module([](db::Tx&, Number<network::Organisation>, Date) {}), catalogue::module(), people::module(),
               module([this](const auto& organisations, const auto& asked) {
                   asked_of = organisations;
                   std::vector<bool> out;
                   for (const auto& each : asked) out.push_back(served.contains(each.number));
                   return out;
               })},
              network::subtree, network::zone);
        ASSERT_TRUE(database().write_now(db::Caller::system(), [](db::Tx& tx) {
            tx.run("insert into catalogue_kind (code, title_ru) values ('household', 'Бытовые')");
            for (const auto* code : {"household.01", "household.02"})
                catalogue::ensure_service(tx, {{}, code, "household", {{"ru", code}}, "service", 30, *parse_date("2020-01-01"), {}});
        }));
        suzun = add_organisation("suzun");
        kargat = add_organisation("kargat");
        shopping = service_id("household.01");
        elena = add_person(suzun, "Иванова", "1950-03-08");
    }

    struct Place {
        std::string id;
        std::int64_t number = 0;
    };

    template <class Work>
    auto in_system(const Work& work) {
        return database().read_as(db::Caller::system(), work);
    }
    Place add_organisation(const std::string& code) {
        const auto made = sign_in(Role::coordinator)
                              .post("/api/v1/organisations?second_top=true", R"({"code":")" + code + R"(","kind":"centre","title":"КЦСОН","short_title":")" + code +
                                                                                 R"(","zone":"Asia/Novosibirsk","address":"","phone":"","director":""})");
        EXPECT_EQ(made.status, 201) << made.text;
        return {made.at("id"), in_system([&](db::Tx& tx) { return network::find_organisation_by_code(tx, code)->number.value; })};
    }
    std::string service_id(const std::string& code) {
        return in_system([&](db::Tx& tx) { return to_string(catalogue::find_service(tx, std::string_view(code))->service.id); });
    }
    std::string add_person(const Place& place, const std::string& family, const std::string& birth, const std::string& extra = "") {
        const auto made = sign_in(Role::desk, place.number)
                              .post("/api/v1/persons", R"({"organisation":")" + place.id + R"(","person":{"family_name":")" + family + R"(","given_name":"Елена","birth":")" + birth +
                                                           R"(","sex":"female")" + extra + R"(},"namesake":"однофамилица, паспорт проверен"})");
        EXPECT_EQ(made.status, 201) << made.text;
        return made.at("id");
    }
    std::string body(const Place& place, const std::string& person, const std::string& day) {
        return R"({"organisation":")" + place.id + R"(","person":")" + person + R"(","service":")" + shopping + R"(","asked_on":")" + day + "\"}";
    }
    /// The id of a new request at Suzun.
    std::string ask(const std::string& person, const std::string& day) {
        const auto made = sign_in(Role::desk, suzun.number).post("/api/v1/requests", body(suzun, person, day));
        EXPECT_EQ(made.status, 201) << made.text;
        return made.at("id");
    }
    testing::Answer withdraw(const std::string& request, const std::string& day, const std::string& reason, const std::string& extra = "") {
        return sign_in(Role::desk, suzun.number)
            .post("/api/v1/requests/" + request + "/withdraw", R"({"withdrawn_on":")" + day + R"(","reason":")" + reason + "\"" + extra + "}");
    }
    std::string waiting(const std::string& extra = "") { return "/api/v1/requests?organisation=" + suzun.id + extra; }
    /// As it was known then: "day withdrawn reason" of every request of the year.
    std::vector<std::string> known(const char* as_of, const std::optional<std::vector<std::int64_t>>& organisations = std::nullopt) {
        std::vector<std::string> out;
        for (const auto& each : in_system([&](db::Tx& tx) {
                 return asked(tx, organisations, *parse_date("2026-01-01"), *parse_date("2026-12-31"), *parse_date(as_of));
             }))
            out.push_back(to_string(each.asked_on) + (each.withdrawn_on ? " " + to_string(*each.withdrawn_on) + " " + each.withdrawal_reason : ""));
        return out;
    }

    std::set<std::int64_t> served;
    std::vector<std::int64_t> asked_of;
    Place suzun;
    Place kargat;
    std::string shopping;
    std::string elena;
};

}  // namespace ryadom::requests
