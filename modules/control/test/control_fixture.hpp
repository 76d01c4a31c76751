// Two centres that run a practice whose standard is in force, above the real facts, rollout, standards and verdicts.
#pragma once

#include "modules/control/module.hpp"

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
#include "modules/verdicts/module.hpp"
#include "platform/core/bytes.hpp"
#include "platform/files/files.hpp"
#include "platform/testing/api_test.hpp"

namespace ryadom::control {

using policy::Role;
using testing::Answer;
using testing::Client;

inline constexpr auto all = "/api/v1/control/";

inline constexpr auto package = R"({"schema":1,"code":"org.example.walks","version":"1.0.0","title":{"ru":"Прогулки"},"summary":{"ru":"Выходим вместе."},
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

class ControlTest : public testing::ApiTest {
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
               ledger::module(running), forms::module(), rollout::module(boards), standards::module(boards),
               verdicts::module(image, boards, std::make_shared<verdicts::Regions>(image, boards, std::chrono::milliseconds(0))), control::module({image, boards})},
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
        bring_into_force();
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
            const auto installed = tx.insert("insert into practices_version (id, practice, version, rank, state, installed_at, installed_by, package_sha256, "
                                           "document_sha256, titles, sort_title, card, search, document) values "
                                           "($1, $2, '1.0.0', 1, 'published', $3, 0, $4, $4, '{}', '', '{}', '', $5) returning number",
                                           tx.make_id<practices::Version>(), made, tx.now(), hex(sha256(package)), std::string(package));
            tx.run("update practices_practice set listed = $1 where number = $2", installed, made);
            tx.run("insert into practices_version_service (version, package_service, service, channels, counts_unnamed) values ($1, 'walk', $2, 'centre', $3)", installed,
                   walking, true);
        }));
        practice = in_system([](db::Tx& tx) { return to_string(practices::find_practice(tx, "org.example.walks")->id); });
        service = in_system([](db::Tx& tx) { return to_string(catalogue::find_service(tx, "household.01")->service.id); });
    }

    /// The standard of the practice, in force from 3 February: one clause and the three statements of the package.
    void bring_into_force() {
        const auto made = coordinator().post("/api/v1/standards", R"({"code":"С-1","practice":")" + practice + "\"}");
        ASSERT_EQ(made.status, 201) << made.text;
        standard = made.at("id");
        version = made.at("versions/0/id");
        approve(version, "2026-01-12", "2026-02-03");
    }
    static constexpr auto as_stated = R"({"volume":{"ru":"Как указано."},"accessibility":{"ru":"Как указано."}})";
    void approve(const std::string& draft, const std::string& sent_on, const std::string& from, std::string_view parts = as_stated) {
        on(sent_on);
        const auto path = "/api/v1/standards/versions/" + draft;
        const auto revision = [&] { return "\"" + coordinator().get(path).at("revision") + "\""; };
        auto content = *coordinator().get(path).body.find("content");
        const auto stated = *json::parse(parts);
        for (const auto& [part, words] : *stated.as<json::Object>()) content.set(part, words);
        json::Value body(json::Object{});
        body.set("content", std::move(content));
        ASSERT_EQ(coordinator().put(path, json::write(body), revision()).status, 200);
        ASSERT_EQ(coordinator().post(path + "/send", "{}", {{"If-Match", revision()}}).status, 200);
        on(from);
        const auto done = coordinator().post(path + "/approve", R"({"order":{"number":"12-п","day":")" + from + R"("},"from":")" + from + "\"}", {{"If-Match", revision()}});
        ASSERT_EQ(done.status, 200) << done.text;
    }

    /// From now on `version` is that of the listed service, in force from 26 February: one clause, and walks of 45 minutes and more.
    void bring_service_into_force() {
        const auto made = coordinator().post("/api/v1/standards", R"({"code":"С-2","service":")" + service + "\"}");
        ASSERT_EQ(made.status, 201) << made.text;
        version = made.at("versions/0/id");
        approve(version, "2026-02-04", "2026-02-26",
                R"({"target_group":{"ru":"Пожилые."},"description":{"ru":"Прогулка."},"conditions":{"ru":"На улице."},"volume":{"ru":"Как указано."},
                "accessibility":{"ru":"Как указано."},"algorithm":{"preparation":[{"id":"a","text":{"ru":"Позвонить."}}],
                  "performance":[{"id":"b","text":{"ru":"Идти."}}],"completion":[{"id":"c","text":{"ru":"Записать."}}]},
                "clauses":[{"id":"one","level":1,"text":{"ru":"Гуляем вместе."}}],
                "statements":[{"id":"long","title":{"ru":"Прогулка не коротка"},"idea":{"ru":"Не спеша."},"aspect":"process","period":"month","kind":"minutes",
                  "rule":{"from":45,"to":60,"services":[],"qualifications":[],"items":[]},"threshold_percent":50}]})");
    }

    Place add(const std::string& code) {
        const auto made = coordinator().post("/api/v1/organisations?second_top=true",
                                             R"({"code":")" + code + R"(","kind":"centre","title":"КЦСОН","short_title":")" + code +
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
                                 R"(-03-08","sex":"female"}})");
        ASSERT_EQ(made.status, 201) << made.text;
        feed->catch_up();
    }

    std::string begin_body(const Place& place) const { return R"({"organisation":")" + place.id + R"(","version":")" + version + "\"}"; }
    Answer begin(const Client& client, const std::string& kind, const Place& place) { return client.post(all + kind, begin_body(place)); }
    static Answer mark(const Client& client, const std::string& check, const std::string& item, const std::string& rest) {
        return client.post(check + "/marks", R"({"item":")" + item + R"(",)" + rest + "}");
    }
    static Answer upload(const Client& client, const std::string& path) { return client.post(path, "%PDF-1.4 journal", {{"Content-Type", "application/pdf"}}); }

    /// The centre answers every item; the clause with a file.
    void self_check() {
        const auto begun = begin(director(suzun), "self-checks", suzun);
        ASSERT_EQ(begun.status, 201) << begun.text;
        const auto check = all + ("self-checks/" + begun.at("inspection/id"));
        for (const auto* item : {clause, "statement:soon", "statement:long", "statement:place"})
            ASSERT_EQ(mark(director(suzun), check, item, R"("mark":"met","note":"Так и есть")").status, 200) << item;
        ASSERT_EQ(upload(director(suzun), check + "/files?name=journal.pdf&item=" + clause).status, 200);
        ASSERT_EQ(director(suzun).post(check + "/close", "{}").status, 200);
    }
    /// A visit that leaves one finding, on the clause; its address.
    std::string visit_with_finding() {
        const auto begun = begin(coordinator(), "visits", suzun);
        EXPECT_EQ(begun.status, 201) << begun.text;
        const auto visit = all + ("visits/" + begun.at("inspection/id"));
        const auto said = mark(coordinator(), visit, clause, R"("mark":"not_confirmed","note":"Гуляют по одному","owner":"Заведующая","days":10)");
        EXPECT_EQ(said.status, 200) << said.text;
        EXPECT_EQ(coordinator().post(visit + "/close", "{}").status, 200);
        return all + ("findings/" + coordinator().get(all + std::string("findings")).at("items/0/id"));
    }
    /// "confirmed note" of an item, by its place.
    static std::string stands(const Answer& answer, int item) {
        const auto at = "items/" + std::to_string(item) + "/";
        return answer.at(at + "standing") + " " + answer.at(at + "basis");
    }
    Answer comparison(const Client& client, const std::string& day = "") {
        return client.get(all + ("comparison?organisation=" + suzun.id + "&version=" + version + (day.empty() ? "" : "&day=" + day)));
    }

    static constexpr auto clause = "clause:core_1_text";
    std::unique_ptr<ledger::Feed> feed;
    std::unique_ptr<ledger::Importer> importer;
    std::string practice;
    std::string service;
    std::string standard;
    std::string version;
    Place suzun;
    Place iskitim;

  private:
    int people_ = 0;
};

}  // namespace ryadom::control
