// Verdicts above the real ledger, rollout and standards: one practice that two centres run, and a clock that is moved.
#pragma once

#include "modules/verdicts/module.hpp"

#include <gmock/gmock.h>

#include "modules/catalogue/module.hpp"
#include "modules/forms/module.hpp"
#include "modules/ledger/module.hpp"
#include "modules/network/module.hpp"
#include "modules/people/module.hpp"
#include "modules/practices/module.hpp"
#include "modules/requests/module.hpp"
#include "modules/rollout/module.hpp"
#include "modules/standards/module.hpp"
#include "platform/core/bytes.hpp"
#include "platform/files/files.hpp"
#include "platform/testing/api_test.hpp"

namespace ryadom::verdicts {

using policy::Role;
using testing::Answer;
using testing::Client;

constexpr auto package = R"({"schema":1,"code":"org.example.walks","version":"1.0.0","title":{"ru":"Прогулки"},"summary":{"ru":"Выходим вместе."},
    "body":{"ru":"Выходим вместе."},"origin":{"centre":{"ru":"Центр"},"authors":[{"id":"author","name":{"ru":"Автор"}}],"contact":{"email":"a@example.org"}},
    "licence":"CC-BY-4.0","audience":{"groups":["older_people"],"care_forms":["home"],"note":{"ru":"Кому нужна прогулка."}},
    "components":{"core":[{"id":"together","title":{"ru":"Вместе"},"text":{"ru":"Не в одиночку."}}],
      "adaptable":[{"id":"route","title":{"ru":"Маршрут"},"text":{"ru":"Любой."},"covers":["services/walk/norm_minutes"]}]},
    "services":[{"id":"walk","code":"household.01","kind":"household","title":{"ru":"Прогулка"},"unit":"service","norm_minutes":60,"channels":["centre"]}],
    "procedure":{"preparation":[{"id":"call","text":{"ru":"Позвонить."},"role":"guide"}],"performance":[{"id":"go","text":{"ru":"Идти."},"role":"guide"}],
      "completion":[{"id":"note","text":{"ru":"Записать."},"role":"guide"}]},
    "needs":{"staff":[{"id":"guide","position":{"ru":"Проводник"},"qualification":{"code":"social_worker","title":{"ru":"Социальный работник"}},"rate_hundredths":50,"mandatory":true}],
      "rooms":[{"id":"hall","kind":"demonstration_room","title":{"ru":"Зал"},"capacity":10,"mandatory":false}]},
    "standard":{"title":{"ru":"Стандарт прогулок"},"statements":[
      {"id":"soon","title":{"ru":"Первая прогулка за две недели"},"idea":{"ru":"Скоро."},"aspect":"process","period":"month","kind":"wait","rule":{"days":14},"threshold_percent":80},
      {"id":"long","title":{"ru":"Прогулка длится от 45 до 60 минут"},"idea":{"ru":"Длинно."},"aspect":"process","period":"month","kind":"minutes","rule":{"from":45,"to":60},"threshold_percent":50},
      {"id":"place","title":{"ru":"Есть зал"},"idea":{"ru":"Зал."},"aspect":"structure","period":"month","kind":"presence","rule":{"items":["hall"]},"threshold_percent":100}]},
    "rollout":{"steps":[{"id":"decide","title":{"ru":"Решить"},"role":"director","days":3}]},
    "floor":{"measure":"facts","at_least":1,"period":"month"},
    "cost":{"start":{"set_by_region":true},"monthly":{"set_by_region":true},"per_recipient":{"set_by_region":true}}})";

class VerdictsTest : public testing::ApiTest {
  protected:
    struct Place {
        std::string id;
        std::int64_t number = 0;
    };

