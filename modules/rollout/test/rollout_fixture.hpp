// The rollout above the real ledger: one practice, three centres, a clock that is moved.
#pragma once

#include <gmock/gmock.h>

#include <chrono>
#include <thread>

#include "modules/catalogue/module.hpp"
#include "modules/ledger/module.hpp"
#include "modules/network/module.hpp"
#include "modules/people/module.hpp"
#include "modules/practices/module.hpp"
#include "modules/rollout/module.hpp"
#include "platform/core/bytes.hpp"
#include "platform/files/files.hpp"
#include "platform/testing/api_test.hpp"

namespace ryadom::rollout {

using policy::Role;
using testing::Answer;
using testing::Client;

/// What a practice asks for in every period, two periods running.
struct Asks {
    int at_least = 3;
    std::string measure = "facts";
    std::string period = "month";
    int days_of_decision = 3;  ///< of the first step
};

/// A practice that needs a worker, a room and an order.
inline std::string package(const std::string& version, const Asks& floor) {
    return R"({"schema":1,"code":"org.example.walks","version":")" + version + R"(","title":{"ru":"Прогулки","en":"Walks"},"summary":{"ru":"Выходим вместе."},)"
        R"("body":{"ru":"Выходим вместе."},"origin":{"centre":{"ru":"Центр"},"authors":[{"id":"author","name":{"ru":"Автор"}}],"contact":{"email":"a@example.org"}},)"
        R"("licence":"CC-BY-4.0","audience":{"groups":["older_people"],"care_forms":["home"]},)"
        R"("components":{"core":[{"id":"together","title":{"ru":"Вместе"},"text":{"ru":"Вместе."}}],)"
        R"("adaptable":[{"id":"route","title":{"ru":"Маршрут"},"text":{"ru":"Любой."},"covers":["services/walk/norm_minutes"]}]},)"
        R"("services":[{"id":"walk","code":"household.01","kind":"household","title":{"ru":"Прогулка"},"unit":"service","norm_minutes":60,"channels":["centre"]}],)"
        R"("procedure":{"preparation":[{"id":"call","text":{"ru":"Позвонить."},"role":"guide"}],"performance":[{"id":"go","text":{"ru":"Идти."},"role":"guide"}],)"
        R"("completion":[{"id":"note","text":{"ru":"Записать."},"role":"guide"}]},)"
        R"("needs":{"staff":[{"id":"guide","position":{"ru":"Проводник","en":"Guide"},"qualification":{"code":"social_worker","title":{"ru":"Социальный работник"}},)"
        R"("rate_hundredths":50,"mandatory":true}],"rooms":[{"id":"hall","kind":"demonstration_room","title":{"ru":"Зал"},"capacity":10,"mandatory":true}],)"
        R"("equipment":[{"id":"sticks","kind":"nordic_sticks","title":{"ru":"Палки"},"count":10,"price":{"amount_kopecks":200000},"mandatory":false}],)"
        R"("documents":[{"id":"order","title":{"ru":"Приказ"},"kind":"order","proof":"order","mandatory":true}]},)"
        R"("standard":{"title":{"ru":"Стандарт"},"statements":[{"id":"soon","title":{"ru":"Скоро"},"idea":{"ru":"Скоро."},"aspect":"process","period":"month",)"
        R"("kind":"wait","rule":{"days":14},"threshold_percent":80}]},)"
        R"("rollout":{"steps":[{"id":"decide","title":{"ru":"Решить"},"role":"director","days":)" + std::to_string(floor.days_of_decision) + R"(},{"id":"hire","title":{"ru":"Принять"},"role":"guide","days":10,)"
        R"("closes":["guide"],"mandatory":false}],"lag_days":{"ready":40,"start":10,"deliver":20}},)"
        R"("floor":{"measure":")" + floor.measure + R"(","at_least":)" + std::to_string(floor.at_least) + R"(,"period":")" + floor.period + R"(","sustained_periods":2},)"
        R"("cost":{"start":{"set_by_region":true},"monthly":{"set_by_region":true},"per_recipient":{"set_by_region":true}}})";
}

class RolloutTest : public testing::ApiTest {
  protected:
    struct Place {
        std::string id;
        std::int64_t number = 0;
    };

    template <class Work>
    auto in_system(const Work& work) {
        return database().read_as(db::Caller::system(), work);
    }

