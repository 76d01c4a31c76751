// Exchange above the real rollout: one practice, a host and two guests, a clock that is moved.
#pragma once

#include "modules/catalogue/module.hpp"
#include "modules/exchange/module.hpp"
#include "modules/ledger/module.hpp"
#include "modules/network/module.hpp"
#include "modules/people/module.hpp"
#include "modules/practices/module.hpp"
#include "modules/practices/practices.hpp"
#include "modules/rollout/module.hpp"
#include "platform/core/bytes.hpp"
#include "platform/files/files.hpp"
#include "platform/testing/api_test.hpp"

#include <gmock/gmock.h>

namespace ryadom::exchange {

using policy::Role;
using testing::Client;

constexpr auto walks_package =
    R"({"schema":1,"code":"org.example.walks","version":"1.0.0","title":{"ru":"Прогулки","en":"Walks"},"summary":{"ru":"Выходим вместе."},)"
    R"("body":{"ru":"Выходим вместе."},"origin":{"centre":{"ru":"Центр"},"authors":[{"id":"author","name":{"ru":"Автор"}}],"contact":{"email":"a@example.org"}},)"
    R"("licence":"CC-BY-4.0","audience":{"groups":["older_people"],"care_forms":["home"]},)"
    R"("components":{"core":[{"id":"together","title":{"ru":"Вместе"},"text":{"ru":"Вместе."}}],)"
    R"("adaptable":[{"id":"route","title":{"ru":"Маршрут"},"text":{"ru":"Любой."},"covers":["services/walk/norm_minutes"]}]},)"
    R"("services":[{"id":"walk","code":"household.01","kind":"household","title":{"ru":"Прогулка"},"unit":"service","norm_minutes":60,"channels":["centre"]}],)"
    R"("procedure":{"preparation":[{"id":"call","text":{"ru":"Позвонить."},"role":"guide"}],"performance":[{"id":"go","text":{"ru":"Идти."},"role":"guide"}],)"
    R"("completion":[{"id":"note","text":{"ru":"Записать."},"role":"guide"}]},)"
    R"("needs":{"staff":[{"id":"guide","position":{"ru":"Проводник"},"qualification":{"code":"social_worker","title":{"ru":"Социальный работник"}},)"
    R"("rate_hundredths":50,"mandatory":true}],"rooms":[{"id":"hall","kind":"demonstration_room","title":{"ru":"Зал"},"capacity":10,"mandatory":true}],)"
    R"("equipment":[{"id":"sticks","kind":"nordic_sticks","title":{"ru":"Палки"},"count":10,"price":{"amount_kopecks":200000},"mandatory":false}],)"
    R"("documents":[{"id":"order","title":{"ru":"Приказ"},"kind":"order","proof":"order","mandatory":true}]},)"
    R"("standard":{"title":{"ru":"Стандарт"},"statements":[{"id":"soon","title":{"ru":"Скоро"},"idea":{"ru":"Скоро."},"aspect":"process","period":"month",)"
    R"("kind":"wait","rule":{"days":14},"threshold_percent":80}]},)"
    R"("rollout":{"steps":[{"id":"decide","title":{"ru":"Решить"},"role":"director","days":3}],"lag_days":{"ready":40,"start":10,"deliver":20}},)"
    R"("floor":{"measure":"facts","at_least":1,"period":"month","sustained_periods":2},)"
    R"("cost":{"start":{"set_by_region":true},"monthly":{"set_by_region":true},"per_recipient":{"set_by_region":true}}})";

class ExchangeTest : public testing::ApiTest {
  protected:
    struct Centre {
        std::string id;
        std::int64_t number = 0;
    };

    void SetUp() override {
        clock.set("2026-03-02T05:00:00Z");
        ledger::Running running{rollout::adopted_by, [this]() -> const ledger::Feed& { return *feed; }, [this]() -> ledger::Importer& { return *importer; }};
        auto boards = rollout::make_boards([this]() -> const ledger::image::Image& { return feed->image(); }, std::chrono::milliseconds(0));
        start({{"files", files::schema(), {}, {}, {}}, network::module(rollout::register_changed), catalogue::module(), people::module(), practices::module(),
               ledger::module(running), rollout::module(boards), exchange::module(boards)},
              network::subtree, network::zone);
        feed = std::make_unique<ledger::Feed>(database());
        importer = std::make_unique<ledger::Importer>(database(), texts(), rollout::adopted_by);
        install();
        host = add("host", "centre");
        suzun = add("suzun", "centre");
        iskitim = add("iskitim", "centre");
        agency = add("school", "partner");
    }

    void TearDown() override {
        ApiTest::TearDown();
        importer.reset();
        feed.reset();
    }

