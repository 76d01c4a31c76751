// Self-check, visit, finding and recheck through the API, above the real facts, rollout, standards and verdicts.
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
namespace {

using ::testing::ElementsAre;
using policy::Role;
using testing::Answer;
using testing::Client;

constexpr auto all = "/api/v1/control/";

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

TEST_P(ControlTest, centre_checks_itself_once_a_quarter_and_answers_every_item) {
    on("2026-02-10");
    const auto offered = director(suzun).get(all + ("choices?organisation=" + suzun.id));
    EXPECT_EQ(offered.at("items/0/version"), version) << offered.text;
    EXPECT_EQ(offered.at("items/0/items") + offered.at("items/0/self_check"), "4");

    const auto begun = begin(director(suzun), "self-checks", suzun);
    ASSERT_EQ(begun.status, 201) << begun.text;
    EXPECT_EQ(begun.at("inspection/quarter"), "2026-01-01");
    EXPECT_EQ(begun.at("items/0/item/item") + " " + begun.at("items/0/item/address"), std::string(clause) + " 1.1");
    EXPECT_EQ(begun.at("items/1/item/item"), "statement:soon");
    EXPECT_EQ(begin(director(suzun), "self-checks", suzun).code(), "constraint.control_inspection_organisation_version_quarter_unique");
    const auto check = all + ("self-checks/" + begun.at("inspection/id"));
    const auto marked = mark(specialist(suzun), check, clause, R"("mark":"partly","note":"Не хватает жилетов")");
    EXPECT_EQ(marked.at("mark/mark") + " " + marked.at("mark/note") + " " + marked.at("mark/day"), "partly Не хватает жилетов 2026-02-10") << marked.text;
    EXPECT_EQ(mark(director(suzun), check, clause, R"("mark":"met")").at("mark/mark"), "met") << "the last mark stands";
    EXPECT_THAT(mark(director(suzun), check, "clause:core_1", R"("mark":"met")").errors(), ElementsAre("/item core.absent"));
    EXPECT_EQ(director(suzun).post(check + "/close", "{}").code(), "control.unmarked");
    EXPECT_EQ(director(suzun).post(check + "/files?name=run.exe&item=" + clause, "MZ", {{"Content-Type", "application/octet-stream"}}).code(), "control.file_kind");
    const auto filed = upload(director(suzun), check + "/files?name=journal.pdf&item=" + clause);
    EXPECT_EQ(director(suzun).get(all + ("files/" + filed.at("files/0/id"))).text, "%PDF-1.4 journal") << filed.text;
    for (const auto* item : {"statement:soon", "statement:long", "statement:place"}) EXPECT_EQ(mark(director(suzun), check, item, R"("mark":"not_met")").status, 200);
    const auto closed = director(suzun).post(check + "/close", "{}");
    EXPECT_EQ(closed.at("inspection/closed_on"), "2026-02-10") << closed.text;
    EXPECT_EQ(mark(director(suzun), check, clause, R"("mark":"partly")").code(), "control.closed");
    EXPECT_EQ(director(suzun).get(all + ("choices?organisation=" + suzun.id)).at("items/0/closed"), "true");
    on("2026-04-01");
    EXPECT_EQ(begin(director(suzun), "self-checks", suzun).status, 201);
    const auto list = director(suzun).get(all + ("inspections?limit=1&organisation=" + suzun.id));
    EXPECT_EQ(list.at("items/0/quarter"), "2026-04-01");
    EXPECT_EQ(director(suzun).get(all + ("inspections?limit=1&cursor=" + list.at("next"))).at("items/0/quarter"), "2026-01-01");
}

TEST_P(ControlTest, nothing_is_confirmed_by_a_tick_box) {
    walk(suzun, "2026-01-15", 50);
    on("2026-02-10");
    self_check();
    const auto begun = begin(coordinator(), "visits", suzun);
    ASSERT_EQ(begun.status, 201) << begun.text;
    EXPECT_EQ(begun.at("items/0/declared/mark") + " " + begun.at("items/0/evidence/0/name"), "met journal.pdf") << begun.text;
    const auto visit = all + ("visits/" + begun.at("inspection/id"));
    const auto say = [&](const std::string& item, const std::string& rest) { return mark(coordinator(), visit, item, rest); };
    EXPECT_THAT(say("statement:soon", R"("mark":"confirmed")").errors(), ElementsAre("/note control.nothing_seen")) << "nothing to count is no verdict";
    EXPECT_EQ(say("statement:soon", R"("mark":"confirmed","note":"По журналу обращений")").status, 200);
    EXPECT_EQ(say("statement:place", R"("mark":"confirmed","note":"Зал обещают")").code(), "control.facts_say_no");
    EXPECT_EQ(say("statement:long", R"("mark":"confirmed")").at("mark/verdict"), "met");
    EXPECT_EQ(say(clause, R"("mark":"confirmed")").status, 200) << "the file of the centre shows it";
    EXPECT_THAT(say(clause, R"("mark":"not_confirmed","note":"Гуляют по одному")").errors(), ElementsAre("/owner control.owner_wanted"));
    EXPECT_THAT(say(clause, R"("mark":"not_confirmed","note":"Гуляют по одному","owner":"Заведующая","days":15)").errors(), ElementsAre("/days control.term"));
    EXPECT_EQ(upload(coordinator(), visit + "/files?name=seen.pdf&item=statement:soon").status, 200);
    EXPECT_EQ(coordinator().post(visit + "/close", "{}").status, 200);

    const auto compared = comparison(director(suzun));
    EXPECT_EQ(stands(compared, 0), "confirmed file") << compared.text;
    EXPECT_EQ(stands(compared, 1), "confirmed note");
    EXPECT_EQ(stands(compared, 2), "confirmed verdict");
    EXPECT_EQ(stands(compared, 3), "not_confirmed verdict");
    EXPECT_EQ(compared.at("items/3/declared/mark"), "met") << "declared, and not so";
    EXPECT_EQ(coordinator().get(all + std::string("findings")).at("items/0"), "");
}

TEST_P(ControlTest, listed_service_is_checked_where_it_is_provided_and_a_note_does_not_stand_against_its_facts) {
    bring_service_into_force();
    on("2026-03-11");
    walk(suzun, "2026-03-10", 30);
    on("2026-04-10");
    const auto offered = [&](const Place& place) { return coordinator().get(all + ("choices?organisation=" + place.id)).at("items/1/version"); };
    EXPECT_EQ(offered(suzun), version);
    EXPECT_EQ(offered(iskitim), "") << "never walked with anybody";
    EXPECT_THAT(begin(coordinator(), "visits", iskitim).errors(), ElementsAre("/version control.not_run_here"));

    const auto begun = begin(coordinator(), "visits", suzun);
    ASSERT_EQ(begun.status, 201) << begun.text;
    EXPECT_EQ(begun.at("inspection/service") + begun.at("inspection/practice"), service);
    const auto visit = all + ("visits/" + begun.at("inspection/id"));
    EXPECT_EQ(mark(coordinator(), visit, "statement:long", R"("mark":"confirmed","note":"Гуляют долго")").code(), "control.facts_say_no");
    EXPECT_EQ(mark(coordinator(), visit, begun.at("items/0/item/item"), R"("mark":"confirmed","note":"Гуляют вместе")").status, 200);
    EXPECT_EQ(coordinator().post(visit + "/close", "{}").status, 200);
    const auto compared = comparison(director(suzun));
    EXPECT_EQ(stands(compared, 0), "confirmed note") << compared.text;
    EXPECT_EQ(stands(compared, 1), "not_confirmed verdict");
    EXPECT_EQ(compared.at("items/1/verdict"), "failed");
    EXPECT_EQ(comparison(director(suzun), "2026-03-10").at("items/1/verdict"), "") << "the walk was written down the day after";
}

TEST_P(ControlTest, finding_is_put_right_by_proof_and_looked_at_again) {
    on("2026-02-10");
    const auto finding = visit_with_finding();
    EXPECT_EQ(director(suzun).get(finding).at("finding/due"), "2026-02-20");
    EXPECT_EQ(director(suzun).get(finding).at("finding/days_left"), "10");
    EXPECT_EQ(stands(comparison(director(suzun)), 0), "not_confirmed note");
    EXPECT_EQ(director(suzun).post(finding + "/done", "{}").code(), "control.proof_wanted");
    EXPECT_EQ(coordinator().post(finding + "/recheck", R"({"accepted":true})").code(), "control.not_done");

    on("2026-02-21");
    EXPECT_EQ(director(suzun).get(all + std::string("findings?which=overdue")).at("items/0/days_left"), "-1");
    EXPECT_EQ(coordinator().get(all + ("findings?which=overdue&organisation=" + suzun.id)).at("items/0/overdue"), "true");
    EXPECT_EQ(upload(director(suzun), finding + "/proof?name=photo.pdf").at("files/0/name"), "photo.pdf");
    EXPECT_EQ(director(suzun).post(finding + "/done", R"({"note":"Ходят парами"})").at("finding/state"), "done");
    EXPECT_EQ(coordinator().get(all + std::string("findings?which=overdue")).at("items/0"), "") << "the proof stops the clock";
    EXPECT_THAT(coordinator().post(finding + "/recheck", R"({"accepted":false,"note":"Снимок старый"})").errors(), ElementsAre("/days control.term"));

    on("2026-02-25");
    const auto back = coordinator().post(finding + "/recheck", R"({"accepted":false,"note":"Снимок старый","days":30})");
    EXPECT_EQ(back.at("finding/state") + " " + back.at("finding/due"), "open 2026-03-27") << back.text;
    on("2026-02-26");
    EXPECT_EQ(director(suzun).post(finding + "/done", "{}").code(), "control.proof_wanted") << "the old proof was not enough";
    EXPECT_EQ(upload(director(suzun), finding + "/proof?name=new.pdf").status, 200);
    EXPECT_EQ(director(suzun).post(finding + "/done", "{}").status, 200);
    on("2026-03-02");
    const auto accepted = coordinator().post(finding + "/recheck", R"({"accepted":true})");
    EXPECT_EQ(accepted.at("finding/state") + " " + accepted.at("steps/3/kind"), "accepted accepted") << accepted.text;
    EXPECT_EQ(stands(comparison(director(suzun)), 0), "confirmed recheck");
    EXPECT_EQ(coordinator().get(all + std::string("findings?which=unfinished")).at("items/0"), "");

    // A past day knows what was recorded by then.
    EXPECT_EQ(stands(comparison(director(suzun), "2026-03-01"), 0), "not_confirmed note");
    EXPECT_EQ(stands(comparison(director(suzun), "2026-02-09"), 0), "unseen ");
    EXPECT_EQ(coordinator().get(all + std::string("findings?which=overdue&day=2026-02-20")).at("items/0"), "");
    EXPECT_EQ(coordinator().get(all + std::string("findings?which=unfinished&day=2026-02-22")).at("items/0/state"), "done");
    EXPECT_EQ(coordinator().get(all + std::string("findings?day=2026-02-09")).at("items/0"), "");
}

TEST_P(ControlTest, only_a_version_in_force_is_checked_and_an_old_check_keeps_its_own) {
    on("2026-02-10");
    const auto begun = begin(coordinator(), "visits", suzun);
    const auto older = version;
    const auto next = coordinator().post("/api/v1/standards/" + standard + "/versions", "{}");
    ASSERT_EQ(next.status, 200) << next.text;
    version = next.at("versions/0/id");
    EXPECT_THAT(begin(coordinator(), "visits", suzun).errors(), ElementsAre("/version control.not_in_force")) << "a draft";
    approve(version, "2026-02-11", "2026-03-10");
    on("2026-03-11");
    EXPECT_EQ(begin(coordinator(), "visits", suzun).status, 201);
    version = older;
    EXPECT_THAT(begin(coordinator(), "visits", suzun).errors(), ElementsAre("/version control.not_in_force")) << "superseded";
    EXPECT_EQ(coordinator().get(all + ("inspections/" + begun.at("inspection/id"))).at("inspection/version"), older);
    EXPECT_EQ(comparison(coordinator()).status, 404) << "not in force that day";
    EXPECT_EQ(comparison(coordinator(), "2026-03-09").status, 200);
    const auto far = add("far");
    EXPECT_EQ(coordinator().get(all + ("choices?organisation=" + far.id)).at("items/0"), "");
    version = next.at("versions/0/id");
    EXPECT_THAT(begin(coordinator(), "visits", far).errors(), ElementsAre("/version control.not_run_here"));
}

TEST_P(ControlTest, checks_belong_to_the_centre_and_each_role_does_its_part) {
    on("2026-02-10");
    const auto finding = visit_with_finding();
    const auto seen = coordinator().get(all + std::string("inspections")).at("items/0/id");
    EXPECT_EQ(director(suzun).get(all + ("inspections/" + seen)).status, 200);
    EXPECT_EQ(director(iskitim).get(all + ("inspections/" + seen)).status, 404);
    EXPECT_EQ(director(iskitim).get(finding).status, 404);
    EXPECT_EQ(director(iskitim).post(finding + "/done", "{}").status, 404);
    EXPECT_EQ(director(iskitim).get(all + std::string("findings")).at("items/0"), "");
    EXPECT_EQ(comparison(director(iskitim)).status, 404);
    EXPECT_EQ(begin(director(iskitim), "self-checks", suzun).status, 404);
    EXPECT_EQ(begin(director(suzun), "visits", suzun).status, 403) << "nobody visits himself";
    EXPECT_EQ(begin(coordinator(), "self-checks", suzun).status, 403) << "nobody answers for a centre";
    EXPECT_EQ(sign_in(Role::desk, suzun.number).get(all + std::string("inspections")).status, 403);
    EXPECT_EQ(mark(director(suzun), all + ("self-checks/" + seen), clause, R"("mark":"met")").status, 404) << "a visit is no self-check";
}

RYADOM_BOTH_ENGINES(ControlTest);

}  // namespace
}  // namespace ryadom::control
