// Two centres, a coordinator who sets norms, a person at each, with what lies below payment.
#pragma once

#include <gmock/gmock.h>

#include "modules/catalogue/module.hpp"
#include "modules/network/module.hpp"
#include "modules/payment/module.hpp"
#include "modules/payment/payment.hpp"
#include "modules/people/module.hpp"
#include "platform/testing/api_test.hpp"

#include <fmt/format.h>

namespace ryadom::payment {

using policy::Role;

class PaymentTest : public testing::ApiTest {
  protected:
    void SetUp() override {
        start({network::module([](db::Tx&, Number<network::Organisation>, Date) {}), catalogue::module(), people::module(), module()}, network::subtree, network::zone);
        ASSERT_TRUE(database().write_now(db::Caller::system(), [](db::Tx& tx) {
            tx.run("insert into catalogue_kind (code, title_ru) values ('household', 'Бытовые')");
            for (const auto* code : {"household.01", "household.02"})
                catalogue::ensure_service(tx, {{}, code, "household", {{"ru", code}}, "service", 30, *parse_date("2020-01-01"), {}});
        }));
        suzun = add_centre("suzun");
        kargat = add_centre("kargat");
        shopping = service_id("household.01");
        cleaning = service_id("household.02");
        elena = add_person(suzun, "Иванова");
    }

    struct Place {
        std::string id;
        std::int64_t number = 0;
    };
    template <class Work>
    auto in_system(const Work& work) {
        return database().read_as(db::Caller::system(), work);
    }
    Place add_centre(const std::string& code) {
        const auto made = sign_in(Role::coordinator)
                              .post("/api/v1/organisations?second_top=true", fmt::format(R"({{"code":"{0}","kind":"centre","title":"КЦСОН","short_title":"{0}",)"
                                                                                         R"("zone":"Asia/Novosibirsk","address":"","phone":"","director":""}})", code));
        EXPECT_EQ(made.status, 201) << made.text;
        return {made.at("id"), in_system([&](db::Tx& tx) { return network::find_organisation_by_code(tx, code)->number.value; })};
    }
    std::string service_id(const std::string& code) {
        return in_system([&](db::Tx& tx) { return to_string(catalogue::find_service(tx, std::string_view(code))->service.id); });
    }
    std::string add_person(const Place& place, const std::string& family) {
        const auto made = desk(place).post("/api/v1/persons", fmt::format(R"({{"organisation":"{}","person":{{"family_name":"{}","given_name":"Елена","birth":"1950-03-08","sex":"female"}}}})",
                                                                          place.id, family));
        EXPECT_EQ(made.status, 201) << made.text;
        return made.at("id");
    }
    testing::Client desk(const Place& place) { return sign_in(Role::desk, place.number); }

    static std::string act(const std::string& values, const std::string& from = "2026-01-01", const std::string& extra = "") {
        return R"({"valid_from":")" + from + R"(","ground":"приказ № 1",)" + extra + R"("norms":[)" + values + "]}";
    }
    std::string tariff(std::int64_t kopecks, const std::string& extra = "") const {
        return fmt::format(R"({{"kind":"tariff","service":"{}","amount_kopecks":{}{}}})", shopping, kopecks, extra);
    }
    static std::string rule(int limit = 150) { return fmt::format(R"({{"kind":"payment_rule","rule":{{"limit_percent":{},"share_percent":50,"cap_percent":75}}}})", limit); }
    static std::string minimum() { return R"({"kind":"subsistence_minimum","group":"pensioner","amount_kopecks":1400000})"; }
    /// The region of the test cases: limit 21,000, shopping for 2,300.
    void set_region() {
        const auto set = sign_in(Role::coordinator).post("/api/v1/payment/norms", act(rule() + "," + minimum() + "," + tariff(230'000)));
        ASSERT_EQ(set.status, 201) << set.text;
    }

    /// One person with this income a month.
    std::string input(std::int64_t monthly, const std::string& effective = "2026-11-23") const {
        std::string months;
        for (int i = 0; i < months_of_income; ++i) months += (i ? "," : "") + std::to_string(monthly);
        return fmt::format(R"({{"care_form":"home","area":"city","group":"pensioner","applied_on":"2026-11-20","effective_on":"{}",)"
                           R"("members":[{{"who":"Иванова Елена","incomes":[{}]}}],"services":[{{"service":"{}","quantity":100,"care_package":false}}]}})",
                           effective, months, shopping);
    }
    std::string assessment(std::int64_t monthly, const std::string& extra = "", const std::string& effective = "2026-11-23") const {
        return R"({"organisation":")" + suzun.id + R"(","input":)" + input(monthly, effective) + extra + "}";
    }
    static std::string following(const std::string& previous, const std::string& reason = "изменился доход") {
        return R"(,"previous":")" + previous + R"(","reason":")" + reason + "\"";
    }
    std::string path(const std::string& person, const std::string& rest = "") const { return "/api/v1/persons/" + person + "/payment" + rest; }

    std::vector<std::string> log_of(const std::string& person) {
        return in_system([&](db::Tx& tx) {
            return tx.list("select action from v_audit_record where person = $1 and action like 'payment.%' order by number", [](const db::Row& row) { return row.get<std::string>(0); }, person);
        });
    }

    Place suzun;
    Place kargat;
    std::string shopping;
    std::string cleaning;
    std::string elena;
};

}  // namespace ryadom::payment