    void SetUp() override {
        clock.set("2026-01-12T04:00:00Z");
        const auto image = [this]() -> const ledger::image::Image& { return feed->image(); };
        ledger::Running running{rollout::adopted_by, [this]() -> const ledger::Feed& { return *feed; }, [this]() -> ledger::Importer& { return *importer; }};
        const auto boards = rollout::make_boards(image, std::chrono::milliseconds(0));
        start({{"files", files::schema(), {}, {}, {}}, network::module(rollout::register_changed), catalogue::module(), people::module(), practices::module(),
               requests::module([this](const std::vector<std::int64_t>& organisations, const std::vector<requests::Asked>& asked) {
                   return std::vector<bool>(asked.size(), organisations.empty());
               }),
               ledger::module(running), forms::module(), rollout::module(boards), standards::module(boards), module(image, boards, std::make_shared<Regions>(image, boards, std::chrono::milliseconds(0)))},
              network::subtree, network::zone);
        feed = std::make_unique<ledger::Feed>(database());
        importer = std::make_unique<ledger::Importer>(database(), texts(), rollout::adopted_by);
        install();
        suzun = add("suzun");
        iskitim = add("iskitim");
        for (const auto& place : {suzun, iskitim}) {
            const auto adopted = director(place).post("/api/v1/adoptions", R"({"organisation":")" + place.id + R"(","practice":")" + practice + "\"}");
            ASSERT_EQ(adopted.status, 201) << adopted.text;
        }
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

    void install() {
        const auto read = practices::read_package_json(*json::parse(package));
        ASSERT_TRUE(read) << (read ? "" : read.error().front().pointer + " " + read.error().front().code);
        ASSERT_TRUE(database().write_now(db::Caller::system(), [](db::Tx& tx) {
            tx.run("insert into catalogue_kind (code, title_ru) values ('household', 'Бытовые')");
            const auto walking = catalogue::ensure_service(tx, {{}, "household.01", "household", {{"ru", "Прогулка"}}, "service", 30, *parse_date("2020-01-01"), {}});
            const auto made = tx.insert("insert into practices_practice (id, code, organisation, titles, sort_title) "
                                        "values ($1, 'org.example.walks', 0, $2, 'walks') returning number",
                                        tx.make_id<practices::Practice>(), R"({"ru":"Прогулки"})");
            const auto version = tx.insert("insert into practices_version (id, practice, version, rank, state, installed_at, installed_by, package_sha256, "
                                           "document_sha256, titles, sort_title, card, search, document) values "
                                           "($1, $2, '1.0.0', 1, 'published', $3, 0, $4, $4, '{}', '', '{}', '', $5) returning number",
                                           tx.make_id<practices::Version>(), made, tx.now(), hex(sha256(package)), std::string(package));
            tx.run("update practices_practice set listed = $1 where number = $2", version, made);
            tx.run("insert into practices_version_service (version, package_service, service, channels, counts_unnamed) values ($1, 'walk', $2, 'centre', $3)", version,
                   walking, true);
        }));
        practice = in_system([](db::Tx& tx) { return to_string(practices::find_practice(tx, "org.example.walks")->id); });
        service = in_system([](db::Tx& tx) { return to_string(catalogue::find_service(tx, "household.01")->service.id); });
    }

