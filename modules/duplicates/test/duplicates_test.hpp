// Two centres of one region whose registers hold somebody twice, and the ledger with its image.
#pragma once

#include "modules/catalogue/module.hpp"
#include "modules/duplicates/module.hpp"
#include "modules/ledger/ledger.hpp"
#include "modules/ledger/module.hpp"
#include "modules/matching/module.hpp"
#include "modules/network/module.hpp"
#include "modules/people/module.hpp"
#include "modules/practices/module.hpp"
#include "modules/requests/module.hpp"
#include "platform/files/files.hpp"
#include "platform/testing/api_test.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace ryadom::duplicates {

using policy::Role;

class DuplicatesTest : public testing::ApiTest {
  protected:
    template <class Work>
    auto in_system(const Work& work) {
        return database().read_as(db::Caller::system(), work);
    }
    void SetUp() override {
        ledger::Running running{[](db::Tx&, Number<network::Organisation>) { return std::vector<ledger::Adopted>(); }, [this]() -> const ledger::Feed& { return *feed; },
                                []() -> ledger::Importer& { throw std::logic_error("nothing is imported here"); }};
        start({{"files", files::schema(), {}, {}, {}},
               network::module([](db::Tx&, Number<network::Organisation>, Date) {}),
               matching::module(),
               catalogue::module(),
               people::module(),
               practices::module(),
               requests::module([](const auto&, const auto& asked) { return std::vector<bool>(asked.size()); }),
               ledger::module(running),
               module()},
              network::subtree, network::zone);
        feed = std::make_unique<ledger::Feed>(database());
        must(database().write_now(db::Caller::system(), [](db::Tx& tx) {
            tx.run("insert into catalogue_kind (code, title_ru) values ('any', 'Любые')");
            catalogue::ensure_service(tx, {{}, "walk", "any", {{"ru", "Прогулка"}}, "service", 30, *parse_date("2020-01-01"), {}});
        }));
        service = in_system([](db::Tx& tx) { return to_string(catalogue::find_service(tx, std::string_view("walk"))->service.id); });
        suzun = add_centre("suzun");
        kargat = add_centre("kargat");
    }
    void TearDown() override {
        ApiTest::TearDown();
        feed.reset();
    }

    struct Place {
        std::string id;
        std::int64_t number = 0;
    };
    Place add_centre(const std::string& code) {
        const auto made = sign_in(Role::coordinator)
                              .post("/api/v1/organisations?second_top=true",
                                    fmt::format(R"({{"code":"{0}","kind":"centre","title":"КЦСОН","short_title":"{0}","zone":"Asia/Novosibirsk","address":"","phone":"","director":""}})", code));
        EXPECT_EQ(made.status, 201) << made.text;
        return {made.at("id"), in_system([&](db::Tx& tx) { return network::find_organisation_by_code(tx, code)->number.value; })};
    }
    testing::Client desk(const Place& place) { return sign_in(Role::desk, place.number); }

    static std::string names(const std::string& family, const std::string& given = "Елена", const std::string& extra = "") {
        return R"("family_name":")" + family + R"(","given_name":")" + given + R"(","birth":"1950-03-08","sex":"female")" + extra;
    }
    std::string add(const Place& place, const std::string& person) {
        const auto made = desk(place).post("/api/v1/persons", R"({"organisation":")" + place.id + R"(","person":{)" + person + R"(},"namesake":"паспорт проверен, это не она"})");
        EXPECT_EQ(made.status, 201) << made.text;
        return made.at("id");
    }
    void fact(const Place& place, const std::string& person, const std::string& day = "2026-11-20") {
        const auto made = desk(place).post("/api/v1/facts", R"({"organisation":")" + place.id + R"(","service":")" + service + R"(","performed_on":")" + day +
                                                                R"(","minutes":30,"channel":"centre","person":")" + person + "\"}");
        EXPECT_EQ(made.status, 201) << made.text;
    }
    testing::Answer merge(const Place& place, const std::string& person, const std::string& other) {
        return desk(place).post("/api/v1/persons/" + person + "/merges", R"({"other":")" + other + R"(","reason":"один и тот же паспорт"})");
    }
    testing::Answer undo(const Place& place, const std::string& person, const std::string& merge) {
        return desk(place).post("/api/v1/persons/" + person + "/merges/" + merge + "/undo", R"({"reason":"пришли обе, это сёстры"})");
    }
    std::uint32_t people_in_figures() {
        feed->catch_up();
        return ledger::image::totals(feed->image(), ledger::image::Scope::everything(), Date{0}, ledger::image::last_day).people;
    }
    /// Pages through a list: how many items there are.
    static int count(const testing::Answer& page) {
        int out = 0;
        while (!page.at("items/" + std::to_string(out) + "/id").empty()) ++out;
        return out;
    }

    std::unique_ptr<ledger::Feed> feed;
    std::string service;
    Place suzun;
    Place kargat;
};

}  // namespace ryadom::duplicates
