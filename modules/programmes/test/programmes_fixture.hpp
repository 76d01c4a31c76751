// Two centres, a person at each, a scale that tells a level of care, tariffs, and what the region set for programmes.
#pragma once

#include <gmock/gmock.h>

#include "modules/catalogue/module.hpp"
#include "modules/forms/module.hpp"
#include "modules/ledger/module.hpp"
#include "modules/network/module.hpp"
#include "modules/payment/module.hpp"
#include "modules/people/module.hpp"
#include "modules/practices/module.hpp"
#include "modules/programmes/actions.hpp"
#include "modules/programmes/module.hpp"
#include "modules/requests/module.hpp"
#include "modules/scales/module.hpp"
#include "platform/files/files.hpp"
#include "platform/testing/api_test.hpp"

#include <fmt/format.h>

namespace ryadom::programmes {

using policy::Role;
using ::testing::ElementsAre;

/// As a region writes it: points into levels of long-term care.
constexpr std::string_view care_scale = R"(id: "care"
title:
  ru: "Нуждаемость в уходе"
kind: "scale"
filled_by: "specialist"
moments:
  - "each"
fields:
  - id: "points"
    label:
      ru: "Баллы"
    type: "integer"
    required: true
    min: 0
    max: 3
scores:
  - id: "care_level"
    title:
      ru: "Уровень"
    method: "sum"
    inputs:
      - "points"
)";

class ProgrammesTest : public testing::ApiTest {
  protected:
    void SetUp() override {
        start({{"files", files::schema(), {}, {}, {}}, network::module([](db::Tx&, Number<network::Organisation>, Date) {}), catalogue::module(), people::module(),
               payment::module(), practices::module(), requests::module([](const auto&, const auto& asked) { return std::vector<bool>(asked.size()); }), ledger::module({}),
               forms::module(), scales::module(), module()},
              network::subtree, network::zone);
        ASSERT_TRUE(database().write_now(db::Caller::system(), [](db::Tx& tx) {
            tx.run("insert into catalogue_kind (code, title_ru) values ('household', 'Бытовые')");
            for (const auto* code : {"household.01", "household.07", "household.17"})
                catalogue::ensure_service(tx, {{}, code, "household", {{"ru", code}}, "service", 30, *parse_date("2020-01-01"), {}});
        }));
        suzun = add_centre("suzun");
        kargat = add_centre("kargat");
        shopping = service_id("household.01");
        cleaning = service_id("household.07");
        hygiene = service_id("household.17");
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
    testing::Client director(const Place& place) { return sign_in(Role::director, place.number); }
    testing::Client specialist(const Place& place) { return sign_in(Role::specialist, place.number); }

    std::string wish(const std::string& form = "home") const {
        return fmt::format(R"({{"channel":"in_person","form":"{}","circumstances":["no_care"],"services":["{}"]}})", form, shopping);
    }
    std::string application(const std::string& form = "home", const std::string& day = "2026-11-20") const {
        return fmt::format(R"({{"organisation":"{}","received_on":"{}","wish":{}}})", suzun.id, day, wish(form));
    }
    std::string register_one(const std::string& form = "home", const std::string& day = "2026-11-20") {
        const auto made = desk(suzun).post("/api/v1/persons/" + elena + "/applications", application(form, day));
        EXPECT_EQ(made.status, 201) << made.text;
        return made.at("id");
    }
    static std::string at(const std::string& application, const std::string& rest = "") { return "/api/v1/applications/" + application + rest; }
    static std::string step(const std::string& kind, const std::string& day = "2026-11-23", const std::string& note = "") {
        return fmt::format(R"({{"kind":"{}","day":"{}"{}}})", kind, day, note.empty() ? "" : R"(,"note":")" + note + "\"");
    }
    std::string assess_need(const std::string& scales = "", const std::string& day = "2026-11-20") {
        const auto made = specialist(suzun).post("/api/v1/persons/" + elena + "/assessments",
                                                 fmt::format(R"({{"organisation":"{}","assessed_on":"{}","scales":[{}],"conclusion":"Нужен уход на дому"}})", suzun.id, day, scales));
        EXPECT_EQ(made.status, 201) << made.text;
        return made.at("id");
    }
    /// An assessment that tells this level of long-term care.
    std::string assess_level(int level) {
        const auto scale = sign_in(Role::coordinator).post("/api/v1/scales", json::write(json::Object{{"description", std::string(care_scale)}, {"valid_from", "2026-01-01"}, {"after", 0}}));
        EXPECT_EQ(scale.status, 201) << scale.text;
        const auto filled = specialist(suzun).post("/api/v1/persons/" + elena + "/scales",
                                                   fmt::format(R"({{"organisation":"{}","scale":"{}","version":1,"filled_on":"2026-11-19","answers":{{"points":{}}}}})", suzun.id,
                                                               scale.at("id"), level));
        EXPECT_EQ(filled.status, 201) << filled.text;
        return assess_need("\"" + filled.at("id") + "\"");
    }
    void take_assessment(const std::string& application) {
        const auto taken = specialist(suzun).post(at(application, "/assessment"), fmt::format(R"({{"day":"2026-11-21","assessment":"{}"}})", assess_need()));
        ASSERT_EQ(taken.status, 200) << taken.text;
    }
    std::string granted(const std::string& form = "home") {
        const auto id = register_one(form);
        if (form != "urgent") take_assessment(id);
        const auto decided = director(suzun).post(at(id, "/decision"), step("granted", "2026-11-21"));
        EXPECT_EQ(decided.status, 200) << decided.text;
        return id;
    }