    void SetUp() override {
        clock.set("2026-01-12T04:00:00Z");
        ledger::Running running{adopted_by, [this]() -> const ledger::Feed& { return *feed; }, [this]() -> ledger::Importer& { return *importer; }};
        start({{"files", files::schema(), {}, {}, {}}, network::module(register_changed), catalogue::module(), people::module(), practices::module(),
               ledger::module(running), module(make_boards([this]() -> const ledger::image::Image& { return feed->image(); }, std::chrono::milliseconds(0)))},
              network::subtree, network::zone);
        feed = std::make_unique<ledger::Feed>(database());
        importer = std::make_unique<ledger::Importer>(database(), texts(), adopted_by);
        rechecks = std::make_unique<Rechecks>(database());
        load_services();
        install("1.0.0", 1, {});
        practice = in_system([](db::Tx& tx) { return to_string(practices::find_practice(tx, "org.example.walks")->id); });
        region = add("region", "department");
        suzun = add("suzun", "centre", region.id);
        iskitim = add("iskitim", "centre", region.id);
    }

    void TearDown() override {
        ApiTest::TearDown();
        rechecks.reset();
        importer.reset();
        feed.reset();
    }

    Place add(const std::string& code, const std::string& kind, const std::string& parent = "") {
        const auto made = coordinator().post(
            "/api/v1/organisations?second_top=true", R"({"code":")" + code + R"(","kind":")" + kind + R"(","title":"КЦСОН","short_title":")" + code +
                                         R"(","zone":"Asia/Novosibirsk","address":"","phone":"","director":"")" +
                                         (parent.empty() ? "" : R"(,"parent":")" + parent + "\"") + "}");
        EXPECT_EQ(made.status, 201) << made.text;
        return {made.at("id"), in_system([&](db::Tx& tx) { return network::find_organisation_by_code(tx, code)->number.value; })};
    }

    void load_services() {
        const auto loaded = database().write_now(db::Caller::system(), [](db::Tx& tx) {
            tx.run("insert into catalogue_kind (code, title_ru) values ('household', 'Бытовые')");
            catalogue::ensure_service(tx, {{}, "household.01", "household", {{"ru", "Прогулка"}}, "service", 30, *parse_date("2020-01-01"), {}});
        });
        ASSERT_TRUE(loaded);
        service = in_system([](db::Tx& tx) { return to_string(catalogue::find_service(tx, "household.01")->service.id); });
    }

    /// A version as an installation leaves it; the bank's own tests see to installing.
    void install(const std::string& version, int rank, const Asks& floor) {
        const auto document = package(version, floor);
        const auto read = practices::read_package_json(*json::parse(document));
        ASSERT_TRUE(read) << (read ? "" : read.error().front().pointer + " " + read.error().front().code);
        const auto done = database().write_now(db::Caller::system(), [=](db::Tx& tx) {
            auto number = tx.value<std::int64_t>("select number from v_practices_practice where code = 'org.example.walks'");
            if (!number)
                number = tx.insert("insert into practices_practice (id, code, organisation, titles, sort_title) "
                                   "values ($1, 'org.example.walks', 0, $2, 'walks') returning number",
                                   tx.make_id<practices::Practice>(), R"({"ru":"Прогулки","en":"Walks"})");
            const auto made = tx.insert("insert into practices_version (id, practice, version, rank, state, installed_at, installed_by, package_sha256, "
                                        "document_sha256, titles, sort_title, card, search, document) values "
                                        "($1, $2, $3, $4, 'published', $5, 0, $6, $6, '{}', '', '{}', '', $7) returning number",
                                        tx.make_id<practices::Version>(), *number, version, rank, tx.now(), hex(sha256(document)), document);
            tx.run("update practices_practice set listed = $1 where number = $2", made, *number);
            tx.run("insert into practices_version_service (version, package_service, service, channels, counts_unnamed) values ($1, 'walk', $2, 'centre', $3)",
                   made, catalogue::find_service(tx, "household.01")->number, true);
        });
        ASSERT_TRUE(done);
    }

    // Sessions end while the clock moves, so that every step signs in anew.
    Client coordinator() { return sign_in(Role::coordinator); }
    Client director(const Place& place) { return sign_in(Role::director, place.number); }

    std::string order(const std::string& deadline, const std::vector<Place>& places) {
        const auto client = coordinator();
        const auto campaign = client.post("/api/v1/campaigns", R"({"number":"17-п","title":"О прогулках","text":""})").at("id");
        std::string ids;
        for (const auto& place : places) ids += (ids.empty() ? "\"" : ",\"") + place.id + "\"";
        const auto assigned = client.post("/api/v1/campaigns/" + campaign + "/assignments", R"({"practices":[")" + practice + R"("],"organisations":[)" + ids +
                                                                                                  R"(],"wave":1,"deadline":")" + deadline + "\"}");
        EXPECT_EQ(assigned.status, 200) << assigned.text;
        const auto done = client.post("/api/v1/campaigns/" + campaign + "/sign", "{}");
        EXPECT_EQ(done.status, 200) << done.text;
        return campaign;
    }

    std::string adopt(const Place& place) {
        const auto made = director(place).post("/api/v1/adoptions", R"({"organisation":")" + place.id + R"(","practice":")" + practice + "\"}");
        EXPECT_EQ(made.status, 201) << made.text;
        return made.at("id");
    }

    Answer confirm(const Place& place, const std::string& adoption, const std::string& lines = "[]") {
        return director(place).post("/api/v1/adoptions/" + adoption + "/plan", R"({"lines":)" + lines + "}");
    }

    void hire(const Place& place) {
        const auto made = director(place).post("/api/v1/organisations/" + place.id + "/staff",
                                               R"({"name":"Петрова Анна","position":"Инструктор","rate":100,"hired_on":"2026-01-10",)"
                                               R"("qualifications":[{"code":"social_worker","valid_from":"2020-01-01"}]})");
        EXPECT_EQ(made.status, 201) << made.text;
    }
    std::string furnish(const Place& place) {
        const auto made = director(place).post("/api/v1/organisations/" + place.id + "/rooms", R"({"title":"Зал","kind":"demonstration_room","capacity":12})");
        EXPECT_EQ(made.status, 201) << made.text;
        return made.at("id");
    }

    /// The id of the newest line for an element of the package.
    std::string line(const Place& place, const std::string& adoption, const std::string& need) {
        const auto view = director(place).get("/api/v1/adoptions/" + adoption);
        std::string out;
        for (int i = 0; !view.at("lines/" + std::to_string(i)).empty(); ++i)
            if (view.at("lines/" + std::to_string(i) + "/need") == need) out = view.at("lines/" + std::to_string(i) + "/id");
        return out;
    }
    Answer prove(const Place& place, const std::string& line_id) {
        const auto client = director(place);
        const auto added = client.post("/api/v1/plan-lines/" + line_id + "/proof?name=order.pdf", "%PDF-1.4 order", {{"Content-Type", "application/pdf"}});
        EXPECT_EQ(added.status, 200) << added.text;
        return client.post("/api/v1/plan-lines/" + line_id + "/close", "{}");
    }
    Answer close(const Place& place, const std::string& line_id) { return director(place).post("/api/v1/plan-lines/" + line_id + "/close", "{}"); }

    /// Confirmed, hired, furnished, proven: as ready as a centre can be.
    std::string make_ready(const Place& place) {
        const auto adoption = adopt(place);
        hire(place);
        furnish(place);
        EXPECT_EQ(confirm(place, adoption).status, 200);
        EXPECT_EQ(prove(place, line(place, adoption, "order")).status, 200);
        EXPECT_EQ(close(place, line(place, adoption, "decide")).status, 200);
        return adoption;
    }

    /// A service for somebody new, as the desk records it.
    Answer fact(const Place& place, const std::string& day, const std::string& recipient = "") {
        const auto person = R"("new_person":{"family_name":"Иванова","given_name":"Елена","birth":"19)" + std::to_string(30 + ++people_ % 60) + R"(-03-08","sex":"female"},"namesake":"однофамилица, паспорт проверен")";
        const auto made = sign_in(Role::specialist, place.number)
                              .post("/api/v1/facts", R"({"organisation":")" + place.id + R"(","service":")" + service + R"(","performed_on":")" + day +
                                                         R"(","minutes":30,"channel":"centre",)" + (recipient.empty() ? person : recipient) + "}");
        EXPECT_EQ(made.status, 201) << made.text;
        return made;
    }
    void facts(const Place& place, const std::string& day, int count) {
        for (int i = 0; i < count; ++i) fact(place, day);
        feed->catch_up();
    }

    Answer cell(const Place& place, const std::string& extra = "") {
        return coordinator().get("/api/v1/matrix/cell?organisation=" + place.id + "&practice=" + practice + extra);
    }
    std::string stage(const Place& place, const std::string& extra = "") {
        const auto found = cell(place, extra);
        return found.at("state/stage") + " " + found.at("state/since");
    }
    /// Noon at the centres.
    void on(const std::string& day) { clock.set(day + "T05:00:00Z"); }

    std::unique_ptr<ledger::Feed> feed;
    std::unique_ptr<ledger::Importer> importer;
    std::unique_ptr<Rechecks> rechecks;
    std::string service;
    std::string practice;
    Place region;
    Place suzun;
    Place iskitim;

  private:
    int people_ = 0;
};

}  // namespace ryadom::rollout