    Place add(const std::string& code, const std::string& kind = R"("kind":"centre")") {
        const auto made = coordinator().post("/api/v1/organisations?second_top=true",
                                             R"({"code":")" + code + R"(",)" + kind + R"(,"title":"КЦСОН","short_title":")" + code +
                                                 R"(","zone":"Asia/Novosibirsk","address":"","phone":"","director":""})");
        EXPECT_EQ(made.status, 201) << made.text;
        return {made.at("id"), in_system([&](db::Tx& tx) { return network::find_organisation_by_code(tx, code)->number.value; })};
    }

    // Sessions end while the clock moves, so that every step signs in anew.
    Client coordinator() { return sign_in(Role::coordinator); }
    Client director(const Place& place) { return sign_in(Role::director, place.number); }
    Client specialist(const Place& place) { return sign_in(Role::specialist, place.number); }
    void on(const std::string& day) { clock.set(day + "T05:00:00Z"); }

    /// A walk with somebody new, who had asked for it on a day.
    void walk(const Place& place, const std::string& day, int minutes, const std::string& asked_on = "") {
        const auto made = specialist(place).post(
            "/api/v1/facts", R"({"organisation":")" + place.id + R"(","service":")" + service + R"(","performed_on":")" + day + R"(","minutes":)" + std::to_string(minutes) +
                                 (asked_on.empty() ? "" : R"(,"request_on":")" + asked_on + "\"") +
                                 R"(,"channel":"centre","new_person":{"family_name":"Иванова","given_name":"Елена","birth":"19)" + std::to_string(30 + ++people_) +
                                 R"(-03-08","sex":"female"},"namesake":"однофамилица, паспорт проверен"})");
        ASSERT_EQ(made.status, 201) << made.text;
        feed->catch_up();
    }

    std::string asked(const Place& place, const std::string& day = "") const {
        return "organisation=" + place.id + "&practice=" + practice + (day.empty() ? "" : "&day=" + day);
    }
    std::string asked_service(const Place& place, const std::string& day = "") const {
        return "organisation=" + place.id + "&service=" + service + (day.empty() ? "" : "&day=" + day);
    }
    /// How the centre keeps the first statement of the standard of the service, or the status.
    std::string of_service(const Place& place, const std::string& day = "") {
        const auto seen = coordinator().get("/api/v1/verdicts?" + asked_service(place, day));
        return seen.status == 200 ? said(seen, 0) : std::to_string(seen.status);
    }
    static std::string at_version(const std::string& version, const std::string& action = "") { return "/api/v1/standards/versions/" + version + action; }
    Answer act(const std::string& version, const std::string& action, const std::string& body) {
        return coordinator().post(at_version(version, action), body, {{"If-Match", "\"" + coordinator().get(at_version(version)).at("revision") + "\""}});
    }
    /// Centres are asked about a text with one statement: a walk takes 45 to 60 minutes.
    void ask_centres(const std::string& version, int threshold_percent) {
        const auto seen = coordinator().get(at_version(version));
        auto content = *seen.body.find("content");
        for (const auto* part : {"target_group", "description", "conditions", "volume", "accessibility"}) content.set(part, *json::parse(R"({"ru":"Как указано."})"));
        content.set("algorithm", *json::parse(R"({"preparation":[{"id":"a","text":{"ru":"Позвонить."}}],"performance":[{"id":"b","text":{"ru":"Идти."}}],)"
                                              R"("completion":[{"id":"c","text":{"ru":"Записать."}}]})"));
        content.set("clauses", *json::parse(R"([{"id":"one","level":1,"text":{"ru":"Гуляем вместе."}}])"));
        content.set("statements", *json::parse(R"([{"id":"long","title":{"ru":"Прогулка не коротка"},"idea":{"ru":"Не спеша."},"aspect":"process","period":"month",)"
                                               R"("kind":"minutes","rule":{"from":45,"to":60,"services":[],"qualifications":[],"items":[]},"threshold_percent":)" +
                                               std::to_string(threshold_percent) + "}]"));
        const auto saved = coordinator().put(at_version(version), R"({"content":)" + json::write(content) + "}", "\"" + seen.at("revision") + "\"");
        ASSERT_EQ(saved.status, 200) << saved.text;
        const auto sent = act(version, "/send", "{}");
        ASSERT_EQ(sent.status, 200) << sent.text;
    }
    void approve(const std::string& version, const std::string& day, const std::string& from) {
        const auto done = act(version, "/approve", R"({"order":{"number":"12-п","day":")" + day + R"("},"from":")" + from + "\"}");
        ASSERT_EQ(done.status, 200) << done.text;
    }
    /// The id of a standard of the listed service, in force from the first of February.
    std::string bind_service(int threshold_percent) {
        const auto made = coordinator().post("/api/v1/standards", R"({"code":"С-2","service":")" + service + "\"}");
        EXPECT_EQ(made.status, 201) << made.text;
        ask_centres(made.at("versions/0/id"), threshold_percent);
        on("2026-02-01");
        approve(made.at("versions/0/id"), "2026-02-01", "2026-02-01");
        return made.at("id");
    }
    Answer verdicts(const Client& client, const Place& place, const std::string& day = "") { return client.get("/api/v1/verdicts?" + asked(place, day)); }
    /// "met 4/5" of a statement, by its place.
    static std::string said(const Answer& answer, int statement) {
        const auto at = "statements/" + std::to_string(statement) + "/verdict/";
        return answer.at(at + "outcome") + " " + answer.at(at + "numerator") + "/" + answer.at(at + "denominator");
    }

    std::unique_ptr<ledger::Feed> feed;
    std::unique_ptr<ledger::Importer> importer;
    std::string practice;
    std::string service;
    Place suzun;
    Place iskitim;

  private:
    int people_ = 0;
};

}  // namespace ryadom::verdicts