    static std::string line(const std::string& service, int times = 2, const std::string& extra = "") {
        return fmt::format(R"({{"service":"{}","quantity":100,"times":{},"every":"week"{}}})", service, times, extra);
    }
    static std::string content(const std::string& lines, const std::string& since = "2026-11-23", const std::string& extra = "") {
        return fmt::format(R"({{"form":"home","since":"{}","until":"2027-11-22","providers":["КЦСОН"],"accompaniment":[],"lines":[{}]{}}})", since, lines, extra);
    }
    std::string drafted(const std::string& application, const std::string& said = "") {
        const auto made = specialist(suzun).post("/api/v1/persons/" + elena + "/programmes",
                                                 fmt::format(R"({{"organisation":"{}"{},"content":{}}})", suzun.id, application.empty() ? "" : R"(,"application":")" + application + "\"",
                                                             said.empty() ? content(line(shopping) + "," + line(cleaning, 1)) : said));
        EXPECT_EQ(made.status, 201) << made.text;
        return made.at("id");
    }
    static std::string of(const std::string& programme, const std::string& rest = "") { return "/api/v1/programmes/" + programme + rest; }
    testing::Answer approve(const std::string& programme, int version = 1) {
        return director(suzun).post(of(programme, "/approve"), fmt::format(R"({{"version":{},"approved_on":"2026-11-23"}})", version));
    }
    std::string approved(const std::string& application = "") {
        const auto id = drafted(application);
        const auto done = approve(id);
        EXPECT_EQ(done.status, 200) << done.text;
        return id;
    }

    /// What the person pays, reckoned by tariffs that are set for it.
    void assess_payment() {
        const auto set = sign_in(Role::coordinator).post("/api/v1/payment/norms",
            fmt::format(R"({{"valid_from":"2026-01-01","ground":"приказ № 1","norms":[{{"kind":"payment_rule","rule":{{"limit_percent":150,"share_percent":50,"cap_percent":75}}}},)"
                        R"({{"kind":"subsistence_minimum","group":"pensioner","amount_kopecks":1400000}},{{"kind":"tariff","service":"{}","amount_kopecks":230000}}]}})", shopping));
        ASSERT_EQ(set.status, 201) << set.text;
        std::string months;
        for (int i = 0; i < payment::months_of_income; ++i) months += (i ? "," : "") + std::string("2400000");
        const auto made = desk(suzun).post("/api/v1/persons/" + elena + "/payment",
            fmt::format(R"({{"organisation":"{}","input":{{"care_form":"home","area":"city","group":"pensioner","applied_on":"2026-11-20","effective_on":"2026-11-20",)"
                        R"("members":[{{"who":"Иванова Елена","incomes":[{}]}}],"services":[{{"service":"{}","quantity":100,"care_package":false}}]}}}})", suzun.id, months, shopping));
        ASSERT_EQ(made.status, 201) << made.text;
    }
    std::string contract(const std::string& since = "2026-11-23", const std::string& until = "2027-11-22", const std::string& extra = "") const {
        return fmt::format(R"({{"organisation":"{}","concluded_on":"2026-11-23","since":"{}","until":"{}"{}}})", suzun.id, since, until, extra);
    }

    std::vector<std::string> log_of(const std::string& person) {
        return in_system([&](db::Tx& tx) {
            return tx.list("select action from v_audit_record where person = $1 and action like 'programmes.%' order by number", [](const db::Row& row) { return row.get<std::string>(0); }, person);
        });
    }
    static Date day(const char* text) { return *parse_date(text); }
    Number<people::Person> number_of_elena() {
        return in_system([&](db::Tx& tx) { return people::find_person(tx, Id<people::Person>{*parse_uuid(elena)})->number; });
    }

    Place suzun, kargat;
    std::string shopping, cleaning, hygiene, elena;
};

}  // namespace ryadom::programmes
