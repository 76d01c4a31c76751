// A centre with two workers and services, whose plans the tests write down themselves. Today is Monday, 23 November 2026.
#pragma once

#include <gmock/gmock.h>

#include "modules/catalogue/module.hpp"
#include "modules/journal/module.hpp"
#include "modules/ledger/module.hpp"
#include "modules/network/module.hpp"
#include "modules/people/module.hpp"
#include "modules/practices/module.hpp"
#include "modules/requests/module.hpp"
#include "platform/files/files.hpp"
#include "platform/testing/api_test.hpp"

#include <fmt/format.h>

namespace ryadom::journal {

using policy::Role;

class JournalTest : public testing::ApiTest {
  protected:
    void SetUp() override {
        const auto source = [this]() -> const ledger::Feed& { return *feed; };
        start({{"files", files::schema(), {}, {}, {}},
               network::module([](db::Tx&, Number<network::Organisation>, Date) {}),
               catalogue::module(),
               people::module(),
               practices::module(),
               requests::module([](const auto&, const auto&) { return std::vector<bool>(); }),
               ledger::module({[](db::Tx&, Number<network::Organisation>) { return std::vector<ledger::Adopted>(); }, source, {}}),
               module({[](db::Tx&, Number<network::Organisation>) { return std::vector<ledger::Adopted>(); }, source, [this](db::Tx&, const PlansQuery&) { return plans; }})},
              network::subtree, network::zone);
        feed = std::make_unique<ledger::Feed>(database());
        load_services();
        suzun = add_centre("suzun");
        kargat = add_centre("kargat");
        worker = add_worker(suzun, "Смирнова Ольга");
        elena = add_person("Иванова", "1950-03-08");
    }
    void TearDown() override {
        ApiTest::TearDown();
        feed.reset();
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
    std::string add_worker(const Place& place, const std::string& name, const std::string& extra = "") {
        const auto made = sign_in(Role::director, place.number)
                              .post("/api/v1/organisations/" + place.id + "/staff",
                                    fmt::format(R"({{"name":"{}","position":"Соцработник","rate":100,"hired_on":"2020-01-01","qualifications":[]{}}})", name, extra));
        EXPECT_EQ(made.status, 201) << made.text;
        return made.at("id");
    }
    void load_services() {
        ASSERT_TRUE(database().write_now(db::Caller::system(), [](db::Tx& tx) {
            tx.run("insert into catalogue_kind (code, title_ru) values ('household', 'Бытовые')");
            const auto add = [&](const char* code, std::optional<int> norm) {
                catalogue::ensure_service(tx, {{}, code, "household", {{"ru", code}}, "service", norm, *parse_date("2020-01-01"), {}});
            };
            add("household.01", 30);
            add("household.02", std::nullopt);
        }));
        const auto id = [&](const char* code) { return in_system([&](db::Tx& tx) { return to_string(catalogue::find_service(tx, std::string_view(code))->service.id); }); };
        shopping = id("household.01");
        cleaning = id("household.02");
    }
    std::string add_person(const std::string& family, const std::string& birth) {
        const auto made = desk().post("/api/v1/persons", fmt::format(R"({{"organisation":"{}","person":{{"family_name":"{}","given_name":"Елена","birth":"{}","sex":"female"}}}})",
                                                                     suzun.id, family, birth));
        EXPECT_EQ(made.status, 201) << made.text;
        return made.at("id");
    }
    testing::Client desk() { return sign_in(Role::desk, suzun.number); }

    /// A cell that is to hold so many hundredths and held so many.
    std::string cell(const std::string& day, int quantity, int before = 0, const std::string& extra = "", const std::string& service = "") const {
        return fmt::format(R"({{"person":"{}","service":"{}","day":"{}","quantity":{},"before":{},"channel":"home","worker":"{}"{}}})", elena, service.empty() ? shopping : service, day,
                           quantity, before, worker, extra);
    }
    testing::Answer save(const std::string& cells, const std::string& reason = "") {
        const auto said = reason.empty() ? "" : R"("reason":")" + reason + "\",";
        return desk().post("/api/v1/journal/cells", R"({"organisation":")" + suzun.id + "\"," + said + R"("cells":[)" + cells + "]}");
    }
    testing::Answer month(const std::string& day = "2026-11-01", const std::string& extra = "") {
        feed->catch_up();
        return desk().get("/api/v1/journal/month?organisation=" + suzun.id + "&month=" + day + extra);
    }
    std::string facts_of_elena(const std::string& what = "facts") {
        return desk().get("/api/v1/facts/totals?person=" + elena).at(what);
    }
    std::int64_t number_of_person(const std::string& id) {
        return in_system([&](db::Tx& tx) { return people::find_person(tx, Id<people::Person>{*parse_uuid(id)})->number.value; });
    }
    std::int64_t number_of_service(const std::string& id) {
        return in_system([&](db::Tx& tx) { return catalogue::find_service(tx, Id<catalogue::Service>{*parse_uuid(id)})->number.value; });
    }
    void plan(const std::string& service, int quantity) {
        plans.services.push_back({number_of_person(elena), number_of_service(service), {quantity, *parse_date("2026-11-01"), parse_date("2026-11-20")}});
    }

    std::unique_ptr<ledger::Feed> feed;
    Plans plans;
    Place suzun;
    Place kargat;
    std::string worker;
    std::string shopping;
    std::string cleaning;
    std::string elena;
};

}  // namespace ryadom::journal