    Centre add(const std::string& code, const std::string& kind) {
        const auto made = coordinator().post("/api/v1/organisations?second_top=true", R"({"code":")" + code + R"(","kind":")" + kind +
                                                                                         R"(","title":"КЦСОН","short_title":")" + code +
                                                                                         R"(","zone":"Asia/Novosibirsk","address":"","phone":"","director":""})");
        EXPECT_EQ(made.status, 201) << made.text;
        return {made.at("id"), database().read_as(db::Caller::system(), [&](db::Tx& tx) { return network::find_organisation_by_code(tx, code)->number.value; })};
    }

    /// A version as an installation leaves it.
    void install() {
        const std::string document = walks_package;
        const auto read = practices::read_package_json(*json::parse(document));
        ASSERT_TRUE(read) << (read ? "" : read.error().front().pointer + " " + read.error().front().code);
        ASSERT_TRUE(database().write_now(db::Caller::system(), [document](db::Tx& tx) {
            tx.run("insert into catalogue_kind (code, title_ru) values ('household', 'Бытовые')");
            catalogue::ensure_service(tx, {{}, "household.01", "household", {{"ru", "Прогулка"}}, "service", 30, *parse_date("2020-01-01"), {}});
            const auto number = tx.insert("insert into practices_practice (id, code, organisation, titles, sort_title) "
                                          "values ($1, 'org.example.walks', 0, $2, 'walks') returning number",
                                          tx.make_id<practices::Practice>(), R"({"ru":"Прогулки","en":"Walks"})");
            const auto made = tx.insert("insert into practices_version (id, practice, version, rank, state, installed_at, installed_by, package_sha256, "
                                        "document_sha256, titles, sort_title, card, search, document) values "
                                        "($1, $2, '1.0.0', 1, 'published', $3, 0, $4, $4, '{}', '', '{}', '', $5) returning number",
                                        tx.make_id<practices::Version>(), number, tx.now(), hex(sha256(document)), document);
            tx.run("update practices_practice set listed = $1 where number = $2", made, number);
            tx.run("insert into practices_version_service (version, package_service, service, channels, counts_unnamed) values ($1, 'walk', $2, 'centre', $3)",
                   made, catalogue::find_service(tx, "household.01")->number, true);
        }));
        practice = database().read_as(db::Caller::system(), [](db::Tx& tx) { return to_string(practices::find_practice(tx, "org.example.walks")->id); });
    }

    Client coordinator() { return sign_in(Role::coordinator); }
    Client director(const Centre& centre) { return sign_in(Role::director, centre.number); }
    /// Noon at the centres.
    void on(const std::string& day) { clock.set(day + "T05:00:00Z"); }

    std::string body(const std::string& starts_on = "2026-03-10", int capacity = 5) const {
        return R"({"kind":"study_trip","topic":"Прогулки","summary":"","starts_on":")" + starts_on + R"(","starts_time":"09:30","ends_on":")" + starts_on +
               R"(","ends_time":"16:00","host":")" + host.id + R"(","place":"Зал","capacity":)" + std::to_string(capacity) + "}";
    }
    /// Proposed, with the practice in its programme, and announced.
    std::string announce(int capacity = 5) {
        const auto made = director(host).post("/api/v1/exchange/events", body("2026-03-10", capacity));
        EXPECT_EQ(made.status, 201) << made.text;
        const auto path = "/api/v1/exchange/events/" + made.at("event/id");
        const auto shown = director(host).put(path + "/programme", R"({"items":[{"day":"2026-03-10","starts_time":"10:00","title":"Показ","speaker":"Директор","practices":[")" +
                                                                       practice + R"("]}]})", "\"1\"");
        EXPECT_EQ(shown.status, 200) << shown.text;
        const auto announced = coordinator().post(path + "/announce", "{}");
        EXPECT_EQ(announced.status, 200) << announced.text;
        return path;
    }
    static std::string people(int count) {
        std::string out;
        for (int i = 0; i < count; ++i) out += std::string(i == 0 ? "" : ",") + R"({"name":"Делегат )" + std::to_string(i) + R"(","position":"Методист"})";
        return out;
    }
    testing::Answer sign_up(const std::string& event, const Centre& centre, int count) {
        return director(centre).post(event + "/delegations", R"({"organisation":")" + centre.id + R"(","delegates":[)" + people(count) + "]}");
    }
    /// The place of a centre's delegation in an event's list.
    static std::string delegation(const testing::Answer& event, const std::string& centre, const std::string& part) {
        for (int i = 0; !event.at("delegations/" + std::to_string(i)).empty(); ++i) {
            const auto at = "delegations/" + std::to_string(i) + "/";
            if (event.at(at + "organisation/title") == centre) return event.at(at + part);
        }
        return "";
    }
    std::string delegation_path(const std::string& event, const std::string& centre) {
        return "/api/v1/exchange/delegations/" + delegation(coordinator().get(event), centre, "id");
    }
    /// Signed up, approved, and on the day marked as there.
    void come(const std::string& event, const Centre& centre, const std::string& code, int count = 1) {
        EXPECT_EQ(sign_up(event, centre, count).status, 201);
        const auto path = delegation_path(event, code);
        EXPECT_EQ(director(centre).post(path + "/approve", "{}").status, 200);
        on("2026-03-10");
        const auto marked = director(host).post(path + "/attendance", R"({"attended":true})");
        EXPECT_EQ(marked.status, 200) << marked.text;
    }

    std::unique_ptr<ledger::Feed> feed;
    std::unique_ptr<ledger::Importer> importer;
    std::string practice;
    Centre host;
    Centre suzun;
    Centre iskitim;
    Centre agency;
};

}  // namespace ryadom::exchange
