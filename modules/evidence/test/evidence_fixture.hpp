// Evidence above the real ledger and rollout: one practice that needs nothing to start, two centres, a clock that is moved.
#pragma once

#include <gmock/gmock.h>

#include <chrono>

#include "modules/catalogue/module.hpp"
#include "modules/evidence/module.hpp"
#include "modules/forms/module.hpp"
#include "modules/ledger/module.hpp"
#include "modules/network/module.hpp"
#include "modules/people/module.hpp"
#include "modules/practices/module.hpp"
#include "modules/rollout/module.hpp"
#include "platform/core/bytes.hpp"
#include "platform/files/files.hpp"
#include "platform/testing/api_test.hpp"

namespace ryadom::evidence {

using policy::Role;
using testing::Answer;
using testing::Client;

constexpr auto walks =
    R"({"schema":1,"code":"org.example.walks","version":"1.0.0","title":{"ru":"Прогулки"},"summary":{"ru":"Выходим вместе."},)"
    R"("body":{"ru":"Выходим вместе."},"origin":{"centre":{"ru":"Центр"},"authors":[{"id":"author","name":{"ru":"Автор"}}],"contact":{"email":"a@example.org"}},)"
    R"("licence":"CC-BY-4.0","audience":{"groups":["older_people"],"care_forms":["home"]},)"
    R"("components":{"core":[{"id":"together","title":{"ru":"Вместе"},"text":{"ru":"Вместе."}}],"adaptable":[{"id":"route","title":{"ru":"Маршрут"},"text":{"ru":"Любой."}}]},)"
    R"("services":[{"id":"walk","code":"household.01","kind":"household","title":{"ru":"Прогулка"},"unit":"service","norm_minutes":60,"channels":["centre"]}],)"
    R"("procedure":{"preparation":[{"id":"call","text":{"ru":"Позвонить."},"role":"guide"}],"performance":[{"id":"go","text":{"ru":"Идти."},"role":"guide"}],)"
    R"("completion":[{"id":"note","text":{"ru":"Записать."},"role":"guide"}]},)"
    R"("needs":{"staff":[{"id":"guide","position":{"ru":"Проводник"},"qualification":{"code":"social_worker","title":{"ru":"Социальный работник"}},)"
    R"("rate_hundredths":50,"mandatory":false}]},)"
    R"("forms":[{"id":"mood","title":{"ru":"Настроение"},"kind":"scale","filled_by":"guide","moments":["start","end"],"fields":[{"id":"low","label":{"ru":"Тоска"},)"
    R"("type":"integer","required":true,"min":0,"max":100}],"scores":[{"id":"total","title":{"ru":"Сумма"},"method":"sum","inputs":["low"],"better":"lower"}]},)"
    R"({"id":"inner","title":{"ru":"Личное"},"kind":"scale","filled_by":"guide","moments":["start","end"],"confidential":true,"fields":[{"id":"deep","label":{"ru":"Глубоко"},)"
    R"("type":"integer","required":true,"min":0,"max":100}],"scores":[{"id":"sum","title":{"ru":"Сумма"},"method":"sum","inputs":["deep"]}]}],)"
    R"("standard":{"title":{"ru":"Стандарт"},"statements":[{"id":"soon","title":{"ru":"Скоро"},"idea":{"ru":"Скоро."},"aspect":"process","period":"month",)"
    R"("kind":"wait","rule":{"days":14},"threshold_percent":80}]},)"
    R"("rollout":{"steps":[{"id":"decide","title":{"ru":"Решить"},"role":"director","days":3,"mandatory":false}]},)"
    R"("floor":{"measure":"facts","at_least":3,"period":"month","sustained_periods":2},)"
    R"("cost":{"start":{"set_by_region":true},"monthly":{"amount_kopecks":100000},"per_recipient":{"set_by_region":true}}})";

class EvidenceTest : public testing::ApiTest {
  protected:
    struct Place {
        std::string id;
        std::int64_t number = 0;
    };

    void SetUp() override {
        clock.set("2026-01-12T04:00:00Z");
        const auto image = [this]() -> const ledger::image::Image& { return feed->image(); };
        const auto boards = rollout::make_boards(image, std::chrono::milliseconds(0));
        ledger::Running running{rollout::adopted_by, [this]() -> const ledger::Feed& { return *feed; }, [this]() -> ledger::Importer& { return *importer; }};
        start({{"files", files::schema(), {}, {}, {}}, network::module(rollout::register_changed), catalogue::module(), people::module(), practices::module(),
               ledger::module(running), forms::module(), rollout::module(boards), module(boards, image)},
              network::subtree, network::zone);
        feed = std::make_unique<ledger::Feed>(database());
        importer = std::make_unique<ledger::Importer>(database(), texts(), rollout::adopted_by);
        install();
        region = add("region", "department");
        suzun = add("suzun", "centre", region.id);
        iskitim = add("iskitim", "centre", region.id);
    }
    void TearDown() override {
        ApiTest::TearDown();
        importer.reset();
        feed.reset();
    }

    template <class Work>
    auto in_system(const Work& work) {
        return database().read_as(db::Caller::system(), work);
    }

    Place add(const std::string& code, const std::string& kind, const std::string& parent = "") {
        const auto made = coordinator().post(
            "/api/v1/organisations?second_top=true", R"({"code":")" + code + R"(","kind":")" + kind + R"(","title":"КЦСОН","short_title":")" + code +
                                         R"(","zone":"Asia/Novosibirsk","address":"","phone":"","director":"")" +
                                         (parent.empty() ? "" : R"(,"parent":")" + parent + "\"") + "}");
        EXPECT_EQ(made.status, 201) << made.text;
        return {made.at("id"), in_system([&](db::Tx& tx) { return network::find_organisation_by_code(tx, code)->number.value; })};
    }

    /// The practice as an installation leaves it, with its service.
    void install() {
        ASSERT_TRUE(practices::read_package_json(*json::parse(walks)));
        ASSERT_TRUE(database().write_now(db::Caller::system(), [](db::Tx& tx) {
            tx.run("insert into catalogue_kind (code, title_ru) values ('household', 'Бытовые')");
            catalogue::ensure_service(tx, {{}, "household.01", "household", {{"ru", "Прогулка"}}, "service", 30, *parse_date("2020-01-01"), {}});
            const auto number = tx.insert("insert into practices_practice (id, code, organisation, titles, sort_title) "
                                          "values ($1, 'org.example.walks', 0, $2, 'walks') returning number",
                                          tx.make_id<practices::Practice>(), R"({"ru":"Прогулки"})");
            const auto made = tx.insert("insert into practices_version (id, practice, version, rank, state, installed_at, installed_by, package_sha256, "
                                        "document_sha256, titles, sort_title, card, search, document) values "
                                        "($1, $2, '1.0.0', 1, 'published', $3, 0, $4, $4, '{}', '', '{}', '', $5) returning number",
                                        tx.make_id<practices::Version>(), number, tx.now(), hex(sha256(walks)), walks);
            tx.run("update practices_practice set listed = $1 where number = $2", made, number);
            tx.run("insert into practices_version_service (version, package_service, service, channels, counts_unnamed) values ($1, 'walk', $2, 'centre', $3)",
                   made, catalogue::find_service(tx, "household.01")->number, true);
        }));
        service = in_system([](db::Tx& tx) { return to_string(catalogue::find_service(tx, "household.01")->service.id); });
        practice = in_system([](db::Tx& tx) { return to_string(practices::find_practice(tx, "org.example.walks")->id); });
    }

    // Sessions end while the clock moves, so that every step signs in anew.
    Client coordinator() { return sign_in(Role::coordinator); }
    Client director(const Place& place) { return sign_in(Role::director, place.number); }
    /// Noon at the centres.
    void on(const std::string& day) { clock.set(day + "T05:00:00Z"); }

    void order(const std::string& deadline, const std::vector<Place>& places) {
        const auto client = coordinator();
        const auto campaign = client.post("/api/v1/campaigns", R"({"number":"17-п","title":"О прогулках","text":""})").at("id");
        std::string ids;
        for (const auto& place : places) ids += (ids.empty() ? "\"" : ",\"") + place.id + "\"";
        EXPECT_EQ(client.post("/api/v1/campaigns/" + campaign + "/assignments", R"({"practices":[")" + practice + R"("],"organisations":[)" + ids +
                                                                                    R"(],"wave":1,"deadline":")" + deadline + "\"}").status, 200);
        EXPECT_EQ(client.post("/api/v1/campaigns/" + campaign + "/sign", "{}").status, 200);
    }
    std::string adopt(const Place& place) {
        const auto made = director(place).post("/api/v1/adoptions", R"({"organisation":")" + place.id + R"(","practice":")" + practice + "\"}");
        EXPECT_EQ(made.status, 201) << made.text;
        return made.at("id");
    }
    /// Ready, with services for so many new people today.
    std::string started(const Place& place, int people = 6) {
        auto adoption = adopt(place);
        EXPECT_EQ(director(place).post("/api/v1/adoptions/" + adoption + "/plan", R"({"lines":[]})").status, 200);
        serve(place, "2026-01-12", people);
        return adoption;
    }
    void serve(const Place& place, const std::string& day, int people) {
        const auto client = sign_in(Role::specialist, place.number);
        for (int i = 0; i < people; ++i) {
            const auto made = client.post(
                "/api/v1/facts", R"({"organisation":")" + place.id + R"(","service":")" + service + R"(","performed_on":")" + day +
                                     R"(","minutes":30,"channel":"centre","new_person":{"family_name":"Иванова","given_name":"Елена","birth":"19)" +
                                     std::to_string(30 + ++people_ % 60) + R"(-03-08","sex":"female"},"namesake":"однофамилица, паспорт проверен"})");
            EXPECT_EQ(made.status, 201) << made.text;
        }
        feed->catch_up();
    }

    std::unique_ptr<ledger::Feed> feed;
    std::unique_ptr<ledger::Importer> importer;
    std::string service;
    std::string practice;
    Place region;
    Place suzun;
    Place iskitim;

  private:
    int people_ = 0;
};

}  // namespace ryadom::evidence
